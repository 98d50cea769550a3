"""Reads the cells of each row as their columns ask, and tells example rows from data."""

from collections.abc import Sequence
from dataclasses import dataclass

from network_service.domain.thai.text import clean
from network_service.ingest.assembly.draft import Draft
from network_service.ingest.assembly.header import Layout
from network_service.ingest.fault import shown
from network_service.ingest.raw import CellTrouble, CellValue, MergedRange
from network_service.ingest.sheets.column import Column
from network_service.ingest.sheets.wording import column_wording, word
from network_service.ingest.values import ValueFault, as_text, read_value

_REMEMBERED = 1_000
"""Texts of a column that are remembered: of columns with more different ones, few come again."""


@dataclass(slots=True)
class Rows:
    """The rows of a sheet: drafts, and how many example rows were passed over."""

    drafts: list[Draft]
    examples: int = 0


def read_rows(layout: Layout, merged: tuple[MergedRange, ...], *, blocked: bool) -> Rows:
    """Read all rows under a header. In a sheet that cannot be read they are only counted, as refused."""
    found = Rows([])
    if blocked:
        found.drafts = [Draft(layout, row.number, (), {}, layout.sheet.kinds[0], blocked=True) for row in layout.rows]
        return found
    columns = [_ColumnReader(layout.sheet.by_code[code], place) for code, place in layout.places.items()]
    spans = [one for one in merged if _touches(one, layout)]
    for row in layout.rows:
        draft = Draft(layout, row.number, row.cells, {}, "")
        marked = is_example(draft.cell("id"))
        if marked and _is_unchanged(draft):
            found.examples += 1
            continue
        _read_values(draft, columns)
        if marked:
            draft.fault("example.changed", "id")
        for span in spans:
            if span.first_row <= row.number <= span.last_row:
                _refuse_span(draft, span)
        found.drafts.append(draft)
    return found


def is_example(cell: object) -> bool:
    """Whether an id marks its row as the template's example."""
    return isinstance(cell, str) and word("example").means(cell)


class _ColumnReader:
    """Reads the cells of one column; a text that stands in it again is not read again."""

    def __init__(self, column: Column, place: int) -> None:
        self.column = column
        self.place = place
        self._met: dict[str, object] = {}

    def value(self, cell: CellValue) -> object:
        if not isinstance(cell, str):
            return None if cell is None else read_value(self.column, cell)
        if cell in self._met:
            return self._met[cell]
        value = read_value(self.column, cell)
        if len(self._met) < _REMEMBERED:
            self._met[cell] = value
        return value


def _read_values(draft: Draft, columns: Sequence[_ColumnReader]) -> None:
    cells, width = draft.cells, len(draft.cells)
    for reader in columns:
        column = reader.column
        cell = cells[reader.place] if reader.place < width else None
        try:
            value = reader.value(cell)
        except ValueFault as fault:
            shown = {"shown": cell.shown} if isinstance(cell, CellTrouble) else {}
            draft.fault(fault.code, column.code, **fault.parameters, **shown)
            continue
        if value is None and column.required:
            draft.fault("value.required", column.code)
        draft.values[column.code] = value
    # A row whose kind cannot be read has its fault; the first kind of the sheet then stands in for it.
    draft.kind = str(draft.value("kind") or draft.layout.sheet.kinds[0])


def _is_unchanged(draft: Draft) -> bool:
    """Whether a row says what the template's example says; then nobody has put data of their own into it."""
    sheet = draft.layout.sheet
    for code in draft.layout.places:
        cell = draft.cell(code)
        if code == "id" or cell is None:
            continue
        column = sheet.by_code[code]
        examples = column_wording(sheet.code, code).examples
        try:
            said = read_value(column, cell)
            if said not in [read_value(column, text) for one in examples for text in (one.thai, one.english) if text]:
                return False
        except ValueFault:
            return False
    return True


def _touches(span: MergedRange, layout: Layout) -> bool:
    return any(span.first_column <= place <= span.last_column for place in layout.places.values())


def _refuse_span(draft: Draft, span: MergedRange) -> None:
    """Only the first cell of a merged block holds a value: what is meant by the others cannot be known."""
    places = draft.layout.places
    code = next(code for code, place in places.items() if span.first_column <= place <= span.last_column)
    draft.fault("cell.merged", code, range=span.shown, text=shown(clean(as_text(draft.cell(code) or ""))))
