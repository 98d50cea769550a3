"""Two days or two revisions of a province compared end to end, on networks made by hand and on the sample."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from examples.sample_province import sample_records
from network_service import bootstrap
from network_service.analysis.change.actors import Elsewhere
from network_service.analysis.change.compared import Cause
from network_service.analysis.change.roles import Turn, What
from network_service.analysis.change.ties import TieMove
from network_service.documents.workbook_export import write_workbook
from network_service.domain.principal import Principal, Role, local_operator
from network_service.domain.record import Record
from network_service.domain.vocabulary import Layer, Sector
from network_service.errors import InputError, NotPermitted, UnknownRecord, UsageError
from network_service.operations.compare_networks import CompareOptions, Comparison, compare_networks
from network_service.operations.comparison_report import as_plain
from network_service.operations.end_record import end_record
from network_service.operations.import_network import ImportOptions, import_network
from network_service.process.condition import Readiness
from network_service.process.factor import Status
from network_service.reference.sample_provinces import SAMPLE_DAY
from network_service.store.base import Store
from network_service.store.change import Change, ChangeSet
from tests.snapshot.records import a_network, members, node, store_with, tie

USER = local_operator("tester")
FIRST, LAST = date(2026, 1, 1), date(2026, 10, 1)
OFFICE = "สำนักงานจังหวัดตัวอย่าง"
NETWORK = a_network()
A, B, C, D = (node("organization", name, sector="state") for name in ("ก", "ข", "ค", "ง"))


def compare(store: Store, out: Path | None = None, principal: Principal = USER, **options: Any) -> Comparison:
    rules = bootstrap.analysis_rules(bootstrap.read_settings())
    return compare_networks(principal, store, CompareOptions(rules, LAST, **options), out)


def put(store: Store, *records: Record) -> None:
    """Write records that may be there already."""
    ordered = sorted(records, key=lambda record: hasattr(record, "source"))
    known = store.get_many([one.id for one in ordered])
    changes = (Change(one, known[one.id].version if one.id in known else 0) for one in ordered)
    store.apply(ChangeSet("test", "import", tuple(changes)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Four offices of which one leaves and one joins in between; a tie ends, another is made."""
    leaves, joins = {"valid_to": date(2026, 3, 1)}, {"valid_from": date(2026, 3, 1)}
    records = [
        *(NETWORK, A, B, C, D, *members(NETWORK, A, B)),
        tie("member_of", C, NETWORK, status="certified", **leaves),
        tie("member_of", D, NETWORK, status="self_declared", **joins),
        tie("collaborates_with", A, B, frequency=3),
        tie("collaborates_with", A, C, frequency=2),
        tie("collaborates_with", B, D, **joins),
    ]
    with store_with(tmp_path / "made", *records) as opened:
        yield opened


def test_two_days_tell_who_joined_and_left_and_which_ties_with_them(store: Store):
    found = compare(store, days=(FIRST, LAST))
    assert found.structure.compared.cause is Cause.WORLD
    assert [(one.id, one.elsewhere) for one in found.structure.actors.left] == [(C.id, Elsewhere.NOT_A_MEMBER)]
    assert [(one.id, one.elsewhere) for one in found.structure.actors.joined] == [(D.id, Elsewhere.NOT_A_MEMBER)]
    ties = found.structure.layers[Layer.COLLABORATION].changes
    assert {(frozenset(one.ends), one.move) for one in ties} == {
        (frozenset({A.id, C.id}), TieMove.ENDED),
        (frozenset({B.id, D.id}), TieMove.MADE),
    }
    assert all(one.with_member for one in ties)
    assert {one.id: one.difference for one in found.actor_moves[0].moves} == {A.id: -1, B.id: 1}


def test_both_days_are_told_by_the_same_revision(store: Store):
    put(store, NETWORK.model_copy(update={"name": "ชื่อใหม่"}))
    found = compare(store, days=(FIRST, LAST))
    assert found.structure.compared.revisions == (2, 2)
    assert found.before.snapshot.network_names == found.after.snapshot.network_names == ("ชื่อใหม่",)


def test_two_revisions_of_one_day_tell_what_was_put_right(store: Store):
    put(store, B.model_copy(update={"sector": Sector.BUSINESS}))
    found = compare(store, revisions=(1, 2))
    assert found.structure.compared.cause is Cause.RECORDS
    assert found.structure.compared.days == (LAST, LAST)
    assert [(one.id, one.field, one.before, one.after) for one in found.structure.actors.altered] == [
        (B.id, "sector", "state", "business")
    ]
    assert not found.structure.ties.changes
    assert {one.rule for one in found.findings.closed} >= {"sector_without_members"}


def test_the_second_is_today_or_the_latest_where_it_is_not_given(store: Store):
    assert compare(store, days=(FIRST, None)).structure.compared.days == (FIRST, LAST)
    put(store, node("organization", "จ"))
    assert compare(store, revisions=(1, None)).structure.compared.revisions == (1, 2)
    assert compare(store, revisions=(1, None), as_of=FIRST).structure.compared.days == (FIRST, FIRST)


def test_a_day_or_revision_compared_with_itself_is_empty(store: Store):
    assert compare(store, days=(FIRST, FIRST)).is_empty
    assert compare(store, revisions=(1, 1)).is_empty


