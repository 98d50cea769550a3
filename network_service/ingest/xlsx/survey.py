"""One pass over a part's markup before anything is built of it: its size, its order, and what would be lost."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import IO, Any, TypeAlias
from xml.parsers import expat

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import Limits
from network_service.ingest.raw import MergedRange, column_index

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_CHUNK = 1 << 16
_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_WIDE = (b"\xfe\xff", b"\xff\xfe")  # by which UTF-16 begins

_column = cache(column_index)


Place: TypeAlias = tuple[int, int]
"""A cell: its row from 1 and its column from 0."""


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
    """What a pass finds: a sheet's formulas, those without a stored value, errors by place, merged cells, the last row.

    Refuses what would cost memory or time out of all proportion, and what
    readers pass over in silence: rows or cells out of order, a cell that says it is of another row, a second table of
    cells, an encoding other than UTF-8, sections of raw characters.
    """

    limits: Limits
    part: Part
    formulas: int = 0
    unvalued: set[Place] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    merged: list[MergedRange] = field(default_factory=list)
    last_row: int = 0
    _elements: int = 0
    _tables: int = 0
    _column: int = -1
    _widest: int = 0
    _type: str = ""

    def listen(self, parser: expat.XMLParserType) -> None:
        """Have the parser tell each element: all are counted, and those that matter in a sheet looked at."""
        handlers = self._in_a_sheet(parser) if self.part is Part.SHEET else {}
        most = {
            Part.SHEET: self.limits.elements,
            Part.TEXTS: self.limits.text_elements,
            Part.TREE: self.limits.part_elements,
        }[self.part]

        def started(tag: str, attributes: Mapping[str, str]) -> None:
            self._elements += 1
            if self._elements > most:
                raise RefusedForSafety("safety.too_many_elements", limit=most)
            handler = handlers.get(tag if ":" not in tag else tag.rpartition(":")[2])
            if handler is not None:
                handler(attributes)

        parser.StartElementHandler = started

    def _in_a_sheet(self, parser: expat.XMLParserType) -> dict[str, Callable[[Mapping[str, str]], None]]:
        def value(_: Mapping[str, str]) -> None:
            self._content()
            if self._type == "e" or (self.unvalued and self._place in self.unvalued):
                self._hear_value(parser)

        return {
            "sheetData": self._table,
            "row": self._row,
            "c": self._cell,
            "v": value,
            "is": lambda _: self._content(),
            "f": self._formula,
            "mergeCell": self._merge,
        }

    def _table(self, _: Mapping[str, str]) -> None:
        self._tables += 1
        if self._tables > 1:  # of which the second is not read
            raise UnreadableFile("unreadable.out_of_order")

    def _row(self, attributes: Mapping[str, str]) -> None:
        told = attributes.get("r")
        sound = told is None or (told.isascii() and told.isdigit())
        number = self.last_row + 1 if told is None else int(told[:9]) if sound else 0
        if number <= self.last_row:
            raise UnreadableFile("unreadable.out_of_order")
        if number > self.limits.row_marks:
            raise RefusedForSafety("safety.too_many_rows", limit=self.limits.rows)
        self.last_row, self._column = number, -1

    def _cell(self, attributes: Mapping[str, str]) -> None:
        column = self._column + 1
        if (reference := attributes.get("r")) is not None:
            found = _CELL.fullmatch(reference)
            if found is None or int(found[2]) != self.last_row:
                raise UnreadableFile("unreadable.out_of_order")
            column = _column(found[1])
        if column < self._column + 1:
            raise UnreadableFile("unreadable.out_of_order")
        if column >= self.limits.widest:
            raise RefusedForSafety("safety.too_many_columns", limit=self.limits.columns)
        self._column = column
        self._type = attributes.get("t", "")

    def _content(self) -> None:
        # A reader holds the whole block from the first cell to the last: one far below and one far right cost as much.
        self._widest = max(self._widest, self._column + 1)
        if self._widest * self.last_row > self.limits.cells:
            raise RefusedForSafety("safety.too_many_cells", limit=self.limits.cells)

    def _hear_value(self, parser: expat.XMLParserType) -> None:
        """Keep a text up to the end of its element: only where it counts, as hearing all would double the time."""
        place, kind, heard = self._place, self._type, list[str]()

        def ended(_: str) -> None:
            text = "".join(heard)
            if text or kind == "str":  # a formula may well give an empty text
                self.unvalued.discard(place)
            if kind == "e":
                self.errors[place] = text
            parser.CharacterDataHandler = parser.EndElementHandler = None

        parser.CharacterDataHandler, parser.EndElementHandler = heard.append, ended

    @property
    def _place(self) -> Place:
        return self.last_row, self._column

    def _formula(self, _: Mapping[str, str]) -> None:
        self.formulas += 1
        self.unvalued.add(self._place)

    def _merge(self, attributes: Mapping[str, str]) -> None:
        found = _RANGE.fullmatch(attributes.get("ref", "").strip())
        if found is None:
            return
        self.merged.append(MergedRange(int(found[2]), int(found[4]), _column(found[1]), _column(found[3])))
        if len(self.merged) > self.limits.merged:
            raise RefusedForSafety("safety.too_many_merges", limit=self.limits.merged)


def survey(content: IO[bytes], part: Part, limits: Limits) -> Survey:
    """Pass over a part; a document type declaration is refused, as no office program writes one."""
    found = Survey(limits, part)
    parser = expat.ParserCreate()
    found.listen(parser)
    parser.StartDoctypeDeclHandler = _refuse
    if part is not Part.TREE:  # of the index, what is missing is seen when sheets are looked up
        parser.XmlDeclHandler = _require_utf_8
        parser.StartCdataSectionHandler = _not_read
    try:
        chunk = content.read(_CHUNK)
        if part is not Part.TREE and chunk.startswith(_WIDE):
            _not_read()
        while chunk:
            parser.Parse(chunk, False)
            chunk = content.read(_CHUNK)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as error:
        raise UnreadableFile("unreadable.damaged") from error
    return found


def _refuse(*_: Any) -> None:
    raise RefusedForSafety("safety.xml_entities")


def _require_utf_8(_: str, encoding: str | None, __: int) -> None:
    if encoding is not None and encoding.lower() not in _UTF_8:
        _not_read()


def _not_read() -> None:
    """Of what the reader would give nothing for, in silence."""
    raise UnreadableFile("unreadable.damaged")
