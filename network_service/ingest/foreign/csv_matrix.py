"""An adjacency matrix as a table of text: names in its first row and column, and in each cell how strong the tie is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from network_service.errors import RefusedForSafety
from network_service.ingest.fault import Note
from network_service.ingest.foreign.csv_tables import CsvRows, fitted
from network_service.ingest.foreign.network import DIRECTION, NAME, SOURCE, TARGET, WEIGHT, Table
from network_service.ingest.numbers import TwoReadings, number_digits
from network_service.ingest.raw import CellTrouble, CellValue, RawRow
from network_service.ingest.xlsx.tally import Tally

_NODE_HEADERS = ("label",)
_TIE_HEADERS = ("from", "to", "direction", "weight")
_TIE_MEANING = {"from": SOURCE, "to": TARGET, "direction": DIRECTION, "weight": WEIGHT}
_LOOKED_AT = 50
_EDGE_LIST_COLUMNS = 3

Weight = float | CellTrouble


@dataclass(frozen=True, slots=True)
class MatrixTables:
    """The nodes and ties of a matrix, and what should be known of it."""

    nodes: Table
    ties: Table
    notes: tuple[Note, ...]


def is_matrix(rows: CsvRows) -> bool:
    """Whether a table is a matrix: names above and at the side, numbers within.

    An empty corner says so; a word in the corner needs the same names above and at the side. Then a cell that is no
    number may be a mistake, but in a table of three columns with a word in each it is a list of ties.
    """
    head, *rest = rows.rows
    corner, *columns = head.cells
    if not rest or not columns or None in columns or any(row.cells[0] is None for row in rest):
        return False
    square = {row.cells[0] for row in rest} == set(columns)
    if corner is None and square:
        return True
    if corner is not None and (not square or len(head.cells) < _EDGE_LIST_COLUMNS):
        return False
    if corner is not None and len(head.cells) == _EDGE_LIST_COLUMNS and _is_number(corner):
        return False
    return all(cell is None or _is_number(cell) for row in rest[:_LOOKED_AT] for cell in row.cells[1:])


def matrix_tables(rows: CsvRows, tally: Tally) -> MatrixTables:
    """The nodes and ties of a matrix; each tie stands on the line of its cell.

    A cell that is empty or nought is no tie. A matrix that is equal on both sides of its diagonal says each tie twice:
    it is undirected, and read once. Where no name stands both above and at the side, there are nodes of two sorts.
    """
    head, *rest = rows.rows
    columns = list(head.cells[1:])
    sides = [row.cells[0] for row in rest]
    two_mode = not set(sides) & set(columns)
    cells = _all_weights(rest, len(head.cells), tally, decimal_comma=rows.decimal_comma)
    symmetric = not two_mode and _is_symmetric(sides, columns, cells)
    order = {side: place for place, side in enumerate(sides)}
    weighted = any(weight != 1 for row in cells for weight in row.values())
    direction = "undirected" if symmetric or two_mode else "directed"

    def ties() -> Iterator[RawRow]:
        for place, (row, weights) in enumerate(zip(rest, cells, strict=True)):
            for column, weight in weights.items():
                if column < 0:
                    yield RawRow(row.number, [weight, None, direction, None])
                elif not symmetric or order[columns[column]] >= place:
                    cell: CellValue = weight if weighted else None
                    yield RawRow(row.number, [sides[place], columns[column], direction, cell])

    nodes = [RawRow(row.number, [row.cells[0]]) for row in rest]
    met = set(sides)
    for column in columns:
        if column not in met:
            met.add(column)
            nodes.append(RawRow(head.number, [column]))
    return MatrixTables(
        Table(rows.title, _NODE_HEADERS, tuple(nodes), {"label": NAME}),
        Table(rows.title, _TIE_HEADERS, _counted(ties(), tally), _TIE_MEANING),
        tuple(_notes(rows.title, rest, columns, symmetric=symmetric, two_mode=two_mode)),
    )


def _counted(ties: Iterable[RawRow], tally: Tally) -> tuple[RawRow, ...]:
    """The ties, counted as rows: a small matrix has few lines and very many ties."""
    counted: list[RawRow] = []
    for row in ties:
        tally.row(row.cells)
        counted.append(row)
    return tuple(counted)


def _notes(
    title: str, rest: Sequence[RawRow], columns: Sequence[CellValue], *, symmetric: bool, two_mode: bool
) -> Iterator[Note]:
    if symmetric:
        yield Note("matrix_symmetric", {"sheet": title})
    if two_mode:
        yield Note("matrix_two_mode", {"sheet": title, "rows": len(rest), "columns": len(columns)})


def _all_weights(
    rows: Sequence[RawRow], width: int, tally: Tally, *, decimal_comma: bool
) -> list[Mapping[int, Weight]]:
    """The ties of each row; no more than the limit, to which a symmetric matrix comes with twice as many cells."""
    found: list[Mapping[int, Weight]] = []
    count = 0
    for row in rows:
        found.append(_weights(row, width, decimal_comma=decimal_comma))
        count += len(found[-1])
        if count > 2 * tally.limits.rows:
            raise RefusedForSafety("safety.too_many_rows", limit=tally.limits.rows)
    return found


def _weights(row: RawRow, width: int, *, decimal_comma: bool) -> Mapping[int, Weight]:
    """What stands in the cells of a row that are ties, by column from 0; a row too long has a trouble at -1 alone."""
    if len(row.cells) > width:
        trouble = fitted(row, width).cells[0]
        assert isinstance(trouble, CellTrouble)
        return {-1: trouble}
    return {
        place: weight
        for place, cell in enumerate(row.cells[1:])
        if cell is not None and (weight := _weight(cell, decimal_comma=decimal_comma)) != 0
    }


def _weight(cell: CellValue, *, decimal_comma: bool) -> Weight:
    text = str(cell)
    if not text.strip():
        return 0.0
    try:
        digits = number_digits(text, decimal_comma=decimal_comma)
    except TwoReadings:
        return CellTrouble("value.ambiguous_number", text)
    return CellTrouble("value.not_a_number", text) if digits is None else float(digits)


def _is_number(cell: CellValue) -> bool:
    return isinstance(_weight(cell, decimal_comma=True), float)


def _is_symmetric(
    sides: Sequence[CellValue], columns: Sequence[CellValue], cells: Sequence[Mapping[int, Weight]]
) -> bool:
    """Whether every tie is said from both of its ends alike; a name that stands twice leaves that open."""
    if not len(set(sides)) == len(sides) == len(columns) or any(-1 in row for row in cells):
        return False
    said = {
        (side, columns[column]): weight
        for side, row in zip(sides, cells, strict=True)
        for column, weight in row.items()
    }
    return all(said.get((target, source)) == weight for (source, target), weight in said.items())
