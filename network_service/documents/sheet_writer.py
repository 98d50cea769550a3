"""The look of our workbooks, and cells that are never formulas; written row by row, so that size costs no memory."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from network_service.errors import UsageError

FONT = "TH SarabunPSK"
"""The font of Thai official papers; programs without it show their own."""
SIZE = 16
"""Its official size; the font is drawn small."""
TEXT_FORMAT = "@"
"""Cells of this format keep what is typed: without it Excel makes a day of order number 1/2569."""

RUNNABLE = ("=", "+", "-", "@")
"""How texts begin that a spreadsheet would run when a cell is edited, unless it is marked as text by its prefix."""

SheetOfOpenpyxl = Any
"""A sheet in write-only mode; the published types of openpyxl leave out most of what it has."""

_DATE_FORMATS = {"th": "[$-107041E]d mmm yyyy;@", "en": "d mmm yyyy"}
_LONGEST_CELL = 32_767
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_HEADER_FILL = PatternFill("solid", fgColor="1F4E5F")
_REQUIRED_FILL = PatternFill("solid", fgColor="9C3D10")
_EXAMPLE_FILL = PatternFill("solid", fgColor="FFF4D6")
_ROW_HEIGHT = 24.0
_HEADING_SPACE = 1.2  # the vowels under large letters of a substituted font are cut through without it
_FILLED = 0.75  # of a cell's width in characters is what a line of a substituted font surely holds
_PAGE_WIDTH = 220  # characters of this size across a landscape page at the smallest scale one can read
_LINK_COLOR = "0B5394"
_LINK_FILL = PatternFill("solid", fgColor="DCE9EE")
_COMMENT_WIDTH = 360  # pixels, in which a line holds 42 letters of the comments' own small font
_COMMENT_LETTERS = 42
_COMMENT_LINE = 20
_LINE = Border(bottom=Side("thin", color="D0D0D0"))


class Formula(str):
    """A formula of the program's own making; every other text stays a text, whatever it looks like."""

    __slots__ = ()


class Link(NamedTuple):
    """Where a cell leads: to the top of a sheet of the same workbook, and what is said of it."""

    sheet: str
    tip: str


def date_format(language: str) -> str:
    """The number format that shows days in the reader's era."""
    return _DATE_FORMATS[language]


def require_fitting(values: Iterable[object]) -> None:
    """Refuse texts longer than a cell holds, which openpyxl would cut in silence; before anything is written."""
    for value in values:
        if isinstance(value, str) and len(escaped(value)) > _LONGEST_CELL:
            raise UsageError("export.cell_too_long", limit=_LONGEST_CELL, value=value[:80])


def new_workbook() -> Workbook:
    """A workbook that is written row by row."""
    workbook = Workbook(write_only=True)
    workbook.properties.creator = "network-service"
    return workbook


