"""Runs a named query: read only, with a limit of time."""

import sqlite3
import time
from collections.abc import Mapping

from network_service.store.base import Columns
from network_service.store.query_library import QUERY_SECONDS, NamedQuery

_STEPS_BETWEEN_LOOKS = 20_000  # of SQLite's machine: about a millisecond


def run(
    connection: sqlite3.Connection,
    query: NamedQuery,
    values: Mapping[str, str | int | None],
    *,
    seconds: float = QUERY_SECONDS,
) -> Columns:
    """Columns of the rows a query gives, under the names its header declares."""
    deadline = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)
    try:
        rows = connection.execute(query.sql, dict(values)).fetchall()
    finally:
        connection.set_progress_handler(None, 0)
    return query.columns_of(rows)
