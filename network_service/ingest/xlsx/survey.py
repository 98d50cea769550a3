"""One pass over a part's markup before openpyxl builds anything of it: its size, its order, and what would be lost."""

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import IO, Any
from xml.parsers import expat

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import Limits
from network_service.ingest.raw import MergedRange, column_index

_CELL = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_CHUNK = 1 << 16
_CLEARED = frozenset(
    [
        "row",
        "c",
        "v",
        "f",
        "is",
        "si",
        "t",
        "r",
        "rPr",
        "rPh",
        "phoneticPr",
        "b",
        "i",
        "u",
        "sz",
        "color",
        "rFont",
        "family",
        "charset",
        "scheme",
        "vertAlign",
    ]
)
"""What openpyxl clears while it reads sheets and texts; anything else stays in memory until the end."""


class Part(Enum):
    """What a part of a workbook is read as."""

    SHEET = "sheet"
    TEXTS = "texts"
    TREE = "tree"


def part_of(name: str) -> Part:
    """What the part of a name is read as, in a workbook as office programs write it."""
    if name.startswith("xl/worksheets/sheet"):
        return Part.SHEET
    return Part.TEXTS if name == "xl/sharedStrings.xml" else Part.TREE


@dataclass(slots=True)
class Survey:
    """What a pass finds: whether a sheet has a formula, its merged cells, its last row, the titles that a part names.

    Refuses what would cost openpyxl memory or time out of all proportion, and rows or cells out of order, which
    openpyxl passes over in silence.
    """

    limits: Limits
    part: Part
    has_formula: bool = False
    merged: list[MergedRange] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    last_row: int = 0
    _elements: int = 0
    _kept: int = 0
    _width: int = 0
    _column: int = -1

    def element(self, tag: str, attributes: dict[str, str]) -> None:
        """Count an element, and look at those that matter."""
        name = tag.rpartition(":")[2]
        self._count(name)
        if self.part is not Part.SHEET:
            if name == "sheet":
                self.titles.append(attributes.get("name", ""))
        elif name == "row":
            told = attributes.get("r")
            # Of a number that is none, such as -1, openpyxl would lose the row.
            sound = told is None or (told.isascii() and told.isdigit())
            number = self.last_row + 1 if told is None else int(told[:9]) if sound else 0
            if number <= self.last_row:
                raise UnreadableFile("unreadable.out_of_order")
            if number > self.limits.row_marks:  # openpyxl would count up to it, row by empty row
                raise RefusedForSafety("safety.too_many_rows", limit=self.limits.rows)
            self.last_row, self._column = number, -1
        elif name == "c":
            self._cell(attributes.get("r", ""))
        elif name == "f":
            self.has_formula = True
        elif name == "mergeCell" and (found := _RANGE.fullmatch(attributes.get("ref", "").strip())):
            first, last = column_index(found[1]), column_index(found[3])
            self.merged.append(MergedRange(int(found[2]), int(found[4]), first, last))
            if len(self.merged) > self.limits.merged:
                raise RefusedForSafety("safety.too_many_merges", limit=self.limits.merged)

    def _count(self, name: str) -> None:
        limits = self.limits
        self._elements += 1
        self._kept += self.part is Part.TREE or name not in _CLEARED
        most = limits.elements if self.part is Part.SHEET else limits.text_elements
        if self._elements > most or self._kept > limits.part_elements:
            raise RefusedForSafety("safety.too_many_elements", limit=limits.part_elements)

    def _cell(self, reference: str) -> None:
        found = _CELL.fullmatch(reference)
        column = column_index(found[1]) if found else self._column + 1
        if column <= self._column:
            raise UnreadableFile("unreadable.out_of_order")
        # openpyxl fills the gaps of a row with cells, so that one cell far to the right costs as many as a full row.
        self._width += column - self._column
        if self._width > self.limits.cells or column >= self.limits.widest:
            raise RefusedForSafety("safety.too_many_columns", limit=self.limits.columns)
        self._column = column


def survey(content: IO[bytes], part: Part, limits: Limits) -> Survey:
    """Pass over a part; a document type declaration is refused, as no office program writes one."""
    found = Survey(limits, part)
    parser = expat.ParserCreate()
    parser.StartElementHandler = found.element
    parser.StartDoctypeDeclHandler = _refuse
    try:
        while chunk := content.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as error:
        raise UnreadableFile("unreadable.damaged") from error
    return found


def _refuse(*_: Any) -> None:
    raise RefusedForSafety("safety.xml_entities")
