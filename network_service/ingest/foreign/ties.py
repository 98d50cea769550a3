"""Foreign ties as rows of our sheets: a kind of ours where they name one, else collaborations."""

from collections import Counter
from collections.abc import Iterable

from network_service.domain.identity import is_record_id
from network_service.domain.thai.text import clean
from network_service.ingest.assembly.header import Found
from network_service.ingest.fault import Note
from network_service.ingest.foreign.columns import Columns, text_of
from network_service.ingest.foreign.network import DIRECTION, KEY, SOURCE, TARGET, TYPE
from network_service.ingest.foreign.nodes import Nodes
from network_service.ingest.foreign.sorted_rows import Said, SortedRows, sheet_of
from network_service.ingest.foreign.words import tie_kind
from network_service.ingest.raw import CellValue, RawRow
from network_service.ingest.values import as_text

USUAL = "collaborates_with"
"""The kind of a tie of which nobody says what it is."""

_DIRECTED = frozenset({"directed", "true", "1", "yes", "forward", "ทางเดียว", "มีทิศทาง"})
_MUTUAL = frozenset({"undirected", "mutual", "bidirectional", "both", "false", "0", "no", "สองทาง", "ไม่มีทิศทาง"})
_NAMED = 5


def read_ties(tables: Iterable[Columns], nodes: Nodes, *, directed: bool | None) -> tuple[list[Found], list[Note]]:
    """Read all tables of ties, whose ends are named as the nodes are; `directed` holds where a row does not say.

    Where nobody says it, a tie is directed, as it is declared in our own workbook.
    """
    found: list[Found] = []
    notes: list[Note] = []
    unknown: Counter[str] = Counter()
    silent = 0
    for columns in tables:
        group = SortedRows(columns)
        for row in columns.table.rows:
            kind, said = _tie(group, row, nodes, unknown, directed=directed is not False)
            silent += kind == USUAL and directed is None and columns.cell(row, DIRECTION) is None
            group.add(row.number, kind, said)
        found += group.tables()
    if unknown:
        words = tuple(word for word, _ in unknown.most_common(_NAMED))
        notes.append(Note("foreign_tie_types", {"count": sum(unknown.values()), "words": words}))
    if silent:
        notes.append(Note("foreign_directed", {"count": silent}))
    return found, notes


def kind_of(columns: Columns, row: RawRow) -> str:
    """The kind of record that a tie makes."""
    return tie_kind(columns.text(row, TYPE)) or USUAL


def _tie(group: SortedRows, row: RawRow, nodes: Nodes, unknown: Counter[str], *, directed: bool) -> tuple[str, Said]:
    said, columns = Said(), group.columns
    kind = kind_of(columns, row)
    sheet = sheet_of(kind)
    key = columns.text(row, KEY)
    ours = is_record_id(key)
    for carried in group.carried(kind):
        cell = columns.cell(row, carried)
        if ours or cell is not None:  # an empty cell of another program says nothing; one of our export empties
            said[carried] = (cell, carried)
    for end, field in ((SOURCE, "source"), (TARGET, "target")):
        code = sheet.column_of(field)
        assert code is not None
        said[code.code] = (_end(columns.cell(row, end), nodes), end)
    if ours:
        said["id"] = (key, KEY)
    relation = sheet.column_of("kind")
    if relation is not None:
        said[relation.code] = (kind, TYPE)
    if kind == USUAL:
        _say_direction(said, columns.cell(row, DIRECTION), directed=directed, ours=ours)
        text = columns.text(row, TYPE)
        if text and tie_kind(text) is None:
            unknown[text] += 1
            said["source_type"] = (text, TYPE)
    return kind, said


def _end(cell: CellValue, nodes: Nodes) -> CellValue:
    """How the node that an end names is named in our rows; what no node has stays as it stands."""
    text = text_of(cell)
    return nodes.meant(text) or text if text else cell


def _say_direction(said: Said, cell: CellValue, *, directed: bool, ours: bool) -> None:
    """Whether a tie is mutual; one of `ours` that is drawn with an arrow says no more of it than we knew."""
    if said.get("mutual", (None,))[0] is not None:
        return
    text = clean(as_text(cell)).casefold() if cell is not None else ""
    if text in _MUTUAL or (not text and not directed):
        said["mutual"] = (True, DIRECTION)
    elif text and not (ours and text in _DIRECTED):
        said["mutual"] = (False if text in _DIRECTED else cell, DIRECTION)  # another word is refused at its cell
