"""The history of a record says who changed what, when, and by which operation."""

from datetime import UTC, date, datetime

import pytest

from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted, UnknownRecord, UsageError
from network_service.operations.end_record import end_record
from network_service.operations.merge_records import merge_records
from network_service.operations.plan import Action
from network_service.operations.record_history import record_history
from network_service.operations.undo_change_set import undo_change_set
from network_service.store.sqlite.store import SqliteStore
from tests.snapshot.records import node
from tests.store.records import changed, collaboration, organization, put

USER = local_operator("tester")
OFFICE = organization("สำนักงาน ก", source_key="A1")
CLUB = organization("ชมรม ข", aliases=("ช.ข.",))


@pytest.fixture
def store(tmp_path):
    now = datetime(2026, 10, 1, 20, 30, tzinfo=UTC)
    with SqliteStore.open(tmp_path / "store.sqlite", clock=lambda: now) as opened:
        yield opened


def steps(report, place=0):
    return [
        (step.entry.revision, step.entry.operation, step.action, {f.field: (f.before, f.after) for f in step.fields})
        for step in report.histories[place].steps
    ]


def test_each_version_is_told_with_its_fields_and_a_removal_and_return_have_their_steps(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, note="แก้", sector="state"))
    undo_change_set(USER, store, "2")
    undo_change_set(USER, store, "1")
    undo_change_set(USER, store, "4")
    report = record_history(USER, store, OFFICE.id)
    assert steps(report) == [
        (1, "test", Action.ADD, {}),
        (2, "test", Action.CHANGE, {"sector": (None, "state"), "note": (None, "แก้")}),
        (3, "undo", Action.CHANGE, {"sector": ("state", None), "note": ("แก้", None)}),
        (4, "undo", Action.REMOVE, {}),
        (5, "undo", Action.ADD, {}),
    ]
    assert report.histories[0].steps[2].entry.principal == "os:tester"


def test_a_removed_record_has_its_history_still(store):
    put(store, OFFICE)
    undo_change_set(USER, store, "1")
    report = record_history(USER, store, OFFICE.id)
    assert [step.action for step in report.histories[0].steps] == [Action.ADD, Action.REMOVE]
    with pytest.raises(UnknownRecord, match=r"record\.unknown"):
        end_record(USER, store, OFFICE.id, date(2026, 1, 1))


def test_a_merged_record_tells_its_own_history_and_that_of_the_record_it_leads_to(store):
    put(store, OFFICE, CLUB)
    merge_records(USER, store, OFFICE.id, CLUB.id)
    report = record_history(USER, store, OFFICE.id)
    assert [history.record.id for history in report.histories] == [OFFICE.id, CLUB.id]
    assert steps(report)[1][3]["into"] == (None, CLUB.id)
    assert report.names[CLUB.id] == CLUB.name


@pytest.mark.parametrize("text", [CLUB.id, CLUB.id.upper(), "ชมรม ข", "ชมรมข", "ช.ข."])
def test_a_record_is_found_by_id_name_and_other_names(store, text):
    put(store, OFFICE, CLUB)
    assert record_history(USER, store, text).histories[0].record.id == CLUB.id


def test_a_person_is_found_with_and_without_titles_and_a_code_counts_as_a_name(store):
    person = node("person", "สมใจ", family_name="ตัวอย่าง", titles=("นาง",))
    put(store, person, OFFICE)
    for text in ("สมใจ ตัวอย่าง", "นางสมใจ ตัวอย่าง"):
        assert record_history(USER, store, text).histories[0].record == person
    assert record_history(USER, store, "A1").histories[0].record == OFFICE


def test_a_tie_is_named_by_its_ends(store):
    tie = collaboration(OFFICE.name, CLUB.name)
    put(store, OFFICE, CLUB, tie)
    report = record_history(USER, store, tie.id)
    assert (report.names[OFFICE.id], report.names[CLUB.id]) == (OFFICE.name, CLUB.name)


def test_a_name_of_several_lists_them_and_a_province_chooses(store):
    elsewhere = changed(CLUB, id=OFFICE.id, province="TH-97")
    put(store, CLUB, elsewhere)
    with pytest.raises(UsageError, match=r"record\.ambiguous"):
        record_history(USER, store, CLUB.name)
    assert record_history(USER, store, CLUB.name, province="th-97").histories[0].record == elsewhere


def test_nobody_hears_of_records_out_of_reach(store):
    put(store, OFFICE)
    officer = Principal("officer", frozenset({Role.GOVERNORS_OFFICE}), frozenset({"TH-97"}))
    for text in (OFFICE.id, OFFICE.name):
        with pytest.raises(UnknownRecord, match=r"record\.unknown"):
            record_history(officer, store, text)
    with pytest.raises(NotPermitted, match=r"access\.province"):
        record_history(officer, store, OFFICE.id, province="TH-98")
