"""Whatever goes wrong below, callers see this service's errors, and nothing half-written."""

import resource
import sqlite3
import subprocess
import sys
import textwrap
import threading
from contextlib import suppress
from dataclasses import replace

import pytest

from network_service.errors import (
    NetworkServiceError,
    StoreBusy,
    StoreError,
    StoreUnavailable,
    UsageError,
)
from network_service.store.query_library import QueryLibrary
from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.faults import error_of, translated
from network_service.store.sqlite.named_queries import run
from tests.house.tree import ROOT
from tests.store.records import PROVINCE, changed, organization, put
from tests.trials import trials

OFFICE = organization("สำนักงานตัวอย่าง")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.sqlite"


@pytest.fixture
def store(path):
    with SqliteStore.open(path, busy_seconds=0.05) as opened:
        yield opened


def contents(store):
    return [(found.record, found.version) for found in store.records()], len(list(store.audit()))


def test_another_process_that_writes_makes_the_store_busy_but_readable(store, path):
    put(store, OFFICE)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy):
        put(store, changed(OFFICE, note="แก้"))
    assert store.get(OFFICE.id).record == OFFICE
    other.execute("ROLLBACK")
    other.close()
    assert put(store, changed(OFFICE, note="แก้")).revision == 2


def test_another_thread_that_writes_makes_the_store_busy(store):
    told, entered, leave = [], threading.Event(), threading.Event()

    def hold() -> None:
        with store._connections.writing():
            entered.set()
            leave.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    entered.wait()
    try:
        put(store, OFFICE)
    except StoreBusy as error:
        told.append(error.code)
    leave.set()
    thread.join()
    assert told == ["store.busy"]
    assert put(store, OFFICE).written == 1


def test_a_full_disk_is_told_and_leaves_nothing_behind(store):
    put(store, OFFICE)
    before = contents(store)
    with store._connections.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    store._connections._writer.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreUnavailable) as error:
        put(store, *(organization(f"o{n}", note="ย" * 3_000) for n in range(50)))
    assert error.value.code == "store.disk_full"
    assert contents(store) == before
    store._connections._writer.execute("PRAGMA max_page_count = 1073741823")
    assert put(store, changed(OFFICE, note="มีที่แล้ว")).revision == 2
    assert store.check() == []


def test_where_the_audit_cannot_be_written_nothing_is(store):
    put(store, OFFICE)
    before = contents(store)
    with store._connections.writing() as connection:
        connection.execute("CREATE TRIGGER no_audit BEFORE INSERT ON audit_entry BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(StoreError) as error:
        put(store, changed(OFFICE, note="แก้"))
    assert error.value.code == "store.failed"
    assert contents(store) == before


def test_a_disk_that_fails_stops_writing_until_the_next_start(path):
    """A file that may not grow is what a failing disk looks like to SQLite; it is tried in a process of its own."""
    limit = 300_000
    script = """
        import resource, sys
        from pathlib import Path
        from network_service.errors import StoreUnavailable
        from network_service.store.sqlite import SqliteStore
        from tests.store.records import organization, put
        store = SqliteStore.open(Path(sys.argv[1]))
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
        written = 0
        for number in range(1_000):
            try:
                put(store, organization(f"o{number}", note="ย" * 2_000))
                written += 1
            except StoreUnavailable as error:
                told = error.code
                break
        try:
            put(store, organization("after"))
        except StoreUnavailable as error:
            told += " " + error.code
        print(written, len(list(store.records())), told)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(path), str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written, read, *told = done.stdout.split()
    assert int(written) == int(read) > 0
    assert told in (["store.io_error", "store.stopped"], ["store.disk_full", "store.disk_full"])
    with SqliteStore.open(path) as store:
        assert len(list(store.records())) == int(written)
        assert store.check() == []
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_a_query_that_runs_too_long_is_stopped(store):
    put(store, *(organization(f"o{n}") for n in range(300)))
    query = QueryLibrary().get("actors/find_isolates")
    endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x, x, x, x FROM n"
    endless_query = replace(query, parameters=(), sql=endless)
    with pytest.raises(StoreUnavailable) as error, store._connections.reading() as connection:
        run(connection, endless_query, {}, seconds=0)
    assert error.value.code == "query.too_slow"
    assert len(list(store.records())) == 300


def test_a_reading_connection_cannot_write(store):
    for statement in ("DELETE FROM audit_entry", "CREATE TABLE x (y)", "PRAGMA user_version = 3"):
        with pytest.raises(StoreError), store._connections.reading() as connection:
            connection.execute(statement)
    assert store.check() == []


def test_values_that_sqlite_cannot_take_are_the_callers_fault(store):
    with pytest.raises(UsageError):
        list(store.audit(after=2**70))
    with pytest.raises(UsageError):
        store.application.get("views", "\ud800")
    with pytest.raises(UsageError):
        list(store.records(after="\ud800", province=PROVINCE))


ERRORS = [value for value in vars(sqlite3).values() if isinstance(value, type) and issubclass(value, sqlite3.Error)]
CODES = {value for name, value in vars(sqlite3).items() if name.startswith("SQLITE_") and isinstance(value, int)}


@pytest.mark.parametrize("kind", ERRORS)
def test_no_error_of_the_driver_is_without_a_translation(path, kind):
    with pytest.raises(NetworkServiceError), translated(path):
        raise kind("told by the driver")
    for code in CODES:
        error = kind("told by SQLite")
        error.sqlite_errorcode = code
        assert isinstance(error_of(error, path), StoreError)


def test_bytes_changed_in_the_file_never_let_a_foreign_error_out(tmp_path, rng):
    for trial in range(trials(40, 1_000)):
        path = tmp_path / f"{trial}.sqlite"
        with SqliteStore.open(path) as store:
            put(store, OFFICE, *(organization(f"o{n}", note="หมายเหตุ") for n in range(20)))
            put(store, changed(OFFICE, note="แก้"))
            store.application.put("views", "a", [1, 2], expected_version=0)
        content = bytearray(path.read_bytes())
        for _ in range(rng.randint(1, 30)):
            content[rng.randrange(len(content))] = rng.randrange(256)
        path.write_bytes(content)
        with suppress(NetworkServiceError), SqliteStore.open(path) as store:
            read_all(store)


def read_all(store):
    """Read in every way; each may fail on its own, in this service's words."""
    for read in (
        store.check,
        store.revision,
        store.provinces,
        store.describe,
        lambda: list(store.records()),
        lambda: list(store.audit()),
        lambda: store.history(OFFICE.id),
        lambda: list(store.application.entries("views")),
        lambda: put(store, organization("ใหม่")),
    ):
        with suppress(StoreError):
            read()


def test_connections_that_are_not_needed_are_given_back(path):
    connections = Connections(path)
    borrowed = [connections.reading() for _ in range(12)]
    for lent in borrowed:
        lent.__enter__()
    for lent in borrowed:
        lent.__exit__(None, None, None)
    assert len(connections._idle) == 8
    connections.close()
    assert len(connections._idle) == 0
