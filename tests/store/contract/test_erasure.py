"""What is erased is gone from every version and every way of reading; that it was erased stays known, by id alone."""

import pytest

from network_service.errors import InputError, UnknownRecord, UsageError
from network_service.store.change import Change, ChangeSet, Removal
from tests.store.records import DAY, PROVINCE, changed, collaboration, node, organization, put, uid

PERSON = node("person", "สมหญิง", family_name="ลับเฉพาะ")
OFFICE, CLUB = organization("สำนักงานตัวอย่าง"), organization("ชมรมตัวอย่าง")
TIE = collaboration(OFFICE.name, CLUB.name)


def erase(store, *records):
    return store.erase([record.id for record in records], principal="os:tester", reason_code="consent_withdrawn")


def remove(store, record, version=1):
    store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(record.id, version),)))


def test_nothing_reads_what_was_erased_at_any_revision(store):
    put(store, PERSON, OFFICE)
    put(store, changed(PERSON, nickname="หน่อย"))
    applied = erase(store, PERSON)
    assert (applied.revision, applied.written, applied.repeated) == (3, 1, False)
    for revision in (None, 1, 2, 3):
        assert store.get(PERSON.id, revision=revision) is None
        assert [found.record for found in store.records(revision=revision)] == [OFFICE]
        columns = store.scan(["person", "organization"], ["id"], provinces=[PROVINCE], as_of=DAY, revision=revision)
        assert columns["id"] == [OFFICE.id]
    assert store.get_many([PERSON.id, OFFICE.id]).keys() == {OFFICE.id}
    assert store.history(PERSON.id) == []
    assert store.search("สมหญิง") == store.search("หน่อย") == store.search("ลับ") == []
    told = [one.record.id for revision in (1, 2, 3) for pair in store.changes(revision) for one in pair if one]
    assert set(told) == {OFFICE.id}
    assert store.check() == []


def test_the_audit_says_who_why_and_which_and_nothing_else(store, clock):
    put(store, PERSON, OFFICE)
    clock.move(days=1)
    applied = erase(store, PERSON)
    first, second = store.audit()
    assert (second.operation, second.principal, second.at) == ("erase", "os:tester", clock.now)
    assert (second.record_ids, dict(second.about)) == ((PERSON.id,), {"reason": "consent_withdrawn"})
    assert (second.change_set, second.revision, second.previous) == (applied.change_set, 2, first.digest)
    assert "สมหญิง" not in repr([first, second])


def test_the_head_that_was_kept_before_is_still_in_the_chain(store):
    put(store, PERSON, OFFICE)
    head = list(store.audit())[-1].digest
    erase(store, PERSON)
    assert store.check(audit_head=head) == []


def test_what_a_current_tie_joins_is_not_erased_without_it(store):
    put(store, OFFICE, CLUB, TIE)
    with pytest.raises(InputError) as error:
        erase(store, CLUB)
    assert (error.value.code, error.value.parameters) == ("store.end_removed", {"record_id": TIE.id, "end": CLUB.id})
    assert (store.revision(), store.get(CLUB.id).record) == (1, CLUB)
    assert erase(store, CLUB, TIE).written == 2
    assert [found.record for found in store.records(revision=1)] == [OFFICE]
    assert store.neighbours(OFFICE.id) == store.neighbours(OFFICE.id, revision=1) == []
    assert store.check() == []


def test_a_tie_alone_may_be_erased(store):
    put(store, OFFICE, CLUB, TIE)
    erase(store, TIE)
    assert store.neighbours(OFFICE.id, revision=1) == []
    assert store.check() == []


def test_what_a_tie_joined_before_it_was_removed_may_be_erased(store):
    put(store, OFFICE, CLUB, TIE)
    remove(store, TIE)
    erase(store, CLUB)
    assert [found.record for found in store.history(TIE.id)] == [TIE]
    assert store.check() == []


def test_a_record_that_was_removed_is_erased_from_its_history(store):
    put(store, PERSON, OFFICE)
    remove(store, PERSON)
    assert [found.record for found in store.history(PERSON.id)] == [PERSON]
    assert erase(store, PERSON).written == 1
    assert store.history(PERSON.id) == []
    assert list(store.audit())[-1].record_ids == (PERSON.id,)
    assert store.check() == []


def test_erasing_again_does_nothing_and_what_is_left_is_done(store):
    put(store, PERSON, OFFICE, CLUB)
    erase(store, PERSON)
    again = erase(store, PERSON)
    assert (again.revision, again.change_set, again.written) == (2, "", 0)
    assert erase(store, PERSON, OFFICE, OFFICE).written == 1
    assert [entry.record_ids for entry in store.audit(after=1)] == [(PERSON.id,), (OFFICE.id,)]
    assert store.check() == []


def test_an_erasure_of_nothing_is_nothing(store):
    put(store, OFFICE)
    assert erase(store).revision == 1


def test_an_id_that_never_was_is_told_and_nothing_is_erased(store):
    put(store, PERSON)
    with pytest.raises(UnknownRecord, match=r"store\.nothing_to_erase"):
        store.erase([PERSON.id, uid("nobody")], principal="os:tester", reason_code="request")
    assert store.get(PERSON.id).record == PERSON


@pytest.mark.parametrize("reason", ["", "นางสมหญิง ขอให้ลบ", "Somying", "a b", "a" * 61])
def test_a_reason_is_a_code_as_words_could_hold_what_is_to_go(store, reason):
    put(store, PERSON)
    with pytest.raises(UsageError, match=r"store\.reason_no_code"):
        store.erase([PERSON.id], principal="os:tester", reason_code=reason)
    assert store.revision() == 1


def test_a_record_may_come_back_and_be_erased_again(store):
    put(store, PERSON)
    erase(store, PERSON)
    store.apply(ChangeSet("os:tester", "test", (Change(PERSON, 0),)))
    (back,) = store.history(PERSON.id)
    assert (back.record, back.version, back.revision) == (PERSON, 2, 3)
    assert [found.record for found in store.search("สมหญิง")] == [PERSON]
    assert store.check() == []
    erase(store, PERSON)
    assert store.history(PERSON.id) == []
    assert store.check() == []


def test_a_province_of_which_all_was_erased_is_gone(store):
    put(store, PERSON)
    erase(store, PERSON)
    assert store.provinces() == ()


def test_a_change_of_what_was_erased_meanwhile_is_stale(store):
    put(store, PERSON)
    erase(store, PERSON)
    with pytest.raises(Exception, match=r"store\.stale_write"):
        store.apply(ChangeSet("os:tester", "test", (Change(changed(PERSON, note="แก้"), 1),)))


def test_an_idempotency_key_still_gives_its_first_answer(store):
    change_set = ChangeSet("os:tester", "test", (Change(PERSON, 0),), "key")
    first = store.apply(change_set)
    erase(store, PERSON)
    again = store.apply(change_set)
    assert (again.repeated, again.revision) == (True, first.revision)
    assert store.get(PERSON.id) is None
