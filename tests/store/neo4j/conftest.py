"""A proxy before the real server, for every test here that asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.neo4j_server.server import Neo4jServer
from tests.store.neo4j.proxy import BoltProxy


@pytest.fixture
def proxy(empty_neo4j: Neo4jServer) -> Iterator[BoltProxy]:
    with BoltProxy(empty_neo4j.address) as opened:
        yield opened
