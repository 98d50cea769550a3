"""One sheet in one pass: values, errors, formulas without a value, merged cells; counted while streaming."""

import math
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from network_service.errors import RefusedForSafety
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellTrouble, CellValue, MergedRange, RawRow, column_index
from network_service.ingest.xlsx.archive import Archive
from network_service.ingest.xlsx.parts import Index, SheetPart, unescape
from network_service.ingest.xlsx.xml import LocalNames, stream

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's days have no zone
_DAY_ZERO_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_SERIAL = 2_958_465  # 31 December 9999
_SERIALS_TO_1904 = 1_462


class Tally:
    """What all sheets of a file have used up of the limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.rows = self.row_marks = self.characters = 0

    def row(self) -> None:
        """Count a row with content."""
        self.rows += 1
        if self.rows > self.limits.rows:
            raise RefusedForSafety("safety.too_many_rows", limit=self.limits.rows)

    def row_mark(self) -> None:
        """Count a row, empty or not."""
        self.row_marks += 1
        if self.row_marks > self.limits.row_marks:
            raise RefusedForSafety("safety.too_many_rows", limit=self.limits.rows)

    def text(self, length: int) -> None:
        """Count text that stands in the sheet itself."""
        self.characters += length
        if self.characters > self.limits.characters:
            raise RefusedForSafety("safety.too_much_text", limit=self.limits.characters)


class SheetContent:
    """What a pass over a sheet finds; the sheet's own statement of its size is not read."""

    def __init__(self, index: Index, tally: Tally) -> None:
        self.rows: list[RawRow] = []
        self.merged: list[MergedRange] = []
        self.formulas = 0
        self._index = index
        self._tally = tally
        self._names = LocalNames()
        self._row = 0
        self._cells: list[CellValue] = []
        self._column = -1
        self._type = "n"
        self._style = 0
        self._formula = self._collects = self._phonetic = False
        self._pieces: list[str] = []
        self._value: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        name = self._names[tag]
        if name == "c":
            self._open_cell(attributes)
        elif name in ("v", "t"):
            self._collects = not self._phonetic
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._tally.row_mark()
            told = attributes.get("r", "")
            self._row = int(told) if _WHOLE.fullmatch(told) else self._row + 1
            self._cells = []
            self._column = -1
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell" and (found := _RANGE.fullmatch(attributes.get("ref", ""))):
            first, last = column_index(found[1]), column_index(found[3])
            self.merged.append(MergedRange(int(found[2]), int(found[4]), first, last))

    def end(self, tag: str) -> None:
        """A tag closes."""
        name = self._names[tag]
        if name in ("v", "t"):
            if self._collects:
                self._value = (self._value or "") + "".join(self._pieces)
                self._pieces.clear()
            self._collects = False
        elif name == "c":
            self._close_cell()
        elif name == "row":
            if self._cells:
                self._tally.row()
                self.rows.append(RawRow(self._row, self._cells))
                self._cells = []
        elif name == "rPh":
            self._phonetic = False

    def text(self, characters: str) -> None:
        """Characters between tags."""
        if self._collects:
            self._pieces.append(characters)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = column_index(found[1]) if found else self._column + 1
        self._type = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self._style = int(style) if _WHOLE.fullmatch(style) else 0
        self._formula = False
        self._value = None

    def _close_cell(self) -> None:
        value = self._cell_value()
        if self._formula:
            self.formulas += 1
            if value is None and not (self._type == "str" and self._value is not None):
                value = CellTrouble("cell.formula_without_value", "")
        if value is None:
            return
        if self._column >= self._tally.limits.columns:
            raise RefusedForSafety("safety.too_many_columns", limit=self._tally.limits.columns)
        gap = self._column - len(self._cells)
        if gap > 0:
            self._cells.extend([None] * gap)
        if gap >= 0:
            self._cells.append(value)
        else:  # cells out of order, which no office program writes
            self._cells[self._column] = value

    def _cell_value(self) -> CellValue:
        text = self._value
        if text is None or (not text and self._type != "s"):
            return None
        if self._type == "s":
            return _shared(self._index.texts, text)
        if self._type in ("inlineStr", "str"):
            self._tally.text(len(text))
            return _or_none(unescape(text))
        if self._type == "b":
            return text.strip() in ("1", "true")
        if self._type == "e":
            return CellTrouble("cell.error", text)
        if self._type == "d":
            return _or_none(text)
        return self._number(text.strip())

    def _number(self, text: str) -> CellValue:
        number: int | float
        try:
            number = int(text) if _WHOLE.fullmatch(text) else float(text)
        except ValueError:
            return CellTrouble("cell.not_a_number", text)
        if not math.isfinite(number):
            return CellTrouble("cell.not_a_number", text)
        if self._style in self._index.date_styles and 0 <= number < _LAST_SERIAL - _SERIALS_TO_1904:
            return _moment(number, self._index.from_1904)
        return int(number) if isinstance(number, float) and number.is_integer() and abs(number) < 1e15 else number


def read_sheet(archive: Archive, part: SheetPart, index: Index, tally: Tally) -> SheetContent:
    """Read one sheet; limits count over all sheets of the file."""
    content = SheetContent(index, tally)
    stream(archive, part.part, content.start, content.end, content.text)
    return content


def _shared(texts: Sequence[str], place: str) -> CellValue:
    number = int(place) if _WHOLE.fullmatch(place.strip()) else -1
    return _or_none(texts[number]) if 0 <= number < len(texts) else CellTrouble("cell.error", place)


def _or_none(text: str) -> str | None:
    """A cell of white space is an empty cell."""
    return text if text.strip() else None


def _moment(serial: int | float, from_1904: bool) -> datetime:
    """The moment of a serial number; 1 to 59 lie before the 29 February 1900 that Excel invented."""
    if from_1904:
        return _DAY_ZERO_1904 + timedelta(days=serial)
    return _DAY_ZERO + timedelta(days=serial + 1 if 0 < serial < 60 else serial)
