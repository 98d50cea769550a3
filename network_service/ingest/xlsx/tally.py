"""What all sheets of a file have used up of the limits, counted while they are read."""

from collections.abc import Sequence

from network_service.errors import RefusedForSafety
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellValue


class Tally:
    """Counts rows, empty rows and text; `RefusedForSafety` as soon as one is too many."""

    def __init__(self, limits: Limits) -> None:
        """Start from nothing."""
        self.limits = limits
        self._rows = self._row_marks = self._characters = 0

    def row_mark(self) -> None:
        """Count a row, empty or not."""
        self._row_marks += 1
        if self._row_marks > self.limits.row_marks:
            raise RefusedForSafety("safety.too_many_rows", limit=self.limits.rows)

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
