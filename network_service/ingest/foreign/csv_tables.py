"""A table written as text, with commas, semicolons or tabs between its cells: its rows, and where each begins."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.formula_guard import unguard
from network_service.ingest.raw import CellTrouble, CellValue, RawRow
from network_service.ingest.xlsx.tally import Tally

_SEPARATORS = "\t;,"  # in this order where two divide alike: commas and semicolons stand in texts, tabs hardly ever do
_LOOKED_AT = 50  # rows; a file whose first fifty rows do not show what separates its cells will not show it later
_LOOKED_AT_TEXT = 64 * 1024
_SAID = "sep="  # by which Excel lets a file say it in its first line


@dataclass(frozen=True, slots=True)
class CsvRows:
    """The rows with content of a table of text, the header among them if there is one. `title` is the file's name.

    `RawRow.number` is the line on which the row begins: a cell in quotation marks may go on over several.
    """

    title: str
    separator: str
    rows: tuple[RawRow, ...]

    @property
    def decimal_comma(self) -> bool:
        """Whether numbers have decimal commas: programs separate by semicolons where the comma is taken by these."""
        return self.separator == ";"


def csv_rows(text: str, title: str, tally: Tally) -> CsvRows:
    """The rows of a text with plain line ends, counted together with those of the other files.

    `UnreadableFile` where quotation marks leave open what is a cell, `RefusedForSafety` beyond the limits.
    """
    separator, skipped = _separator(text, tally.limits.widest)
    rows = tuple(_counted(_records(text, separator, tally.limits.widest, skipped), tally))
    return CsvRows(title, separator, rows)


def fitted(row: RawRow, width: int, blamed: int = 0) -> RawRow:
    """The row with as many cells as there are columns.

    Cells that a program left out at the end are empty. With cells too many, as when a comma in a name was not put in
    quotation marks, nobody knows which is which: then the cell at `blamed` is a trouble that shows them all, so that
    the row is refused, and of the others only the first, which nothing can have shifted, stays.
    """
    if len(row.cells) == width:
        return row
    if len(row.cells) < width:
        return RawRow(row.number, [*row.cells, *[None] * (width - len(row.cells))])
    shown = " | ".join("" if one is None else str(one) for one in row.cells)
    cells: list[CellValue] = [row.cells[0], *[None] * (width - 1)]
    cells[blamed] = CellTrouble("cell.too_many", shown)
    return RawRow(row.number, cells)


def unique_headers(row: RawRow) -> tuple[str, ...]:
    """The headers of a table, none of them twice: a repeated one, or an empty one, is told apart by its number."""
    headers: list[str] = []
    met: set[str] = set()
    for place, cell in enumerate(row.cells, 1):
        header = "" if cell is None else str(cell).strip()
        if not header or header in met:
            header = f"{header} ({place})".lstrip()
        met.add(header)
        headers.append(header)
    return tuple(headers)


def _counted(records: Iterator[tuple[int, list[str]]], tally: Tally) -> Iterator[RawRow]:
    """Rows with content, their guards against formulas taken off and empty cells at their ends left out."""
    limits, cells = tally.limits, 0
    for number, record in records:
        tally.row_mark()
        while record and not record[-1].strip():
            record.pop()
        if not record:
            continue
        cells += len(record)
        if cells > limits.cells:
            raise RefusedForSafety("safety.too_many_columns", limit=limits.columns)
        tally.row(record)
        # A guard begins with an apostrophe, so most cells need not be looked at closely.
        values: Sequence[CellValue] = [(unguard(one) if one[0] == "'" else one) if one else None for one in record]
        yield RawRow(number, values)


def _narrow(lines: Iterator[str], separator: str, widest: int) -> Iterator[str]:
    """The lines, none of them with more cells than any sheet has: the reader would make a list of millions of one."""
    for line in lines:
        if line.count(separator) >= widest:
            raise RefusedForSafety("safety.too_many_columns", limit=widest)
        yield line


def _records(text: str, separator: str, widest: int, skipped: int = 0) -> Iterator[tuple[int, list[str]]]:
    """The rows of the text from a line on, each with the line on which it begins."""
    # Only a line feed ends a line here: a text cell may hold the other characters that Python takes for line ends.
    lines = StringIO(text, newline="\n")
    for _ in range(skipped):
        lines.readline()
    reader = csv.reader(_narrow(lines, separator, widest), delimiter=separator, skipinitialspace=True, strict=True)
    begins = skipped + 1
    try:
        for record in reader:
            yield begins, record
            begins = skipped + reader.line_num + 1
    except csv.Error:
        # Without its strictness the reader would join cells, or swallow the rest of the file into one.
        raise UnreadableFile("unreadable.csv_quotes", line=begins) from None


def _separator(text: str, widest: int) -> tuple[str, int]:
    """What separates the cells, and how many lines say nothing but that."""
    first, _, _ = text[:10].partition("\n")
    if first[:4].lower() == _SAID and len(first) == len(_SAID) + 1:
        return first[-1], 1
    head = text[:_LOOKED_AT_TEXT]
    best = max(_SEPARATORS, key=lambda separator: _divides(head, separator, widest))
    return (best if _divides(head, best, widest) > (0, 0) else ","), 0


def _divides(head: str, separator: str, widest: int) -> tuple[int, int]:
    """How well a separator divides the first rows: how many have the cells that the first has, and how many those are.

    A header in the wrong division is one cell, so it divides nothing.
    """
    widths: list[int] = []
    try:
        for _, record in _records(head, separator, widest):
            if any(record):
                widths.append(len(record))
            if len(widths) == _LOOKED_AT:
                break
    except (UnreadableFile, RefusedForSafety):
        pass  # the head may end within quotation marks, and under a wrong separator marks stand anywhere
    if not widths or widths[0] == 1:
        return 0, 0
    return widths.count(widths[0]), widths[0]
