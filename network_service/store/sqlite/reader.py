"""Reads records from the file, as of any revision and any day."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from heapq import merge
from typing import Any

from network_service.domain.kinds import RECORD_TYPES
from network_service.errors import UnknownRecord
from network_service.store.base import Columns
from network_service.store.change import AuditEntry, StoredRecord
from network_service.store.mapping import canonical_json, require_kinds
from network_service.store.query_library import QueryLibrary
from network_service.store.search_form import sought
from network_service.store.sqlite import audit, statements
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.named_queries import run
from network_service.store.sqlite.scan import scan
from network_service.store.sqlite.searching import search
from network_service.store.stored_rows import before_and_after, stored_of

_PAGE = 1_000  # records a page: 10 ms of reading, so that no listing holds the log open
_AUDIT_PAGE = 100


class SqliteReader:
    """The reading half. Every answer is of one revision, even where it is read page by page."""

    def __init__(self, connections: Connections, queries: QueryLibrary) -> None:
        """Read through these connections; named queries come from this library."""
        self._connections = connections
        self._queries = queries

    def revision(self) -> int:
        """The latest revision; 0 for an empty store."""
        return int(self._one(statements.REVISION)[0])

    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces that have records, sorted."""
        return tuple(row[0] for row in self._all(statements.PROVINCES))

    def get(self, record_id: str, *, revision: int | None = None) -> StoredRecord | None:
        """The record's version that was current at a revision, or `None`."""
        at = self._at(revision)
        rows = self._all(statements.ONE, {"record_id": record_id, "revision": at})
        return stored_of(rows[0]) if rows else None

    def get_many(self, record_ids: Collection[str]) -> dict[str, StoredRecord]:
        """Current versions of those of the ids that exist."""
        wanted, at = sorted(set(record_ids)), self.revision()
        found: dict[str, StoredRecord] = {}
        for start in range(0, len(wanted), _PAGE):
            ids = canonical_json(wanted[start : start + _PAGE])
            for row in self._all(statements.MANY, {"record_ids": ids, "revision": at}):
                found[row[0]] = stored_of(row)
        return found

    def records(
        self,
        *,
        province: str | None = None,
        kinds: Sequence[str] = (),
        as_of: date | None = None,
        revision: int | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Iterator[StoredRecord]:
        """Records in the order of id, filtered; `as_of` keeps those that hold on that day."""
        require_kinds(kinds)
        filters = {"day": as_of.isoformat() if as_of else None, "revision": self._at(revision)}
        return self._records([province] if province else None, kinds or tuple(RECORD_TYPES), filters, after, limit)

    def neighbours(
        self, node_id: str, *, kinds: Sequence[str] = (), as_of: date | None = None, revision: int | None = None
    ) -> list[StoredRecord]:
        """Ties that start or end at a node, in the order of id."""
        require_kinds(kinds)
        values = {
            "node": node_id,
            "kinds": canonical_json(list(kinds or RECORD_TYPES)),
            "day": as_of.isoformat() if as_of else None,
            "revision": self._at(revision),
        }
        return [stored_of(row) for row in self._all(statements.NEIGHBOURS, values)]

    def scan(
        self,
        kinds: Sequence[str],
        fields: Sequence[str],
        *,
        provinces: Sequence[str],
        as_of: date,
        revision: int | None = None,
    ) -> Columns:
        """Columns of all records of some kinds that hold on a day, ordered by id."""
        at = self._at(revision)
        with self._connections.reading() as connection:
            return scan(connection, kinds, fields, provinces=provinces, as_of=as_of, revision=at)

    def search(
        self, text: str, *, province: str | None = None, kinds: Sequence[str] = (), limit: int = 20
    ) -> list[StoredRecord]:
        """Current nodes one of whose names contains a text, those with a name that begins with it first, then by id."""
        require_kinds(kinds)
        wanted = sought(text)
        if not wanted or limit <= 0:
            return []
        with self._connections.reading() as connection:
            return [stored_of(row) for row in search(connection, wanted, province, kinds, limit)]

    def history(self, record_id: str) -> list[StoredRecord]:
        """All versions of a record, oldest first, without those that an erasure emptied."""
        return [stored_of(row) for row in self._all(statements.HISTORY, {"record_id": record_id})]

    def changes(self, revision: int) -> list[tuple[StoredRecord | None, StoredRecord | None]]:
        """What a revision changed, in the order of id: each record before and after it."""
        rows = self._all(statements.CHANGES, {"revision": self._at(revision)})
        return before_and_after(rows, revision)

    def audit(self, *, after: int = 0, limit: int | None = None) -> Iterator[AuditEntry]:
        """Audit entries after a sequence number, oldest first."""
        left = limit
        while left is None or left > 0:
            with self._connections.reading() as connection:
                page = audit.page(connection, after, _AUDIT_PAGE if left is None else min(left, _AUDIT_PAGE))
            if not page:
                return
            yield from page
            after = page[-1].sequence
            left = left - len(page) if left is not None else None

    def run_query(self, name: str, parameters: Mapping[str, object]) -> Columns:
        """Rows of a named query of the library, as columns."""
        query = self._queries.get(name)
        values = query.bind(parameters)
        with self._connections.reading() as connection:
            return run(connection, query, values)

    def _at(self, revision: int | None) -> int:
        """The revision to read at; one that is still to come has no content that could be relied on."""
        latest = self.revision()
        if revision is None:
            return latest
        if not 0 <= revision <= latest:
            raise UnknownRecord("store.unknown_revision", revision=revision, latest=latest)
        return revision

    def _records(
        self,
        provinces: list[str] | None,
        kinds: Sequence[str],
        filters: dict[str, Any],
        after: str | None,
        limit: int | None,
    ) -> Iterator[StoredRecord]:
        """Merge the streams of each province and kind: each follows an index, whatever the filter leaves out."""
        if provinces is None:
            provinces = [row[0] for row in self._all(statements.PROVINCES_EVER)]
        page = _PAGE if limit is None else max(1, min(limit, _PAGE))
        streams = [
            self._stream({**filters, "province": province, "kind": kind, "after": after or "", "page": page})
            for province in provinces
            for kind in sorted(set(kinds))
        ]
        for count, row in enumerate(merge(*streams)):
            if limit is not None and count >= limit:
                return
            yield stored_of(row)

    def _stream(self, values: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
        while True:
            rows = self._all(statements.PAGE, values)
            yield from rows
            if len(rows) < values["page"]:
                return
            values["after"] = rows[-1][0]

    def _all(self, statement: str, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        with self._connections.reading() as connection:
            return connection.execute(statement, values or {}).fetchall()

    def _one(self, statement: str) -> tuple[Any, ...]:
        return self._all(statement)[0]
