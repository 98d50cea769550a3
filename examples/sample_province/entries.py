"""Tables whose columns are fields of records: one row, one record, or one for every pair of ends in a row of ties."""

from itertools import product
from typing import get_origin

from examples.ledger import Key, Ledger
from examples.sample_province.tables import Row, listed, rows
from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.references import FIELD_KINDS

_FAMILIES = {"area": "area", "agreement": "agreement"}
"""Families of keys that need not be written in the columns of those names; elsewhere it is `actor`."""


def write_table(ledger: Ledger, table: str, kind: str) -> None:
    """The nodes of a table; the family of their keys is their kind."""
    for number, row in enumerate(rows(table)):
        key = row.get("key") or str(number)
        ledger.node((kind, key), kind, row.get("name", ""), **fields_of(ledger, kind, row))


def write_tie_table(ledger: Ledger, table: str, kind: str) -> None:
    """The ties of a table; a cell that names several sources or targets makes a tie of each with each."""
    for row in rows(table):
        write_ties(ledger, kind, row["source"], row["target"], **fields_of(ledger, kind, row))


def write_ties(ledger: Ledger, kind: str, sources: str, targets: str, **fields: object) -> None:
    """Ties of a kind from each source to each target."""
    for source, target in product(listed(sources), listed(targets)):
        ledger.tie(kind, key_of(source), key_of(target), **fields)


def fields_of(ledger: Ledger, kind: str, row: Row) -> dict[str, object]:
    """What a row says of the fields of a kind of record; its other columns are for the code that reads them."""
    fields = RECORD_TYPES[kind].model_fields
    found: dict[str, object] = {}
    for name, cell in row.items():
        if not cell or name not in fields or name in {"source", "target"}:
            continue
        if name in FIELD_KINDS:
            found[name] = ledger.id_of(key_of(cell, _FAMILIES.get(name, "actor")))
        elif get_origin(fields[name].annotation) is tuple:
            found[name] = listed(cell)
        else:
            found[name] = cell
    return found


def key_of(cell: str, family: str = "actor") -> Key:
    """The key that a cell names: `family:key`, or a key of the family that is usual there."""
    before, parted, key = cell.partition(":")
    return (before, key) if parted else (family, cell)
