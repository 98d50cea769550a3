"""Workbooks of other programs: Kumu, NodeXL, Polinode, and any with a sheet of nodes and one of ties."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from network_service.domain.thai.text import clean
from network_service.errors import UnreadableFile
from network_service.ingest.fault import Note, shown
from network_service.ingest.foreign.kumu_labels import joined_by_id
from network_service.ingest.foreign.network import (
    DIRECTION,
    KEY,
    NAME,
    SOURCE,
    TARGET,
    TYPE,
    WEIGHT,
    ForeignNetwork,
    Table,
)
from network_service.ingest.foreign.words import NODES, TIES, meaning_of_headers
from network_service.ingest.raw import RawRow, RawSheet, Workbook, column_letters
from network_service.ingest.sheets.wording import heading_form, rows_of_data, sheet_titles
from network_service.ingest.values import as_text

_SEARCHED = 5
"""Rows in which the headers are looked for: NodeXL has a row of headings over groups of columns above them."""
_NAMED = 5
"""Merged blocks that a note names."""

_NODE_TITLES = frozenset({"nodes", "vertices", "elements", "actors", "people", "organizations", "organisations"})
_TIE_TITLES = frozenset({"edges", "connections", "ties", "links", "relationships", "relations"})

_DIRECTEDNESS = "graph directedness"
"""The setting by which a NodeXL workbook says whether its ties are directed, on its sheet of settings."""


class _Program(NamedTuple):
    """A program that writes workbooks: how its two sheets are titled, and what its own headers mean.

    `headings` is how many rows of headings over groups of columns it writes above the headers.
    """

    form: str
    nodes: str
    ties: str
    node_headers: Mapping[str, str]
    tie_headers: Mapping[str, str]
    headings: int = 0


_KUMU = "kumu_workbook"
"""The form of Kumu's workbook, whose ties name elements by label."""

_PROGRAMS = (
    _Program(
        _KUMU,
        "elements",
        "connections",
        {"label": NAME, "type": TYPE, "description": "note", "id": KEY},
        {
            "from": SOURCE,
            "to": TARGET,
            "direction": DIRECTION,
            "type": TYPE,
            "label": "topics",
            "strength": WEIGHT,
            "description": "note",
            "id": KEY,
        },
    ),
    _Program(
        "nodexl_workbook",
        "vertices",
        "edges",
        {"vertex": KEY, "label": NAME},
        {"vertex 1": SOURCE, "vertex 2": TARGET, "relationship": TYPE, "edge weight": WEIGHT, "label": "topics"},
        headings=1,
    ),
    _Program("polinode_workbook", "nodes", "edges", {"name": NAME, "id": KEY}, {"source": SOURCE, "target": TARGET}),
)
_ANY = _Program("any_workbook", "", "", {}, {})


def read_workbook_network(workbook: Workbook) -> ForeignNetwork:
    """Read the sheets of nodes and of ties; `UnreadableFile` where no sheet is either."""
    titles = {heading_form(sheet.title) for sheet in workbook.sheets}
    program = next((one for one in _PROGRAMS if {one.nodes, one.ties} <= titles), _ANY)
    nodes: list[Table] = []
    ties: list[Table] = []
    notes: list[Note] = []
    for sheet in workbook.sheets:
        # Columns of ours say of elements what in a table of ties would be an end.
        table, above = (None, 0) if heading_form(sheet.title) == program.nodes else _table(sheet, TIES, program)
        if table is not None and {SOURCE, TARGET} <= set(_meanings(table, TIES)):
            ties.append(table)
        else:
            table, above = _table(sheet, NODES, program) if heading_form(sheet.title) in _NODE_TITLES else (None, 0)
            if table is not None:
                nodes.append(table)
            elif sheet.rows:
                notes.append(Note("sheet_not_read", {"sheet": shown(sheet.title)}))
        if table is not None:
            notes += _of_sheet(sheet, above, program)
    if not ties and not nodes:
        raise UnreadableFile("unreadable.none_of_ours", sheets=sheet_titles())
    looks = sorted({header for one in (*nodes, *ties) for header in one.headers if _is_look(header, program)})
    if looks:
        notes.append(Note("foreign_looks", {"columns": tuple(looks)}))
    node_tables, tie_tables = joined_by_id(nodes, ties) if program.form == _KUMU else (tuple(nodes), tuple(ties))
    return ForeignNetwork(
        program.form,
        tuple(_without_looks(one, program) for one in node_tables),
        tuple(_without_looks(one, program) for one in tie_tables),
        directed=_directed(workbook),
        notes=tuple(notes),
    )


