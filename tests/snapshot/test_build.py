"""A snapshot shows what the lens means, and says what it hides."""

import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from network_service.domain.lens import Lens
from network_service.domain.record import Record
from network_service.domain.vocabulary import ActorLevel, Layer
from network_service.snapshot.build import build_snapshot
from network_service.snapshot.model import LAYERS, Snapshot
from network_service.snapshot.people import MASK
from network_service.store.change import Change, ChangeSet
from tests.snapshot.records import DAY, PROVINCE, a_network, members, node, store_with, tie

NET = a_network()
A = node("organization", "ก", sector="state", area_level="province")
B = node("organization", "ข", sector="business")
C = node("group", "ค", sector="community")
D = node("group", "ง")


def shown(path: Path, *records: Record, **lens: object) -> Snapshot:
    with store_with(path, *records) as store:
        return build_snapshot(store, Lens.model_validate({"as_of": DAY, "provinces": (PROVINCE,), **lens}))


def layers(snapshot: Snapshot) -> list[str]:
    return [LAYERS[number].value for number in snapshot.ties.layer]


def test_actors_are_the_active_members_and_the_rest_are_counted(tmp_path: Path):
    invited = members(NET, C, status="invited")
    snapshot = shown(tmp_path, NET, A, B, C, D, *members(NET, A, B), *invited)
    assert set(snapshot.actors.names) == {"ก", "ข"}
    assert snapshot.hidden.actors_not_active == 2


def test_a_person_who_is_a_member_is_hidden_by_level_and_counted_until_the_lens_shows_people(tmp_path: Path):
    person = node("person", "ทดลอง")
    records = (NET, A, person, *members(NET, A, person), tie("represents", person, A))
    assert shown(tmp_path / "1", *records).hidden.actors_by_level == 1
    everyone = shown(tmp_path / "2", *records, levels=tuple(ActorLevel))
    assert set(zip(everyone.actors.names, everyone.actors.levels, strict=True)) == {
        ("ก", "organization"),
        ("ทดลอง", "person"),
    }
    assert everyone.actors.sectors == ("state", "state"), "a person has the sector of whom they represent"


def test_a_membership_that_ended_yesterday_is_no_longer_active(tmp_path: Path):
    past = tie("member_of", B, NET, valid_to=DAY)
    assert shown(tmp_path, NET, A, B, *members(NET, A), past).actors.names == ("ก",)


def test_undirected_union_takes_the_greatest_strength_over_layers_and_directions(tmp_path: Path):
    ties = [
        tie("collaborates_with", A, B, frequency=2),
        tie("collaborates_with", B, A, frequency=4),
        tie("shares_resource", A, B, resource_kind="budget"),
        tie("shares_resource", B, C, resource_kind="place"),
    ]
    snapshot = shown(tmp_path, NET, A, B, C, *members(NET, A, B, C), *ties)
    names = snapshot.actors.names
    told = {
        frozenset((names[s], names[t])): strength
        for s, t, strength in zip(
            snapshot.undirected.source, snapshot.undirected.target, snapshot.undirected.strength, strict=True
        )
    }
    assert told[frozenset("กข")] == 4
    assert math.isnan(told[frozenset("ขค")])
    assert len(told) == 2
    assert len(snapshot.directed) == 2
    assert snapshot.strength_cover() == 1.0


def test_parties_of_an_agreement_in_force_are_tied_and_those_of_an_expired_one_are_not(tmp_path: Path):
    live = node("agreement", "ข้อตกลงหนึ่ง", agreement_kind="mou")
    over = node("agreement", "ข้อตกลงสอง", agreement_kind="mou", valid_to=date(2026, 9, 30))
    parties = [tie("party_to", actor, live) for actor in (A, B)] + [tie("party_to", actor, over) for actor in (A, C)]
    snapshot = shown(tmp_path, NET, A, B, C, live, over, *members(NET, A, B, C), *parties)
    assert layers(snapshot) == ["agreement"]


