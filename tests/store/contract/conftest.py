"""Every store that there is. A new one adds its way of being opened here, and no test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from network_service.store.application import ApplicationRecords
from network_service.store.base import Store
from network_service.store.neo4j import Credentials, Neo4jStore
from network_service.store.sqlite import SqliteStore
from tests.neo4j_server.server import Neo4jServer, empty

KEY = b"a key for tests, of 32 bytes....."


class StoppedClock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 10, 1, 2, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def open_sqlite(folder: Path, name: str, clock: StoppedClock) -> Store:
    """A SQLite store in a file of its own."""
    return SqliteStore.open(folder / f"{name}.sqlite", audit_key=KEY, clock=clock)


def open_neo4j(server: Neo4jServer, clock: StoppedClock) -> Store:
    """The one store of the test server, emptied."""
    with server.driver() as driver:
        empty(driver)
    return Neo4jStore.open(server.uri, Credentials(server.user, server.password), audit_key=KEY, clock=clock)


STORES = ("neo4j", "sqlite")


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture(params=STORES)
def empty_store(request: pytest.FixtureRequest, tmp_path: Path, clock: StoppedClock) -> Iterator[Callable[[], Store]]:
    """Opens an empty store each time it is called; all are closed at the end. A test has one of Neo4j at a time."""
    numbers = count()
    server = request.getfixturevalue("neo4j_server") if request.param == "neo4j" else None
    with ExitStack() as opened:
        yield lambda: opened.enter_context(
            open_neo4j(server, clock) if server else open_sqlite(tmp_path, f"store {next(numbers)}", clock)
        )


@pytest.fixture
def store(empty_store: Callable[[], Store]) -> Store:
    return empty_store()


@pytest.fixture
def application(store: Store) -> ApplicationRecords:
    return store.application
