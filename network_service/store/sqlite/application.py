"""Application records in the same file, under the same write lock, in a table of their own."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from network_service.errors import StaleWrite
from network_service.store.application import Entry, Json, entry_of, numbered_key, time_text
from network_service.store.mapping import canonical_json
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.writer import Clock

_PAGE = 500
_LIVE = "(expires_at IS NULL OR expires_at > :now)"
_ONE = (
    "SELECT key, version, value, expires_at FROM application_entry"  # noqa: S608 - constants of this file
    f" WHERE collection = :collection AND key = :key AND {_LIVE}"
)
_PAGE_AFTER = (
    "SELECT key, version, value, expires_at FROM application_entry"  # noqa: S608 - constants of this file
    f" WHERE collection = :collection AND key > :after AND {_LIVE} ORDER BY key LIMIT :page"
)
_PUT = (
    "INSERT INTO application_entry (collection, key, version, value, expires_at) VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (collection, key) DO UPDATE"
    " SET version = excluded.version, value = excluded.value, expires_at = excluded.expires_at"
)
_TAKE_NUMBER = (
    "INSERT INTO application_number (collection, last) VALUES (?, 1)"
    " ON CONFLICT (collection) DO UPDATE SET last = last + 1"
)


class SqliteApplicationRecords:
    """What the program remembers: values under keys of collections, each with a version and perhaps an end."""

    def __init__(self, connections: Connections, clock: Clock) -> None:
        """Keep them in the file of these connections; the clock tells what has expired."""
        self._connections = connections
        self._clock = clock

    def get(self, collection: str, key: str) -> Entry | None:
        """The entry of a key, or `None` where there is none or it has expired."""
        with self._connections.reading() as connection:
            return self._find(connection, collection, key)

    def put(
        self, collection: str, key: str, value: Json, *, expected_version: int, expires_at: datetime | None = None
    ) -> Entry:
        """Write if the current version is as expected (0: must not exist, or have expired); `StaleWrite` otherwise."""
        text, end = canonical_json(value), time_text(expires_at)
        with self._connections.writing() as connection:
            before = self._find(connection, collection, key)
            current = before.version if before else 0
            if current != expected_version:
                raise StaleWrite(
                    "store.stale_entry", collection=collection, key=key, expected=expected_version, current=current
                )
            connection.execute(_PUT, (collection, key, current + 1, text, end))
        return Entry(collection, key, current + 1, value, expires_at)

    def entries(self, collection: str, *, after: str | None = None, limit: int | None = None) -> Iterator[Entry]:
        """Entries of a collection in the order of key, without the expired."""
        place, left = after or "", limit
        while left is None or left > 0:
            size = _PAGE if left is None else min(left, _PAGE)
            with self._connections.reading() as connection:
                values = {"collection": collection, "after": place, "now": self._now(), "page": size}
                rows = connection.execute(_PAGE_AFTER, values).fetchall()
            yield from (entry_of(collection, *row) for row in rows)
            if len(rows) < size:
                return
            place = rows[-1][0]
            left = left - len(rows) if left is not None else None

    def append(self, collection: str, value: Json) -> Entry:
        """Add an entry under the collection's next number; such entries keep their order."""
        text = canonical_json(value)
        with self._connections.writing() as connection:
            key = append_entry(connection, collection, text)
        return Entry(collection, key, 1, value)

    def expire(self, now: datetime) -> int:
        """Drop what has expired by now; the number dropped."""
        with self._connections.writing() as connection:
            return connection.execute("DELETE FROM application_entry WHERE expires_at <= ?", (time_text(now),)).rowcount

    def _find(self, connection: sqlite3.Connection, collection: str, key: str) -> Entry | None:
        row = connection.execute(_ONE, {"collection": collection, "key": key, "now": self._now()}).fetchone()
        return entry_of(collection, *row) if row else None

    def _now(self) -> str | None:
        return time_text(self._clock())


def append_entry(connection: sqlite3.Connection, collection: str, text: str) -> str:
    """Add a value under the collection's next number, in the transaction it belongs to; its key."""
    connection.execute(_TAKE_NUMBER, (collection,))
    number = connection.execute("SELECT last FROM application_number WHERE collection = ?", (collection,)).fetchone()[0]
    key = numbered_key(number)
    connection.execute(_PUT, (collection, key, 1, text, None))
    return key
