"""What all sheets of a file have used up of the limits, counted while they are read."""

from collections.abc import Callable, Sequence

from network_service.errors import RefusedForSafety
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellValue

_TOLD_EVERY = 1_000
"""Rows between two words on how far the reading is: a tenth of a second."""


class Tally:
    """Counts rows, empty rows and text; `RefusedForSafety` as soon as one is too many."""

    def __init__(self, limits: Limits, told: Callable[[int], None] | None = None) -> None:
        """Start from nothing; `told` hears now and then how many rows there were, empty ones too."""
        self.limits = limits
        self._told = told
        self._rows = self._row_marks = self._characters = 0

    def row_mark(self) -> None:
        """Count a row, empty or not."""
        self._row_marks += 1
        if self._row_marks > self.limits.row_marks:
            raise RefusedForSafety("safety.too_many_rows", limit=self.limits.rows)
        if self._told is not None and not self._row_marks % _TOLD_EVERY:
            self._told(self._row_marks)

    def row(self, values: Sequence[CellValue]) -> None:
        """Count a row with content, and its text."""
        self._rows += 1
        if self._rows > self.limits.rows:
            raise RefusedForSafety("safety.too_many_rows", limit=self.limits.rows)
        self.characters(sum(len(value) for value in values if isinstance(value, str)))

    def characters(self, count: int) -> None:
        """Count the characters of text."""
        self._characters += count
        if self._characters > self.limits.characters:
            raise RefusedForSafety("safety.too_much_text", limit=self.limits.characters)
