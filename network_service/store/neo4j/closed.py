"""Whether the store is closed for now: to all while it is being filled, to writers while it is under maintenance."""

from datetime import datetime
from typing import Any, Final

from network_service.errors import StoreBusy
from network_service.store.application import numbered_key
from network_service.store.maintenance import COLLECTION, Maintenance
from network_service.store.mapping import canonical_json
from network_service.store.neo4j.driver import Transaction

STATE: Final = (
    "MATCH (s:Store {name: 'store'}) RETURN s.revision, s.projected, s.filling, s.maintenance_by, s.maintenance_since"
)
_LOCK_APPLICATION: Final = "MERGE (s:Store {name: 'application'}) SET s.asked_by = 'a writer'"
_BEGIN: Final = "MATCH (s:Store {name: 'store'}) SET s.maintenance_by = $principal, s.maintenance_since = $since"
_END: Final = "MATCH (s:Store {name: 'store'}) REMOVE s.maintenance_by, s.maintenance_since"
_TAKE_NUMBER: Final = (
    "MERGE (n:ApplicationNumber {collection: $collection})"
    " ON CREATE SET n.last = 0 SET n.last = n.last + 1 RETURN n.last"
)
_APPEND: Final = "CREATE (e:ApplicationEntry {collection: $collection, key: $key, version: 1, value: $value})"


def lock_application(transaction: Transaction, *, in_maintenance: bool = False) -> None:
    """Lock the application records until the transaction ends; `StoreBusy` while nobody may write.

    They have a lock of their own: whoever logs in does not wait for an import.
    """
    transaction.run(_LOCK_APPLICATION)
    if not in_maintenance:
        require_writable(transaction)


def state_of(transaction: Transaction) -> list[Any]:
    """How far the store is; `StoreBusy` while it is being filled: what is there is a part of something."""
    row = transaction.one(STATE) or [0, 0, None, None, None]
    if row[2] is not None:
        raise StoreBusy("store.being_filled", path=transaction.place)
    return row


def require_writable(transaction: Transaction) -> None:
    """Raise `StoreBusy` while the store is being filled, or while somebody has writes refused."""
    state_of(transaction)
    if found := maintenance_of(transaction):
        raise found.refusal()


def maintenance_of(transaction: Transaction) -> Maintenance | None:
    """Who has writes refused, and since when."""
    row = transaction.one(STATE)
    return Maintenance(row[3], datetime.fromisoformat(row[4])) if row and row[3] is not None else None


def begin(transaction: Transaction, principal: str, now: datetime) -> Maintenance:
    """Refuse writes from now on, where they are not refused already; both locks are held by the caller."""
    if found := maintenance_of(transaction):
        return found
    transaction.run(_BEGIN, principal=principal, since=now.isoformat())
    _remember(transaction, "on", principal, now)
    return Maintenance(principal, now)


def end(transaction: Transaction, principal: str, now: datetime) -> Maintenance | None:
    """Let writes through again; what it was, or `None` where none were refused."""
    found = maintenance_of(transaction)
    if found:
        transaction.run(_END)
        _remember(transaction, "off", principal, now)
    return found


def append_entry(transaction: Transaction, collection: str, value: str) -> str:
    """Add an application record under its collection's next number, which is its key."""
    row = transaction.one(_TAKE_NUMBER, collection=collection)
    assert row is not None
    key = numbered_key(row[0])
    transaction.run(_APPEND, collection=collection, key=key, value=value)
    return key


def _remember(transaction: Transaction, turned: str, principal: str, now: datetime) -> None:
    row = transaction.one(STATE)
    if row is not None and row[2] is not None:
        return  # a store that is being filled holds what its source does, and nothing besides
    said = {"turned": turned, "principal": principal, "at": now.isoformat()}
    append_entry(transaction, COLLECTION, canonical_json(said))