class SheetStyle:
    """Writes one sheet from its top to its end in one look."""

    def __init__(self, sheet: SheetOfOpenpyxl, language: str, mark: str = "") -> None:
        self.sheet = sheet
        self._language = language
        self._rows = 0
        self._widest = 0
        self._widths: list[float] = []
        self._formats: Mapping[int, str] = {}
        self._cells: dict[tuple[int, str, bool], Cell] = {}
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = "9"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        # Rows without a height of their own would be cut through: the heights of Thai marks are not foreseen.
        sheet.sheet_format.defaultRowHeight = _ROW_HEIGHT
        sheet.sheet_format.customHeight = True
        sheet.print_title_rows = "1:1"
        if mark:
            sheet.oddHeader.center.text = mark
            sheet.oddFooter.center.text = mark

    def columns(
        self, widths: Sequence[float], formats: Mapping[int, str] | None = None, folded: Collection[int] = ()
    ) -> None:
        """Widths of columns, number formats of those (from 0) whose empty cells should have one, and folded columns."""
        self._widths = list(widths)
        self._formats = formats or {}
        shown = sum(width for place, width in enumerate(widths) if place not in folded)
        self.sheet.page_setup.fitToWidth = ceil(shown / _PAGE_WIDTH)
        for place, width in enumerate(widths):
            dimension = self.sheet.column_dimensions[get_column_letter(place + 1)]
            dimension.width = width
            dimension.font = Font(name=FONT, size=SIZE)
            if place in self._formats:
                dimension.number_format = self._formats[place]
            if place in folded:
                dimension.outlineLevel = 1
                dimension.hidden = True
            elif place - 1 in folded:
                dimension.collapsed = True
        if len(widths) - 1 in folded:
            # The mark that unfolds columns stands over the one that follows them.
            self.sheet.column_dimensions[get_column_letter(len(widths) + 1)].collapsed = True

    def header(
        self,
        headers: Sequence[str],
        required: Sequence[bool] = (),
        comments: Sequence[str] = (),
        back: Link | None = None,
    ) -> None:
        """The frozen first row; required columns are of another colour. The first cell leads `back`."""
        self.sheet.freeze_panes = "A2"
        row: list[Cell | None] = []
        for place, text in enumerate(headers):
            cell = self._text_cell(text)
            cell.font = Font(name=FONT, size=SIZE, bold=True, color="FFFFFF")
            cell.fill = _REQUIRED_FILL if required and required[place] else _HEADER_FILL
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            if comments and comments[place]:
                lines = sum(ceil(len(line) / _COMMENT_LETTERS) or 1 for line in comments[place].split("\n"))
                height = max(4, lines + 1) * _COMMENT_LINE
                cell.comment = Comment(comments[place], "network-service", width=_COMMENT_WIDTH, height=height)
            if back is not None and not place:
                # Some programs show every link in their own dark blue, which on the header's colour nobody can read.
                cell.font = Font(name=FONT, size=SIZE, bold=True, color=_LINK_COLOR, underline="single")
                cell.fill = _LINK_FILL
                cell.hyperlink = _hyperlink(back)
            row.append(cell)
        self._append(row, 2.5 * _ROW_HEIGHT)  # two lines, and the tone marks above the first

    def row(self, values: Sequence[object], *, example: bool = False) -> None:
        """A row of values: texts, numbers, truths, days or nothing."""
        self._append(
            [
                None if value is None and not example else self._cell(place, value, example=example)
                for place, value in enumerate(values)
            ]
        )

    def text(
        self, *texts: str, bold: bool = False, size: int = SIZE, color: str = "000000", link: Link | None = None
    ) -> None:
        """A row of running text, as high as its longest cell needs; a single text runs on beyond its cell.

        The first cell leads to `link`.
        """
        row: list[Cell | None] = []
        lines = 1
        if len(texts) > 1:
            lines = (
                max(ceil(len(text) / (_FILLED * width)) for text, width in zip(texts, self._widths, strict=False)) or 1
            )
        for text in texts:
            cell = self._text_cell(text)
            cell.font = Font(name=FONT, size=size, bold=bold, color=color)
            cell.alignment = Alignment(vertical="top", wrap_text=len(texts) > 1)
            if link is not None and not row:
                cell.font = Font(name=FONT, size=size, bold=bold, color=_LINK_COLOR, underline="single")
                cell.hyperlink = _hyperlink(link)
            row.append(cell)
        self._append(row, lines * _ROW_HEIGHT * size / SIZE * (_HEADING_SPACE if size > SIZE else 1))

    def finish(self) -> None:
        """Add the filter over what was written."""
        if self._widest:
            self.sheet.auto_filter.ref = f"A1:{get_column_letter(self._widest)}{max(self._rows, 1)}"

    def _append(self, row: list[Cell | None], height: float | None = None) -> None:
        if height is not None:
            self.sheet.row_dimensions[self._rows + 1].height = height
        self.sheet.append(row)
        self._rows += 1
        self._widest = max(self._widest, len(row))

    def _cell(self, place: int, value: object, *, example: bool) -> Cell:
        """One cell object a column and look serves all rows: openpyxl writes it out at once, and looks are dear."""
        look = (place, _look(value), example)
        cell = self._cells.get(look)
        if cell is None:
            cell = self._cells[look] = self._new_cell(place, _look(value), example=example)
        _put(cell, value)
        return cell

    def _new_cell(self, place: int, look: str, *, example: bool) -> Cell:
        cell = WriteOnlyCell(self.sheet)
        cell.font = Font(name=FONT, size=SIZE, italic=example)
        cell.border = _LINE
        if example:
            cell.fill = _EXAMPLE_FILL
        if look == "day":
            cell.number_format = date_format(self._language)
        elif look == "number":
            cell.number_format = self._formats.get(place, "General")
        elif look != "formula":
            cell.number_format = TEXT_FORMAT
            cell.quotePrefix = look == "runnable"
        return cell

    def _text_cell(self, text: str) -> Cell:
        cell = WriteOnlyCell(self.sheet)
        _put(cell, text)
        return cell


def escaped(text: str) -> str:
    """A text in which nothing looks like an escape of a character."""
    return _ESCAPE.sub("_x005F_", text) if "_x" in text else text


def _hyperlink(link: Link) -> Hyperlink:
    return Hyperlink(ref="", location=f"{quote_sheetname(link.sheet)}!A1", tooltip=link.tip)


def _look(value: object) -> str:
    if isinstance(value, Formula):
        return "formula"
    if isinstance(value, str):
        return "runnable" if value.startswith(RUNNABLE) else "text"
    return "day" if isinstance(value, date) else "number"


def _put(cell: Cell, value: Any) -> None:
    """Set a value; a text is a text even where it looks like a formula or an error."""
    if isinstance(value, Formula) or not isinstance(value, str):
        cell.value = value
        return
    cell.value = escaped(value)
    cell.data_type = "s"
