"""What comes of reading a file: records with their places, faults, notes, and what became of every row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from network_service.domain.record import Record
from network_service.ingest.fault import Fault, Note


class Place(NamedTuple):
    """Where a record was read: the sheet's title and the row's number."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class SheetCount:
    """What became of the rows of a sheet: read = accepted + refused, always; example rows are counted beside them."""

    sheet: str
    read: int
    accepted: int
    refused: int
    examples: int = 0

    def __add__(self, other: "SheetCount") -> "SheetCount":
        """Both together, under the title of the first."""
        return SheetCount(
            self.sheet,
            self.read + other.read,
            self.accepted + other.accepted,
            self.refused + other.refused,
            self.examples + other.examples,
        )


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of reading a file for a province.

    `records` are those of accepted rows only. Who wants all or nothing takes them if `is_clean`; who accepts the good
    rows takes them as they are: no accepted row needs a refused one. `faults_not_listed` counts those too many to list.
    `kept` are ids of stored records that rows stand for by their silence, though no record was made of them: who ends
    what a file no longer names must leave them. `sheets` are the codes of our sheets with at least one accepted row.
    """

    province: str
    records: tuple[Record, ...]
    places: Mapping[str, Place]
    faults: tuple[Fault, ...]
    notes: tuple[Note, ...]
    counts: tuple[SheetCount, ...]
    faults_not_listed: int = 0
    kept: frozenset[str] = frozenset()
    sheets: frozenset[str] = frozenset()

    @property
    def is_clean(self) -> bool:
        """Whether nothing was refused."""
        return not self.faults and not any(count.refused for count in self.counts)

    @property
    def read(self) -> int:
        """Rows read in all sheets."""
        return sum(count.read for count in self.counts)

    @property
    def accepted(self) -> int:
        """Rows accepted in all sheets."""
        return sum(count.accepted for count in self.counts)

    @property
    def refused(self) -> int:
        """Rows refused in all sheets."""
        return sum(count.refused for count in self.counts)
