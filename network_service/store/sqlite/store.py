"""The whole SQLite store: opened on a path, closed by leaving its context."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from network_service.store.application import ApplicationRecords
from network_service.store.backup import Backup, Restored
from network_service.store.maintenance import Maintenance, told_in_brief
from network_service.store.query_library import QueryLibrary
from network_service.store.sqlite import audit, maintenance
from network_service.store.sqlite.application import SqliteApplicationRecords
from network_service.store.sqlite.backing_up import back_up
from network_service.store.sqlite.check import check
from network_service.store.sqlite.closed import maintenance_of
from network_service.store.sqlite.connection import BUSY_SECONDS, Connections
from network_service.store.sqlite.migrations import migrate, shipped
from network_service.store.sqlite.raw import SqliteRawReader
from network_service.store.sqlite.restoring import restore
from network_service.store.sqlite.writer import Clock, SqliteWriter


def _utc_now() -> datetime:
    return datetime.now(UTC)


class SqliteStore(SqliteWriter):
    """One SQLite file that holds a network with its history, its audit and the application's records."""

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        audit_key: bytes | None = None,
        queries: QueryLibrary | None = None,
        clock: Clock = _utc_now,
        busy_seconds: float = BUSY_SECONDS,
    ) -> Self:
        """Open the store at a path, or make one where there is no file, and bring its schema up to date.

        Raises `StoreUnavailable` where the file cannot be opened, `StoreDamaged` where it is no store of this service,
        `StoreTooNew` where a newer version of the program wrote it, `StoreBusy` where another holds it too long.
        """
        connections = Connections(path, busy_seconds=busy_seconds)
        try:
            migrate(connections, clock(), shipped())
        except BaseException:
            connections.close()
            raise
        return cls(connections, queries or QueryLibrary(), audit_key=audit_key, clock=clock)

    @property
    def application(self) -> ApplicationRecords:
        """What the program remembers besides, kept in the same file."""
        return SqliteApplicationRecords(self._connections, self._clock)

    def check(self, *, audit_head: str | None = None) -> list[str]:
        """Codes of what contradicts itself, seen at one moment; empty when all is well."""
        with self._connections.reading() as connection:
            connection.execute("BEGIN")
            try:
                return check(connection, self._audit_key, audit_head)
            finally:
                connection.execute("ROLLBACK")

    def back_up(self, path: Path) -> Backup:
        """Copy the whole store, as it is at one moment, to a file that is not there yet."""
        return back_up(self._connections, path, self._audit_key)

    def restore(self, path: Path, *, principal: str) -> Restored:
        """Make the store what a copy of it was, and erase there what was erased since."""

        def prepare(staged: Path) -> SqliteStore:
            return SqliteStore.open(staged, audit_key=self._audit_key, queries=self._queries, clock=self._clock)

        restored = restore(self._connections, path, principal, self._clock(), prepare)
        self._connections.empty_log()
        return restored

    @contextmanager
    def raw(self) -> Iterator[SqliteRawReader]:
        """Reads all that the file holds in one transaction; writers go on, and the log grows until it ends."""
        with self._connections.reading() as connection:
            connection.execute("BEGIN")
            try:
                yield SqliteRawReader(connection)
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def maintenance(self) -> Maintenance | None:
        """Who has writes refused and since when."""
        with self._connections.reading() as connection:
            return maintenance_of(connection)

    def begin_maintenance(self, principal: str) -> Maintenance:
        """Refuse all writes from now on; where they are refused already, it stays as it was."""
        with self._connections.writing(in_maintenance=True) as connection:
            return maintenance.begin(connection, principal, self._clock())

    def end_maintenance(self, principal: str) -> Maintenance | None:
        """Let writes through again."""
        with self._connections.writing(in_maintenance=True) as connection:
            return maintenance.end(connection, principal, self._clock())

    def describe(self) -> dict[str, str]:
        """What it is and where, for `doctor`: never a secret."""
        with self._connections.reading() as connection:
            last = audit.last(connection)
            records = connection.execute(
                "SELECT count(*) FROM record_version WHERE superseded IS NULL AND erased IS NULL"
            ).fetchone()[0]
            schema = connection.execute("SELECT max(number) FROM applied_migration").fetchone()[0]
            refused = maintenance_of(connection)
        return {
            "store": "sqlite",
            "path": str(self._connections.path),
            "engine": f"SQLite {sqlite3.sqlite_version}",
            "schema": str(schema),
            "revision": str(last.revision if last else 0),
            "records": str(records),
            "audit_entries": str(last.sequence if last else 0),
            "audit_head": last.digest if last else "",
            "audit_sealed": "yes" if self._audit_key else "no",
            "maintenance": told_in_brief(refused),
        }

    def close(self) -> None:
        """Close the file; what is asked of the store afterwards raises `StoreUnavailable`."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
