"""What a rule over the whole network finds, and how much weight it has."""

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import NamedTuple


class Weight(StrEnum):
    """A contradiction cannot be true and is refused on import; a doubt can be true, is told and never refused."""

    CONTRADICTION = auto()
    DOUBT = auto()


class Spot(NamedTuple):
    """A field of a record."""

    record_id: str
    field: str


class Found(NamedTuple):
    """What a rule finds: the spot at which it is told, and those of the other records that it takes to be so.

    To change any one of them mends it, so that who reads a file may tell it at whichever of them the file has.
    """

    spot: Spot
    others: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule broken by records: its code, its weight, where, and which other records have part in it."""

    code: str
    weight: Weight
    record_id: str
    field: str
    others: tuple[Spot, ...] = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every spot at which it can be mended, its own first."""
        return (Spot(self.record_id, self.field), *self.others)
