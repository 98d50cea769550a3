"""A store in Neo4j, for offices that run several servers on one network, and for graph queries."""

from network_service.store.neo4j.driver import Credentials
from network_service.store.neo4j.store import Neo4jStore

__all__ = ["Credentials", "Neo4jStore"]
