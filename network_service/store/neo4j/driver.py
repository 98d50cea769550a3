"""The one driver of a store object: a session a unit of work, managed transactions, bookmarks passed on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, LiteralString, TypeAlias, TypeVar

from neo4j import GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, unit_of_work

from network_service.errors import StoreUnavailable
from network_service.store.neo4j.faults import translated

CONNECT_SECONDS = 2.0
ACQUIRE_SECONDS = 1.2
RETRY_SECONDS = 1.0
"""How long the driver tries again. A page must answer in four seconds: where a server takes connections and answers
nothing, 3 and 2 seconds here took seven; these take three and a half. One that refuses connections takes less."""
READ_SECONDS = 30.0
WRITE_SECONDS = 60.0
"""A transaction that takes longer is ended by the server: thirty times what the largest batch takes."""

SCHEMES = ("neo4j://", "neo4j+s://", "bolt://")
"""Addresses of Neo4j; `neo4j+s` is encrypted, `neo4j` finds its way in a cluster, `bolt` speaks to one server."""

Rows: TypeAlias = list[list[Any]]
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who the service is to the server. The password is in no text of this object, so that it is in no log either."""

    user: str
    password: str = field(repr=False)


class Transaction:
    """A transaction of which every answer is taken whole before it ends."""

    def __init__(self, transaction: ManagedTransaction, place: str) -> None:
        """Wrap one of the driver's; `place` is where the server is, for errors."""
        self._transaction = transaction
        self.place = place

    def rows(self, statement: LiteralString, **values: object) -> Rows:
        """The rows that a statement gives."""
        return self._transaction.run(statement, values).values()

    def one(self, statement: LiteralString, **values: object) -> list[Any] | None:
        """The first row, or `None`."""
        found = self.rows(statement, **values)
        return found[0] if found else None

    def run(self, statement: LiteralString, **values: object) -> None:
        """Run a statement of which no answer is wanted."""
        self._transaction.run(statement, values).consume()

    def query(self, text: str, values: Mapping[str, object]) -> Rows:
        """The rows that a statement gives whose text is put together of constants of ours, or is of the library."""
        return self._transaction.run(text, dict(values)).values()


class Sessions:
    """Reads and writes through one driver; safe for any number of threads."""

    def __init__(self, uri: str, credentials: Credentials) -> None:
        """Make the driver; nothing is sent before the first transaction."""
        self.address = uri.partition("://")[2].partition("/")[0].rpartition("@")[2]
        self.planned: set[str] = set()
        """Names of the questions that the server was asked before, and so has planned."""
        self._closed = False
        with translated(self.address):
            self._bookmarks = GraphDatabase.bookmark_manager()
            self._driver = GraphDatabase.driver(
                uri,
                auth=(credentials.user, credentials.password),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=ACQUIRE_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                # Each connection is asked for a sign of life before it is used again, a millisecond's work: one whose
                # server hangs would otherwise be waited for as long as the server once said, two minutes.
                liveness_check_timeout=0,
                # What is only hinted at, such as a property that no record has yet, is no warning here.
                notifications_min_severity=NotificationMinimumSeverity.OFF,
            )

    def read(self, work: Callable[[Transaction], _Result], *, seconds: float = READ_SECONDS) -> _Result:
        """Run work that reads; repeated by the driver where a passing fault ends it."""
        return self._managed(work, seconds, write=False)

    def write(self, work: Callable[[Transaction], _Result], *, seconds: float = WRITE_SECONDS) -> _Result:
        """Run work that writes: whole or not at all. Work may be repeated, so it does nothing but what it sends.

        `IncompleteCommit` of the driver leaves here as it is: the caller must find out what became of it.
        """
        return self._managed(work, seconds, write=True)

    def server(self) -> str:
        """What the server calls itself."""
        self._require_open()
        with translated(self.address):
            return str(self._driver.get_server_info().agent)

    def close(self) -> None:
        """Close all connections; what is asked afterwards raises `StoreUnavailable`."""
        self._closed = True
        self._driver.close()

    def _managed(self, work: Callable[[Transaction], _Result], seconds: float, *, write: bool) -> _Result:
        self._require_open()

        @unit_of_work(timeout=seconds)
        def unit(transaction: ManagedTransaction) -> _Result:
            return work(Transaction(transaction, self.address))

        with self._driver.session(bookmark_manager=self._bookmarks) as session:
            return session.execute_write(unit) if write else session.execute_read(unit)

    def _require_open(self) -> None:
        if self._closed:
            raise StoreUnavailable("store.closed", path=self.address)
