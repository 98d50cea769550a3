"""Reads what a foreign network says out of its tables, by what their columns mean."""

from collections import Counter
from pathlib import Path

from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, WEIGHT, ForeignNetwork, Table
from network_service.ingest.raw import CellTrouble, CellValue

DATA = Path(__file__).parents[2] / "data" / "foreign"


def column(table: Table, meaning_or_header: str) -> list[CellValue]:
    """The values of a column, called by its meaning or its header; nothing where the table has none."""
    place = next(
        (
            place
            for place, header in enumerate(table.headers)
            if meaning_or_header in (header, table.meaning.get(header))
        ),
        None,
    )
    return [None if place is None else row.cells[place] for row in table.rows]


def nodes(network: ForeignNetwork) -> list[tuple[CellValue, CellValue]]:
    """Key and name of each node."""
    (table,) = network.nodes
    return list(zip(column(table, KEY), column(table, NAME), strict=True))


def ties(network: ForeignNetwork) -> list[tuple[CellValue, ...]]:
    """Ends, direction and weight of each tie."""
    (table,) = network.ties
    return list(zip(*(column(table, one) for one in (SOURCE, TARGET, DIRECTION, WEIGHT)), strict=True))


def counts(network: ForeignNetwork) -> tuple[int, int, int]:
    """How many nodes, ties and nodes without ties there are."""
    keys = [key for key, _ in nodes(network)]
    tied = {end for source, target, *_ in ties(network) for end in (source, target)}
    return len(keys), len(ties(network)), sum(key not in tied for key in keys)


def pairs(network: ForeignNetwork) -> Counter[tuple[CellValue, CellValue]]:
    """How often each ordered pair is tied; a tie that holds both ways counts in both."""
    found: Counter[tuple[CellValue, CellValue]] = Counter()
    for source, target, direction, _ in ties(network):
        found[source, target] += 1
        if direction == "undirected" and source != target:
            found[target, source] += 1
    return found


def troubles(network: ForeignNetwork) -> list[tuple[int, str, str]]:
    """Line, code and value of each cell that cannot be used."""
    return [
        (row.number, cell.code, cell.shown)
        for table in (*network.nodes, *network.ties)
        for row in table.rows
        for cell in row.cells
        if isinstance(cell, CellTrouble)
    ]