@pytest.mark.parametrize(
    ("told", "tied"),
    [
        ({"signed_on": DAY}, True),
        ({"signed_on": date(2026, 10, 2)}, False),
        ({"agreement_kind": "grant", "stage": "submit"}, False),
        ({"agreement_kind": "grant", "stage": "accept_funds"}, True),
    ],
)
def test_an_agreement_that_is_not_signed_yet_ties_nobody(tmp_path: Path, told: dict[str, Any], tied: bool):
    agreement = node("agreement", "ข้อตกลงหนึ่ง", **{"agreement_kind": "mou", **told})
    parties = [tie("party_to", actor, agreement) for actor in (A, B)]
    snapshot = shown(tmp_path, NET, A, B, agreement, *members(NET, A, B), *parties)
    assert (layers(snapshot) == ["agreement"]) == tied


def test_an_agreement_of_many_parties_is_a_layer_of_its_own_and_not_in_the_headline(tmp_path: Path):
    actors = [node("organization", f"องค์กร {number}") for number in range(11)]
    agreement = node("agreement", "ข้อตกลงใหญ่", agreement_kind="mou")
    records = (
        NET,
        *actors,
        agreement,
        *members(NET, *actors),
        *(tie("party_to", actor, agreement) for actor in actors),
    )
    headline = shown(tmp_path / "1", *records)
    assert (len(headline.ties), headline.hidden.ties_of_other_layers) == (0, 55)
    assert len(shown(tmp_path / "2", *records, layers=tuple(Layer)).ties) == 55


def test_a_minimum_strength_hides_weaker_ties_and_those_of_unknown_strength(tmp_path: Path):
    ties = [
        tie("collaborates_with", A, B, frequency=2),
        tie("collaborates_with", B, C, frequency=3),
        tie("collaborates_with", A, C),
        tie("collaborates_with", A, D, frequency=5),
    ]
    snapshot = shown(tmp_path, NET, A, B, C, D, *members(NET, A, B, C), *ties, minimum_strength=3)
    hidden = snapshot.hidden
    assert len(snapshot.ties) == 1
    assert (hidden.ties_too_weak, hidden.ties_of_unknown_strength, hidden.ties_to_hidden_actors) == (1, 1, 1)


def test_an_empty_province_is_an_ordinary_case(tmp_path: Path):
    snapshot = shown(tmp_path, NET)
    assert len(snapshot.actors) == len(snapshot.ties) == len(snapshot.undirected) == len(snapshot.directed) == 0
    assert snapshot.strength_cover() is None


def test_the_hash_depends_on_content_and_not_on_order_of_entry_date_or_revision(tmp_path: Path):
    records = [NET, A, B, C, *members(NET, A, B, C), tie("collaborates_with", A, B, frequency=3)]
    one = shown(tmp_path / "1", *records)
    other = shown(tmp_path / "2", *reversed(records), as_of=date(2026, 10, 2))
    assert one.content_hash == other.content_hash
    assert shown(tmp_path / "3", *records, tie("collaborates_with", B, A)).content_hash != one.content_hash


def test_a_snapshot_can_be_taken_as_of_an_earlier_revision(tmp_path: Path):
    with store_with(tmp_path, NET, A, B, *members(NET, A)) as store:
        before = store.revision()
        store.apply(ChangeSet("test", "import", (Change(members(NET, B)[0], 0),)))
        lens = Lens(as_of=DAY, provinces=(PROVINCE,))
        assert build_snapshot(store, lens.model_copy(update={"revision": before})).actors.names == ("ก",)
        assert len(build_snapshot(store, lens).actors) == 2


@pytest.mark.parametrize("relations", [(), ("represents", "represents"), ("belongs_to", "belongs_to")])
def test_whom_a_person_stands_for_is_not_known_where_there_is_no_single_one(tmp_path: Path, relations: tuple[str, ...]):
    person = node("person", "ทดลอง")
    body = node("body", "คณะ", body_kind="steering_committee")
    stands = [tie(kind, person, actor) for kind, actor in zip(relations, (A, B), strict=False)]
    snapshot = shown(tmp_path, NET, A, B, person, body, *stands, tie("appointed_to", person, body))
    assert [(seat.person, seat.actor, seat.sector) for seat in snapshot.seats] == [(person.id, None, None)]


