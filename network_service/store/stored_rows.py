"""Rows of versions, as every store reads them, as what they hold."""

from collections.abc import Iterable, Sequence
from typing import Any

from network_service.store.change import StoredRecord
from network_service.store.mapping import to_record


def stored_of(row: Sequence[Any]) -> StoredRecord:
    """The version of a row of record id, kind, data, version, revision and the revision that superseded it."""
    _, kind, data, version, revision, superseded = row
    return StoredRecord(to_record(kind, data), version, revision, superseded)


def before_and_after(
    rows: Iterable[Sequence[Any]], revision: int
) -> list[tuple[StoredRecord | None, StoredRecord | None]]:
    """Each record before and after a revision, of the rows that it brought or superseded, in their order."""
    found: dict[str, list[StoredRecord | None]] = {}
    for row in rows:
        version = stored_of(row)
        found.setdefault(row[0], [None, None])[version.revision == revision] = version
    return [(before, after) for before, after in found.values()]
