"""The audit chain as nodes."""

import json
from datetime import datetime
from typing import Any, Final

from network_service.errors import StoreDamaged
from network_service.store.change import AuditEntry
from network_service.store.mapping import canonical_json
from network_service.store.neo4j.driver import Transaction

_ENTRY: Final = (
    " RETURN a.sequence, a.at, a.principal, a.operation, a.change_set, a.revision, a.record_ids, a.about, a.before,"
    " a.after, a.previous, a.digest, a.seal"
)
_LAST: Final = "MATCH (a:AuditEntry) WITH a ORDER BY a.sequence DESC LIMIT 1" + _ENTRY
_PAGE: Final = (
    "MATCH (a:AuditEntry) WHERE a.sequence > $after WITH a ORDER BY a.sequence LIMIT $size"
    + _ENTRY
    + " ORDER BY a.sequence"
)
_OF: Final = "MATCH (a:AuditEntry {change_set: $change_set})" + _ENTRY


def add(transaction: Transaction, entry: AuditEntry) -> None:
    """Append an entry, in the transaction that publishes what it tells of: where it cannot be written, nothing is."""
    transaction.run("CREATE (a:AuditEntry) SET a = $entry", entry=to_properties(entry))


def to_properties(entry: AuditEntry) -> dict[str, object]:
    """What the node of an entry holds."""
    return {
        "sequence": entry.sequence,
        "at": entry.at.isoformat(),
        "principal": entry.principal,
        "operation": entry.operation,
        "change_set": entry.change_set,
        "revision": entry.revision,
        "record_ids": canonical_json(list(entry.record_ids)),
        "about": canonical_json(dict(entry.about)),
        "before": entry.before,
        "after": entry.after,
        "previous": entry.previous,
        "digest": entry.digest,
        "seal": entry.seal,
    }


def last(transaction: Transaction) -> AuditEntry | None:
    """The newest entry."""
    row = transaction.one(_LAST)
    return _entry(row) if row else None


def of_change_set(transaction: Transaction, name: str) -> AuditEntry | None:
    """The entry of a change set, if it was published."""
    row = transaction.one(_OF, change_set=name)
    return _entry(row) if row else None


def page(transaction: Transaction, after: int, size: int) -> list[AuditEntry]:
    """The next entries after a sequence number."""
    return [_entry(row) for row in transaction.rows(_PAGE, after=after, size=size)]


def _entry(row: list[Any]) -> AuditEntry:
    sequence, at, principal, operation, change_set, revision, record_ids, about, *digests = row
    before, after, previous, own_digest, seal = digests
    try:
        return AuditEntry(
            int(sequence),
            datetime.fromisoformat(at),
            principal,
            operation,
            change_set,
            int(revision),
            tuple(json.loads(record_ids)),
            dict(json.loads(about)),
            before,
            after,
            previous,
            own_digest,
            seal,
        )
    except (ValueError, TypeError):  # no date, no JSON: never written by us
        raise StoreDamaged("store.unreadable_entry") from None
