"""What each role is shown of a record, and what of it is as if it did not exist."""

import base64
import hashlib
import hmac
from datetime import date

import pytest

from network_service.domain.kinds import record_from
from network_service.errors import NotPermitted, UnknownRecord
from network_service.operations.sight.sight import Sight
from network_service.operations.sight.sights import Sights, seen_record
from network_service.store.change import ChangeSet, Removal
from network_service.store.sqlite.store import SqliteStore
from tests.domain.filled import filled_province
from tests.operations.who import HERE, KEY, THERE, sights, who
from tests.store.records import collaboration, node, organization, put, tie, uid

OFFICE = organization("สำนักงาน ก", sector="state", note="โน้ตลับ", source_key="A-1", district="เมือง")
PERSON = node("person", "สมหญิง", family_name="ใจดี", nickname="หญิง", note="โน้ตของคน", valid_from=date(2025, 1, 1))
HIDDEN = organization("ชมรมลับ", visibility="restricted")
FAR = node("organization", "สำนักงานจังหวัดอื่น", province=THERE)
POST = node("post", "เกษตรจังหวัด", organization=uid("สำนักงาน ก"))
FAR_CHILD = organization("สาขา", parent=uid("สำนักงานจังหวัดอื่น"))
TIE = collaboration("สำนักงาน ก", "ชมรมลับ", visibility="public")
ACROSS = collaboration("สำนักงาน ก", "สำนักงานจังหวัดอื่น", frequency=3)
HOLDS = tie("holds_post", "สมหญิง", "เกษตรจังหวัด")
FEW = node("population_group", "กลุ่มเล็ก", persons=40)
RATING = record_from(
    {"id": uid("rating"), "kind": "rating", "province": HERE, "rating_kind": "trust", "rater_sector": "state",
     "target_sector": "business", "asked": 9, "raters": 8, "mean": 3.0}
)  # fmt: skip
ALL = (OFFICE, PERSON, HIDDEN, FAR, POST, FAR_CHILD, TIE, ACROSS, HOLDS, FEW, RATING)


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        put(opened, *ALL)
        yield opened


def seen(store, principal, record):
    return sights(store.application).of(principal, store).shown(store.get(record.id))


def test_a_viewer_sees_organisations_and_posts_and_nobody_by_name(store):
    viewer = who("viewer")
    assert seen(store, viewer, OFFICE).fields["name"] == "สำนักงาน ก"
    assert seen(store, viewer, POST).name == "เกษตรจังหวัด"
    assert [seen(store, viewer, one) for one in (PERSON, HOLDS, ACROSS, RATING)] == [None] * 4
    assert not {"note", "source_key", "recorded_by"} & seen(store, viewer, OFFICE).fields.keys()


def test_a_member_sees_people_by_name_without_what_officers_write_about_them(store):
    shown = seen(store, who("member"), PERSON)
    assert (shown.fields["given_name"], shown.name) == ("สมหญิง", "สมหญิง ใจดี")
    assert not {"note", "verifier"} & shown.fields.keys()
    assert seen(store, who("member"), HOLDS).names == {PERSON.id: "สมหญิง ใจดี", POST.id: "เกษตรจังหวัด"}
    assert not shown.guarded


def test_a_member_sees_the_own_record_whole_and_it_counts_as_guarded(store):
    shown = seen(store, who("member", own_record=PERSON.id), PERSON)
    assert shown.fields["note"] == "โน้ตของคน"
    assert shown.guarded
    assert "note" not in seen(store, who("member", own_record=PERSON.id), OFFICE).fields
    assert "note" not in (seen(store, who("researcher", own_record=PERSON.id), PERSON).fields)


def test_an_own_record_in_a_province_out_of_reach_is_not_there(store):
    assert seen(store, who("member", provinces=THERE, own_record=PERSON.id), PERSON) is None


def test_a_researcher_sees_pseudonyms_in_place_of_ids_and_names_and_no_free_text(store):
    shown = seen(store, who("researcher"), PERSON)
    expected = base64.b32encode(hmac.new(KEY, PERSON.id.encode(), hashlib.sha256).digest()[:10]).decode().lower()
    assert (shown.id, shown.name, shown.fields["id"]) == (expected,) * 3
    assert shown.fields["valid_from"] == "2025-01-01"
    assert not {"given_name", "family_name", "nickname", "titles", "note", "source_key"} & shown.fields.keys()
    office = seen(store, who("researcher"), OFFICE)
    assert office.fields["sector"] == "state"
    assert not {"name", "aliases", "district", "juristic_id"} & office.fields.keys()
    assert set(seen(store, who("researcher"), HOLDS).names.values()) == {
        expected,
        seen(store, who("researcher"), POST).id,
    }


