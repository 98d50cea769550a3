"""Backups of a file in use, and restoring into one: nothing half, nothing lost, nobody's file swapped under them."""

import multiprocessing
import os
import shutil
import signal
import sqlite3
import stat
import sys
from contextlib import closing, suppress

import pytest

from network_service.errors import NetworkServiceError, StoreBusy, StoreDamaged, UnreadableFile, UsageError
from network_service.store.sqlite import SqliteStore, connection, copying
from tests.store.records import change_set, changed, organization, put
from tests.trials import trials

FORK = multiprocessing.get_context("fork")
KEY = b"k" * 32
SIZE = 5


@pytest.fixture
def path(tmp_path):
    (tmp_path / "live").mkdir()
    return tmp_path / "live" / "store.sqlite"


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.sqlite"


def opened(path, **options):
    return SqliteStore.open(path, audit_key=KEY, **options)


def records_of(number):
    return [organization(f"{number} {n}", note=f"ชุด {number}") for n in range(SIZE)]


def whole_sets(store):
    """The numbers of the change sets that are there; fails where one is there in part."""
    sets: dict[str, int] = {}
    for found in store.records():
        sets[found.record.note] = sets.get(found.record.note, 0) + 1
    assert set(sets.values()) <= {SIZE}
    return {int(note.removeprefix("ชุด ")) for note in sets}


def write_on(path, pipe, first):
    """Write one change set after the other and acknowledge each; wait where the store is busy."""
    with opened(path, busy_seconds=30) as store:
        number = first
        while True:
            store.apply(change_set(*records_of(number), key=str(number)))
            pipe.send(number)
            number += 1


