"""Whether the store is closed for now: to all while it is being filled, to writers while it is under maintenance."""

from datetime import datetime
from typing import Final, NamedTuple

from network_service.errors import StoreBusy
from network_service.store.application import numbered_key
from network_service.store.maintenance import COLLECTION, Maintenance
from network_service.store.mapping import canonical_json
from network_service.store.neo4j.driver import Transaction

_STATE: Final = (
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


class State(NamedTuple):
    """How far the store is, and why it may be closed."""

    revision: int = 0
    projected: int = 0
    filling: str | None = None
    maintenance_by: str | None = None
    maintenance_since: str | None = None

    @property
    def maintenance(self) -> Maintenance | None:
        """Who has writes refused, and since when."""
        if self.maintenance_by is None or self.maintenance_since is None:
            return None
        return Maintenance(self.maintenance_by, datetime.fromisoformat(self.maintenance_since))


def state_of(transaction: Transaction) -> State:
    """The state of the store, whatever it is."""
    return State(*(transaction.one(_STATE) or ()))


def lock_application(transaction: Transaction, *, in_maintenance: bool = False) -> None:
    """Lock the application records until the transaction ends; `StoreBusy` while nobody may write.

    They have a lock of their own: whoever logs in does not wait for an import.
    """
    transaction.run(_LOCK_APPLICATION)
    if not in_maintenance:
        require_writable(transaction)


def readable_state(transaction: Transaction) -> State:
    """The state of the store; `StoreBusy` while it is being filled: what is there is a part of something."""
    state = state_of(transaction)
    if state.filling is not None:
        raise StoreBusy("store.being_filled", path=transaction.place)
    return state


def require_writable(transaction: Transaction) -> None:
    """Raise `StoreBusy` while the store is being filled, or while somebody has writes refused."""
    if found := readable_state(transaction).maintenance:
        raise found.refusal()


def begin(transaction: Transaction, principal: str, now: datetime) -> Maintenance:
    """Refuse writes from now on, where they are not refused already; both locks are held by the caller."""
    state = state_of(transaction)
    if found := state.maintenance:
        return found
    transaction.run(_BEGIN, principal=principal, since=now.isoformat())
    _remember(transaction, state, "on", principal, now)
    return Maintenance(principal, now)


def end(transaction: Transaction, principal: str, now: datetime) -> Maintenance | None:
    """Let writes through again; what it was, or `None` where none were refused."""
    state = state_of(transaction)
    if state.maintenance:
        transaction.run(_END)
        _remember(transaction, state, "off", principal, now)
    return state.maintenance


def append_entry(transaction: Transaction, collection: str, value: str) -> str:
    """Add an application record under its collection's next number, which is its key."""
    row = transaction.one(_TAKE_NUMBER, collection=collection)
    assert row is not None
    key = numbered_key(row[0])
    transaction.run(_APPEND, collection=collection, key=key, value=value)
    return key


def _remember(transaction: Transaction, state: State, turned: str, principal: str, now: datetime) -> None:
    if state.filling is not None:
        return  # a store that is being filled holds what its source does, and nothing besides
    said = {"turned": turned, "principal": principal, "at": now.isoformat()}
    append_entry(transaction, COLLECTION, canonical_json(said))
