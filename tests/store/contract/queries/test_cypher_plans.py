"""The check of plans itself, on plans as the driver gives them."""

from tests.store.contract.queries.cypher_plans import faults_of_plan

SEEK = {"operatorType": "ProduceResults@neo4j", "children": [{"operatorType": "NodeIndexSeek@neo4j", "children": []}]}
SCAN = {"operatorType": "Filter@neo4j", "children": [{"operatorType": "DirectedRelationshipTypeScan@neo4j"}]}


def test_a_plan_by_index_is_right_and_one_that_scans_or_writes_is_not():
    assert faults_of_plan("r", SEEK) == []
    assert faults_of_plan("r", SCAN) == ["DirectedRelationshipTypeScan"]
    assert faults_of_plan("rw", SEEK) == ["query type rw"]