def test_a_seat_ex_officio_is_that_of_who_holds_the_post_now(tmp_path: Path):
    post = node("post", "หัวหน้าสำนักงาน", organization=A.id)
    old, new = node("person", "คนเก่า"), node("person", "คนใหม่")
    body = node("body", "คณะ", body_kind="steering_committee")
    holders = [tie("holds_post", old, post, valid_to=date(2026, 4, 1)), tie("holds_post", new, post)]
    snapshot = shown(tmp_path, NET, A, post, old, new, body, *holders, tie("appointed_to", post, body, role="chair"))
    (seat,) = snapshot.seats
    assert (seat.person, seat.actor, seat.sector, seat.role) == (new.id, A.id, "state", "chair")
    assert snapshot.people == {new.id: "คนใหม่"}


def test_a_linkers_ties_are_those_of_the_group_it_links_among_several_it_represents(tmp_path: Path):
    person = node("person", "ทดลอง")
    ties = [tie("represents", person, A), tie("represents", person, B), tie("links", person, B, to_sectors=("state",))]
    (linker,) = shown(tmp_path, NET, A, B, person, *ties).linkers
    assert (linker.actor, linker.sector, linker.to_sectors, linker.accepted) == (B.id, "business", ("state",), False)


@pytest.mark.parametrize(("representatives", "seen"), [(0, None), (1, "คน 0"), (2, None)])
def test_an_organisations_seat_is_that_of_its_only_representative(
    tmp_path: Path, representatives: int, seen: str | None
):
    people = [node("person", f"คน {number}") for number in range(representatives)]
    body = node("body", "คณะ", body_kind="steering_committee")
    ties = [tie("represents", person, A) for person in people]
    snapshot = shown(tmp_path, NET, A, body, *people, *ties, tie("appointed_to", A, body))
    (seat,) = snapshot.seats
    assert (snapshot.people.get(seat.person or ""), seat.actor) == (seen, A.id)


def test_a_role_of_somebody_who_has_left_counts_for_nothing_and_is_counted_as_hidden(tmp_path: Path):
    gone = node("person", "คนที่ลาออก", valid_to=date(2026, 1, 1))
    closed = node("body", "คณะที่ยุบ", body_kind="steering_committee", valid_to=date(2026, 1, 1))
    body = node("body", "คณะ", body_kind="steering_committee")
    left = node("organization", "องค์กรที่เลิก", valid_to=date(2026, 1, 1))
    ties = [
        tie("represents", gone, A),
        tie("links", gone, A),
        tie("manages", gone, NET),
        tie("appointed_to", gone, body),
        tie("appointed_to", A, closed),
        tie("links", A, left),
    ]
    snapshot = shown(tmp_path, NET, A, gone, closed, body, left, *members(NET, A), *ties)
    assert (snapshot.linkers, snapshot.managers, snapshot.seats) == ((), (), ())
    assert snapshot.hidden.roles_not_in_force == 5


def test_a_restricted_record_counts_in_every_figure_and_is_named_in_none(tmp_path: Path):
    secret = node("organization", "องค์กรลับ", sector="state", visibility="restricted")
    person = node("person", "คนลับ", visibility="restricted")
    body = node("body", "คณะ", body_kind="steering_committee")
    ties = [tie("collaborates_with", A, secret), tie("appointed_to", person, body), tie("links", person, A)]
    snapshot = shown(tmp_path, NET, A, secret, person, body, *members(NET, A, secret), *ties)
    assert len(snapshot.undirected) == 1
    assert sorted(snapshot.actors.names) == sorted(["ก", MASK])
    assert set(snapshot.people.values()) == {MASK}
    assert "ลับ" not in repr(snapshot)
