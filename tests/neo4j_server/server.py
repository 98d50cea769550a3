"""Which Neo4j the tests speak to: one that the environment names, else one of ours; both are marked as for tests."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase

from tests.neo4j_server.process import ServerProcess
from tests.network_guard import is_loopback

URI = "NETWORK_SERVICE_TEST_NEO4J_URI"
USER = "NETWORK_SERVICE_TEST_NEO4J_USER"
PASSWORD = "NETWORK_SERVICE_TEST_NEO4J_PASSWORD"
MARK = "TestServer"  # (:TestServer): whoever runs the server put this node there, so tests may delete the rest


@dataclass(frozen=True)
class Neo4jServer:
    """Where a test server listens and who may enter."""

    uri: str
    user: str
    password: str = field(repr=False)
    process: ServerProcess | None = field(default=None, repr=False, compare=False)

    @property
    def auth(self) -> tuple[str, str]:
        """User and password as the driver takes them."""
        return (self.user, self.password)

    @property
    def address(self) -> tuple[str, int]:
        """Host and port, for a proxy before it."""
        parts = urlsplit(self.uri)
        return (parts.hostname or "127.0.0.1", parts.port or 7687)

    def driver(self) -> Driver:
        """Open a plain driver of the maker's, past all code of ours."""
        return GraphDatabase.driver(self.uri, auth=self.auth, notifications_min_severity="OFF")


def named_server() -> Neo4jServer:
    """The server that the environment names: on this machine, and marked as one for tests."""
    server = Neo4jServer(os.environ[URI], os.environ.get(USER, "neo4j"), os.environ.get(PASSWORD, ""))
    if not is_loopback(server.address[0]):
        raise RuntimeError(f"{URI} names another machine, and no test reaches one: use a tunnel")
    with server.driver() as driver:
        _require_mark(driver)
    return server


@contextmanager
def running_server(artefacts: Path, *, megabytes: int = 512) -> Iterator[Neo4jServer]:
    """A server of our own while the block runs, with a data folder and a password that nobody had before.

    `megabytes` are for its heap.
    """
    with tempfile.TemporaryDirectory(prefix="neo4j-", ignore_cleanup_errors=True) as home:
        process = ServerProcess(artefacts, Path(home), megabytes)
        try:
            process.start()
            yield _entered(process)
        finally:
            process.kill()


def empty(driver: Driver) -> None:
    """Delete every node and tie but the mark. Refuses a server without it.

    The schema stays, as making it anew takes a second, and with it the nodes that say it was made.
    """
    _require_mark(driver)
    with driver.session(database="neo4j") as session:
        # Ties first and by thousands: a transaction may take 128 MB.
        session.run("MATCH ()-[tie]->() CALL (tie) { DELETE tie } IN TRANSACTIONS OF 5000 ROWS").consume()
        others = f"MATCH (node) WHERE NOT node:{MARK} AND NOT node:Migration"
        session.run(f"{others} CALL (node) {{ DELETE node }} IN TRANSACTIONS OF 5000 ROWS").consume()


def drop_schema(driver: Driver) -> None:
    """Drop every constraint and index that is not the server's own. Refuses a server without the mark."""
    _require_mark(driver)
    driver.execute_query("MATCH (step:Migration) DELETE step", database_="neo4j")
    for kind, ours in (("CONSTRAINT", "true"), ("INDEX", "type <> 'LOOKUP'")):
        listed = driver.execute_query(f"SHOW {kind} YIELD * WHERE {ours} RETURN name", database_="neo4j")
        for (name,) in listed.records:
            driver.execute_query(f"DROP {kind} `{name}`", database_="neo4j")


def _require_mark(driver: Driver) -> None:
    marked = driver.execute_query(f"MATCH (mark:{MARK}) RETURN count(mark)", database_="neo4j").records[0][0]
    if not marked:
        raise RuntimeError(f"this Neo4j does not say that it is for tests, which empty it: CREATE (:{MARK}) says so")


def _entered(process: ServerProcess) -> Neo4jServer:
    """The server just started, with a password of this run in place of the one that every new server has."""
    server = Neo4jServer(f"bolt://127.0.0.1:{process.port}", "neo4j", secrets.token_urlsafe(24), process)
    with GraphDatabase.driver(server.uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM $old TO $new", old="neo4j", new=server.password, database_="system"
        )
    with server.driver() as driver:
        driver.execute_query(f"CREATE (:{MARK})", database_="neo4j")
    return server
