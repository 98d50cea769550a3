"""Writes change sets: whole or not at all, each with its audit entry, in one transaction."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Protocol
from uuid import uuid4

from network_service.errors import UsageError
from network_service.store.chain import combined, next_entry
from network_service.store.change import Applied, ChangeSet
from network_service.store.mapping import canonical_json, new_salt
from network_service.store.plan import (
    Current,
    Draft,
    TieEnds,
    Write,
    WritePlan,
    drafts_of,
    plan_writes,
    request_digest,
)
from network_service.store.query_library import QueryLibrary
from network_service.store.sqlite import audit, statements
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.reader import SqliteReader

_IDS_AT_ONCE = 5_000


class Clock(Protocol):
    """Tells the time, in UTC."""

    def __call__(self) -> datetime:
        """Now."""
        ...


class SqliteWriter(SqliteReader):
    """The writing half. What takes time, JSON and digests, is done before the lock is taken."""

    def __init__(
        self, connections: Connections, queries: QueryLibrary, *, audit_key: bytes | None, clock: Clock
    ) -> None:
        """Write through these connections; audit entries are sealed where there is a key."""
        super().__init__(connections, queries)
        self._audit_key = audit_key
        self._clock = clock

    def apply(self, change_set: ChangeSet) -> Applied:
        """Make a change set visible whole or not at all, with its audit entry."""
        drafts = drafts_of(change_set.changes, change_set.removals)
        with self._connections.writing() as connection:
            answer = _first_answer(connection, change_set, drafts)
            if answer is None:
                plan = plan_writes(drafts, change_set.removals, _Known(connection))
                answer = self._write(connection, change_set, plan)
                _remember(connection, change_set, drafts, answer)
        return answer

    def _write(self, connection: sqlite3.Connection, change_set: ChangeSet, plan: WritePlan) -> Applied:
        latest: int = connection.execute(statements.REVISION).fetchone()[0]
        record_ids = plan.record_ids
        if not record_ids:
            return Applied(latest, "", 0)
        name, revision = str(uuid4()), latest + 1
        entry = next_entry(
            audit.last(connection),
            change_set,
            name=name,
            at=self._clock(),
            revision=revision,
            record_ids=record_ids,
            before=combined(version.digest for _, version in plan.ended),
            after=combined(write.draft.digest for write in plan.writes),
            key=self._audit_key,
        )
        audit.add(connection, entry)
        connection.executemany(
            "UPDATE record_version SET superseded = ? WHERE record_id = ? AND version = ?",
            ((revision, record_id, version.version) for record_id, version in plan.ended),
        )
        connection.executemany(
            "INSERT INTO record_version (record_id, version, revision, kind, province, valid_from, valid_to, source,"
            " target, data, salt, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_values(write, revision) for write in plan.writes),
        )
        return Applied(revision, name, len(record_ids))


class _Known:
    """What the plan asks, answered inside the transaction that will write."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def current(self, record_ids: Collection[str]) -> dict[str, Current]:
        rows = self._rows(
            "SELECT record_id, version, kind, data, digest FROM record_version"
            " WHERE record_id IN (SELECT value FROM json_each(?)) AND superseded IS NULL",
            record_ids,
        )
        return {row[0]: Current(*row[1:]) for row in rows}

    def last_versions(self, record_ids: Collection[str]) -> dict[str, int]:
        return dict(
            self._rows(
                "SELECT record_id, max(version) FROM record_version"
                " WHERE record_id IN (SELECT value FROM json_each(?)) GROUP BY record_id",
                record_ids,
            )
        )

    def kinds(self, record_ids: Collection[str]) -> dict[str, str]:
        return dict(
            self._rows(
                "SELECT record_id, kind FROM record_version"
                " WHERE record_id IN (SELECT value FROM json_each(?)) AND superseded IS NULL",
                record_ids,
            )
        )

    def ties_at(self, node_ids: Collection[str]) -> Iterator[TieEnds]:
        found = set()
        for end in ("source", "target"):
            found |= set(
                self._rows(
                    "SELECT record_id, kind, source, target FROM record_version"  # noqa: S608 - one of two words
                    f" WHERE {end} IN (SELECT value FROM json_each(?)) AND superseded IS NULL",
                    node_ids,
                )
            )
        return (TieEnds(*row) for row in sorted(found))

    def _rows(self, statement: str, ids: Collection[str]) -> Iterator[Any]:
        left = iter(ids)
        while some := list(islice(left, _IDS_AT_ONCE)):
            yield from self._connection.execute(statement, (canonical_json(some),))


def _values(write: Write, revision: int) -> tuple[object, ...]:
    draft = write.draft
    row = draft.row
    return (
        row.record_id,
        write.version,
        revision,
        row.kind,
        row.province,
        row.valid_from,
        row.valid_to,
        row.source,
        row.target,
        row.data,
        draft.salt,
        draft.digest,
    )


def _first_answer(connection: sqlite3.Connection, change_set: ChangeSet, drafts: Sequence[Draft]) -> Applied | None:
    """The answer that was given when the idempotency key was first used, if it was."""
    key = change_set.idempotency_key
    row = connection.execute(
        "SELECT salt, request, revision, change_set, written FROM idempotency_key WHERE key = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    salt, request, revision, name, written = row
    if request != request_digest(salt, change_set, drafts):
        raise UsageError("store.key_reused", key=key)
    return Applied(revision, name, written, repeated=True)


def _remember(connection: sqlite3.Connection, change_set: ChangeSet, drafts: Sequence[Draft], answer: Applied) -> None:
    key = change_set.idempotency_key
    if key is None:
        return
    salt = new_salt()
    request = request_digest(salt, change_set, drafts)
    connection.execute(
        "INSERT INTO idempotency_key (key, salt, request, revision, change_set, written) VALUES (?, ?, ?, ?, ?, ?)",
        (key, salt, request, answer.revision, answer.change_set, answer.written),
    )
