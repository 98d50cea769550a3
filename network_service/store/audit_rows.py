"""Audit entries as rows and back, in the one form that every store keeps."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from network_service.errors import StoreDamaged
from network_service.store.change import AuditEntry
from network_service.store.mapping import canonical_json
from network_service.store.raw import RawAuditEntry


def row_of(entry: AuditEntry) -> RawAuditEntry:
    """The row of an entry."""
    return RawAuditEntry(
        entry.sequence,
        entry.at.isoformat(),
        entry.principal,
        entry.operation,
        entry.change_set,
        entry.revision,
        canonical_json(list(entry.record_ids)),
        canonical_json(dict(entry.about)),
        entry.before,
        entry.after,
        entry.previous,
        entry.digest,
        entry.seal,
    )


def entry_of(values: Sequence[Any]) -> AuditEntry:
    """The entry of a row; `StoreDamaged` where it holds none: no date, no JSON."""
    row = RawAuditEntry(*values)
    try:
        return AuditEntry(
            sequence=int(row.sequence),
            at=datetime.fromisoformat(row.at),
            principal=row.principal,
            operation=row.operation,
            change_set=row.change_set,
            revision=int(row.revision),
            record_ids=tuple(json.loads(row.record_ids)),
            about=dict(json.loads(row.about)),
            before=row.before,
            after=row.after,
            previous=row.previous,
            digest=row.digest,
            seal=row.seal,
        )
    except (ValueError, TypeError):
        raise StoreDamaged("store.unreadable_entry") from None
