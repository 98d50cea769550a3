"""How the server means to answer questions: reading only, and by index."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from examples.sample_province import sample_records
from network_service.store.change import Change, ChangeSet
from network_service.store.neo4j import Neo4jStore
from network_service.store.query_library import QueryLibrary
from tests.neo4j_server.server import Neo4jServer
from tests.store.contract.queries.cypher_plans import faults_of_plan

LIBRARY = QueryLibrary()
SAMPLES = {"text": "state", "integer": 2, "date": "2026-10-01", "boolean": True}


@pytest.fixture
def filled(open_store: Callable[..., Neo4jStore], empty_neo4j: Neo4jServer) -> Neo4jServer:
    """The server with the sample in it: of sixty nodes, reading all is planned as the cheapest way."""
    open_store().apply(ChangeSet("os:tester", "test", tuple(Change(record, 0) for record in sample_records())))
    return empty_neo4j


def test_no_question_writes_or_reads_all_nodes_where_an_index_serves(filled: Neo4jServer) -> None:
    wrong: dict[str, list[str]] = {}
    with filled.driver() as driver, driver.session() as session:
        # Plans that were made over the few records of earlier tests are forgotten, and the sizes looked at anew.
        session.run("CALL db.prepareForReplanning(120)").consume()
        session.run("CALL db.clearQueryCaches()").consume()
        for query in map(LIBRARY.get, LIBRARY.names):
            values = {field.name: SAMPLES[field.type] for field in query.parameters}
            told = session.run(f"EXPLAIN {query.cypher}", values).consume()
            assert told.plan is not None
            if faults := faults_of_plan(told.query_type or "", told.plan):
                wrong[query.name] = faults
    assert wrong == {}
