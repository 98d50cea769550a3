"""The schema goes forward step by step, each step whole; a store that does not fit is refused."""

import multiprocessing
import os
import shutil
import signal
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from network_service.errors import StoreDamaged, StoreError, StoreTooNew
from network_service.store.change import ChangeSet, Removal
from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.migrations import Migration, migrate, shipped
from tests.store.records import changed, organization, put

NOW = datetime(2026, 10, 1, tzinfo=UTC)
FIRST = Migration(1, "0001_a.sql", "CREATE TABLE a (x); -- one; two\nCREATE TABLE b (x);\n")
OFFICE = organization("ตัวอย่างเดิม")
SECOND = Migration(2, "0002_b.sql", "CREATE TABLE c (x);\nINSERT INTO c VALUES (';');\n")


@pytest.fixture
def connections(tmp_path):
    opened = Connections(tmp_path / "x.sqlite", busy_seconds=0.2)
    yield opened
    opened.close()


def tables(connections):
    with connections.reading() as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {row[0] for row in rows} - {"applied_migration"}


def test_shipped_steps_are_numbered_without_gaps():
    assert [step.number for step in shipped()] == list(range(1, len(shipped()) + 1))
    assert all(list(step.statements()) for step in shipped())


def test_steps_are_applied_once_and_in_order(connections):
    assert migrate(connections, NOW, [FIRST]) == 1
    assert migrate(connections, NOW, [FIRST, SECOND]) == 1
    assert migrate(connections, NOW, [FIRST, SECOND]) == 0
    assert tables(connections) == {"a", "b", "c"}


def test_a_step_that_fails_leaves_those_before_it_and_nothing_of_itself(connections):
    broken = replace(SECOND, sql=SECOND.sql + "INSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(StoreError):
        migrate(connections, NOW, [FIRST, broken])
    assert tables(connections) == {"a", "b"}
    assert migrate(connections, NOW, [FIRST, SECOND]) == 1
    assert tables(connections) == {"a", "b", "c"}


def test_an_applied_step_that_was_altered_is_refused(connections):
    migrate(connections, NOW, [FIRST, SECOND])
    with pytest.raises(StoreDamaged) as error:
        migrate(connections, NOW, [FIRST, replace(SECOND, sql=SECOND.sql.replace("c", "d"))])
    assert (error.value.code, error.value.parameters) == ("store.migration_altered", {"number": 2})


def test_line_ends_are_no_alteration(connections):
    migrate(connections, NOW, [FIRST])
    assert migrate(connections, NOW, [replace(FIRST, sql=FIRST.sql.replace("\n", "\r\n"))]) == 0


def test_a_store_with_a_step_missing_is_refused(connections):
    migrate(connections, NOW, [FIRST, SECOND])
    with connections.writing() as connection:
        connection.execute("DELETE FROM applied_migration WHERE number = 1")
    with pytest.raises(StoreDamaged):
        migrate(connections, NOW, [FIRST, SECOND])


def test_a_store_of_a_newer_program_is_refused_untouched(tmp_path):
    path = tmp_path / "x.sqlite"
    SqliteStore.open(path).close()
    newer = sqlite3.connect(path)
    newer.execute("INSERT INTO applied_migration VALUES (99, '0099_later.sql', 'x', 'x')")
    newer.commit()
    newer.close()
    with pytest.raises(StoreTooNew) as error:
        SqliteStore.open(path)
    assert error.value.parameters == {"found": 99, "known": len(shipped())}


def test_a_start_killed_at_any_statement_is_finished_by_the_next(tmp_path):
    statement = 0
    while True:
        statement += 1
        path = tmp_path / f"{statement}.sqlite"
        child = multiprocessing.get_context("fork").Process(target=_open_and_die, args=(path, statement))
        child.start()
        child.join()
        with SqliteStore.open(path) as store:
            assert store.describe()["schema"] == str(len(shipped()))
            assert store.check() == []
        if child.exitcode != -signal.SIGKILL:
            break
    assert child.exitcode == 0
    assert statement > 20  # it did die, at each of them


def _open_and_die(path, statement):
    """Open a store, and die without warning at its n-th statement."""
    left = [statement]

    def count(_text: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    connect = Connections._connect

    def traced(self):
        connection = connect(self)
        connection.set_trace_callback(count)
        return connection

    Connections._connect = traced
    SqliteStore.open(path).close()
    os._exit(0)


def test_names_of_a_store_made_before_there_was_search_are_found_after_its_next_start(tmp_path):
    path = tmp_path / "x.sqlite"
    before_search(path)
    with SqliteStore.open(path) as store:
        assert [found.record for found in store.search("ตัวอย่าง")] == [changed(OFFICE, name="ตัวอย่างใหม่")]
        assert store.search("สมหญิง") == []
        assert store.check() == []
        put(store, organization("ต่อไป"))
        assert store.check() == []


def test_an_update_killed_at_any_statement_is_finished_by_the_next_start(tmp_path):
    old = tmp_path / "old.sqlite"
    before_search(old)
    statement = 0
    while True:
        statement += 1
        path = tmp_path / f"{statement}.sqlite"
        shutil.copy(old, path)
        child = multiprocessing.get_context("fork").Process(target=_open_and_die, args=(path, statement))
        child.start()
        child.join()
        with SqliteStore.open(path) as store:
            assert store.check() == []
            assert len(store.search("ตัวอย่าง")) == 1
        path.unlink()
        if child.exitcode != -signal.SIGKILL:
            break
    assert child.exitcode == 0
    assert statement > 30


def before_search(path):
    """A store with a record changed and two removed, as the fourth step of the schema left it."""
    with SqliteStore.open(path) as store:
        put(store, OFFICE, organization("หายไป"), organization("สมหญิง"))
        put(store, changed(OFFICE, name="ตัวอย่างใหม่"))
        store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(organization("หายไป").id, 1),)))
        store.apply(ChangeSet("os:tester", "undo", (), removals=(Removal(organization("สมหญิง").id, 1),)))
    connection = sqlite3.connect(path)
    connection.executescript(
        "DROP TABLE searched_trigram; DROP TABLE searched_node; DROP TABLE erased_record; DROP TABLE maintenance;"
        " DROP TABLE filling; DROP INDEX record_version_by_erasure; DELETE FROM applied_migration WHERE number > 4;"
    )
    connection.close()
