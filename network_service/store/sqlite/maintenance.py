"""Has a file refuse writes for a while, and says so in the application's records."""

import sqlite3
from datetime import datetime

from network_service.store.maintenance import COLLECTION, Maintenance
from network_service.store.mapping import canonical_json
from network_service.store.sqlite.application import append_entry
from network_service.store.sqlite.closed import WRITES_REFUSED, maintenance_of, reopen, set_state


def begin(connection: sqlite3.Connection, principal: str, now: datetime) -> Maintenance:
    """Refuse writes from now on; where they are refused already, it stays as it was."""
    if found := maintenance_of(connection):
        return found
    connection.execute("INSERT INTO maintenance VALUES (1, ?, ?)", (principal, now.isoformat()))
    set_state(connection, WRITES_REFUSED)
    _remember(connection, "on", principal, now)
    return Maintenance(principal, now)


def end(connection: sqlite3.Connection, principal: str, now: datetime) -> Maintenance | None:
    """Let writes through again; what it was, or `None` where none were refused."""
    found = maintenance_of(connection)
    if found:
        reopen(connection)
        _remember(connection, "off", principal, now)
    return found


def _remember(connection: sqlite3.Connection, turned: str, principal: str, now: datetime) -> None:
    append_entry(
        connection,
        COLLECTION,
        canonical_json({"turned": turned, "principal": principal, "at": now.isoformat()}),
    )
