"""A backup is the store of one moment; restoring it brings that moment back, but nothing that was erased since."""

import pytest

from network_service.errors import InputError, UnreadableFile, UsageError
from network_service.store.change import ChangeSet, Removal
from tests.store.records import changed, collaboration, node, organization, put

OFFICE, CLUB = organization("สำนักงานตัวอย่าง"), organization("ชมรมตัวอย่าง")
PERSON = node("person", "สมหญิง", family_name="ลับเฉพาะ")
TIE = collaboration(OFFICE.name, CLUB.name)
SEAT = collaboration(PERSON.given_name, OFFICE.name)


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copies" / "สำเนา #1.sqlite"


@pytest.fixture
def filled(store, copy):
    """A store with history, a removal, an erasure and application records."""
    copy.parent.mkdir()
    put(store, OFFICE, CLUB, TIE, PERSON)
    put(store, changed(OFFICE, note="แก้ไข"))
    store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(TIE.id, 1),)))
    gone = organization("ที่ลบแล้ว")
    put(store, gone)
    store.erase([gone.id], principal="os:tester", reason_code="request")
    store.application.put("views", "a", {"x": [1, "ก"]}, expected_version=0)
    store.application.append("log", "หนึ่ง")
    return store


def everything(store):
    """All that can be read, at every revision."""
    return (
        [list(store.records(revision=revision)) for revision in range(store.revision() + 1)],
        [store.history(record.id) for record in (OFFICE, CLUB, TIE, PERSON)],
        list(store.audit()),
        list(store.application.entries("views")),
        list(store.application.entries("log")),
        store.search("ตัวอย่าง"),
    )


def erase(store, *records):
    store.erase([record.id for record in records], principal="os:tester", reason_code="request")


def restore(store, copy):
    return store.restore(copy, principal="os:admin")


def test_a_backup_says_what_it_holds(filled, copy):
    made = filled.back_up(copy)
    assert (made.path, made.size) == (copy, copy.stat().st_size)
    assert (made.revision, made.records) == (filled.revision(), 3)
    assert made.audit_head == list(filled.audit())[-1].digest
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_restored_store_reads_as_it_did_then_and_goes_on(filled, copy):
    filled.back_up(copy)
    before, revision = everything(filled), filled.revision()
    put(filled, changed(OFFICE, note="แก้ทีหลัง"), organization("มาทีหลัง"))
    filled.application.put("views", "a", "ทับ", expected_version=1)
    restored = restore(filled, copy)
    after = everything(filled)
    assert after[0][: revision + 1] == before[0]
    assert after[0][revision + 1] == before[0][revision]
    assert (after[1], after[2][:-1], after[3:]) == (before[1], before[2], before[3:])
    assert (restored.revision, restored.erased_again) == (revision + 1, 0)
    assert filled.check(audit_head=before[2][-1].digest) == []
    assert put(filled, organization("ต่อไป")).revision == revision + 2
    assert filled.application.append("log", "สอง").key > before[4][-1].key
    assert filled.check() == []


def test_the_audit_says_who_restored_what_in_the_place_of_what(filled, copy):
    made = filled.back_up(copy)
    put(filled, organization("มาทีหลัง"))
    replaced = list(filled.audit())[-1]
    restored = restore(filled, copy)
    entry = list(filled.audit())[-1]
    assert (entry.operation, entry.principal, entry.record_ids) == ("restore", "os:admin", ())
    assert dict(entry.about) == {
        "restored_head": made.audit_head,
        "restored_revision": str(made.revision),
        "replaced_head": replaced.digest,
        "replaced_revision": str(replaced.revision),
    }
    assert restored.audit_head == entry.digest


def test_a_backup_can_be_restored_into_an_empty_store(filled, empty_store, copy):
    made = filled.back_up(copy)
    other = empty_store()
    restored = restore(other, copy)
    assert (restored.kept, restored.backup.audit_head) == (None, made.audit_head)
    assert list(other.records()) == list(filled.records())
    assert everything(other)[1] == everything(filled)[1]
    assert other.check(audit_head=made.audit_head) == []


def test_what_was_replaced_is_kept_and_can_be_restored(filled, copy):
    filled.back_up(copy)
    put(filled, organization("มาทีหลัง"))
    there = list(filled.records())
    restored = restore(filled, copy)
    assert list(filled.records()) != there
    assert restore(filled, restored.kept).backup.records == len(there)
    assert list(filled.records()) == there
    assert filled.check() == []


