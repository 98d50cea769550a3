"""A workbook as read: cells with their places, before anybody asks what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class CellTrouble(NamedTuple):
    """A cell whose value cannot be used: why, and what stands in it."""

    code: str
    shown: str


CellValue = str | int | float | bool | datetime | CellTrouble | None
"""What a cell holds; `None` is an empty cell."""


class RawRow(NamedTuple):
    """A row with content: its number in the file, and its cells from column A on."""

    number: int
    cells: Sequence[CellValue]


class MergedRange(NamedTuple):
    """A block of merged cells: first and last row (from 1) and column (from 0)."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    @property
    def shown(self) -> str:
        """The block as Excel names it, such as A2:B3."""
        first = f"{column_letters(self.first_column)}{self.first_row}"
        return f"{first}:{column_letters(self.last_column)}{self.last_row}"


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet: its rows with content, and what else a reader must know of it; `read` is false for one passed over."""

    title: str
    rows: tuple[RawRow, ...] = ()
    hidden: bool = False
    merged: tuple[MergedRange, ...] = ()
    formulas: int = 0
    read: bool = True


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of a file, in its order."""

    sheets: tuple[RawSheet, ...]


def column_letters(index: int) -> str:
    """The letters of a column counted from 0: A, B, ... Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The number of a column, from 0, of its letters."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
