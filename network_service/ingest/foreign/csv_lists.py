"""Ties as a list without headers: two nodes a line and perhaps a weight or kind, or a node and all it is tied to."""

from collections.abc import Iterator

from network_service.ingest.foreign.csv_tables import CsvRows, fitted
from network_service.ingest.foreign.network import NAME, SOURCE, TARGET, TYPE, WEIGHT, Table
from network_service.ingest.numbers import TwoReadings, number_digits
from network_service.ingest.raw import CellValue, RawRow
from network_service.ingest.xlsx.tally import Tally

_WIDEST = 3
_MOSTLY = 0.5


def is_edge_list(rows: CsvRows) -> bool:
    """Whether a table without known headers is a list of ties: short lines, or lines of very different length.

    A table whose lines are all equally long, with four cells and more, is one of something else.
    """
    widths = {len(row.cells) for row in rows.rows}
    paired = sum(len(row.cells) > 1 for row in rows.rows)
    return paired > _MOSTLY * len(rows.rows) and (max(widths) <= _WIDEST or _is_adjacency(rows))


def listed_ties(rows: CsvRows, tally: Tally) -> Table:
    """The ties of such a list; every line is one, the first too."""
    if _is_adjacency(rows):
        headers: tuple[str, ...] = (SOURCE, TARGET)
        return Table(rows.title, headers, tuple(_unfolded(rows, tally)), {header: header for header in headers})
    third = [row.cells[2] for row in rows.rows if len(row.cells) == _WIDEST]
    said = (WEIGHT if all(_is_number(cell) for cell in third) else TYPE,) if third else ()
    headers = (SOURCE, TARGET, *said)
    body = (fitted(row, len(headers)) for row in rows.rows)
    ties = tuple(_plain_weight(row) if WEIGHT in said and rows.decimal_comma else row for row in body)
    return Table(rows.title, headers, ties, {header: header for header in headers})


def listed_isolates(rows: CsvRows) -> Table | None:
    """The nodes that stand alone on a line of a list of neighbours; in a list of pairs such a line is a mistake."""
    alone = tuple(row for row in rows.rows if len(row.cells) == 1) if _is_adjacency(rows) else ()
    return Table(rows.title, (NAME,), alone, {NAME: NAME}) if alone else None


def _is_adjacency(rows: CsvRows) -> bool:
    """Whether lines differ in length, and what stands third and later are nodes that stand at the start of lines too.

    Numbers in the third place alone are weights.
    """
    widths = {len(row.cells) for row in rows.rows}
    later = [cell for row in rows.rows for cell in row.cells[2:] if cell is not None]
    if len(widths) == 1 or not later:
        return False
    if max(widths) <= _WIDEST and all(_is_number(cell) for cell in later):
        return False
    nodes = {cell for row in rows.rows for cell in row.cells[:2]}
    return sum(cell in nodes for cell in later) > _MOSTLY * len(later)


def _unfolded(rows: CsvRows, tally: Tally) -> Iterator[RawRow]:
    """A tie from the first node of each line to every other."""
    for row in rows.rows:
        source, *targets = row.cells
        for target in targets:
            if target is not None:
                tally.row((source, target))
                yield RawRow(row.number, [source, target])


def _plain_weight(row: RawRow) -> RawRow:
    """The row with a weight as programs write it."""
    weight = row.cells[2]
    if not isinstance(weight, str):
        return row
    return RawRow(row.number, [*row.cells[:2], float(number_digits(weight, decimal_comma=True) or "0")])


def _is_number(cell: CellValue) -> bool:
    try:
        return isinstance(cell, str) and number_digits(cell, decimal_comma=True) is not None
    except TwoReadings:
        return False
