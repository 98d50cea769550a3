"""Declared collaboration: who works with whom is in the table of actors, how often and since when is drawn."""

from datetime import date

from examples.ledger import Key, Ledger
from examples.sample_province.dice import chance, day_between, one_of
from examples.sample_province.tables import Row, listed, rows

FREQUENCIES: tuple[tuple[int | None, int], ...] = ((1, 12), (2, 30), (3, 28), (4, 14), (5, 5), (None, 11))
"""Frequencies with their weights; eleven in a hundred declarations leave the frequency out."""
RETURNED = 22
"""How many of a hundred partners declare the tie as well."""


def write_collaborations(ledger: Ledger) -> None:
    """The ties in force, then those that ended, then those of single persons."""
    actors = {row["key"]: row for row in rows("actors")}
    for row in actors.values():
        for partner in listed(row["partners"]):
            _write_tie(ledger, row, actors[partner])
            if chance(RETURNED, "returned", row["key"], partner):
                _write_tie(ledger, actors[partner], row)
    for row in rows("ended_ties"):
        times = {name: row[name] for name in ("valid_from", "valid_to", "frequency", "note")}
        ledger.tie("collaborates_with", ("actor", row["source"]), ("actor", row["target"]), **times)
    for row in rows("person_ties"):
        ends = (_end(row["source_kind"], row["source"]), _end(row["target_kind"], row["target"]))
        ledger.tie("collaborates_with", *ends, frequency=row["frequency"])


def _end(kind: str, key: str) -> Key:
    return ("person" if kind == "person" else "actor", key)


def _write_tie(ledger: Ledger, row: Row, partner: Row) -> None:
    """One declaration: offices of the state remember since when more often than groups do."""
    words = (row["key"], partner["key"])
    topics = tuple(dict.fromkeys((row["topic"], partner["topic"]))) if chance(35, "topics", *words) else (row["topic"],)
    dated = chance(70 if row["sector"] == "state" else 45, "dated", *words)
    ledger.tie(
        "collaborates_with",
        ("actor", row["key"]),
        ("actor", partner["key"]),
        frequency=one_of(FREQUENCIES, "frequency", *words),
        topics=topics if chance(80, "any topic", *words) else (),
        formal=chance(40, "formal", *words) if chance(75, "formality told", *words) else None,
        confidence="confirmed" if chance(25, "confirmed", *words) else "reported",
        valid_from=day_between(date(2018, 1, 1), date(2026, 8, 31), "since", *words) if dated else None,
    )
