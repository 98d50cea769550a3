"""Finds what each sheet is and where its columns stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.domain.thai.text import clean
from network_service.ingest.fault import Fault, Note, shown
from network_service.ingest.near import nearest
from network_service.ingest.raw import MergedRange, RawRow, RawSheet, Workbook, column_letters
from network_service.ingest.sheets.column import Sheet
from network_service.ingest.sheets.refused import refusal_of
from network_service.ingest.sheets.wording import (
    column_wording,
    columns_by_header,
    heading_form,
    is_passed_over,
    sheet_named,
    sheet_wording,
    sheets_by_title,
)
from network_service.ingest.values import as_text

_SEARCHED = 10
"""Rows in which the header is looked for: offices like a title and a date above their tables."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet as it stands in the file: which column of ours is where, and under which header.

    Where `parallel`, two rows that say the same tie of one time are two ties, as in a file of another program.
    """

    sheet: Sheet
    title: str
    places: Mapping[str, int] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[RawRow, ...] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    parallel: bool = False

    def header(self, column: str) -> str:
        """The header of a column as it stands in the file, else as our templates write it."""
        if not column or column in self.headers:
            return self.headers.get(column, "")
        header = column_wording(self.sheet.code, column).header
        return f"{header.thai} / {header.english}"


@dataclass(slots=True)
class Found:
    """What was found of a sheet: its layout, unless it is none of ours; faults refuse all of its rows.

    `left_out` are faults of columns that are refused alone: the rows are read without them. Rows that are not `counted`
    follow from rows of other tables.
    """

    layout: Layout | None
    faults: list[Fault]
    notes: list[Note]
    left_out: list[Fault] = field(default_factory=list)
    merged: tuple[MergedRange, ...] = ()
    counted: bool = True


def is_ours(title: str) -> bool:
    """Whether a sheet of that title holds data of ours: only those are read."""
    return sheet_named(title) is not None


def find_layouts(workbook: Workbook) -> list[Found]:
    """Find what each sheet of a workbook is."""
    return [find_layout(raw) for raw in workbook.sheets]


def find_layout(raw: RawSheet) -> Found:
    """Find what a sheet is, its header row and its columns."""
    notes = []
    sheet = sheet_named(raw.title)
    if sheet is None:
        if not is_passed_over(raw.title):
            notes.append(_not_read(raw.title))
        return Found(None, [], notes)
    if raw.hidden:
        notes.append(Note("sheet_hidden", {"sheet": raw.title}))
    if raw.formulas:
        notes.append(Note("formulas", {"sheet": raw.title, "count": raw.formulas}))
    place = _header_place(raw.rows, columns_by_header(sheet.code))
    if place is None:
        faults = [Fault("sheet.no_header", raw.title)] if raw.rows else []
        return Found(Layout(sheet, raw.title, rows=raw.rows), faults, notes)
    if place:
        notes.append(Note("rows_above_header", {"sheet": raw.title, "row": raw.rows[place].number, "count": place}))
    layout, faults, unknown = _read_header(sheet, raw, place)
    found = Found(layout, faults, notes, merged=raw.merged)
    for index, header in unknown:
        _leave_out(found, layout, raw.rows[place].number, index, header)
    return found


def _not_read(title: str) -> Note:
    titles = [one for sheet in sheets_by_title().values() for one in _titles(sheet)]
    near = nearest(clean(title), dict.fromkeys(titles), most=1)
    return (
        Note("sheet_near", {"sheet": shown(title), "near": near})
        if near
        else Note("sheet_not_read", {"sheet": shown(title)})
    )


def _titles(sheet: Sheet) -> tuple[str, str]:
    title = sheet_wording(sheet.code).title
    return title.thai, title.english


def _header_place(rows: tuple[RawRow, ...], headers: Mapping[str, str]) -> int | None:
    """The place of the row, among the first, in which most cells are headers of the sheet."""
    best, most = None, 0
    for place, row in enumerate(rows[:_SEARCHED]):
        count = sum(heading_form(str(cell)) in headers for cell in row.cells if cell is not None)
        if count > most:
            best, most = place, count
    return best


def _read_header(sheet: Sheet, raw: RawSheet, place: int) -> tuple[Layout, list[Fault], list[tuple[int, str]]]:
    row = raw.rows[place]
    known = columns_by_header(sheet.code)
    places: dict[str, int] = {}
    headers: dict[str, str] = {}
    faults = []
    unknown = []
    for index, cell in enumerate(row.cells):
        if cell is None:
            continue
        header = clean(as_text(cell))
        code = known.get(heading_form(header))
        if code is None:
            unknown.append((index, header))
        elif code in places:
            faults.append(Fault("header.twice", raw.title, row.number, shown(header), cell=_cell(index, row.number)))
        else:
            places[code], headers[code] = index, header
    letters = {code: column_letters(index) for code, index in places.items()}
    layout = Layout(sheet, raw.title, places, headers, raw.rows[place + 1 :], letters)
    missing = [column.code for column in sheet.columns if column.code not in places]
    faults += [_missing(layout, row.number, code, unknown) for code in missing if sheet.by_code[code].required]
    return layout, faults, unknown


def _leave_out(found: Found, layout: Layout, row: int, index: int, header: str) -> None:
    """Say of a column that is none of ours that it is not read; of one that may not be there, that it must go."""
    reason = refusal_of(header, layout.sheet.code)
    if reason is None:
        found.notes.append(_unread(layout, header, index))
    elif any(index < len(one.cells) and one.cells[index] is not None for one in layout.rows):
        found.left_out.append(Fault(f"column.{reason}", layout.title, row, shown(header), cell=_cell(index, row)))
    else:
        told = {"sheet": layout.title, "column": shown(header), "letters": column_letters(index)}
        found.notes.append(Note("column_refused_empty", told))


def _missing(layout: Layout, row: int, code: str, unknown: list[tuple[int, str]]) -> Fault:
    header = column_wording(layout.sheet.code, code).header
    wanted = {"header": header}
    for index, written in unknown:
        if nearest(written, (header.thai, header.english, code), most=1):
            place = _cell(index, row)
            return Fault("header.missing_near", layout.title, row, layout.header(code), shown(written), wanted, place)
    return Fault("header.missing", layout.title, row, layout.header(code), "", wanted)


def _unread(layout: Layout, header: str, index: int) -> Note:
    missing = [column.code for column in layout.sheet.columns if column.code not in layout.places]
    wordings = [column_wording(layout.sheet.code, code).header for code in missing]
    near = nearest(header, [one for wording in wordings for one in (wording.thai, wording.english)], most=1)
    told = {"sheet": layout.title, "column": shown(header), "letters": column_letters(index)}
    return Note("column_near", {**told, "near": near}) if near else Note("column_not_read", told)


def _cell(index: int, row: int) -> str:
    return f"{column_letters(index)}{row}"
