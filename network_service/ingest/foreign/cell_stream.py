"""The cells of a matrix, one after another: what is not zero becomes ties, and nothing else is held in memory."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from network_service.errors import UnreadableFile
from network_service.ingest.foreign.plain_lines import weight_of
from network_service.ingest.raw import CellTrouble, CellValue

_CELL = re.compile(r"[^\s,]+")
MISSING = "."
"""How UCINET writes a value that nobody knows."""
_ZERO = "0"
_NOTHING = object()
_HELD = 1_000_000
"""Characters of a line whose words are held together: at most 30 MB."""


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell that is not zero: where it stands, from 0 on, the line of the file and its value."""

    line: int
    row: int
    column: int
    value: int | float | CellTrouble


class CellStream:
    """Takes the values of a matrix as they come and gives those that are not zero; lines mean nothing in it.

    `spans` are pieces of rows: the row, its first column and the one after its last, so that half matrices fit in.
    `unknown` counts the values that nobody knows.
    """

    def __init__(self, spans: Iterable[tuple[int, int, int]]) -> None:
        self._spans = iter(spans)
        self._row = self._column = self._end = 0
        self._full = False
        self.unknown = 0
        self._next_row()

    @property
    def is_full(self) -> bool:
        """Whether the last cell has come."""
        return self._full

    @property
    def place(self) -> tuple[int, int]:
        """Row and column, from 0 on, of the cell that comes next."""
        return self._row, self._column

    def tokens(self, number: int, line: str) -> Iterator[FilledCell]:
        """The cells of a line that are not zero."""
        if len(line) <= _HELD:
            words = line.replace(",", " ").split()
            if not self._full and len(words) == self._end - self._column:  # as a line mostly is a row
                row, first = self._row, self._column
                self._next_row()
                for column, word in enumerate(words, first):
                    if word != _ZERO and (cell := self._cell(number, row, column, word)) is not None:
                        yield cell
                return
        for found in _CELL.finditer(line):
            cell = self.take(number, found[0])
            if cell is not None:
                yield cell

    def take(self, number: int, word: str) -> FilledCell | None:
        """The cell that a word fills; `None` for zero and for a value that nobody knows."""
        if self._full:
            raise UnreadableFile("unreadable.matrix_too_long", line=number)
        row, column = self._row, self._column
        self._column += 1
        if self._column >= self._end:
            self._next_row()
        return None if word == _ZERO else self._cell(number, row, column, word)

    def _cell(self, number: int, row: int, column: int, word: str) -> FilledCell | None:
        if word == MISSING:
            self.unknown += 1
            return None
        value = weight_of(word)
        return FilledCell(number, row, column, value) if isinstance(value, CellTrouble) or value else None

    def finish(self) -> None:
        """Refuse a matrix of which cells are missing: nobody can know which."""
        if not self._full:
            raise UnreadableFile("unreadable.matrix_too_short", row=self._row + 1, column=self._column + 1)

    def _next_row(self) -> None:
        for row, first, end in self._spans:
            if first < end:
                self._row, self._column, self._end = row, first, end
                return
        self._full = True


def is_symmetric(cells: Iterable[tuple[CellValue, CellValue, CellValue]]) -> bool:
    """Whether each pair of a row and a column is filled once, and with the same value the other way round."""
    values: dict[tuple[CellValue, CellValue], CellValue] = {}
    for row, column, value in cells:
        if (row, column) in values:
            return False
        values[row, column] = value
    return all(values.get((column, row), _NOTHING) == value for (row, column), value in values.items())
