"""The audit says who did what to which records, and holds no value of theirs."""

import hashlib

from network_service.store.chain import GENESIS, digest_of
from network_service.store.change import Change, ChangeSet
from tests.store.records import changed, organization, put

OFFICE, CLUB = organization("สำนักงานลับเฉพาะ"), organization("ชมรมตัวอย่าง")


def test_an_entry_names_who_what_and_when(store, clock):
    change_set = ChangeSet("os:สมใจ", "import_file", (Change(CLUB, 0), Change(OFFICE, 0)), "key", {"sheet": "สมาชิก"})
    applied = store.apply(change_set)
    (entry,) = store.audit()
    assert (entry.sequence, entry.at, entry.principal, entry.operation) == (1, clock.now, "os:สมใจ", "import_file")
    assert (entry.change_set, entry.revision, dict(entry.about)) == (applied.change_set, 1, {"sheet": "สมาชิก"})
    assert entry.record_ids == tuple(sorted([OFFICE.id, CLUB.id]))


def test_entries_follow_each_other_even_when_the_clock_goes_back(store, clock):
    for number in range(5):
        put(store, changed(OFFICE, note=str(number)))
        clock.move(hours=-3)
    entries = list(store.audit())
    assert [entry.sequence for entry in entries] == [1, 2, 3, 4, 5]
    assert [entry.previous for entry in entries] == [GENESIS, *(entry.digest for entry in entries[:-1])]
    assert all(entry.digest == digest_of(entry) and entry.seal for entry in entries)
    assert store.check() == []


def test_entries_come_in_pages(store):
    for number in range(7):
        put(store, changed(OFFICE, note=str(number)))
    assert [entry.sequence for entry in store.audit(after=2, limit=3)] == [3, 4, 5]
    assert [entry.sequence for entry in store.audit(after=5)] == [6, 7]
    assert list(store.audit(after=7)) == []


def test_no_value_of_a_record_is_in_the_audit(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, note="ความลับ"))
    told = "".join(repr(entry) for entry in store.audit())
    assert "ลับ" not in told


def test_what_was_before_the_first_version_is_the_digest_of_nothing(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, note="แก้"))
    first, second = store.audit()
    assert first.before == hashlib.sha256(b"").hexdigest()
    assert second.before == first.after


def test_the_same_record_has_another_digest_in_another_store(empty_store):
    """The salt keeps a short name from being guessed out of the audit."""
    digests = set()
    for _ in range(3):
        store = empty_store()
        put(store, OFFICE)
        digests.add(next(store.audit()).after)
    assert len(digests) == 3


def test_a_head_kept_outside_must_still_be_in_the_chain(store):
    put(store, OFFICE)
    head = list(store.audit())[-1].digest
    put(store, changed(OFFICE, note="แก้"))
    assert store.check(audit_head=head) == []
    assert store.check(audit_head="f" * 64) == ["store.check.head"]
