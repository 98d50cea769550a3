"""Fills an empty file with the rows of another store; until that is done the file is closed to all others."""

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from network_service.errors import InputError, StoreBusy, StoreDamaged
from network_service.store.content_hash import content_hash
from network_service.store.mapping import canonical_json
from network_service.store.raw import Origin, Position, RawRow, Section, Told
from network_service.store.sqlite import searching
from network_service.store.sqlite.check import check
from network_service.store.sqlite.closed import BEING_FILLED, OPEN, maintenance_of, set_state
from network_service.store.sqlite.connection import BUSY_SECONDS, Connections
from network_service.store.sqlite.migrations import migrate, shipped
from network_service.store.sqlite.raw import TABLES, SqliteRawReader, head_of


class SqliteRawWriter:
    """Each page is one transaction; how far a filling came is told by the rows themselves."""

    def __init__(self, connections: Connections, audit_key: bytes | None) -> None:
        """Fill the file of these connections; the key is what the audit's seals are checked with."""
        self._connections = connections
        self._audit_key = audit_key

    @classmethod
    def open(cls, path: Path, *, audit_key: bytes | None = None, busy_seconds: float = BUSY_SECONDS) -> Self:
        """Open the file to be filled, or make it; raises what opening a store does."""
        connections = Connections(path, busy_seconds=busy_seconds, filling=True)
        try:
            migrate(connections, datetime.now(UTC), shipped())
        except BaseException:
            connections.close()
            raise
        return cls(connections, audit_key)

    def begin(self, origin: Origin, *, anew: bool = False) -> None:
        """Close the file to others and remember what it is filled from, or go on with an earlier filling."""
        told = _origin_text(origin)
        with self._connections.writing() as connection:
            before = connection.execute("SELECT origin FROM filling").fetchone()
            if before == (told,) and not anew:
                return
            if refused := maintenance_of(connection):
                raise refused.refusal()
            if before is None and head_of(connection).total:
                raise InputError("store.not_empty", path=str(self._connections.path))
            if before is not None and not anew:
                raise InputError("store.source_changed", path=str(self._connections.path))
            for table in reversed(list(TABLES.values())):  # what names another row goes before it
                connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - a constant
            connection.execute("INSERT OR REPLACE INTO filling VALUES (1, ?)", (told,))
            set_state(connection, BEING_FILLED)

    def done(self, section: Section) -> tuple[Position | None, int]:
        """The position of the last row of a section, and how many there are."""
        table = TABLES[section]
        with self._connections.reading() as connection:
            count: int = connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]  # noqa: S608
            return _last(connection, section), count

    def write(self, section: Section, rows: Sequence[RawRow]) -> None:
        """Keep the next rows of a section, all or none."""
        with self._connections.writing() as connection:
            last = _last(connection, section)
            filling = connection.execute("SELECT 1 FROM filling").fetchone()
            if not filling or (last is not None and rows[0].position <= last):
                raise StoreBusy("store.being_filled", path=str(self._connections.path))
            connection.executemany(TABLES[section].insertion, rows)

    def finish(self, told: Told | None = None) -> str:
        """Compare with the origin, check, and open the file; its content hash."""
        with self._connections.writing() as connection:
            row = connection.execute("SELECT origin FROM filling").fetchone()
            reader = SqliteRawReader(connection)
            found = Origin(reader.head(), content_hash(reader, told))
            if row != (_origin_text(found),):
                raise StoreDamaged("store.copy_differs", path=str(self._connections.path))
            searching.fill(connection)
            if wrong := check(connection, self._audit_key, found.head.audit_head or None):
                raise StoreDamaged("store.copy_unsound", path=str(self._connections.path), reason=", ".join(wrong))
            connection.execute("DELETE FROM filling")
            set_state(connection, OPEN)
        return found.content_hash

    def close(self) -> None:
        """Close the file; a filling that is not finished is gone on with by the next."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _last(connection: sqlite3.Connection, section: Section) -> Position | None:
    row: Position | None = connection.execute(TABLES[section].last).fetchone()
    return row


def _origin_text(origin: Origin) -> str:
    return canonical_json(asdict(origin))