class Writer:
    """Another process that writes until it is killed."""

    def __init__(self, path, first=0):
        self.pipe, there = FORK.Pipe(duplex=False)
        self.process = FORK.Process(target=write_on, args=(path, there, first))
        self.process.start()
        there.close()
        self.acknowledged = set()

    def hear(self, more):
        """Wait for some more acknowledgements."""
        for _ in range(more):
            self.acknowledged.add(self.pipe.recv())
        while self.pipe.poll():
            self.acknowledged.add(self.pipe.recv())

    def end(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.join()
        with suppress(EOFError, OSError):
            while True:
                self.acknowledged.add(self.pipe.recv())
        return self.acknowledged


def test_a_backup_made_while_another_process_writes_is_of_one_moment(path, tmp_path):
    opened(path).close()
    writer = Writer(path)
    with opened(path) as store:
        for trial in range(trials(8, 100)):
            writer.hear(2)
            before = set(writer.acknowledged)
            made = store.back_up(tmp_path / f"{trial}.sqlite")
            with opened(made.path) as copy:
                assert copy.check() == []
                assert before <= whole_sets(copy)
                assert len(whole_sets(copy)) == made.revision == copy.revision()
                assert made.audit_head == list(copy.audit())[-1].digest
    assert writer.end()


def test_a_backup_is_one_file_for_its_owner_only_without_a_log(path, copy):
    with opened(path) as store:
        put(store, *records_of(0))
        store.back_up(copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [one.name for one in copy.parent.iterdir() if one.is_file()] == [copy.name]


def test_an_unsound_store_gives_no_backup(path, copy):
    with opened(path) as store:
        put(store, *records_of(0))
        with store._connections.writing() as connection:
            connection.execute("UPDATE record_version SET valid_to = '2031-01-01' WHERE number = 1")
        with pytest.raises(StoreDamaged) as error:
            store.back_up(copy)
    assert (error.value.code, error.value.parameters["reasons"]) == ("backup.unsound", "store.check.columns")
    assert list(copy.parent.iterdir()) == [path.parent]


def test_a_memory_stick_without_second_names_takes_a_backup_too(path, copy, monkeypatch):
    def refused(*_):
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr(os, "link", refused)
    with opened(path) as store:
        put(store, *records_of(0))
        assert store.back_up(copy).size == copy.stat().st_size
        with pytest.raises(UsageError, match=r"backup\.exists"):
            copying.put_in_place(path, copy)


def test_what_a_killed_backup_left_goes_with_a_later_one(path, copy):
    left, fresh, theirs = (copy.with_name(name) for name in (".network-service-copy-a", ".network-service-copy-b", "c"))
    for folder in (left, fresh, theirs):
        folder.mkdir()
    for folder in (left, theirs):
        os.utime(folder, (0, 0))
    with opened(path) as store:
        put(store, *records_of(0))
        store.back_up(copy)
    assert (left.exists(), fresh.exists(), theirs.exists()) == (False, True, True)


def test_a_store_that_another_process_reads_is_restored_under_its_eyes(path, copy):
    with opened(path) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        for number in range(1, 4):
            put(store, *records_of(number))
        here, there = FORK.Pipe()
        child = FORK.Process(target=_read_on, args=(path, there))
        child.start()
        assert here.recv() == "reading"
        for _ in range(trials(3, 30)):
            assert store.restore(copy, principal="os:t").kept
            put(store, *records_of(1), *records_of(2), *records_of(3))
        here.send("stop")
        wrong, seen = here.recv()
        child.join()
    assert wrong == []
    assert seen <= {1, 4}
    assert child.exitcode == 0


def _read_on(path, pipe):
    """Read in one statement and by search, over and over; tell what was neither the one nor the other content."""
    wrong, seen = [], set()
    ids = [record.id for number in range(4) for record in records_of(number)]
    with opened(path) as store:
        pipe.send("reading")
        while not pipe.poll():
            found = store.get_many(ids)
            if len(found) not in (SIZE, 4 * SIZE):
                wrong.append(len(found))
            seen.add(len(found) // SIZE)
            if len(store.search("0 1", limit=100)) != 1:
                wrong.append("search")
        wrong += store.check()
        pipe.send((wrong, seen))
    os._exit(0)


def test_no_acknowledged_write_is_lost_when_others_write_during_a_restoration(path, copy):
    """Each is in the store as it was replaced, or in the restored one: a file swapped away would have taken some."""
    with opened(path, busy_seconds=30) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        writer = Writer(path, first=1)
        kept = []
        for _ in range(trials(3, 30)):
            writer.hear(3)
            kept.append(store.restore(copy, principal="os:t").kept)
        writer.hear(3)
        acknowledged = writer.end()
        there = whole_sets(store)
        assert store.check() == []
    for file in kept:
        with opened(file) as former:
            assert former.check() == []
            there |= whole_sets(former)
    assert acknowledged <= there


def test_a_restoration_waits_for_a_writer_and_says_so_when_it_takes_too_long(path, copy):
    with opened(path, busy_seconds=0.2) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        before = sorted(one.name for one in path.parent.iterdir())
        with pytest.raises(StoreBusy):
            store.restore(copy, principal="os:t")
        other.execute("ROLLBACK")
        other.close()
        assert sorted(one.name for one in path.parent.iterdir()) == before
        assert store.restore(copy, principal="os:t").revision == 2


def test_a_full_disk_during_a_restoration_leaves_the_store_as_it_was(path, copy):
    with opened(path) as store:
        put(store, *(organization(f"o{n}", note="ย" * 3_000) for n in range(100)))
        store.back_up(copy)
    path.unlink()
    with opened(path) as store:
        put(store, *records_of(0))
        pages = store._connections._writer.execute("PRAGMA page_count").fetchone()[0]
        store._connections._writer.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(NetworkServiceError, match=r"store\.disk_full"):
            store.restore(copy, principal="os:t")
        assert (whole_sets(store), store.check()) == ({0}, [])
        assert [one.name for one in path.parent.iterdir() if "replaced" in one.name] == []
        put(store, changed(records_of(0)[0], note="ชุด 0", source_key="x"))


def test_a_copy_of_another_page_size_is_restored(path, copy):
    with opened(path) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as other:
            other.execute("PRAGMA page_size = 1024")
            other.execute("VACUUM")
        put(store, *records_of(1))
        store.restore(copy, principal="os:t")
        assert (whole_sets(store), store.check()) == ({0}, [])


def test_a_store_with_damaged_records_is_mended_by_a_backup(path, copy):
    with opened(path) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        root = store._connections._writer.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'record_version_by_kind'"
        ).fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with opened(path) as store:
        assert store.check() == ["store.check.pages"]
        store.restore(copy, principal="os:t")
        assert (whole_sets(store), store.check()) == ({0}, [])


def test_nothing_is_restored_over_a_ledger_that_cannot_be_read(path, copy):
    with opened(path) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        with store._connections.writing() as connection:
            connection.execute("INSERT INTO erased_record VALUES ('x', 1, 'no time')")
        with pytest.raises(StoreDamaged, match=r"restore\.ledger_unreadable"):
            store.restore(copy, principal="os:t")
        assert whole_sets(store) == {0}


def refusal(store, file):
    with pytest.raises(UnreadableFile) as error:
        store.restore(file, principal="os:t")
    assert error.value.parameters["path"] == str(file)
    return error.value.code


def test_a_newer_an_altered_an_unsealed_a_foreign_a_live_file_and_itself_are_refused(path, copy, tmp_path):
    with opened(path) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        put(store, *records_of(1))
        for statement, code in (
            ("INSERT INTO applied_migration VALUES (99, '0099_later.sql', 'x', 'x')", "restore.too_new"),
            ("UPDATE applied_migration SET checksum = 'x' WHERE number = 2", "restore.damaged"),
            ("UPDATE record_version SET data = replace(data, 'ชุด', 'ปลอม')", "restore.damaged"),
            ("UPDATE audit_entry SET seal = NULL", "restore.damaged"),
            ("DROP TABLE audit_entry", "restore.damaged"),
            ("DROP TABLE application_entry", "restore.damaged"),
            ("CREATE TRIGGER x AFTER INSERT ON audit_entry BEGIN DELETE FROM erased_record; END", "restore.damaged"),
            ("PRAGMA application_id = 1", "restore.not_a_store"),
        ):
            changed_copy = tmp_path / "changed.sqlite"
            shutil.copy(copy, changed_copy)
            with closing(sqlite3.connect(changed_copy, isolation_level=None)) as other:
                other.execute(statement)
            assert refusal(store, changed_copy) == code, statement
        assert refusal(store, path) == "restore.itself"
        with opened(tmp_path / "in use.sqlite") as other:
            put(other, *records_of(2))
            assert refusal(store, tmp_path / "in use.sqlite") == "restore.in_use"
        assert (whole_sets(store), store.revision()) == ({0, 1}, 2)


def test_a_copy_with_random_bytes_changed_is_refused_or_whole(path, copy, tmp_path, rng):
    refused = 0
    with opened(path) as store:
        put(store, *records_of(0))
        put(store, *(changed(record, source_key="แก้") for record in records_of(0)))
        store.back_up(copy)
        expected = list(store.records())
        content = copy.read_bytes()
        for trial in range(trials(25, 1_000)):
            broken = bytearray(content)
            for _ in range(rng.choice([1, 1, 3, 30])):
                broken[rng.randrange(len(broken))] = rng.randrange(256)
            file = tmp_path / "broken.sqlite"
            file.write_bytes(broken)
            before = store.revision()
            try:
                kept = store.restore(file, principal=f"os:{trial}").kept
            except UnreadableFile:
                refused += 1
                assert store.revision() == before
            else:
                kept.unlink()
            assert list(store.records()) == expected
            assert store.check() == []
    assert refused


EVENTS = {"execute", "executemany", "backup", "fsync", "link", "mkdir", "rmdir", "unlink", "rename", "fetchone"}


def _die_at(event, path, copy, out, portion):
    """Restore, and back up again; die without warning at the n-th thing that touches the disk."""
    left = [event]

    def count(_frame, what, function):
        name = getattr(function, "__name__", "") if what == "c_call" else _frame.f_code.co_name
        if (what == "c_call" and name in EVENTS) or (what == "call" and name == "follow"):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    connection._PORTION = copying._PAGES = portion
    store = opened(path)
    sys.setprofile(count)
    store.restore(copy, principal="os:t")
    store.back_up(out)
    sys.setprofile(None)
    os._exit(left[0] % 251 and 1)


def test_a_restoration_and_a_backup_killed_at_any_moment_leave_all_or_nothing(tmp_path, rng):
    original, copy = tmp_path / "original.sqlite", tmp_path / "copy.sqlite"
    with opened(original) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        put(store, *records_of(1))
        store.erase([records_of(0)[0].id], principal="os:t", reason_code="request")
        put(store, organization("0 0 ใหม่", note="ชุด 0"))
    events = _events(tmp_path, original, copy)
    assert events > 100
    some = range(1, events + 1) if trials(0, 1) else sorted(rng.sample(range(1, events + 1), 20))
    for event in some:
        folder = tmp_path / str(event)
        folder.mkdir()
        live, out = folder / "store.sqlite", folder / "out.sqlite"
        shutil.copy(original, live)
        child = FORK.Process(target=_die_at, args=(event, live, copy, out, 8))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        with opened(live) as store:
            assert store.check() == []
            assert store.history(records_of(0)[0].id) == []
            found = {one.record.note for one in store.records()}
            assert found in ({"ชุด 0", "ชุด 1"}, {"ชุด 0"})
            assert len(list(store.records())) == (2 * SIZE if len(found) == 2 else SIZE - 1)
        if out.exists():
            with opened(out) as made:
                assert made.check() == []
        shutil.rmtree(folder)


def _events(tmp_path, original, copy):
    """How many moments there are to die at."""
    folder = tmp_path / "counted"
    folder.mkdir()
    shutil.copy(original, folder / "store.sqlite")
    here, there = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_count, args=(folder / "store.sqlite", copy, folder / "out.sqlite", there))
    child.start()
    counted = here.recv()
    child.join()
    return counted


def _count(path, copy, out, pipe):
    """The same way without dying; the number of moments passed."""
    counted = [0]

    def count(frame, what, function):
        name = getattr(function, "__name__", "") if what == "c_call" else frame.f_code.co_name
        counted[0] += (what == "c_call" and name in EVENTS) or (what == "call" and name == "follow")

    connection._PORTION = copying._PAGES = 8
    store = opened(path)
    sys.setprofile(count)
    store.restore(copy, principal="os:t")
    store.back_up(out)
    sys.setprofile(None)
    pipe.send(counted[0])
    os._exit(0)
