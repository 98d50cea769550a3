"""What somebody asks of a list of records, and the page that answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto

from network_service.operations.sight.shown import Shown

MOST_A_PAGE = 200
"""Records on one page at most: a screen shows fewer, and a page of them is read in a few milliseconds."""
NAME = "name"
"""What records of all kinds may be sorted and filtered by besides their fields: what they are called."""


class Comparison(StrEnum):
    """How a field is compared."""

    EQUALS = auto()
    ONE_OF = auto()
    CONTAINS = auto()
    AT_LEAST = auto()
    AT_MOST = auto()
    IS_EMPTY = auto()


@dataclass(frozen=True, slots=True)
class Condition:
    """One field, how it is compared, and with what: as text, as it comes from whoever asks.

    A list fulfils a condition where one of its values does. Days are written as 2026-10-01, truth as true or false.
    """

    field: str
    test: Comparison
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """Which records, in which order, and which page of them.

    No `kinds` are all kinds, no `province` every one within reach. Without `sort` nodes come by name and ties by id;
    records without a value come last, whichever way is asked for. `cursor` is that of the page before.
    """

    kinds: tuple[str, ...] = ()
    province: str | None = None
    conditions: tuple[Condition, ...] = ()
    holds_on: date | None = None
    sort: str | None = None
    descending: bool = False
    cursor: str | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page of records as they were at a revision; `total` counts all that fulfil the query, `next` is `None` last."""

    records: tuple[Shown, ...]
    total: int
    revision: int
    next: str | None
