"""Application records as nodes of their own, under a lock of their own."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from network_service.errors import StaleWrite
from network_service.store.application import Entry, Json, entry_of, time_text
from network_service.store.mapping import canonical_json
from network_service.store.neo4j.closed import append_entry, lock_application, readable_state
from network_service.store.neo4j.driver import Sessions, Transaction
from network_service.store.neo4j.faults import translated
from network_service.store.neo4j.writer import Clock

_PAGE = 500
_LIVE: Final = "coalesce(e.expires_at > $now, true)"
_ENTRY: Final = " RETURN e.key, e.version, e.value, e.expires_at"
_ONE: Final = "MATCH (e:ApplicationEntry {collection: $collection, key: $key}) WHERE " + _LIVE + _ENTRY
_PAGE_AFTER: Final = (
    "MATCH (e:ApplicationEntry {collection: $collection}) WHERE e.key > $after"
    " WITH e ORDER BY e.collection, e.key WITH e WHERE " + _LIVE + " WITH e LIMIT $page" + _ENTRY + " ORDER BY e.key"
)  # fmt: skip
_PUT: Final = (
    "MERGE (e:ApplicationEntry {collection: $collection, key: $key})"
    " SET e.version = $version, e.value = $value, e.expires_at = $end"
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
            row = self._sessions.read(lambda tx: _readable(tx).one(_ONE, **values))
        return entry_of(collection, *row) if row else None

    def put(
        self, collection: str, key: str, value: Json, *, expected_version: int, expires_at: datetime | None = None
    ) -> Entry:
        """Write if the current version is as expected (0: must not exist, or have expired); `StaleWrite` otherwise."""
        text, end = canonical_json(value), time_text(expires_at)

        def written(tx: Transaction) -> int:
            lock_application(tx)
            row = tx.one(_ONE, collection=collection, key=key, now=self._now())
            current = int(row[1]) if row else 0
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
                rows = self._sessions.read(lambda tx, values=values: _readable(tx).rows(_PAGE_AFTER, **values))  # type: ignore[misc]
            yield from (entry_of(collection, *row) for row in rows)
            if len(rows) < size:
                return
            place = rows[-1][0]
            left = left - len(rows) if left is not None else None

    def append(self, collection: str, value: Json) -> Entry:
        """Add an entry under the collection's next number; such entries keep their order."""
        text = canonical_json(value)

        def written(tx: Transaction) -> str:
            lock_application(tx)
            return append_entry(tx, collection, text)

        with translated(self._sessions.address):
            return Entry(collection, self._sessions.write(written), 1, value)

    def expire(self, now: datetime) -> int:
        """Drop what has expired by now; the number dropped."""
        end = time_text(now)

        def dropped(tx: Transaction) -> list[Any] | None:
            lock_application(tx)
            return tx.one(_EXPIRE, now=end)

        with translated(self._sessions.address):
            row = self._sessions.write(dropped)
        return int(row[0]) if row else 0

    def _now(self) -> str | None:
        return time_text(self._clock())


def _readable(transaction: Transaction) -> Transaction:
    readable_state(transaction)
    return transaction
