"""Erasure on the server: versions are emptied, and the ledger of what was erased."""

from collections.abc import Collection
from typing import Final

from network_service.store.change import Applied
from network_service.store.erasure import plan_erasure
from network_service.store.neo4j.driver import Transaction
from network_service.store.neo4j.known import KnownInServer
from network_service.store.neo4j.projection import Projected
from network_service.store.neo4j.turn import end_turn, publish
from network_service.store.neo4j.versions import Draw, add_entry, kinds_of, write_versions

_EMPTY: Final = (
    "UNWIND $ids AS id MATCH (v:Version {record_id: id}) WHERE v.erased IS NULL"
    " SET v.erased = $revision REMOVE v.data, v.salt"
)
"""The digests stay, worth nothing without what they were taken of."""
_LEDGER: Final = "UNWIND $ids AS id CREATE (e:ErasedRecord {record_id: id, revision: $revision, at: $at})"


def erase(transaction: Transaction, draw: Draw, record_ids: Collection[str], latest: int) -> Applied:
    """Empty records in all their versions, in one transaction: erasures are few at a time."""
    plan = plan_erasure(record_ids, KnownInServer(transaction))
    if not plan.record_ids:
        return Applied(latest, "", 0)
    revision = latest + 1
    ended = [(closing.record_id, closing.closes) for closing in plan.closings]
    entry = add_entry(transaction, draw, plan.record_ids, ended, (), revision)
    write_versions(transaction, (), ended, revision)
    transaction.run(_EMPTY, ids=list(plan.emptied), revision=revision)
    transaction.run(_LEDGER, ids=list(plan.emptied), revision=revision, at=entry.at.isoformat())
    Projected((), kinds_of(ended)).write(transaction)
    publish(transaction, revision, is_projected=True)
    end_turn(transaction)
    return Applied(revision, draw.name, len(plan.record_ids))
