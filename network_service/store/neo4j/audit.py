"""The audit chain as nodes."""

from typing import Final

from network_service.store.audit_rows import entry_of, row_of
from network_service.store.change import AuditEntry
from network_service.store.neo4j.driver import Transaction

_ENTRY: Final = (
    " RETURN a.sequence, a.at, a.principal, a.operation, a.change_set, a.revision, a.record_ids, a.about, a.before,"
    " a.after, a.previous, a.digest, a.seal"
)
_LAST: Final = "MATCH (a:AuditEntry) WHERE a.sequence > 0 WITH a ORDER BY a.sequence DESC LIMIT 1" + _ENTRY
_PAGE: Final = (
    "MATCH (a:AuditEntry) WHERE a.sequence > $after WITH a ORDER BY a.sequence LIMIT $size"
    + _ENTRY
    + " ORDER BY a.sequence"
)
_OF: Final = "MATCH (a:AuditEntry {change_set: $change_set})" + _ENTRY


def add(transaction: Transaction, entry: AuditEntry) -> None:
    """Append an entry, in the transaction that publishes what it tells of: where it cannot be written, nothing is."""
    transaction.run("CREATE (a:AuditEntry) SET a = $entry", entry=row_of(entry)._asdict())


def last(transaction: Transaction) -> AuditEntry | None:
    """The newest entry."""
    row = transaction.one(_LAST)
    return entry_of(row) if row else None


def of_change_set(transaction: Transaction, name: str) -> AuditEntry | None:
    """The entry of a change set, if it was published."""
    row = transaction.one(_OF, change_set=name)
    return entry_of(row) if row else None


def page(transaction: Transaction, after: int, size: int) -> list[AuditEntry]:
    """The next entries after a sequence number."""
    return [entry_of(row) for row in transaction.rows(_PAGE, after=after, size=size)]
