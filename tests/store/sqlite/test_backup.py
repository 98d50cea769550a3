"""A backup of a file in use is of one moment, and there is whole or not at all."""

import os
import sqlite3
import stat
from contextlib import closing

import pytest

from network_service.errors import StoreDamaged, UsageError
from network_service.store.sqlite import copying
from tests.store.records import put
from tests.store.sqlite.sets import Writer, opened, records_of, whole_sets
from tests.trials import trials


def test_a_backup_made_while_another_process_writes_is_of_one_moment(live, tmp_path):
    opened(live).close()
    writer = Writer(live)
    with opened(live) as store:
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


def test_a_backup_is_one_file_for_its_owner_only_without_a_log(live, copy):
    with opened(live) as store:
        put(store, *records_of(0))
        store.back_up(copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [one.name for one in copy.parent.iterdir() if one.is_file()] == [copy.name]


def test_an_unsound_store_gives_no_backup(live, copy):
    with opened(live) as store:
        put(store, *records_of(0))
        with store._connections.writing() as connection:
            connection.execute("UPDATE record_version SET valid_to = '2031-01-01' WHERE number = 1")
        with pytest.raises(StoreDamaged) as error:
            store.back_up(copy)
    assert (error.value.code, error.value.parameters["reasons"]) == ("backup.unsound", "store.check.columns")
    assert list(copy.parent.iterdir()) == [live.parent]


def test_a_memory_stick_without_second_names_takes_a_backup_too(live, copy, monkeypatch):
    def refused(*_):
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr(os, "link", refused)
    with opened(live) as store:
        put(store, *records_of(0))
        assert store.back_up(copy).size == copy.stat().st_size
        with pytest.raises(UsageError, match=r"backup\.exists"):
            copying.put_in_place(live, copy)


def test_what_a_killed_backup_left_goes_with_a_later_one(live, copy):
    left, fresh, theirs = (copy.with_name(name) for name in (".network-service-copy-a", ".network-service-copy-b", "c"))
    for folder in (left, fresh, theirs):
        folder.mkdir()
    for folder in (left, theirs):
        os.utime(folder, (0, 0))
    with opened(live) as store:
        put(store, *records_of(0))
        store.back_up(copy)
    assert (left.exists(), fresh.exists(), theirs.exists()) == (False, True, True)
