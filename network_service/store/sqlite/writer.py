"""Writes change sets: whole or not at all, each with its audit entry, in one transaction."""

import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol
from uuid import uuid4

from network_service.errors import UsageError
from network_service.store.chain import combined, next_entry
from network_service.store.change import Applied, AuditEntry, ChangeSet
from network_service.store.erasure import AGAIN, ErasedRecord, ErasurePlan, erasure_of, plan_erasure
from network_service.store.mapping import new_salt
from network_service.store.plan import Current, Draft, Write, WritePlan, drafts_of, plan_writes, request_digest
from network_service.store.query_library import QueryLibrary
from network_service.store.sqlite import audit, erasing, searching, statements
from network_service.store.sqlite.closed import reopen
from network_service.store.sqlite.connection import Connections
from network_service.store.sqlite.known import SqliteKnown
from network_service.store.sqlite.reader import SqliteReader


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
                plan = plan_writes(drafts, change_set.removals, SqliteKnown(connection))
                answer = self._write(connection, change_set, plan)
                _remember(connection, change_set, drafts, answer)
        return answer

    def erase(self, record_ids: Collection[str], *, principal: str, reason_code: str) -> Applied:
        """Empty all versions of records for good; ids, revision and time stay, in the audit and in a ledger."""
        change_set = erasure_of(principal, reason_code)
        with self._connections.writing() as connection:
            applied = self._erase(connection, change_set, plan_erasure(record_ids, SqliteKnown(connection)))
        if applied.written:
            self._connections.rewrite()
            self._connections.empty_log()
        return applied

    def take_over(self, erased: Sequence[ErasedRecord], change_set: ChangeSet) -> int:
        """Finish a restored copy: erase in it what a ledger says, and say in the audit where it came from.

        Current ties of what is erased go too; the number of records erased. All is written, or nothing. Maintenance
        under which the copy was made ends: it was the store's, not the copy's.
        """
        with self._connections.writing(in_maintenance=True) as connection:
            reopen(connection)
            known = SqliteKnown(connection)
            here = known.last_versions([line.record_id for line in erased]).keys()
            plan = plan_erasure(here, known, with_ties=True)
            self._erase(connection, erasure_of(change_set.principal, AGAIN), plan)
            erasing.add_lines(connection, erased)
            self._sign(connection, change_set, (), (), ())
        return len(plan.emptied)

    def _write(self, connection: sqlite3.Connection, change_set: ChangeSet, plan: WritePlan) -> Applied:
        record_ids = plan.record_ids
        if not record_ids:
            return Applied(_latest(connection), "", 0)
        entry = self._sign(connection, change_set, record_ids, plan.ended, plan.writes)
        _close(connection, plan.ended, entry.revision)
        connection.executemany(
            "INSERT INTO record_version (record_id, version, revision, kind, province, valid_from, valid_to, source,"
            " target, data, salt, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_values(write, entry.revision) for write in plan.writes),
        )
        searching.keep_in_step(
            connection, (write.draft for write in plan.writes), (closing.record_id for closing in plan.closings)
        )
        return Applied(entry.revision, entry.change_set, len(record_ids))

    def _erase(self, connection: sqlite3.Connection, change_set: ChangeSet, plan: ErasurePlan) -> Applied:
        record_ids = plan.record_ids
        if not record_ids:
            return Applied(_latest(connection), "", 0)
        ended = [(closing.record_id, closing.closes) for closing in plan.closings]
        entry = self._sign(connection, change_set, record_ids, ended, ())
        _close(connection, ended, entry.revision)
        erasing.empty(connection, plan.emptied, entry.revision)
        erasing.add_lines(connection, (ErasedRecord(one, entry.revision, entry.at) for one in plan.emptied))
        searching.keep_in_step(connection, (), record_ids)
        searching.forget_traces(connection)
        return Applied(entry.revision, entry.change_set, len(record_ids))

    def _sign(
        self,
        connection: sqlite3.Connection,
        change_set: ChangeSet,
        record_ids: Sequence[str],
        ended: Sequence[tuple[str, Current]],
        writes: Sequence[Write],
    ) -> AuditEntry:
        """Append the audit entry of a change set under the next revision."""
        entry = next_entry(
            audit.last(connection),
            change_set,
            name=str(uuid4()),
            at=self._clock(),
            revision=_latest(connection) + 1,
            record_ids=record_ids,
            before=combined(version.digest for _, version in ended),
            after=combined(write.draft.digest for write in writes),
            key=self._audit_key,
        )
        audit.add(connection, entry)
        return entry


def _latest(connection: sqlite3.Connection) -> int:
    found: int = connection.execute(statements.REVISION).fetchone()[0]
    return found


def _close(connection: sqlite3.Connection, ended: Sequence[tuple[str, Current]], revision: int) -> None:
    connection.executemany(
        "UPDATE record_version SET superseded = ? WHERE record_id = ? AND version = ?",
        ((revision, record_id, version.version) for record_id, version in ended),
    )


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
