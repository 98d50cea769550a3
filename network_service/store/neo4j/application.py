"""Application records as nodes of their own, each write under a lock on its collection and key."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from network_service.errors import StaleWrite, StoreDamaged, UsageError
from network_service.store.application import Entry, Json
from network_service.store.mapping import canonical_json
from network_service.store.neo4j.driver import Sessions, Transaction
from network_service.store.neo4j.faults import translated
from network_service.store.neo4j.writer import Clock

_PAGE = 500
_NUMBER_WIDTH = 12  # digits, so that the order of keys is the order of numbers
_LIVE: Final = "(e.expires_at IS NULL OR e.expires_at > $now)"
_ENTRY: Final = " RETURN e.key, e.version, e.value, e.expires_at"
_ONE: Final = "MATCH (e:ApplicationEntry {collection: $collection, key: $key}) WHERE " + _LIVE + _ENTRY
_PAGE_AFTER: Final = (
    "MATCH (e:ApplicationEntry {collection: $collection}) WHERE e.key > $after AND " + _LIVE
    + " WITH e ORDER BY e.key LIMIT $page" + _ENTRY + " ORDER BY e.key"
)  # fmt: skip
_LOCK: Final = (
    "MERGE (e:ApplicationEntry {collection: $collection, key: $key}) ON CREATE SET e.version = 0 SET e.asked = true"
    " REMOVE e.asked WITH e RETURN CASE WHEN e.version = 0 THEN 0 WHEN " + _LIVE + " THEN e.version ELSE 0 END"
)
"""A property is set to take the lock before the version is looked at; of two that create it, the constraint makes one
wait."""
_PUT: Final = (
    "MATCH (e:ApplicationEntry {collection: $collection, key: $key})"
    " SET e.version = $version, e.value = $value, e.expires_at = $end"
)
_TAKE_NUMBER: Final = (
    "MERGE (n:ApplicationNumber {collection: $collection})"
    " ON CREATE SET n.last = 0 SET n.last = n.last + 1 RETURN n.last"
)
_EXPIRE: Final = "MATCH (e:ApplicationEntry) WHERE e.expires_at <= $now DELETE e RETURN count(*)"


class Neo4jApplicationRecords:
    """What the program remembers: values under keys of collections, each with a version and perhaps an end."""

    def __init__(self, sessions: Sessions, clock: Clock) -> None:
        """Keep them on the server of these sessions; the clock tells what has expired."""
        self._sessions = sessions
        self._clock = clock

    def get(self, collection: str, key: str) -> Entry | None:
        """The entry of a key, or `None` where there is none or it has expired."""
        values = {"collection": collection, "key": key, "now": self._now()}
        with translated(self._sessions.address):
            row = self._sessions.read(lambda tx: tx.one(_ONE, **values))
        return _entry(collection, row) if row else None

    def put(
        self, collection: str, key: str, value: Json, *, expected_version: int, expires_at: datetime | None = None
    ) -> Entry:
        """Write if the current version is as expected (0: must not exist, or have expired); `StaleWrite` otherwise."""
        text, end = canonical_json(value), _time_text(expires_at)

        def written(tx: Transaction) -> int:
            row = tx.one(_LOCK, collection=collection, key=key, now=self._now())
            current = int(row[0]) if row else 0
            if current != expected_version:
                raise StaleWrite(
                    "store.stale_entry", collection=collection, key=key, expected=expected_version, current=current
                )
            tx.run(_PUT, collection=collection, key=key, version=current + 1, value=text, end=end)
            return current + 1

        with translated(self._sessions.address):
            version = self._sessions.write(written)
        return Entry(collection, key, version, value, expires_at)

    def entries(self, collection: str, *, after: str | None = None, limit: int | None = None) -> Iterator[Entry]:
        """Entries of a collection in the order of key, without the expired."""
        place, left = after or "", limit
        while left is None or left > 0:
            size = _PAGE if left is None else min(left, _PAGE)
            values = {"collection": collection, "after": place, "now": self._now(), "page": size}
            with translated(self._sessions.address):
                rows = self._sessions.read(lambda tx, values=values: tx.rows(_PAGE_AFTER, **values))  # type: ignore[misc]
            yield from (_entry(collection, row) for row in rows)
            if len(rows) < size:
                return
            place = rows[-1][0]
            left = left - len(rows) if left is not None else None

    def append(self, collection: str, value: Json) -> Entry:
        """Add an entry under the collection's next number; such entries keep their order."""
        text = canonical_json(value)

        def written(tx: Transaction) -> str:
            row = tx.one(_TAKE_NUMBER, collection=collection)
            assert row is not None
            key = f"{row[0]:0{_NUMBER_WIDTH}}"
            tx.one(_LOCK, collection=collection, key=key, now=self._now())
            tx.run(_PUT, collection=collection, key=key, version=1, value=text, end=None)
            return key

        with translated(self._sessions.address):
            return Entry(collection, self._sessions.write(written), 1, value)

    def expire(self, now: datetime) -> int:
        """Drop what has expired by now; the number dropped."""
        with translated(self._sessions.address):
            row = self._sessions.write(lambda tx: tx.one(_EXPIRE, now=_time_text(now)))
        return int(row[0]) if row else 0

    def _now(self) -> str | None:
        return _time_text(self._clock())


def _entry(collection: str, row: list[Any]) -> Entry:
    key, version, value, expires_at = row
    try:
        end = datetime.fromisoformat(expires_at) if expires_at else None
        return Entry(collection, key, version, json.loads(value), end)
    except (ValueError, TypeError):
        raise StoreDamaged("store.unreadable_entry") from None


def _time_text(moment: datetime | None) -> str | None:
    """UTC with microseconds always written, so that the order of text is the order of time."""
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise UsageError("store.naive_time")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
