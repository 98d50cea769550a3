"""Erasure as rows: versions are emptied, and the ledger of what was erased."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from network_service.errors import StoreDamaged
from network_service.store.erasure import ErasedRecord


def empty(connection: sqlite3.Connection, record_ids: Sequence[str], revision: int) -> None:
    """Empty what any version of the records says; the digests stay, worth nothing without it."""
    connection.executemany(
        "UPDATE record_version SET data = NULL, salt = NULL, erased = ? WHERE record_id = ? AND erased IS NULL",
        ((revision, record_id) for record_id in record_ids),
    )


def add_lines(connection: sqlite3.Connection, lines: Iterable[ErasedRecord]) -> None:
    """Add lines to the ledger, but those that it has."""
    connection.executemany(
        "INSERT OR IGNORE INTO erased_record (record_id, revision, at) VALUES (?, ?, ?)",
        ((line.record_id, line.revision, line.at.isoformat()) for line in lines),
    )


def lines(connection: sqlite3.Connection) -> list[ErasedRecord]:
    """The whole ledger, in the order of id, revision and time."""
    rows = connection.execute("SELECT record_id, revision, at FROM erased_record ORDER BY record_id, revision, at")
    try:
        return [ErasedRecord(record_id, int(revision), datetime.fromisoformat(at)) for record_id, revision, at in rows]
    except (ValueError, TypeError):
        raise StoreDamaged("store.unreadable_entry") from None
