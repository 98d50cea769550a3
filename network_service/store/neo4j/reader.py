"""Reads records from the server, as of any revision and any day.

The server's isolation is read-committed: a statement may see the half of what another commits meanwhile. So records are
read from their versions alone, each with the revision that brought it: what comes later than the revision read at is
left out, whenever it comes.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from heapq import merge
from typing import Any, TypeVar

from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES
from network_service.errors import UnknownRecord
from network_service.store.base import Columns
from network_service.store.change import AuditEntry, StoredRecord
from network_service.store.mapping import require_kinds
from network_service.store.neo4j import audit, statements
from network_service.store.neo4j.closed import readable_state
from network_service.store.neo4j.driver import Sessions, Transaction
from network_service.store.neo4j.faults import translated
from network_service.store.neo4j.named_queries import run
from network_service.store.neo4j.scan import scan
from network_service.store.query_library import QueryLibrary
from network_service.store.search_form import sought
from network_service.store.stored_rows import before_and_after, stored_of

_PAGE = 1_000
_AUDIT_PAGE = 100
_Result = TypeVar("_Result")


class Neo4jReader:
    """The reading half. Every answer is of one revision, even where it is read page by page."""

    def __init__(self, sessions: Sessions, queries: QueryLibrary) -> None:
        """Read through these sessions; named queries come from this library."""
        self._sessions = sessions
        self._queries = queries

    def revision(self) -> int:
        """The latest published revision; 0 for an empty store."""
        return self._read(latest_revision)

    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces that have records, sorted."""

        def asked(tx: Transaction) -> tuple[str, ...]:
            return tuple(row[0] for row in tx.rows(statements.PROVINCES, at=latest_revision(tx)))

        return self._read(asked)

    def get(self, record_id: str, *, revision: int | None = None) -> StoredRecord | None:
        """The record's version that was current at a revision, or `None`."""

        def asked(tx: Transaction) -> list[Any] | None:
            return tx.one(statements.ONE, record_id=record_id, **_moment(tx, revision))

        row = self._read(asked)
        return stored_of(row) if row else None

    def get_many(self, record_ids: Collection[str]) -> dict[str, StoredRecord]:
        """Current versions of those of the ids that exist."""
        wanted = sorted(set(record_ids))

        def asked(tx: Transaction) -> list[list[Any]]:
            moment = _moment(tx, None)
            pages = (wanted[start : start + _PAGE] for start in range(0, len(wanted), _PAGE))
            return [row for page in pages for row in tx.rows(statements.MANY, record_ids=page, **moment)]

        return {row[0]: stored_of(row) for row in self._read(asked)}

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
        filters = {"day": as_of.isoformat() if as_of else None, **self._read(lambda tx: _moment(tx, revision))}
        return self._records(province, sorted(set(kinds)), filters, after, limit)

    def neighbours(
        self, node_id: str, *, kinds: Sequence[str] = (), as_of: date | None = None, revision: int | None = None
    ) -> list[StoredRecord]:
        """Ties that start or end at a node, in the order of id."""
        require_kinds(kinds)
        values = {
            "node": node_id,
            "kinds": list(kinds or RECORD_TYPES),
            "day": as_of.isoformat() if as_of else None,
        }

        def asked(tx: Transaction) -> list[list[Any]]:
            return tx.rows(statements.NEIGHBOURS, **values, **_moment(tx, revision))

        return [stored_of(row) for row in self._read(asked)]

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
        moment = self._read(lambda tx: _moment(tx, revision))
        return scan(self._read, kinds, fields, provinces=provinces, as_of=as_of, moment=moment)

    def search(
        self, text: str, *, province: str | None = None, kinds: Sequence[str] = (), limit: int = 20
    ) -> list[StoredRecord]:
        """Current nodes one of whose names holds the text, those first whose name begins with it."""
        require_kinds(kinds)
        form = sought(text)
        if not form or limit <= 0:
            return []
        values = {"text": form, "province": province, "kinds": list(kinds or NODE_TYPES), "limit": limit}
        ids = [row[0] for row in self._read(lambda tx: tx.rows(statements.SEARCH, **values))]
        found = self.get_many(ids)
        return [found[one] for one in ids if one in found]

    def history(self, record_id: str) -> list[StoredRecord]:
        """All versions of a record, oldest first; empty where there is none."""

        def asked(tx: Transaction) -> list[list[Any]]:
            return tx.rows(statements.HISTORY, record_id=record_id, latest=latest_revision(tx))

        return [stored_of(row) for row in self._read(asked)]

    def changes(self, revision: int) -> list[tuple[StoredRecord | None, StoredRecord | None]]:
        """What a revision changed, in the order of id: each record before and after it."""
        rows = self._read(lambda tx: tx.rows(statements.CHANGES, **_moment(tx, revision)))
        return before_and_after(rows, revision)

    def audit(self, *, after: int = 0, limit: int | None = None) -> Iterator[AuditEntry]:
        """Audit entries after a sequence number, oldest first."""
        left = limit
        while left is None or left > 0:
            size = _AUDIT_PAGE if left is None else min(left, _AUDIT_PAGE)
            page = self._read(lambda tx, place=after, size=size: audit.page(tx, place, size))  # type: ignore[misc]
            if not page:
                return
            yield from page
            after = page[-1].sequence
            left = left - len(page) if left is not None else None

    def run_query(self, name: str, parameters: Mapping[str, object]) -> Columns:
        """Rows of a named query of the library, as columns."""
        query = self._queries.get(name)
        with translated(self._sessions.address):
            return run(self._sessions, query, query.bind(parameters))

    def _records(
        self,
        province: str | None,
        kinds: Sequence[str],
        filters: dict[str, Any],
        after: str | None,
        limit: int | None,
    ) -> Iterator[StoredRecord]:
        """Merge the streams of each province, or of each of its kinds: each follows an index."""
        provinces = [province] if province is not None else self._read(_provinces_ever)
        page = _PAGE if limit is None else max(1, min(limit, _PAGE))
        wanted: Sequence[str | None] = kinds or [None]
        streams = [
            self._stream({**filters, "province": one, "kind": kind, "after": after or "", "page": page})
            for one in provinces
            for kind in wanted
        ]
        for count, row in enumerate(merge(*streams)):
            if limit is not None and count >= limit:
                return
            yield stored_of(row)

    def _stream(self, values: dict[str, Any]) -> Iterator[list[Any]]:
        while True:
            of_kind = values["kind"] is not None

            def asked(tx: Transaction, of_kind: bool = of_kind) -> list[list[Any]]:
                return tx.rows(statements.PAGE_OF_KIND if of_kind else statements.PAGE, **values)

            rows = self._read(asked)
            yield from rows
            if len(rows) < values["page"]:
                return
            values["after"] = rows[-1][0]

    def _read(self, work: Callable[[Transaction], _Result]) -> _Result:
        with translated(self._sessions.address):
            return self._sessions.read(work)


def latest_revision(transaction: Transaction) -> int:
    """The published revision; `StoreBusy` while the store is being filled."""
    return readable_state(transaction).revision


def _provinces_ever(transaction: Transaction) -> list[str]:
    return [row[0] for row in transaction.rows(statements.PROVINCES_EVER)]


def _moment(transaction: Transaction, revision: int | None) -> dict[str, int]:
    """The revision to read at, and the latest; one that is still to come has no content that could be relied on."""
    latest = latest_revision(transaction)
    if revision is not None and not 0 <= revision <= latest:
        raise UnknownRecord("store.unknown_revision", revision=revision, latest=latest)
    return {"at": latest if revision is None else revision, "latest": latest}
