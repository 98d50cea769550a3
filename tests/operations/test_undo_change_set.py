"""Whatever a change set did is taken back whole, or not at all where something since stands on it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.domain.principal import Principal, Role, local_operator
from network_service.errors import NotPermitted, UnknownRecord, UsageError
from network_service.operations.change_sets import change_sets
from network_service.operations.import_network import ImportOptions, import_network
from network_service.operations.plan import Action
from network_service.operations.undo_change_set import undo_change_set
from network_service.reference.sample_provinces import SAMPLE_DAY, sample_files
from network_service.store.change import Change, ChangeSet, Removal
from network_service.store.sqlite.store import SqliteStore
from tests.store.records import changed, collaboration, organization, put
from tests.trials import trials

USER = local_operator("tester")
OFFICE, CLUB, THIRD = (organization(name) for name in ("สำนักงานตัวอย่าง", "ชมรมตัวอย่าง", "สมาคมตัวอย่าง"))
TIE = collaboration(OFFICE.name, CLUB.name, frequency=2)


@pytest.fixture
def store(tmp_path):
    with SqliteStore.open(tmp_path / "store.sqlite") as opened:
        yield opened


def state(store, revision=None):
    return {found.record.id: found.record for found in store.records(revision=revision)}


def undone(store, which):
    report = undo_change_set(USER, store, str(which))
    assert report.conflicts == ()
    return report


def told(report):
    return {(conflict.code, conflict.record.id, conflict.by.revision) for conflict in report.conflicts}


def test_an_import_is_undone_in_one_go_and_undoing_that_brings_it_back(store):
    put(store, organization("ก่อนนำเข้า"))
    with sample_files("TH-98") as (workbook, *_):
        import_network(USER, store, workbook, ImportOptions(day=SAMPLE_DAY))
    report = undone(store, 2)
    assert (report.correction.revision, len(report.correction.changes)) == (3, len(state(store, 2)) - 1)
    assert state(store) == state(store, 1)
    undone(store, 3)
    assert state(store) == state(store, 2)
    undone(store, 2)
    assert state(store) == state(store, 1)
    assert store.check() == []


def test_what_was_changed_ended_added_and_removed_is_as_it_was_before(store):
    put(store, OFFICE, CLUB, TIE)
    store.apply(
        ChangeSet(
            "os:t",
            "test",
            (
                Change(changed(OFFICE, note="แก้", aliases=("สนง.",)), 1),
                Change(changed(CLUB, valid_to=date(2026, 9, 1)), 1),
                Change(THIRD, 0),
            ),
            removals=(Removal(TIE.id, 1),),
        )
    )
    report = undone(store, 2)
    assert {change.record.id: change.action for change in report.correction.changes} == {
        OFFICE.id: Action.CHANGE,
        CLUB.id: Action.CHANGE,
        THIRD.id: Action.REMOVE,
        TIE.id: Action.ADD,
    }
    assert state(store) == state(store, 1)


def test_the_audit_names_what_was_undone(store):
    put(store, OFFICE)
    first = next(store.audit())
    undone(store, first.change_set)
    last = list(store.audit())[-1]
    assert (last.operation, last.principal) == ("undo", "os:tester")
    assert dict(last.about) == {"undone": first.change_set, "undone_revision": "1"}


def test_a_record_changed_since_is_refused_by_name_and_nothing_is_written(store):
    put(store, OFFICE, CLUB)
    put(store, changed(OFFICE, note="แก้"))
    store.apply(ChangeSet("os:other", "test", (Change(changed(OFFICE, note="แก้อีก"), 2),)))
    before = state(store)
    report = undo_change_set(USER, store, "1")
    assert told(report) == {("changed", OFFICE.id, 3)}
    (conflict,) = report.conflicts
    assert (conflict.by.principal, conflict.record.name) == ("os:other", OFFICE.name)
    assert (report.correction.revision, store.revision(), state(store)) == (None, 3, before)


def test_a_record_removed_since_is_a_conflict_too(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, note="แก้"))
    store.apply(ChangeSet("os:t", "undo", (), removals=(Removal(OFFICE.id, 2),)))
    assert told(undo_change_set(USER, store, "2")) == {("changed", OFFICE.id, 3)}


def test_all_conflicts_are_listed_at_once(store):
    put(store, OFFICE, CLUB, THIRD)
    put(store, changed(OFFICE, note="แก้"), changed(CLUB, note="แก้"))
    put(store, collaboration(THIRD.name, CLUB.name))
    put(store, changed(THIRD, note="แก้"))
    assert told(undo_change_set(USER, store, "1")) == {
        ("changed", OFFICE.id, 2),
        ("changed", CLUB.id, 2),
        ("changed", THIRD.id, 4),
    }


def test_what_a_later_tie_or_field_names_is_not_taken_away(store):
    put(store, OFFICE, CLUB)
    put(store, TIE)
    put(store, changed(THIRD, parent=OFFICE.id))
    assert told(undo_change_set(USER, store, "1")) == {("needed", TIE.id, 2), ("needed", THIRD.id, 3)}
    undone(store, 3)
    undone(store, 2)
    undone(store, 1)
    assert state(store) == {}


def test_what_would_come_back_to_a_record_that_went_is_refused(store):
    put(store, OFFICE, CLUB, TIE)
    store.apply(ChangeSet("os:t", "test", (), removals=(Removal(TIE.id, 1),)))
    store.apply(ChangeSet("os:t", "test", (), removals=(Removal(CLUB.id, 1),)))
    assert told(undo_change_set(USER, store, "2")) == {("lost", TIE.id, 3)}


def test_a_record_that_is_again_as_it_was_left_is_no_conflict(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, note="แก้"))
    undone(store, 2)
    undone(store, 3)
    undone(store, 2)
    assert state(store) == {OFFICE.id: OFFICE}


def test_what_was_undone_already_leaves_nothing_to_write(store):
    put(store, OFFICE)
    undone(store, 1)
    report = undone(store, 1)
    assert (report.correction.changes, report.correction.revision, store.revision()) == ((), None, 2)


def test_a_dry_run_says_the_same_and_writes_nothing(store):
    put(store, OFFICE, CLUB, TIE)
    preview = undo_change_set(USER, store, "1", dry_run=True)
    assert (preview.correction.revision, store.revision()) == (None, 1)
    assert undone(store, 1).correction.changes == preview.correction.changes


def test_a_change_set_is_found_by_id_beginning_and_revision(store):
    put(store, OFFICE)
    name = next(store.audit()).change_set
    for which in (name, name[:8], name.upper(), "1", " 1 "):
        assert undo_change_set(USER, store, which, dry_run=True).entry.change_set == name
    for which in ("0", "2", "", "abc", "99999999", "%", name + "0"):
        with pytest.raises(UnknownRecord, match=r"change_set\.unknown"):
            undo_change_set(USER, store, which)


def test_a_beginning_of_several_ids_is_refused(store, monkeypatch):
    names = iter(["abcdef00-0000-4000-8000-000000000001", "abcdef00-0000-4000-8000-000000000002"])
    monkeypatch.setattr("network_service.store.sqlite.writer.uuid4", lambda: next(names))
    put(store, OFFICE)
    put(store, CLUB)
    with pytest.raises(UsageError, match=r"change_set\.ambiguous"):
        undo_change_set(USER, store, "abcdef")


def test_nobody_undoes_or_sees_what_is_out_of_reach(store):
    put(store, OFFICE)
    put(store, organization("อื่น", province="TH-97"))
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
    with pytest.raises(UnknownRecord, match=r"change_set\.unknown"):
        undo_change_set(manager, store, "1")
    assert [entry.revision for entry in change_sets(manager, store)] == [2]
    assert [entry.revision for entry in change_sets(USER, store)] == [2, 1]
    assert [entry.revision for entry in change_sets(USER, store, limit=1)] == [2]


def test_as_many_change_sets_are_listed_as_asked_for_however_many_others_lie_between(store):
    put(store, organization("อื่น", province="TH-97"))
    for _ in range(5):
        put(store, organization("ใหม่"))
        undo_change_set(USER, store, str(store.revision()))
    put(store, organization("อีก", province="TH-97"))
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
    assert [entry.revision for entry in change_sets(manager, store, limit=2)] == [12, 1]
    assert [entry.revision for entry in change_sets(manager, store, limit=1)] == [12]
    assert [entry.revision for entry in change_sets(USER, store, limit=3)] == [12, 11, 10]


def test_a_restoration_is_in_the_list_of_those_who_reach_all_provinces(tmp_path):
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-98"}))
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        put(store, organization("ก"))
        store.back_up(tmp_path / "copy.sqlite")
        store.restore(tmp_path / "copy.sqlite", principal="os:tester")
        assert [entry.operation for entry in change_sets(USER, store)] == ["restore", "test"]
        assert [entry.operation for entry in change_sets(manager, store)] == ["test"]


NAMES = ("ก", "ข", "ค")
edits = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["แก้", "อื่น", None])),
    min_size=1,
    max_size=3,
    unique_by=lambda e: e[0],
)
links = st.lists(
    st.tuples(st.permutations(NAMES).map(lambda names: (names[0], names[1])), st.integers(1, 5)),
    max_size=2,
    unique_by=lambda link: link[0],
)


@settings(max_examples=trials(40, 500))
@given(script=st.lists(st.tuples(edits, links), min_size=1, max_size=5))
def test_undoing_all_change_sets_backwards_passes_through_every_state(tmp_path_factory, script):
    with SqliteStore.open(tmp_path_factory.mktemp("undo") / "store.sqlite") as store:
        for edited, linked in script:
            nodes = {name: organization(name, note=note) for name, note in edited}
            missing = {end for ends, _ in linked for end in ends} - nodes.keys()
            there = store.get_many([organization(name).id for name in missing])
            nodes |= {name: organization(name) for name in missing if organization(name).id not in there}
            put(store, *nodes.values(), *(collaboration(*ends, frequency=number) for ends, number in linked))
        last = store.revision()
        for revision in range(last, 0, -1):
            undone(store, revision)
            assert state(store) == state(store, revision - 1)
        # Undoing the undoings, the last first, leads all the way back.
        for revision in range(store.revision(), last, -1):
            undone(store, revision)
        assert state(store) == state(store, last)
        assert store.check() == []


def test_a_change_set_of_two_provinces_is_undone_by_who_reaches_both_alone(store):
    put(store, OFFICE, organization("อื่น", province="TH-97"))
    manager = Principal("manager", frozenset({Role.NETWORK_MANAGER}), frozenset({"TH-97"}))
    with pytest.raises(NotPermitted, match=r"access\.province"):
        undo_change_set(manager, store, "1")
    assert store.revision() == 1
