"""Reads the cells of each row as their columns ask, and tells example rows from data."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.domain.thai.text import clean
from network_service.ingest.assembly.draft import Draft
from network_service.ingest.assembly.header import Layout
from network_service.ingest.fault import shown
from network_service.ingest.raw import CellTrouble, CellValue, MergedRange, RawRow
from network_service.ingest.sheets.column import Column
from network_service.ingest.sheets.wording import column_wording, word
from network_service.ingest.values import ValueFault, as_text, read_value


@dataclass(slots=True)
class Rows:
    """The rows of a sheet: drafts, and how many example rows were passed over."""

    drafts: list[Draft]
    examples: int = 0


def read_rows(layout: Layout, merged: tuple[MergedRange, ...], *, blocked: bool) -> Rows:
    """Read all rows under a header. In a sheet that cannot be read they are only counted, as refused."""
    found = Rows([])
    if blocked:
        found.drafts = [Draft(layout, row.number, {}, {}, layout.sheet.kinds[0], blocked=True) for row in layout.rows]
        return found
    columns = [(layout.sheet.by_code[code], place) for code, place in layout.places.items()]
    spans = [one for one in merged if _touches(one, layout)]
    for row in layout.rows:
        cells = {column.code: _cell(row, place) for column, place in columns}
        marked = is_example(cells.get("id"))
        if marked and _is_unchanged(layout, cells):
            found.examples += 1
            continue
        draft = _draft(layout, row.number, cells, [column for column, _ in columns])
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


def _cell(row: RawRow, place: int) -> CellValue:
    return row.cells[place] if place < len(row.cells) else None


def _draft(layout: Layout, number: int, cells: Mapping[str, CellValue], columns: list[Column]) -> Draft:
    draft = Draft(layout, number, cells, {}, "")
    for column in columns:
        cell = cells[column.code]
        value: object = None
        if cell is not None:
            try:
                value = read_value(column, cell)
            except ValueFault as fault:
                shown = {"shown": cell.shown} if isinstance(cell, CellTrouble) else {}
                draft.fault(fault.code, column.code, **fault.parameters, **shown)
                continue
        if value is None and column.required:
            draft.fault("value.required", column.code)
        draft.values[column.code] = value
    # A row whose kind cannot be read has its fault; the first kind of the sheet then stands in for it.
    draft.kind = str(draft.value("kind") or layout.sheet.kinds[0])
    return draft


def _is_unchanged(layout: Layout, cells: Mapping[str, CellValue]) -> bool:
    """Whether a row says what the template's example says; then nobody has put data of their own into it."""
    for code, cell in cells.items():
        if code == "id" or cell is None:
            continue
        column = layout.sheet.by_code[code]
        examples = column_wording(layout.sheet.code, code).examples
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
    draft.fault("cell.merged", code, range=span.shown, text=shown(clean(as_text(draft.cells.get(code) or ""))))
