"""The turn of a writer that is gone."""

from __future__ import annotations

from network_service.store.neo4j import Neo4jStore


def end_the_lease(store: Neo4jStore) -> None:
    """Let the half minute pass for which a writer that is gone keeps its turn."""
    store._sessions.write(lambda tx: tx.run("MATCH (s:Store) WHERE s.lease_until IS NOT NULL SET s.lease_until = 0"))
