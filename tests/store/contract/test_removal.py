"""A record can go without a lie: later readings no longer see it, earlier ones and its history still do."""

import hashlib

import pytest

from network_service.errors import InputError, StaleWrite, UnknownRecord, UsageError
from network_service.store.change import Change, ChangeSet, Removal
from tests.store.records import DAY, PROVINCE, changed, collaboration, organization, put

OFFICE, CLUB, THIRD = (organization(name) for name in ("สำนักงานตัวอย่าง", "ชมรมตัวอย่าง", "สมาคมตัวอย่าง"))
TIE = collaboration(OFFICE.name, CLUB.name)


def remove(store, *records, version=1, changes=(), key=None):
    removals = tuple(Removal(record.id, version) for record in records)
    return store.apply(ChangeSet("os:tester", "undo", tuple(changes), key, removals=removals))


def ids(found):
    return {stored.record.id for stored in found}


def test_what_was_removed_is_seen_by_no_reading_of_the_latest_revision_and_by_all_earlier_ones(store):
    put(store, OFFICE, CLUB, TIE)
    applied = remove(store, CLUB, TIE)
    assert (applied.revision, applied.written) == (2, 2)
    for revision, seen in ((1, {OFFICE.id, CLUB.id, TIE.id}), (2, {OFFICE.id}), (None, {OFFICE.id})):
        assert ids(store.records(revision=revision)) == seen
        assert (store.get(CLUB.id, revision=revision) is not None) == (CLUB.id in seen)
        assert ids(store.neighbours(OFFICE.id, revision=revision)) == seen & {TIE.id}
        columns = store.scan(["organization"], ["id"], provinces=[PROVINCE], as_of=DAY, revision=revision)
        assert columns["id"] == sorted(seen - {TIE.id})
    assert store.get_many([OFFICE.id, CLUB.id]).keys() == {OFFICE.id}
    assert [(found.record, found.superseded) for found in store.history(CLUB.id)] == [(CLUB, 2)]


def test_a_province_whose_last_record_is_removed_is_gone(store):
    put(store, OFFICE)
    remove(store, OFFICE)
    assert store.provinces() == ()
    assert store.check() == []


def test_a_removed_record_may_come_back_and_its_numbers_go_on(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, note="แก้"))
    remove(store, OFFICE, version=2)
    put(store, CLUB)
    store.apply(ChangeSet("os:tester", "test", (Change(OFFICE, 0),)))
    assert [(v.version, v.revision, v.superseded) for v in store.history(OFFICE.id)] == [
        (1, 1, 2),
        (2, 2, 3),
        (3, 5, None),
    ]
    assert [store.get(OFFICE.id, revision=revision) is not None for revision in range(6)] == [
        *(False, True, True),
        *(False, False, True),
    ]
    assert store.check() == []


def test_a_removal_does_not_take_a_ties_end(store):
    put(store, OFFICE, CLUB, TIE)
    with pytest.raises(InputError) as error:
        remove(store, CLUB)
    assert (error.value.code, error.value.parameters) == (
        "store.end_removed",
        {"record_id": TIE.id, "end": CLUB.id},
    )
    assert store.revision() == 1


def test_a_removal_may_take_the_end_of_a_tie_that_goes_or_turns_elsewhere_with_it(store):
    put(store, OFFICE, CLUB, THIRD, TIE)
    remove(store, CLUB, changes=[Change(changed(TIE, target=THIRD.id), 1)])
    assert store.get(TIE.id).record.target == THIRD.id
    store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(THIRD.id, 1), Removal(TIE.id, 2))))
    assert ids(store.records()) == {OFFICE.id}
    assert store.check() == []


def test_no_tie_is_written_to_what_goes_in_the_same_change_set(store):
    put(store, OFFICE, CLUB)
    with pytest.raises(UnknownRecord) as error:
        remove(store, CLUB, changes=[Change(TIE, 0)])
    assert error.value.code == "store.unknown_end"


@pytest.mark.parametrize("version", [0, 2])
def test_only_the_version_that_was_seen_is_removed(store, version):
    put(store, OFFICE)
    with pytest.raises(StaleWrite):
        remove(store, OFFICE, version=version)
    assert store.get(OFFICE.id).version == 1


def test_what_is_not_there_cannot_be_removed(store):
    with pytest.raises(UnknownRecord, match=r"store\.nothing_to_remove"):
        remove(store, OFFICE, version=0)
    put(store, OFFICE)
    remove(store, OFFICE)
    with pytest.raises(StaleWrite):
        remove(store, OFFICE)


def test_a_record_is_not_changed_and_removed_at_once(store):
    put(store, OFFICE)
    with pytest.raises(UsageError, match=r"store\.record_twice"):
        remove(store, OFFICE, changes=[Change(changed(OFFICE, note="แก้"), 1)])
    with pytest.raises(UsageError, match=r"store\.record_twice"):
        remove(store, OFFICE, OFFICE)


def test_the_audit_names_what_was_removed_with_its_digest_before_and_nothing_after(store):
    put(store, OFFICE)
    remove(store, OFFICE)
    first, second = store.audit()
    assert second.record_ids == (OFFICE.id,)
    assert (second.before, second.after) == (first.after, hashlib.sha256(b"").hexdigest())
    assert store.check() == []


def test_an_idempotency_key_belongs_to_the_removals_too(store):
    put(store, OFFICE, CLUB)
    first = remove(store, OFFICE, key="k")
    again = remove(store, OFFICE, key="k")
    assert (again.repeated, again.revision) == (True, first.revision)
    for other in ([CLUB], [OFFICE, CLUB], []):
        with pytest.raises(UsageError, match=r"store\.key_reused"):
            remove(store, *other, key="k")


def test_what_a_revision_changed_is_told_before_and_after(store):
    put(store, OFFICE, CLUB, TIE)
    edited = changed(OFFICE, note="แก้")
    store.apply(ChangeSet("os:t", "test", (Change(edited, 1), Change(THIRD, 0)), removals=(Removal(TIE.id, 1),)))
    put(store, changed(CLUB, note="แก้"))

    def told(revision):
        pairs = store.changes(revision)
        named = [(before or after).record.id for before, after in pairs]
        assert named == sorted(named)
        return {
            (before or after).record.id: (before and before.record, after and after.record) for before, after in pairs
        }

    assert told(0) == {}
    assert told(1) == {one.id: (None, one) for one in (OFFICE, CLUB, TIE)}
    assert told(2) == {OFFICE.id: (OFFICE, edited), THIRD.id: (None, THIRD), TIE.id: (TIE, None)}
    assert [(before.version, after.version, after.superseded) for before, after in store.changes(3)] == [(1, 2, None)]
    with pytest.raises(UnknownRecord):
        store.changes(4)


def test_sequence_and_revision_count_together(store):
    put(store, OFFICE)
    put(store, OFFICE)
    remove(store, OFFICE)
    put(store, CLUB)
    assert [(entry.sequence, entry.revision) for entry in store.audit()] == [(1, 1), (2, 2), (3, 3)]
