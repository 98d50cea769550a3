"""Brings the schema up to date: numbered files, each applied once and never changed afterwards; all of it required."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from network_service.errors import StoreDamaged, StoreTooNew
from network_service.store.neo4j.driver import Sessions, Transaction
from network_service.store.neo4j.names import TYPES

_NAMED = re.compile(r"^CREATE (?:CONSTRAINT|(?:TEXT )?INDEX) (\w+) IF NOT EXISTS")
_APPLIED = "MATCH (m:Migration) RETURN m.number, m.checksum ORDER BY m.number"


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema."""

    number: int
    name: str
    text: str

    @property
    def checksum(self) -> str:
        """SHA-256 of the text, whatever its line ends."""
        return hashlib.sha256("\n".join(self.text.splitlines()).encode()).hexdigest()

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements, without comments."""
        lines = [line for line in self.text.splitlines() if not line.startswith("//")]
        return tuple(one for part in "\n".join(lines).split(";") if (one := part.strip()))


@cache
def shipped() -> tuple[Migration, ...]:
    """The steps that this program knows, in order: `0001_name.cypher` and on."""
    folder = files(__package__).joinpath("migrations")
    found = [
        Migration(int(file.name.split("_")[0]), file.name, file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".cypher")
    ]
    return tuple(sorted(found, key=lambda migration: migration.number))


def migrate(sessions: Sessions, at: datetime) -> None:
    """Apply what is missing and see that all of it is there.

    Each statement is harmless when it is repeated, and a step is written down once all of it stands: a start that was
    cut off goes on, and two at once do no harm. Raises `StoreDamaged` where an applied step differs from the shipped
    one or a constraint is gone, `StoreTooNew` where the store has steps unknown to this program.
    """
    applied = sessions.read(_require_ours)
    for migration in shipped()[applied:]:
        for statement in migration.statements:
            sessions.write(lambda tx, text=statement: tx.query(text, {}))  # type: ignore[misc]
        step = {"number": migration.number, "name": migration.name, "checksum": migration.checksum}
        sessions.write(lambda tx, step=step: _write_down(tx, step, at))  # type: ignore[misc]
    if applied < len(shipped()):
        for statement in _TIE_CONSTRAINTS:
            sessions.write(lambda tx, text=statement: tx.query(text, {}))  # type: ignore[misc]
    _require_schema(sessions)
    sessions.write(lambda tx: tx.run("MERGE (s:Store {name: 'store'}) ON CREATE SET s.revision = 0, s.projected = 0"))


_TIE_CONSTRAINTS = tuple(
    f"CREATE CONSTRAINT tie_{kind} IF NOT EXISTS FOR ()-[t:{name}]-() REQUIRE t.id IS UNIQUE"
    for kind, name in TYPES.items()
)
"""One for each type of relationship; a type that a later version knows gets its own then."""


def _write_down(transaction: Transaction, step: dict[str, object], at: datetime) -> None:
    transaction.run(
        "MERGE (m:Migration {number: $number}) ON CREATE SET m.name = $name, m.checksum = $checksum, m.at = $at",
        **step,
        at=at.isoformat(),
    )


def _require_ours(transaction: Transaction) -> int:
    """How many steps are applied, once they are known to be the first of ours."""
    rows = transaction.rows(_APPLIED)
    known = shipped()[-1].number
    if rows and rows[-1][0] > known:
        raise StoreTooNew("store.too_new", found=rows[-1][0], known=known)
    for row, own in zip(rows, shipped(), strict=False):
        if row != [own.number, own.checksum]:
            raise StoreDamaged("store.migration_altered", number=row[0])
    return len(rows)


def _require_schema(sessions: Sessions) -> None:
    """Without its constraints a store would come to hold doubles, and without its indexes answer nobody in time."""
    wanted = {found[1] for step in shipped() for one in step.statements if (found := _NAMED.match(one))}
    wanted |= {f"tie_{kind}" for kind in TYPES}
    sessions.write(lambda tx: tx.run("CALL db.awaitIndexes(60)"), seconds=90)
    there = sessions.read(
        lambda tx: {row[0] for row in tx.rows("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name")}
    )
    if missing := sorted(wanted - there):
        raise StoreDamaged("store.schema_missing", names=", ".join(missing[:5]))
