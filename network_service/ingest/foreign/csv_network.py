"""A network of one CSV file or several: nodes and ties of Kumu, of Gephi, of our own export, plain lists, matrices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from network_service.domain.identity import is_record_id
from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.fault import Note, shown
from network_service.ingest.foreign.csv_headers import (
    form_of,
    is_own_nodes,
    lone_end,
    meant_places,
    node_meaning,
    strength_of,
    tells_nodes,
    tells_ties,
    tie_meaning,
)
from network_service.ingest.foreign.csv_lists import is_edge_list, listed_isolates, listed_ties
from network_service.ingest.foreign.csv_matrix import is_matrix, matrix_tables
from network_service.ingest.foreign.csv_tables import CsvRows, csv_rows, fitted, unique_headers
from network_service.ingest.foreign.csv_times import holds_periods, with_days
from network_service.ingest.foreign.mapping import NOT_READ, ColumnMapping
from network_service.ingest.foreign.network import KEY, NAME, SOURCE, TARGET, WEIGHT, ForeignNetwork, Table
from network_service.ingest.foreign.text import decoded
from network_service.ingest.foreign.words import NODES, TIES
from network_service.ingest.limits import Limits
from network_service.ingest.numbers import TwoReadings, number_digits
from network_service.ingest.raw import CellValue, RawRow
from network_service.ingest.xlsx.tally import Tally

_SEVERAL = "|"
"""What Kumu puts between several values of one cell, and between several targets of one row."""


_NOTHING = ColumnMapping()


@dataclass(slots=True)
class _Found:
    """What the files read so far hold."""

    mapping: ColumnMapping
    nodes: list[Table] = field(default_factory=list)
    ties: list[Table] = field(default_factory=list)
    matrices: list[Table] = field(default_factory=list)
    lists: list[Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_csv_network(
    files: Sequence[tuple[str, bytes]], limits: Limits, encoding: str | None = None, mapping: ColumnMapping = _NOTHING
) -> ForeignNetwork:
    """The network of files given by name and content, in any order: what each holds is told by its headers.

    What somebody says of the headers by a `mapping` counts more. The names are for faults alone. Ties without a file of
    nodes name their nodes themselves. `UnreadableFile` where a file is no table of text.
    """
    found = _Found(mapping)
    tally = Tally(limits)
    for title, content in files:
        text = decoded(content, encoding)
        found.notes += text.notes
        rows = csv_rows(text.text, shown(title), tally)  # a name can hold what would steer a terminal
        if not rows.rows:
            raise UnreadableFile("unreadable.empty_file")
        _sort(rows, found, tally)
    return ForeignNetwork(
        form=_form(found),
        nodes=tuple(found.nodes),
        ties=(*found.ties, *found.matrices, *found.lists),
        directed=None,
        notes=tuple(found.notes),
    )


def _form(found: _Found) -> str:
    """The code of the form; headers tell more than a matrix does, and a matrix more than a list without any."""
    if found.ties or not (found.matrices or found.lists):
        return form_of([table.headers for table in found.nodes], [table.headers for table in found.ties])
    return "matrix_csv" if found.matrices else "edge_list_csv"


def _sort(rows: CsvRows, found: _Found, tally: Tally) -> None:
    """Add what a table holds to what the files hold."""
    headers = unique_headers(rows.rows[0])
    if tells_ties(headers, found.mapping) and not _are_lifetimes(rows, headers, found.mapping):
        found.ties.append(table := with_days(_ties(rows, headers, tally, found.mapping)))
        unread = tuple(header for header, meant in table.meaning.items() if meant == NOT_READ)
        if unread:
            found.notes.append(Note("foreign_unread", {"part": rows.title, "columns": unread}))
    elif is_matrix(rows):
        matrix = matrix_tables(rows, tally)
        found.nodes.append(matrix.nodes)
        found.matrices.append(matrix.ties)
        found.notes += matrix.notes
    elif tells_nodes(headers, found.mapping):
        found.nodes.append(with_days(_nodes(rows, headers, tally, found.mapping)))
    elif (end := lone_end(headers, found.mapping)) is not None:
        raise UnreadableFile("unreadable.one_end", name=rows.title, header=end)
    elif is_edge_list(rows):
        found.lists.append(listed_ties(rows, tally))
        found.nodes += filter(None, [listed_isolates(rows)])
        first = ", ".join("" if cell is None else str(cell) for cell in rows.rows[0].cells)
        found.notes.append(Note("csv_no_header", {"sheet": rows.title, "sample": first[:80]}))
    elif len(headers) > 1:
        # A table of something: the one who maps its columns knows of what.
        found.nodes.append(Table(rows.title, headers, _body(rows, headers, tally), header_row=rows.rows[0].number))
    else:
        raise UnreadableFile("unreadable.no_table", name=rows.title)


def _are_lifetimes(rows: CsvRows, headers: Sequence[str], mapping: ColumnMapping) -> bool:
    """Whether from and to beside a name are the years of what is named, and no ends of ties."""
    ends = meant_places(headers, {}, TIES, mapping)
    named = NAME in meant_places(headers, {}, NODES, mapping)
    said = {mapping.meaning(TIES, header) for header in headers} & {SOURCE, TARGET}
    return named and not said and holds_periods(rows.rows[1:], (ends[SOURCE], ends[TARGET]))


def _nodes(rows: CsvRows, headers: tuple[str, ...], tally: Tally, mapping: ColumnMapping) -> Table:
    meaning = node_meaning(headers)
    places = meant_places(headers, meaning, NODES, mapping)
    body = _body(rows, headers, tally, places.get(NAME, places.get(KEY, 0)))
    if is_own_nodes(headers) and NAME in places:
        body = tuple(_named(row, places[NAME]) for row in body)
    return Table(rows.title, headers, body, meaning, header_row=rows.rows[0].number)


def _named(row: RawRow, name: int) -> RawRow:
    """The row of a node in a file of ours; one added by hand is often given a label alone."""
    key, label = row.cells[:2]
    if row.cells[name] is not None or label is None or is_record_id(str(key)):
        return row
    return RawRow(row.number, [*row.cells[:name], label, *row.cells[name + 1 :]])


def _ties(rows: CsvRows, headers: tuple[str, ...], tally: Tally, mapping: ColumnMapping) -> Table:
    places = meant_places(headers, {}, TIES, mapping)
    body = _body(rows, headers, tally, places[TARGET])
    numeric = _numeric(rows, headers, body, strength_of(headers))
    meaning = tie_meaning(headers, _first_values(headers, body), strength_is_number=numeric)
    places = meant_places(headers, meaning, TIES, mapping)
    several = {"targets": headers[places[TARGET]].strip().lower() == "to", "topics": "topics" in meaning.values()}
    told = tuple(_told(body, places, rows, tally, **several))
    return Table(rows.title, headers, told, meaning, header_row=rows.rows[0].number)


def _body(rows: CsvRows, headers: tuple[str, ...], tally: Tally, blamed: int = 0) -> tuple[RawRow, ...]:
    """The rows below the headers, each as wide as these."""
    if len(headers) > tally.limits.columns:
        raise RefusedForSafety("safety.too_many_columns", limit=tally.limits.columns)
    return tuple(fitted(row, len(headers), blamed) for row in rows.rows[1:])


def _first_values(headers: Sequence[str], body: Sequence[RawRow]) -> dict[str, str]:
    """The first text of each column that has any."""
    found: dict[str, str] = {}
    for place, header in enumerate(headers):
        first = next((cell for row in body if isinstance(cell := row.cells[place], str)), None)
        if first is not None:
            found[header] = first.strip()
    return found


def _numeric(rows: CsvRows, headers: Sequence[str], body: Sequence[RawRow], wanted: str | None) -> bool:
    """Whether a column holds nothing but numbers."""
    if wanted is None:
        return True
    place = headers.index(wanted)
    texts = (cell for row in body if isinstance(cell := row.cells[place], str))
    return all(_number(text, decimal_comma=rows.decimal_comma) is not None for text in texts)


def _told(
    body: Sequence[RawRow], places: dict[str, int], rows: CsvRows, tally: Tally, *, targets: bool, topics: bool
) -> Iterator[RawRow]:
    """The ties as the rest of the program understands them: one target a row, lists with semicolons, plain numbers.

    `targets` and `topics` say which of them are divided as Kumu does it.
    """
    target, weight, listing = places[TARGET], places.get(WEIGHT), places["topics"] if topics else None
    for row in body:
        cells: list[CellValue] = list(row.cells)
        if listing is not None and isinstance(listed := cells[listing], str):
            cells[listing] = listed.replace("\\", "\\\\").replace(";", "\\;").replace(_SEVERAL, ";")
        if weight is not None and rows.decimal_comma and isinstance(written := cells[weight], str):
            number = _number(written, decimal_comma=True)
            cells[weight] = written if number is None else number
        for one in _targets(cells[target]) if targets else (cells[target],):
            if one is not cells[target]:
                tally.row((one,))
            yield RawRow(row.number, [*cells[:target], one, *cells[target + 1 :]])


def _targets(cell: CellValue) -> Sequence[CellValue]:
    """The nodes that a cell of Kumu's names; a cell of nothing but marks between them names none."""
    if not isinstance(cell, str) or _SEVERAL not in cell:
        return (cell,)
    return [one for one in map(str.strip, cell.split(_SEVERAL)) if one] or (None,)


def _number(text: str, *, decimal_comma: bool) -> float | None:
    try:
        digits = number_digits(text, decimal_comma=decimal_comma)
    except TwoReadings:
        return None
    return None if digits is None else float(digits)
