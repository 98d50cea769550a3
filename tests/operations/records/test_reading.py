"""One record, its neighbours, its versions, and records found while a name is typed."""

import pytest

from network_service.errors import UnknownRecord, UsageError
from network_service.operations.record_history import record_history
from network_service.operations.records.one_record import one_record
from network_service.operations.records.record_neighbours import record_neighbours
from network_service.operations.records.record_versions import record_versions
from network_service.operations.records.search_records import search_records
from network_service.store.change import ChangeSet, Removal
from network_service.store.sqlite.store import SqliteStore
from tests.operations.who import THERE, sights, who
from tests.store.records import changed, collaboration, node, organization, put, tie, uid

OFFICE = organization("สำนักงาน ก", aliases=("สนง.ก",))
CLUB = organization("ชมรม ข", note="เดิม")
SECRET = organization("สำนักงานลับ", visibility="restricted")
PERSON = node("person", "สมหญิง", family_name="ใจดี", nickname="หญิง")
FAR = node("organization", "สำนักงานอื่น", province=THERE)
TIES = (
    collaboration("สำนักงาน ก", "ชมรม ข"),
    collaboration("สำนักงาน ก", "สำนักงานอื่น"),
    collaboration("สำนักงาน ก", "สำนักงานลับ"),
    tie("belongs_to", "สมหญิง", "สำนักงาน ก"),
)
MANAGER = who("network_manager")


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        put(opened, OFFICE, CLUB, SECRET, PERSON, FAR, *TIES)
        yield opened


def test_one_record_is_read_by_its_id_and_what_is_out_of_sight_is_unknown(store):
    eyes = sights(store.application)
    assert one_record(MANAGER, store, CLUB.id, eyes).fields["note"] == "เดิม"
    for unseen in (SECRET.id, FAR.id, uid("nobody"), "x"):
        with pytest.raises(UnknownRecord):
            one_record(MANAGER, store, unseen, eyes)


def test_neighbours_are_ties_with_the_node_at_the_other_end(store):
    shown, found = record_neighbours(MANAGER, store, OFFICE.id, sights(store.application))
    assert shown.id == OFFICE.id
    assert {(one.tie.kind, one.node.name if one.node else None) for one in found} == {
        ("belongs_to", "สมหญิง ใจดี"),
        ("collaborates_with", "ชมรม ข"),
        ("collaborates_with", None),
    }
    (across,) = (one for one in found if one.node is None)
    assert across.tie.masked == {"target": ("organization", THERE)}
    (only,) = record_neighbours(MANAGER, store, OFFICE.id, sights(store.application), kinds=("belongs_to",))[1]
    assert only.tie.id == TIES[3].id


def test_a_viewer_sees_no_tie_to_a_person_among_neighbours(store):
    assert record_neighbours(who("viewer"), store, OFFICE.id, sights(store.application))[1] == ()


def search(store, principal, text, **options):
    return [one.name for one in search_records(principal, store, text, sights(store.application), **options)]


def test_search_finds_names_that_are_seen_beginning_first(store):
    put(store, organization("ที่ทำการสำนักงาน"))
    assert search(store, MANAGER, "สำนักงาน") == ["สำนักงาน ก", "ที่ทำการสำนักงาน"]
    assert search(store, MANAGER, "สนง") == ["สำนักงาน ก"]
    assert search(store, who("member"), "หญิง") == ["สมหญิง ใจดี"]
    assert search(store, who("viewer"), "หญิง") == []


def test_hidden_records_take_no_place_among_those_found(store):
    put(store, *(organization(f"คลัง {number}", visibility="restricted") for number in range(30)))
    put(store, organization("คลัง จังหวัด"))
    assert search(store, MANAGER, "คลัง", limit=1) == ["คลัง จังหวัด"]


def test_a_researcher_finds_nobody_by_name(store):
    assert search(store, who("researcher"), "สมหญิง") == []


def test_a_search_takes_one_to_fifty(store):
    for limit in (0, 51):
        with pytest.raises(UsageError):
            search(store, MANAGER, "ก", limit=limit)


def test_versions_tell_who_changed_which_seen_field(store):
    put(store, changed(CLUB, note="ใหม่"))
    store.apply(ChangeSet("t", "undo", (), removals=(Removal(CLUB.id, 2), Removal(TIES[0].id, 1))))
    first, second = record_versions(MANAGER, store, CLUB.id, sights(store.application))
    assert (first.changed, second.changed) == ({}, {"note": ("เดิม", "ใหม่")})
    assert (first.removed_by, second.removed_by.operation) == (None, "undo")


def test_history_in_either_form_is_not_there_for_what_is_out_of_sight(store):
    put(store, changed(CLUB, visibility="restricted"))
    for record in (CLUB, SECRET, FAR):
        with pytest.raises(UnknownRecord):
            record_versions(MANAGER, store, record.id, sights(store.application))
        with pytest.raises(UnknownRecord):
            record_history(MANAGER, store, record.id)


def test_a_version_that_was_hidden_is_left_out_of_the_history(store):
    put(store, changed(SECRET, visibility="officer", note="เปิด"))
    (only,) = record_versions(MANAGER, store, SECRET.id, sights(store.application))
    assert only.shown.fields["note"] == "เปิด"
    (history,) = record_history(MANAGER, store, SECRET.id).histories
    assert [step.record.visibility for step in history.steps] == ["officer"]


def test_history_names_nobody_of_another_province(store):
    assert FAR.id not in record_history(MANAGER, store, TIES[1].id).names
    assert OFFICE.id in record_history(MANAGER, store, TIES[1].id).names
