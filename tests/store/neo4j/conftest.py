"""The store on the real server, by itself and through a proxy that cuts."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from network_service.store.neo4j import Credentials, Neo4jStore
from tests.neo4j_server.server import Neo4jServer
from tests.store.neo4j.proxy import BoltProxy

KEY = b"a key for tests, of 32 bytes....."


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    return random.Random(request.node.name)


@pytest.fixture
def proxy(empty_neo4j: Neo4jServer) -> Iterator[BoltProxy]:
    with BoltProxy(empty_neo4j.address) as opened:
        yield opened


@pytest.fixture
def open_store(empty_neo4j: Neo4jServer) -> Iterator[Callable[..., Neo4jStore]]:
    """Opens the store, through a proxy where one is given; all are closed at the end."""
    credentials = Credentials(empty_neo4j.user, empty_neo4j.password)
    with ExitStack() as opened:

        def one(through: BoltProxy | None = None, **options: int) -> Neo4jStore:
            uri = through.uri if through else empty_neo4j.uri
            return opened.enter_context(Neo4jStore.open(uri, credentials, audit_key=KEY, **options))

        yield one


@pytest.fixture
def direct(open_store: Callable[..., Neo4jStore]) -> Neo4jStore:
    """The store past every proxy."""
    return open_store()
