"""Stores move to a server and back, and are backed up and restored there, with their history, audit and erasures."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from network_service.errors import InputError, StoreBusy, UsageError
from network_service.store.base import Store
from network_service.store.content_hash import content_hash
from network_service.store.filling import fill
from network_service.store.neo4j import Credentials, Neo4jStore
from network_service.store.neo4j.raw_writer import Neo4jRawWriter
from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.raw_writer import SqliteRawWriter
from tests.neo4j_server.server import Neo4jServer
from tests.store.records import PROVINCE, change_set, changed, collaboration, organization, put, uid

KEY = b"a key for tests, of 32 bytes....."


def credentials(server: Neo4jServer) -> Credentials:
    return Credentials(server.user, server.password)


@pytest.fixture
def open_server(empty_neo4j: Neo4jServer) -> Callable[[], Neo4jStore]:
    return lambda: Neo4jStore.open(empty_neo4j.uri, credentials(empty_neo4j), audit_key=KEY)


def a_history(store: Store) -> None:
    """Changes, an ending, a removal, an erasure, a key, application records."""
    one, other, third = (organization(name) for name in ("ก", "ข", "ค"))
    store.apply(change_set(one, other, third, key="first"))
    put(store, collaboration("ก", "ข"))
    put(store, changed(one, name_english="One"))
    store.erase([third.id], principal="os:tester", reason_code="asked")
    store.application.put("views", "mine", {"x": [1, 2]}, expected_version=0)
    store.application.append("log", "said")


def hash_of(store: Store) -> str:
    with store.raw() as reader:
        return content_hash(reader)


def test_a_store_goes_to_a_server_and_back_with_all_that_it_holds(
    empty_neo4j: Neo4jServer, open_server: Callable[[], Neo4jStore], tmp_path: Path
):
    with SqliteStore.open(tmp_path / "here.sqlite", audit_key=KEY) as source, source.raw() as reader:
        a_history(source)
    with SqliteStore.open(tmp_path / "here.sqlite", audit_key=KEY) as source, source.raw() as reader:
        wanted = content_hash(reader)
        with Neo4jRawWriter.open(empty_neo4j.uri, credentials(empty_neo4j), audit_key=KEY) as target:
            assert fill(reader, target).content_hash == wanted
    with open_server() as server:
        assert server.check() == []
        assert hash_of(server) == wanted
        assert [record.record.id for record in server.search("ก")] == [uid("ก")]
        assert server.apply(change_set(*(organization(name) for name in "กขค"), key="first")).repeated
        with server.raw() as back, SqliteRawWriter.open(tmp_path / "back.sqlite", audit_key=KEY) as again:
            assert fill(back, again).content_hash == wanted
    with SqliteStore.open(tmp_path / "back.sqlite", audit_key=KEY) as returned:
        assert returned.check() == []


def test_a_server_that_is_being_filled_is_closed_to_all(
    empty_neo4j: Neo4jServer, open_server: Callable[[], Neo4jStore], tmp_path: Path
):
    with ExitStack() as opened:
        source = opened.enter_context(SqliteStore.open(tmp_path / "here.sqlite", audit_key=KEY))
        a_history(source)
        server = opened.enter_context(open_server())
        target = opened.enter_context(Neo4jRawWriter.open(empty_neo4j.uri, credentials(empty_neo4j), audit_key=KEY))
        reader = opened.enter_context(source.raw())
        target.write = _stopping(target.write)  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            fill(reader, target)
        for asked in (
            server.revision,
            lambda: put(server, organization("ง")),
            lambda: server.application.get("a", "b"),
        ):
            with pytest.raises(StoreBusy, match="being_filled"):
                asked()
        again = opened.enter_context(Neo4jRawWriter.open(empty_neo4j.uri, credentials(empty_neo4j), audit_key=KEY))
        assert fill(reader, again).resumed > 0
        assert server.revision() == source.revision()


def _stopping(write: Callable[..., None]) -> Callable[..., None]:
    calls = iter(range(10))

    def stopped(*values: object) -> None:
        if next(calls) == 1:
            raise KeyboardInterrupt
        write(*values)

    return stopped


def test_a_restoration_that_was_cut_off_is_finished_by_a_copy(
    empty_neo4j: Neo4jServer, open_server: Callable[[], Neo4jStore], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with open_server() as store:
        a_history(store)
        held = store.back_up(tmp_path / "backup.sqlite")
        put(store, organization("ง"))
        with monkeypatch.context() as patched:
            patched.setattr(Neo4jRawWriter, "write", _stopping(Neo4jRawWriter.write))
            with pytest.raises(KeyboardInterrupt):
                store.restore(held.path, principal="os:admin")
        with pytest.raises(StoreBusy, match="being_filled"):
            store.revision()
        (becoming,) = tmp_path.glob("backup.restoring-*.sqlite")
        with (
            SqliteStore.open(becoming, audit_key=KEY) as source,
            source.raw() as reader,
            Neo4jRawWriter.open(empty_neo4j.uri, credentials(empty_neo4j), audit_key=KEY) as target,
        ):
            assert fill(reader, target).resumed > 0
        assert (store.get(uid("ง")), store.check()) == (None, [])
        assert [entry.operation for entry in store.audit()][-1] == "restore"


def test_a_server_with_content_is_not_filled(
    empty_neo4j: Neo4jServer, open_server: Callable[[], Neo4jStore], tmp_path: Path
):
    with SqliteStore.open(tmp_path / "here.sqlite", audit_key=KEY) as source, open_server() as server:
        a_history(source)
        put(server, organization("ง"))
        with (
            source.raw() as reader,
            Neo4jRawWriter.open(empty_neo4j.uri, credentials(empty_neo4j), audit_key=KEY) as target,
            pytest.raises(InputError, match="not_empty"),
        ):
            fill(reader, target)
        assert server.get(uid("ง")) is not None


def test_while_writes_are_refused_nobody_writes_and_everybody_reads(open_server: Callable[[], Neo4jStore]):
    with open_server() as store:
        put(store, organization("ก"))
        store.begin_maintenance("os:admin")
        for write in (
            lambda: put(store, organization("ข")),
            lambda: store.erase([uid("ก")], principal="os:tester", reason_code="asked"),
            lambda: store.application.put("a", "b", 1, expected_version=0),
        ):
            with pytest.raises(StoreBusy, match="maintenance"):
                write()
        assert store.get(uid("ก")) is not None
        assert store.end_maintenance("os:admin") is not None
        put(store, organization("ข"))
        assert store.check() == []


def test_a_restored_server_is_what_the_backup_was_but_for_what_was_erased_since(
    open_server: Callable[[], Neo4jStore], tmp_path: Path
):
    with open_server() as store:
        a_history(store)
        held = store.back_up(tmp_path / "backup.sqlite")
        assert (held.revision, held.path.exists()) == (store.revision(), True)
        later = organization("ง")
        put(store, later)
        store.erase([uid("ข"), collaboration("ก", "ข").id], principal="os:tester", reason_code="asked")
        restored = store.restore(held.path, principal="os:admin")
        assert (restored.erased_again, restored.kept is not None) == (2, True)
        assert store.get(later.id) is None
        assert store.get(uid("ข")) is None
        assert [one.record.id for one in store.records(province=PROVINCE)] == [uid("ก")]
        assert store.check() == []
        assert store.maintenance() is None
        assert [entry.operation for entry in store.audit()][-1] == "restore"
        with pytest.raises(UsageError, match="exists"):
            store.back_up(held.path)
        store.begin_maintenance("os:admin")
        with pytest.raises(StoreBusy, match="maintenance"):
            store.restore(held.path, principal="os:admin")
        store.end_maintenance("os:admin")
        put(store, organization("จ"))
