"""Pages come straight from an index: else the server reads and sorts all that is left for each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from examples.sample_province import sample_records
from network_service.store.change import Change, ChangeSet
from network_service.store.neo4j import Neo4jStore, application, audit, check, statements
from network_service.store.neo4j.raw import NODES
from network_service.store.raw import Section
from tests.neo4j_server.server import Neo4jServer
from tests.store.contract.queries.cypher_plans import SCANS, operators

FEW = frozenset({Section.NUMBERS})
"""Sections of a handful of nodes, which the server may as well read whole."""


def pages() -> Iterator[tuple[str, str, object]]:
    """Name, statement and the position it goes on from, of all statements that read page by page."""
    yield "scan", statements.SCAN, "0"
    yield "page", statements.PAGE, "0"
    yield "page of kind", statements.PAGE_OF_KIND, "0"
    yield "check versions", check._VERSIONS, ["0", 1]
    yield "check nodes", check._NODES, "0"
    yield "check ties", check._TIES, "0"
    yield "application", application._PAGE_AFTER, "0"
    yield "audit", audit._PAGE, 0
    yield "last of audit", audit._LAST, None
    for section, nodes in NODES.items():
        if section not in FEW:
            yield f"raw {section}", nodes.after, None
            yield f"last raw {section}", nodes.last, None


def below_limit(plan: Mapping[str, Any]) -> Iterator[str]:
    """The operators that work before a page is cut off."""
    if "Limit" in str(plan["operatorType"]):
        yield from operators(plan)
    for below in plan.get("children", ()):
        yield from below_limit(below)


@pytest.fixture
def filled(open_store: Callable[..., Neo4jStore], empty_neo4j: Neo4jServer) -> Neo4jServer:
    """The server with the sample in it: of a dozen nodes, reading all is planned as the cheapest way."""
    open_store().apply(ChangeSet("os:tester", "test", tuple(Change(record, 0) for record in sample_records())))
    return empty_neo4j


def test_no_page_is_sorted_out_of_all_that_is_left(filled: Neo4jServer) -> None:
    values = {"province": "TH-98", "kind": "organization", "collection": "jobs", "day": "2026-10-01", "now": "2026"}
    wrong: dict[str, list[str]] = {}
    with filled.driver() as driver, driver.session() as session:
        session.run("CALL db.prepareForReplanning(120)").consume()
        session.run("CALL db.clearQueryCaches()").consume()
        for name, statement, after in pages():
            asked = {**values, "after": after, "page": 10, "size": 10, "at": 1, "latest": 1}
            plan = session.run(f"EXPLAIN {statement}", asked).consume().plan
            assert plan is not None
            found = [one for one in operators(plan) if one in (*SCANS, "Top")]
            found += [one for one in below_limit(plan) if one == "Sort"]
            if found:
                wrong[name] = found
    assert wrong == {}