def test_what_the_network_does_not_show_is_no_change_of_it(store: Store):
    put(store, node("organization", "มิใช่สมาชิก"))
    assert compare(store, revisions=(1, 2)).is_empty


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({}, "compare.from_what"),
        ({"days": (None, LAST)}, "compare.from_what"),
        ({"revisions": (None, 1)}, "compare.from_what"),
        ({"days": (FIRST, None), "revisions": (1, None)}, "compare.both_ways"),
        ({"days": (FIRST, None), "revisions": (None, 1)}, "compare.both_ways"),
        ({"days": (FIRST, LAST), "as_of": LAST}, "compare.as_of_with_days"),
        ({"days": (LAST, FIRST)}, "compare.backwards"),
        ({"revisions": (1, 0)}, "compare.backwards"),
    ],
)
def test_what_cannot_be_compared_is_refused(store: Store, options: dict[str, Any], code: str):
    with pytest.raises(UsageError) as error:
        compare(store, **options)
    assert error.value.code == code


def test_a_revision_that_does_not_exist_is_the_stores_error(store: Store):
    with pytest.raises(UnknownRecord) as error:
        compare(store, revisions=(1, 9))
    assert (error.value.code, error.value.parameters["latest"]) == ("store.unknown_revision", 1)


def test_where_there_was_no_network_nothing_is_compared(store: Store):
    put(store, NETWORK.model_copy(update={"valid_from": FIRST}))
    for options in ({"days": (date(2025, 1, 1), LAST)}, {"revisions": (0, 1)}):
        with pytest.raises(InputError) as error:
            compare(store, **options)
        assert error.value.code == "compare.no_network"
    with pytest.raises(UnknownRecord, match=r"province\.unknown"):
        compare(store, days=(FIRST, LAST), province="TH-10")


def test_only_who_may_compare_and_reaches_the_province_does(store: Store):
    for role, provinces in ((Role.VIEWER, None), (Role.NETWORK_MANAGER, frozenset({"TH-97"}))):
        with pytest.raises(NotPermitted):
            compare(store, principal=Principal("p", frozenset({role}), provinces), days=(FIRST, LAST), province="TH-98")


def test_what_an_import_brings_is_who_joined_with_its_ties(tmp_path: Path):
    """The sample without one club in the store, then the whole workbook imported."""
    records = sample_records()
    (club,) = [one for one in records if getattr(one, "name", None) == "ชมรมร้านอาหารเมืองตัวอย่าง"]
    rest = [
        one for one in records if club.id not in {one.id, *(getattr(one, end, None) for end in ("source", "target"))}
    ]
    write_workbook(tmp_path / "TH-98.xlsx", records, "th")
    with store_with(tmp_path / "rest", *rest) as store:
        import_network(USER, store, tmp_path / "TH-98.xlsx", ImportOptions(day=SAMPLE_DAY))
        found = compare(store, revisions=(1, 2), as_of=SAMPLE_DAY)
    (joined,) = found.structure.actors.joined
    assert (joined.id, joined.sector, joined.elsewhere) == (club.id, "business", Elsewhere.ABSENT)
    degree = found.after.snapshot.undirected_degrees[found.after.snapshot.actors.index[club.id]]
    made = found.structure.ties.of(TieMove.MADE)
    assert found.structure.ties.changes == made
    assert len(made) == degree > 0
    assert all(club.id in one.ends for one in made)
    assert found.structure.compared.cause is Cause.RECORDS


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample, in whose second revision its leading office had ended with all its ties."""
    with store_with(tmp_path_factory.mktemp("sample"), *sample_records()) as opened:
        end_record(USER, opened, OFFICE, date(2026, 9, 30), with_ties=True)
        yield opened


def test_the_sample_without_its_leading_office_loses_what_hung_on_it(ended: Store, tmp_path: Path):
    out = tmp_path / "change.csv"
    found = compare(ended, out, revisions=(1, 2), as_of=SAMPLE_DAY)
    (left,) = found.structure.actors.left
    assert (left.name, left.sector, left.elsewhere) == (OFFICE, "state", Elsewhere.ABSENT)
    assert found.structure.actors.sizes == (142, 141)
    gone = found.structure.ties.of(TieMove.ENDED)
    assert found.structure.ties.changes == gone
    degree = found.before.snapshot.undirected_degrees[found.before.snapshot.actors.index[left.id]]
    assert len(gone) == degree > 20
    assert all(left.id in one.ends and one.with_member for one in gone)
    assert {(one.what, one.turn) for one in found.structure.roles} == {
        (What.SUB_NETWORK_MEMBER, Turn.ENDED),
        (What.PARTY, Turn.ENDED),
    }
    manager = found.readiness.steps[2]
    assert manager.states == (Readiness.READY, Readiness.UNKNOWN)
    ability = next(one for one in found.readiness.factors if one.after.code == "manager_ability")
    assert (ability.states, ability.difference) == ((Status.MET, Status.UNKNOWN), None)
    told = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["synthetic"] for row in told} == {"TRUE"}
    assert [row["name"] for row in told if (row["what"], row["kind"]) == ("actor", "left")] == [OFFICE]
    assert sum((row["what"], row["kind"]) == ("tie", "ended") for row in told) == degree


def test_machines_are_told_all_of_it(ended: Store):
    told = as_plain(compare(ended, revisions=(1, 2), as_of=SAMPLE_DAY))
    assert (told["cause"], told["revisions"], told["changed"]) == ("records", [1, 2], True)
    assert [one["name"] for one in told["actors"]["left"]] == [OFFICE]
    assert set(told["ties"]) == {"all", "collaboration", "resource", "agreement"}
    assert [len(told["readiness"][name]) for name in ("steps", "factors")] == [7, 9]
    assert {one["measure"] for one in told["figures"]} >= {"density", "e_i_index"}
    assert set(told["actor_moves"]) == {"degree_count", "betweenness"}
