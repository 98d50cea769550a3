"""Writes change sets: whole or not at all, each with its audit entry."""

import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import uuid4

from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

from network_service.errors import StoreBusy, StoreError, StoreUnavailable
from network_service.store.change import Applied, ChangeSet
from network_service.store.erasure import erasure_of
from network_service.store.neo4j.answers import first_answer, published_answer, remember
from network_service.store.neo4j.driver import Sessions, Transaction
from network_service.store.neo4j.erasing import erase
from network_service.store.neo4j.faults import translated
from network_service.store.neo4j.known import KnownInServer
from network_service.store.neo4j.large import finish, sweep, write_batches
from network_service.store.neo4j.reader import Neo4jReader
from network_service.store.neo4j.turn import LeaseHeld, LeaseLost, Turn, Unfinished, end_turn, lease, publish, take_turn
from network_service.store.neo4j.versions import Draw, add_entry, projected, write_versions
from network_service.store.plan import Draft, WritePlan, drafts_of, plan_writes
from network_service.store.query_library import QueryLibrary

MOST_AT_ONCE = 4_000
"""Records of a change set that one transaction takes: some 30 MB of the server's memory. More go in batches."""
BUSY_SECONDS = 2.0
_LOOK_AGAIN = 0.05
_TRIES = 3
_Result = TypeVar("_Result")


class Clock(Protocol):
    """Tells the time, in UTC."""

    def __call__(self) -> datetime:
        """Now."""
        ...


class Neo4jWriter(Neo4jReader):
    """The writing half. What takes time, JSON and digests, is done before the lock is taken."""

    def __init__(
        self,
        sessions: Sessions,
        queries: QueryLibrary,
        *,
        audit_key: bytes | None,
        clock: Clock,
        most_at_once: int = MOST_AT_ONCE,
    ) -> None:
        """Write through these sessions; audit entries are sealed where there is a key."""
        super().__init__(sessions, queries)
        self._audit_key = audit_key
        self._clock = clock
        self._most_at_once = most_at_once

    def apply(self, change_set: ChangeSet) -> Applied:
        """Make a change set visible whole or not at all, with its audit entry."""
        drafts = drafts_of(change_set.changes, change_set.removals)
        draw = Draw(change_set, str(uuid4()), self._audit_key, self._clock)
        with translated(self._sessions.address):
            for _ in range(_TRIES):
                try:
                    return self._apply(draw, drafts)
                except IncompleteCommit:
                    # Nobody told what became of it. Under the lock it is either there or will never be.
                    answer = self._outcome(draw, drafts)
                    if answer is not None:
                        return answer
        raise StoreUnavailable("store.outcome_unknown", path=self._sessions.address)

    def erase(self, record_ids: Collection[str], *, principal: str, reason_code: str) -> Applied:
        """Empty all versions of records for good; ids, revision and time stay, in the audit and in a ledger."""
        draw = Draw(erasure_of(principal, reason_code), str(uuid4()), self._audit_key, self._clock)

        def erased(tx: Transaction) -> Applied:
            turn = take_turn(tx, draw.name)
            if turn.is_unfinished:
                raise Unfinished
            return published_answer(tx, draw.name) or erase(tx, draw, record_ids, turn.revision)

        unanswered = False
        for _ in range(_TRIES):
            try:
                with translated(self._sessions.address):
                    return self._in_turn(draw.name, erased)
            except StoreError as error:
                # What it did is found by its name, and what it did not is done again: as long as somebody answers.
                if isinstance(error.__cause__, IncompleteCommit):
                    unanswered = True
                elif unanswered:
                    break
                else:
                    raise
        raise StoreUnavailable("store.outcome_unknown", path=self._sessions.address)

    def _apply(self, draw: Draw, drafts: Sequence[Draft]) -> Applied:
        def written(tx: Transaction) -> Applied | WritePlan:
            turn = take_turn(tx, draw.name)
            if turn.is_unfinished:
                raise Unfinished
            answer = first_answer(tx, draw.change_set, drafts)
            if answer is not None:
                return answer
            plan = plan_writes(drafts, draw.change_set.removals, KnownInServer(tx))
            if len(plan.record_ids) > self._most_at_once:
                lease(tx, draw.name, turn.revision + 1)
                return plan
            answer = _write(tx, draw, plan, turn.revision)
            remember(tx, draw.change_set, drafts, answer)
            return answer

        answer = self._in_turn(draw.name, written)
        return answer if isinstance(answer, Applied) else self._write_large(draw, drafts, answer)

    def _write_large(self, draw: Draw, drafts: Sequence[Draft], plan: WritePlan) -> Applied:
        """Write versions in batches that nobody sees, publish them in one transaction, then show them as a graph."""
        try:
            answer = write_batches(self._sessions, draw, drafts, plan)
        except LeaseLost as error:
            raise StoreBusy("store.busy", path=self._sessions.address) from error
        # It is published: an error now would say that it is not. Whoever has the next turn brings the graph up.
        with suppress(LeaseLost, DriverError, Neo4jError):
            finish(self._sessions, draw.name, projected(plan))
        return answer

    def _in_turn(self, name: str, work: Callable[[Transaction], _Result]) -> _Result:
        """Do work under the lock: after another's lease, and after what was left half-way has been cleared."""
        deadline = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                return self._sessions.write(work)
            except Unfinished:
                self._clear(name)
            except LeaseHeld as error:
                if time.monotonic() > deadline:
                    raise StoreBusy("store.busy", path=self._sessions.address) from error
                time.sleep(_LOOK_AGAIN)

    def _clear(self, name: str) -> None:
        """Take away what a killed writer left unpublished; bring what it published into the current graph."""

        def took(tx: Transaction) -> Turn:
            turn = take_turn(tx, name)
            lease(tx, name, turn.pending)
            return turn

        turn = self._sessions.write(took)
        sweep(self._sessions, name, turn)

    def _outcome(self, draw: Draw, drafts: Sequence[Draft]) -> Applied | None:
        """What became of a change set whose commit nobody answered; `None` where it was never committed."""

        def asked(tx: Transaction) -> Applied | None:
            take_turn(tx, draw.name)
            return first_answer(tx, draw.change_set, drafts) or published_answer(tx, draw.name)

        try:
            with translated(self._sessions.address):
                return self._in_turn(draw.name, asked)
        except StoreError as error:  # busy or gone: whoever is told only that would take it for not written
            raise StoreUnavailable("store.outcome_unknown", path=self._sessions.address) from error


def _write(transaction: Transaction, draw: Draw, plan: WritePlan, latest: int) -> Applied:
    """Write a plan that fits one transaction."""
    record_ids = plan.record_ids
    if not record_ids:
        return Applied(latest, "", 0)
    revision = latest + 1
    add_entry(transaction, draw, record_ids, plan.ended, plan.writes, revision)
    write_versions(transaction, plan.writes, plan.ended, revision)
    projected(plan).write(transaction)
    publish(transaction, revision, is_projected=True)
    end_turn(transaction)
    return Applied(revision, draw.name, len(record_ids))
