"""Named queries on the real server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from network_service.errors import StoreUnavailable
from network_service.store.neo4j import Neo4jStore
from network_service.store.neo4j.faults import translated
from network_service.store.neo4j.named_queries import run
from network_service.store.query_library import QueryLibrary
from tests.store.records import DAY, PROVINCE, organization, put

LIBRARY = QueryLibrary()


def test_one_that_runs_away_is_stopped_by_the_server_and_says_so(direct: Neo4jStore) -> None:
    put(direct, organization("สำนักงาน"))
    question = {"province": PROVINCE, "day": DAY.isoformat()}
    assert direct.run_query("actors/find_isolates", question)["id"] == []
    endless = (
        "UNWIND range(1, 100000) AS one UNWIND range(1, 1000000) AS other WITH sum(one * other) AS id"
        " RETURN id, 'name' AS name, 'sector' AS sector, 'kind' AS kind"
    )
    runaway = replace(LIBRARY.get("actors/find_isolates"), parameters=(), cypher=endless)
    with pytest.raises(StoreUnavailable) as error, translated(direct._sessions.address):
        run(direct._sessions, runaway, {}, seconds=0.5)
    assert error.value.code == "query.too_slow"
    assert direct.run_query("actors/find_isolates", question)["id"] == []
