"""What a foreign file says, row by row, as a test asks it."""

from pathlib import Path

from network_service.ingest.foreign.network import ForeignNetwork, Table
from network_service.ingest.raw import CellValue

FILES = Path(__file__).parents[2] / "data" / "foreign"


def rows(table: Table) -> list[dict[str, CellValue]]:
    """The rows by header, without empty cells."""
    found = (dict(zip(table.headers, row.cells, strict=False)) for row in table.rows)
    return [{header: cell for header, cell in row.items() if cell is not None} for row in found]


def meant(table: Table, meaning: str) -> list[CellValue]:
    """The cells of the column with a meaning, down the table."""
    (header,) = (header for header, one in table.meaning.items() if one == meaning)
    return [row.get(header) for row in rows(table)]


def count(network: ForeignNetwork) -> tuple[int, int, int]:
    """Nodes, ties, and nodes that no tie names."""
    keys = [key for table in network.nodes for key in meant(table, "key")]
    ends = {end for table in network.ties if table.rows for side in ("source", "target") for end in meant(table, side)}
    return len(keys), sum(len(table.rows) for table in network.ties), len(set(keys) - ends)


def left(network: ForeignNetwork) -> tuple[str, ...]:
    """What the note of things left out names."""
    return next((note.parameters["what"] for note in network.notes if note.code == "foreign_left"), ())
