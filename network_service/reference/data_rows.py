"""The data files of this room as rows, and the two traits that their rows share: dated and named."""

from dataclasses import dataclass
from datetime import date

from network_service.domain.data_rows import data_rows as rows_of_room


@dataclass(frozen=True, kw_only=True)
class Dated:
    """What holds from its first day (`None`: since before the records) until the first day it no longer does."""

    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Named:
    """What has a Thai and an English name."""

    thai: str
    english: str

    def in_language(self, language: str) -> str:
        """The name in `th` or `en`."""
        return self.thai if language == "th" else self.english


def data_rows(name: str) -> list[dict[str, str]]:
    """The rows of a data file of this room by column."""
    return rows_of_room(name, "network_service.reference")


def day_or_open(text: str) -> date | None:
    """A day of a data file; an empty cell is an open end."""
    return date.fromisoformat(text) if text else None