def _table(sheet: RawSheet, part: str, program: _Program) -> tuple[Table | None, int]:
    """The rows under the row, among the first, with most headers that mean something, and how many are above it.

    Headers of the program's own count twice, as the headings above them may have words that others use.
    """
    own = program.node_headers if part == NODES else program.tie_headers
    known = {**meaning_of_headers(part), **own}
    best, most = None, 0
    for place, row in enumerate(sheet.rows[:_SEARCHED]):
        forms = [heading_form(as_text(cell)) for cell in row.cells if cell is not None]
        count = sum((form in known) + (form in own) for form in forms)
        if count > most:
            best, most = place, count
    if best is None:
        return None, 0
    headers = _headers(sheet, best)
    meaning = {header: own[form] for header in headers if (form := heading_form(header)) in own}
    rows = tuple(row for row in sheet.rows[best + 1 :] if any(cell is not None for cell in row.cells))
    letters = tuple(map(column_letters, range(len(headers))))
    return Table(sheet.title, headers, rows, meaning, letters, sheet.rows[best].number), best


def _headers(sheet: RawSheet, place: int) -> tuple[str, ...]:
    """The cells of the row of headers; a column with content and no header is called by its letters."""
    said = [clean(as_text(cell)) if cell is not None else "" for cell in sheet.rows[place].cells]
    below = sheet.rows[place + 1 :]
    said += [""] * (max((len(row.cells) for row in below), default=0) - len(said))
    filled = {index for row in below for index, cell in enumerate(row.cells) if cell is not None}
    return tuple(
        header or (f"({column_letters(index)})" if index in filled else "") for index, header in enumerate(said)
    )


def _meanings(table: Table, part: str) -> list[str | None]:
    known = meaning_of_headers(part)
    return [table.meaning.get(header) or known.get(heading_form(header)) for header in table.headers]


def _of_sheet(sheet: RawSheet, above: int, program: _Program) -> list[Note]:
    notes = [Note("sheet_hidden", {"sheet": sheet.title})] if sheet.hidden else []
    if above > program.headings:
        row = sheet.rows[above].number
        notes.append(Note("rows_above_header", {"sheet": sheet.title, "row": row, "count": above - program.headings}))
    if sheet.merged:
        blocks = tuple(one.shown for one in sheet.merged[:_NAMED])
        notes.append(Note("merged_cells", {"sheet": sheet.title, "count": len(sheet.merged), "ranges": blocks}))
    if sheet.formulas:
        notes.append(Note("formulas", {"sheet": sheet.title, "count": sheet.formulas}))
    return notes


def _is_look(header: str, program: _Program) -> bool:
    form = heading_form(header)
    own = program.node_headers.keys() | program.tie_headers.keys()
    return form not in own and (program.form, form) in _looks()


@cache
def _looks() -> frozenset[tuple[str, str]]:
    """Columns of a program that say how something is drawn, or what it computed itself."""
    return frozenset((row["form"], heading_form(row["header"])) for row in rows_of_data("foreign_looks"))


def _without_looks(table: Table, program: _Program) -> Table:
    """The table without what only says how it is drawn, or what the other program computed: it is told in one note."""
    kept = [place for place, header in enumerate(table.headers) if not _is_look(header, program)]
    if len(kept) == len(table.headers):
        return table
    rows = tuple(
        RawRow(row.number, [row.cells[place] if place < len(row.cells) else None for place in kept])
        for row in table.rows
    )
    headers = tuple(table.headers[place] for place in kept)
    letters = tuple(table.letters[place] for place in kept)
    return replace(table, headers=headers, rows=rows, letters=letters)


def _directed(workbook: Workbook) -> bool | None:
    """What a NodeXL workbook says of all its ties; the others say it of each or not at all."""
    for sheet in workbook.sheets:
        for row in sheet.rows:
            texts = [heading_form(as_text(cell)) for cell in row.cells if isinstance(cell, str)]
            if _DIRECTEDNESS in texts:
                return {"directed": True, "undirected": False}.get(texts[-1])
    return None
