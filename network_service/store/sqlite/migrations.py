"""Brings the schema up to date: numbered files, each applied once, whole, and never changed afterwards."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from network_service.errors import StoreDamaged, StoreTooNew
from network_service.store.sqlite import searching
from network_service.store.sqlite.connection import APPLICATION_ID, Connections

_LEDGER = """
CREATE TABLE IF NOT EXISTS applied_migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at TEXT NOT NULL
)
"""


Step: TypeAlias = Callable[[sqlite3.Connection], None]
"""What SQL cannot do of a step, such as to bring names into match form; part of the step's transaction."""
_STEPS: dict[str, Step] = {"0005_searched_nodes.sql": searching.fill}
"""A step here works on the schema of its number. Once the rules of the match form change, one more file with `fill`
beside it makes the names of every store anew."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema; `then` follows the statements, in the same transaction."""

    number: int
    name: str
    sql: str
    then: Step | None = None

    @property
    def checksum(self) -> str:
        """SHA-256 of the text, whatever its line ends."""
        return hashlib.sha256("\n".join(self.sql.splitlines()).encode()).hexdigest()

    def statements(self) -> Iterator[str]:
        """The statements one by one; run as one script, they would be committed before the step is whole."""
        statement = ""
        for line in self.sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""
        if any(line.strip() and not line.strip().startswith("--") for line in statement.splitlines()):
            yield statement


@cache
def shipped() -> tuple[Migration, ...]:
    """The steps that this program knows, in order: `0001_name.sql` and on."""
    folder = files(__package__).joinpath("migrations")
    found = [
        Migration(int(file.name.split("_")[0]), file.name, file.read_text(encoding="utf-8"), _STEPS.get(file.name))
        for file in folder.iterdir()
        if file.name.endswith(".sql")
    ]
    return tuple(sorted(found, key=lambda migration: migration.number))


def migrate(connections: Connections, at: datetime, migrations: Sequence[Migration]) -> int:
    """Apply what is missing, each step in its own transaction; the number of steps applied.

    A step that fails leaves all before it in place, and the next start goes on from there. Raises `StoreDamaged` where
    an applied step differs from the shipped one, `StoreTooNew` where the store has steps unknown to this program.
    """
    with connections.reading() as connection:
        applied = len(_applied(connection, migrations))
    for migration in migrations[applied:]:
        with connections.writing(in_maintenance=True) as connection:
            connection.execute(_LEDGER)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            if migration.number in _applied(connection, migrations):
                continue  # another process was faster
            for statement in migration.statements():
                connection.execute(statement)
            if migration.then:
                migration.then(connection)
            connection.execute(
                "INSERT INTO applied_migration VALUES (?, ?, ?, ?)",
                (migration.number, migration.name, migration.checksum, at.isoformat()),
            )
    return len(migrations) - applied


def _applied(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> set[int]:
    """Numbers of the applied steps, once they are known to be the first of ours."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'applied_migration'").fetchone():
        return set()
    rows = connection.execute("SELECT number, checksum FROM applied_migration ORDER BY number").fetchall()
    known = migrations[-1].number if migrations else 0
    if rows and rows[-1][0] > known:
        raise StoreTooNew("store.too_new", found=rows[-1][0], known=known)
    ours = [(migration.number, migration.checksum) for migration in migrations[: len(rows)]]
    for row, own in zip(rows, ours, strict=True):
        if row != own:
            raise StoreDamaged("store.migration_altered", number=row[0])
    return {number for number, _ in rows}