def test_an_erased_record_stays_erased_whatever_is_restored(filled, copy):
    filled.back_up(copy)
    put(filled, changed(PERSON, nickname="หน่อย"))
    erase(filled, PERSON)
    for _ in range(2):
        restored = restore(filled, copy)
        assert restored.erased_again == 1
        assert filled.history(PERSON.id) == filled.search("สมหญิง") == []
        assert {found.record.id for found in filled.records()} == {OFFICE.id, CLUB.id}
        assert [entry.operation for entry in filled.audit()][-2:] == ["erase", "restore"]
        assert filled.check() == []


def test_what_was_erased_is_erased_from_a_copy_of_a_copy_too(filled, copy):
    filled.back_up(copy)
    erase(filled, PERSON)
    restore(filled, copy)
    second = copy.with_name("second.sqlite")
    filled.back_up(second)
    assert restore(filled, second).erased_again == 0
    assert restore(filled, copy).erased_again == 1
    assert filled.history(PERSON.id) == []


def test_ties_that_join_what_is_erased_again_go_with_it_and_keep_their_history(filled, copy):
    put(filled, organization("สมาคม"))
    link = collaboration("สมาคม", OFFICE.name)
    put(filled, link)
    filled.back_up(copy)
    filled.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(link.id, 1),)))
    erase(filled, organization("สมาคม"))
    assert restore(filled, copy).erased_again == 1
    assert filled.get(link.id) is None
    assert [found.record for found in filled.history(link.id)] == [link]
    assert filled.check() == []


def test_an_erasure_the_copy_lacks_the_record_of_is_remembered_for_other_copies(filled, copy):
    late = node("person", "มาทีหลัง")
    filled.back_up(copy)
    put(filled, late)
    second = copy.with_name("second.sqlite")
    filled.back_up(second)
    erase(filled, late)
    assert restore(filled, copy).erased_again == 0
    assert restore(filled, second).erased_again == 1
    assert filled.history(late.id) == []


def test_what_came_back_after_its_erasure_stays_in_the_copies_made_since(filled, copy):
    erase(filled, PERSON)
    put(filled, PERSON)
    filled.back_up(copy)
    put(filled, organization("มาทีหลัง"))
    assert restore(filled, copy).erased_again == 0
    assert filled.get(PERSON.id).record == PERSON


def test_nothing_is_written_over(filled, copy):
    copy.write_text("ของเดิม")
    with pytest.raises(UsageError, match=r"backup\.exists"):
        filled.back_up(copy)
    assert copy.read_text() == "ของเดิม"


def test_a_place_that_cannot_be_written_is_wrong_use(filled, tmp_path):
    with pytest.raises(UsageError, match=r"cli\.unwritable"):
        filled.back_up(tmp_path / "none" / "x.sqlite")


def test_an_empty_store_is_not_backed_up_as_if_it_were_something(store, tmp_path):
    with pytest.raises(UsageError, match=r"backup\.empty"):
        store.back_up(tmp_path / "x.sqlite")
    assert not (tmp_path / "x.sqlite").exists()


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_a_file_cut_short_is_refused_by_name_and_nothing_is_touched(filled, copy, share):
    filled.back_up(copy)
    put(filled, organization("มาทีหลัง"))
    content, before = copy.read_bytes(), everything(filled)
    copy.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(UnreadableFile) as error:
        restore(filled, copy)
    assert error.value.code in ("restore.short", "restore.not_a_store")
    assert error.value.parameters["path"] == str(copy)
    assert everything(filled) == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_file_of_something_else_is_refused_by_name(filled, copy, tmp_path):
    before = everything(filled)
    copy.write_bytes(b"no backup at all" * 999)
    for wrong, code in ((copy, "not_a_store"), (copy.parent, "unreadable"), (tmp_path / "absent", "unreadable")):
        with pytest.raises(InputError) as error:
            restore(filled, wrong)
        assert (error.value.code, error.value.parameters["path"]) == (f"restore.{code}", str(wrong))
    assert everything(filled) == before


def test_a_copy_is_not_closed_because_its_source_was(filled, copy):
    filled.begin_maintenance("os:admin")
    filled.back_up(copy)
    filled.end_maintenance("os:admin")
    restore(filled, copy)
    assert filled.maintenance() is None
    assert put(filled, organization("ต่อไป")).written == 1
