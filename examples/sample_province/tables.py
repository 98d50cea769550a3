"""The sample's tables: names of offices and people as CSV, so that they can be read and corrected without code."""

import csv
from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of `data/<table>.csv`, read once; an empty cell is an empty text."""
    text = files(__package__).joinpath("data", f"{table}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by semicolons."""
    return tuple(part for part in cell.split(";") if part)
