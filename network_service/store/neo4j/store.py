"""The whole Neo4j store: opened on an address, closed by leaving its context."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar
from uuid import uuid4

from network_service.store.application import ApplicationRecords
from network_service.store.backup import Backup, Restored
from network_service.store.maintenance import Maintenance, told_in_brief
from network_service.store.neo4j import audit
from network_service.store.neo4j.application import Neo4jApplicationRecords
from network_service.store.neo4j.check import check
from network_service.store.neo4j.closed import begin, end, lock_application, state_of
from network_service.store.neo4j.copies import back_up, restore
from network_service.store.neo4j.driver import Credentials, Sessions, Transaction
from network_service.store.neo4j.faults import translated
from network_service.store.neo4j.raw import Neo4jRawReader
from network_service.store.neo4j.schema import migrate, shipped
from network_service.store.neo4j.turn import Unfinished, take_turn
from network_service.store.neo4j.writer import MOST_AT_ONCE, Clock, Neo4jWriter
from network_service.store.query_library import QueryLibrary

_RECORDS: Final = "MATCH (v:Version) WHERE v.superseded IS NULL AND v.erased IS NULL RETURN count(v)"
_Result = TypeVar("_Result")


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Neo4jStore(Neo4jWriter):
    """One Neo4j database that holds a network with its history, its audit and the application's records."""

    @classmethod
    def open(
        cls,
        uri: str,
        credentials: Credentials,
        *,
        audit_key: bytes | None = None,
        queries: QueryLibrary | None = None,
        clock: Clock = _utc_now,
        most_at_once: int = MOST_AT_ONCE,
    ) -> Self:
        """Open the store at an address and bring its schema up to date.

        Raises `StoreUnavailable` where the server cannot be reached or refuses the login, `StoreDamaged` where a
        constraint is gone, `StoreTooNew` where a newer version of the program wrote it.
        """
        sessions = Sessions(uri, credentials)
        try:
            with translated(sessions.address):
                migrate(sessions, clock())
        except BaseException:
            sessions.close()
            raise
        return cls(sessions, queries or QueryLibrary(), audit_key=audit_key, clock=clock, most_at_once=most_at_once)

    @property
    def application(self) -> ApplicationRecords:
        """What the program remembers besides, kept on the same server."""
        return Neo4jApplicationRecords(self._sessions, self._clock)

    def check(self, *, audit_head: str | None = None) -> list[str]:
        """Codes of what contradicts itself; empty when all is well.

        What is written while it looks is left out: versions and entries up to the revision at its start are seen.
        """
        with translated(self._sessions.address):
            return check(self._sessions, self._audit_key, audit_head)

    @contextmanager
    def raw(self) -> Iterator[Neo4jRawReader]:
        """Reads all that the server holds; of one moment only while writes are refused."""
        yield Neo4jRawReader(self._sessions)

    def maintenance(self) -> Maintenance | None:
        """Who has writes refused and since when."""
        return self._read(state_of).maintenance

    def begin_maintenance(self, principal: str) -> Maintenance:
        """Refuse all writes from now on; where they are refused already, it stays as it was."""
        return self._in_both_turns(lambda tx: begin(tx, principal, self._clock()))

    def end_maintenance(self, principal: str) -> Maintenance | None:
        """Let writes through again."""
        return self._in_both_turns(lambda tx: end(tx, principal, self._clock()))

    def back_up(self, path: Path) -> Backup:
        """Copy the whole store to a file that is not there yet; writes are refused while it is copied."""
        with self._writes_refused("backup"):
            return back_up(self._sessions, path, self._audit_key)

    def restore(self, path: Path, *, principal: str) -> Restored:
        """Make the store what a copy of it was, and erase there what was erased since; writes are refused meanwhile."""
        if refused := self.maintenance():
            raise refused.refusal()
        with self._writes_refused(principal):
            return restore(self._sessions, path, principal, self._audit_key, self._clock)

    @contextmanager
    def _writes_refused(self, principal: str) -> Iterator[None]:
        before = self.maintenance()
        if before is None:
            self.begin_maintenance(principal)
        try:
            yield
        finally:
            if before is None:
                self.end_maintenance(principal)

    def _in_both_turns(self, work: Callable[[Transaction], _Result]) -> _Result:
        name = str(uuid4())

        def done(tx: Transaction) -> _Result:
            if take_turn(tx, name, in_maintenance=True).is_unfinished:
                raise Unfinished
            lock_application(tx, in_maintenance=True)
            return work(tx)

        with translated(self._sessions.address):
            return self._in_turn(name, done)

    def describe(self) -> dict[str, str]:
        """What it is and where, for `doctor`: never a secret."""

        def asked(tx: Transaction) -> dict[str, str]:
            last, state, records = audit.last(tx), state_of(tx), tx.one(_RECORDS)
            return {
                "revision": str(state.revision),
                "records": str(records[0] if records else 0),
                "audit_entries": str(last.sequence if last else 0),
                "audit_head": last.digest if last else "",
                "maintenance": told_in_brief(state.maintenance),
            }

        return {
            "store": "neo4j",
            "path": self._sessions.address,
            "engine": self._sessions.server(),
            "schema": str(shipped()[-1].number),
            **self._read(asked),
            "audit_sealed": "yes" if self._audit_key else "no",
        }

    def close(self) -> None:
        """Close all connections; what is asked of the store afterwards raises `StoreUnavailable`."""
        self._sessions.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, error: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
