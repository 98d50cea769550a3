"""Whether a file is closed for now: to all while it is being filled, to writers while it is under maintenance.

A number in the file's header tells, so that every loan of a connection can ask: 5 microseconds.
"""

import sqlite3
from datetime import datetime
from pathlib import Path

from network_service.errors import StoreBusy
from network_service.store.maintenance import Maintenance

OPEN, BEING_FILLED, WRITES_REFUSED = 0, 1, 2


def state_of(connection: sqlite3.Connection) -> int:
    """One of the three states."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def set_state(connection: sqlite3.Connection, state: int) -> None:
    """Open or close the file, with the transaction that says why."""
    connection.execute(f"PRAGMA user_version = {state:d}")


def require_readable(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `StoreBusy` while the store is being filled: what is there is a part of something."""
    if state_of(connection) == BEING_FILLED:
        raise StoreBusy("store.being_filled", path=str(path))


def require_writable(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `StoreBusy` while the store is being filled, or while somebody has writes refused."""
    require_readable(connection, path)
    if found := maintenance_of(connection):
        raise found.refusal()


def reopen(connection: sqlite3.Connection) -> None:
    """Take writes again: a store was under maintenance when a copy of it was made, the copy is not."""
    connection.execute("DELETE FROM maintenance")
    set_state(connection, OPEN)


def maintenance_of(connection: sqlite3.Connection) -> Maintenance | None:
    """Who has writes refused, and since when."""
    if state_of(connection) != WRITES_REFUSED:
        return None
    row = connection.execute("SELECT principal, since FROM maintenance").fetchone()
    return Maintenance(row[0], datetime.fromisoformat(row[1])) if row else None
