"""Whose turn it is to write: the store's one node is locked first, and a large change set holds it by a lease.

The server's locks alone do not do: at read-committed a version could be compared before the lock on it is taken. With
one lock for all writers there is no order in which two could wait for each other.
"""

from dataclasses import dataclass
from typing import Final

from network_service.store.neo4j.closed import require_writable
from network_service.store.neo4j.driver import Transaction

LEASE_SECONDS = 30
"""After so long without a word from its holder a lease is over: a batch takes a second, and each renews it."""

_LOCK: Final = (
    "MATCH (s:Store {name: 'store'}) SET s.asked_by = $name"
    " RETURN s.revision, s.projected, s.lease_holder, s.lease_until > timestamp(), s.pending"
)
"""The property is set only to take the lock; what is read comes after it."""
_TAKE: Final = (
    "MATCH (s:Store {name: 'store'})"
    " SET s.lease_holder = $name, s.lease_until = timestamp() + $milliseconds, s.pending = $pending"
)
_RENEW: Final = (
    "MATCH (s:Store {name: 'store'}) SET s.asked_by = $name WITH s WHERE s.lease_holder = $name"
    " SET s.lease_until = timestamp() + $milliseconds RETURN s.revision, s.projected, $name, true, s.pending"
)
_PUBLISH: Final = (
    "MATCH (s:Store {name: 'store'}) SET s.revision = $revision, s.projected = $projected REMOVE s.pending"
)
_PROJECTED: Final = (
    "MATCH (s:Store {name: 'store'}) SET s.projected = s.revision REMOVE s.lease_holder, s.lease_until, s.pending"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the store says to the one who holds its lock.

    `pending` is the revision that somebody's batches are writing, or that was left of them. Where `projected` is behind
    `revision`, the current graph does not yet show what was published.
    """

    revision: int
    projected: int
    lease_holder: str | None
    is_leased: bool
    pending: int | None

    @property
    def is_unfinished(self) -> bool:
        """Whether a change set was left half-way, be it before or after it was published."""
        return self.pending is not None or self.projected < self.revision


class Unfinished(Exception):
    """A killed writer left a change set half-way."""


class LeaseHeld(Exception):
    """Somebody else's batches are being written."""


class LeaseLost(Exception):
    """It took so long that another writer took the turn."""


def take_turn(transaction: Transaction, name: str, *, in_maintenance: bool = False) -> Turn:
    """Lock the store until the transaction ends; `LeaseHeld` while another's lease runs.

    `StoreBusy` while the store is closed, unless the caller may write `in_maintenance`.
    """
    row = transaction.one(_LOCK, name=name)
    assert row is not None  # made with the schema
    if not in_maintenance:
        require_writable(transaction)
    turn = Turn(row[0], row[1], row[2], bool(row[3]), row[4])
    if turn.is_leased and turn.lease_holder != name:
        raise LeaseHeld
    return turn


def lease(transaction: Transaction, name: str, pending: int | None) -> None:
    """Keep the turn beyond this transaction, for the batches of a revision to come or one to be swept."""
    transaction.run(_TAKE, name=name, milliseconds=LEASE_SECONDS * 1000, pending=pending)


def keep_turn(transaction: Transaction, name: str) -> Turn:
    """Lock the store for a batch of the lease's holder and renew the lease; `LeaseLost` where it is another's."""
    row = transaction.one(_RENEW, name=name, milliseconds=LEASE_SECONDS * 1000)
    if row is None:
        raise LeaseLost
    return Turn(row[0], row[1], row[2], True, row[4])


def publish(transaction: Transaction, revision: int, *, is_projected: bool) -> None:
    """Let readers see a revision."""
    transaction.run(_PUBLISH, revision=revision, projected=revision if is_projected else revision - 1)


def end_turn(transaction: Transaction) -> None:
    """Say that the current graph shows what is published, and give the lease back."""
    transaction.run(_PROJECTED)