def test_pseudonyms_differ_from_key_to_key_and_without_a_key_a_researcher_is_refused(store):
    log = sights(store.application).log
    other = Sights(log, b"another").of(who("researcher"), store).shown(store.get(PERSON.id))
    assert other.id != seen(store, who("researcher"), PERSON).id
    with pytest.raises(NotPermitted, match="no_pseudonyms"):
        Sights(log).of(who("researcher"), store)
    assert "another" not in repr(Sights(log, b"another"))


def test_a_viewer_who_is_a_researcher_too_sees_pseudonyms_and_a_manager_who_is_one_sees_names(store):
    assert "name" not in seen(store, who("viewer", "researcher"), OFFICE).fields
    assert seen(store, who("network_manager", "researcher"), PERSON).fields["given_name"] == "สมหญิง"


@pytest.mark.parametrize("role", ["network_manager", "governors_office"])
def test_officers_see_what_is_for_officers_in_their_own_province_and_nothing_of_another(store, role):
    shown = seen(store, who(role), OFFICE)
    assert (shown.fields["note"], shown.guarded) == ("โน้ตลับ", True)
    assert [seen(store, who(role), one) for one in (HIDDEN, TIE, RATING)] == [None] * 3
    assert [seen(store, who(role, provinces=THERE), one) for one in ALL if one is not FAR] == [None] * (len(ALL) - 1)


def test_an_administrator_sees_no_officer_data_and_the_local_operator_sees_all(store):
    assert "note" not in seen(store, who("administrator"), OFFICE).fields
    assert seen(store, who("administrator"), PERSON) is None
    assert all(seen(store, who("local_operator", provinces=None), one) for one in ALL)


def test_the_far_end_of_a_tie_is_told_by_kind_and_province_alone(store):
    shown = seen(store, who("network_manager"), ACROSS)
    assert shown.masked == {"target": ("organization", THERE)}
    assert shown.fields["target"] is None
    assert shown.names == {OFFICE.id: "สำนักงาน ก"}
    assert FAR.id not in str(shown)
    assert seen(store, who("network_manager", provinces=None), ACROSS).masked == {}


def test_a_record_elsewhere_that_a_field_names_is_masked_as_well(store):
    shown = seen(store, who("viewer"), FAR_CHILD)
    assert (shown.fields["parent"], shown.masked) == (None, {"parent": ("organization", THERE)})


def test_a_tie_to_a_record_that_is_not_seen_is_not_seen_though_it_is_public_itself(store):
    assert [seen(store, who(role), TIE) for role in ("viewer", "member", "network_manager")] == [None] * 3


def test_a_population_group_under_five_is_told_without_its_number(store):
    few = FEW.model_copy(update={"persons": 4})
    sight = Sight(who("network_manager"), store, None)
    assert sight.shown(store.get(FEW.id)).fields["persons"] == 40
    stored = store.get(FEW.id)
    shown = sight.shown(type(stored)(few, stored.version, stored.revision))
    assert shown.fields["persons"] is None


def test_a_record_is_found_by_the_id_that_was_told_and_by_no_other(store):
    researcher = who("researcher")
    sight = sights(store.application).of(researcher, store)
    stored, shown = seen_record(sight, store, sight.told(PERSON.id))
    assert (stored.record, shown.id) == (PERSON, sight.told(PERSON.id))
    for told in (PERSON.id, "x", sight.told(HIDDEN.id), ""):
        with pytest.raises(UnknownRecord):
            seen_record(sight, store, told)


def test_a_record_that_was_removed_is_still_hidden_by_what_it_was(store):
    store.apply(ChangeSet("t", "t", (), removals=(Removal(TIE.id, 1), Removal(HIDDEN.id, 1))))
    sight = Sight(who("network_manager"), store, None)
    assert sight.shown(store.get(TIE.id, revision=1)) is None


def test_every_field_is_told_as_the_record_itself_says_it_in_json(tmp_path):
    records = filled_province()
    with SqliteStore.open(tmp_path / "filled.sqlite") as store:
        put(store, *records)
        sight = Sight(who("local_operator", provinces=None), store, None)
        for stored, shown in zip(store.records(), sight.shown_all(list(store.records())), strict=True):
            assert shown.fields == stored.record.model_dump(mode="json")


def test_a_glance_tells_of_the_fields_asked_for_what_a_look_tells(store):
    sight = Sight(who("member"), store, None)
    for stored, glance in sight.glances(list(store.records()), ("given_name", "note", "target")):
        look = sight.shown(stored)
        assert glance.name == look.name
        assert glance.fields.items() <= look.fields.items()
        assert "note" not in glance.fields
