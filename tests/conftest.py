"""What every test has around it: no network, no chance, a real browser and a real Neo4j for those that ask."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from neo4j import Driver
from playwright.sync_api import Browser

from tests.browser import CHROMIUM, CutContext, chromium_path, cut_context, running_chromium
from tests.neo4j_server.jars import Neo4jMissingError, jars
from tests.neo4j_server.server import URI, Neo4jServer, empty, named_server, running_server
from tests.network_guard import network_refused
from tests.optional_parts import part_missing
from tests.trials import trials

# No deadline: a slow machine is not a wrong result. `make test` repeats the same examples on every run; the nightly run
# looks for new ones and prints how to repeat what it finds.
settings.register_profile(
    "test", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "nightly", settings.get_profile("test"), derandomize=False, print_blob=True, max_examples=2_000
)
settings.load_profile(("test", "nightly")[trials(0, 1)])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each process whole files, so that what a file sets up is set up once; the one Neo4j belongs to one process.

    That process begins with it, as it takes longest. Two processes take the suite from 17 minutes to 10 on two cores.
    """
    asking = {item for item in items if "neo4j" in item.nodeid or "neo4j_server" in getattr(item, "fixturenames", ())}
    for item in items:
        item.add_marker(pytest.mark.xdist_group("neo4j" if item in asking else item.nodeid.partition("::")[0]))
    items.sort(key=lambda item: item not in asking)


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with network_refused():
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium, started once for the whole run."""
    path = chromium_path()
    if path is None:
        part_missing("chromium", f"install Chromium, Chrome or Edge, or name one in {CHROMIUM}")
    with running_chromium(path) as browser:
        yield browser


@pytest.fixture
def cut_browser(chromium: Browser) -> Iterator[CutContext]:
    """Pages without a network; `refused` lists what they asked for nonetheless."""
    with cut_context(chromium) as cut:
        yield cut


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """A real Neo4j, started once for the whole run; what it holds at first is what the test before left."""
    if os.environ.get(URI):
        yield named_server()
        return
    try:
        artefacts = jars()
    except Neo4jMissingError as missing:
        part_missing("neo4j", f"{missing}, or name a test server in {URI}")
    with running_server(artefacts) as server:
        yield server


@pytest.fixture(scope="session")
def neo4j_driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    """A plain driver to that server, past all code of ours."""
    with neo4j_server.driver() as driver:
        yield driver


@pytest.fixture
def empty_neo4j(neo4j_server: Neo4jServer, neo4j_driver: Driver) -> Neo4jServer:
    """That server without data; indexes and constraints of earlier tests stay."""
    empty(neo4j_driver)
    return neo4j_server
