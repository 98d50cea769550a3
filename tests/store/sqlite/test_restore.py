"""Restoring into a file in use: nothing half, nothing lost, nobody's file swapped under them."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from network_service.errors import NetworkServiceError, StoreBusy, StoreDamaged, UnreadableFile
from tests.store.records import changed, organization, put
from tests.store.sqlite.sets import FORK, SIZE, Writer, opened, records_of, whole_sets
from tests.trials import trials


def test_a_store_that_another_process_reads_is_restored_under_its_eyes(live, copy):
    with opened(live) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        for number in range(1, 4):
            put(store, *records_of(number))
        here, there = FORK.Pipe()
        child = FORK.Process(target=_read_on, args=(live, there))
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


def _read_on(live, pipe):
    """Read in one statement and by search, over and over; tell what was neither the one nor the other content."""
    wrong, seen = [], set()
    ids = [record.id for number in range(4) for record in records_of(number)]
    with opened(live) as store:
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


def test_no_acknowledged_write_is_lost_when_others_write_during_a_restoration(live, copy):
    """Each is in the store as it was replaced, or in the restored one: a file swapped away would have taken some."""
    with opened(live, busy_seconds=30) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        writer = Writer(live, first=1)
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


def test_a_restoration_waits_for_a_writer_and_says_so_when_it_takes_too_long(live, copy):
    with opened(live, busy_seconds=0.2) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        other = sqlite3.connect(live, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        before = sorted(one.name for one in live.parent.iterdir())
        with pytest.raises(StoreBusy):
            store.restore(copy, principal="os:t")
        other.execute("ROLLBACK")
        other.close()
        assert sorted(one.name for one in live.parent.iterdir()) == before
        assert store.restore(copy, principal="os:t").revision == 2


def test_a_full_disk_during_a_restoration_leaves_the_store_as_it_was(live, copy):
    with opened(live) as store:
        put(store, *(organization(f"o{n}", note="ย" * 3_000) for n in range(100)))
        store.back_up(copy)
    live.unlink()
    with opened(live) as store:
        put(store, *records_of(0))
        pages = store._connections._writer.execute("PRAGMA page_count").fetchone()[0]
        store._connections._writer.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(NetworkServiceError, match=r"store\.disk_full"):
            store.restore(copy, principal="os:t")
        assert (whole_sets(store), store.check()) == ({0}, [])
        assert [one.name for one in live.parent.iterdir() if "replaced" in one.name] == []
        put(store, changed(records_of(0)[0], note="ชุด 0", source_key="x"))


def test_a_copy_of_another_page_size_is_restored(live, copy):
    with opened(live) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as other:
            other.execute("PRAGMA page_size = 1024")
            other.execute("VACUUM")
        put(store, *records_of(1))
        store.restore(copy, principal="os:t")
        assert (whole_sets(store), store.check()) == ({0}, [])


def test_a_store_with_damaged_records_is_mended_by_a_backup(live, copy):
    with opened(live) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        root = store._connections._writer.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'record_version_by_kind'"
        ).fetchone()[0]
    content = bytearray(live.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    live.write_bytes(content)
    with opened(live) as store:
        assert store.check() == ["store.check.pages"]
        store.restore(copy, principal="os:t")
        assert (whole_sets(store), store.check()) == ({0}, [])


def test_nothing_is_restored_over_a_ledger_that_cannot_be_read(live, copy):
    with opened(live) as store:
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


def test_a_newer_an_altered_an_unsealed_a_foreign_a_live_file_and_itself_are_refused(live, copy, tmp_path):
    with opened(live) as store:
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
        assert refusal(store, live) == "restore.itself"
        with opened(tmp_path / "in use.sqlite") as other:
            put(other, *records_of(2))
            assert refusal(store, tmp_path / "in use.sqlite") == "restore.in_use"
        assert (whole_sets(store), store.revision()) == ({0, 1}, 2)


def test_a_copy_with_random_bytes_changed_is_refused_or_whole(live, copy, tmp_path, rng):
    refused = 0
    with opened(live) as store:
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
