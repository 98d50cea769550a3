"""A result as a table whose columns explain themselves, so that no codebook can differ from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self, TypeAlias

from network_service.analysis.result import Method
from network_service.documents.table import Cell

Bounds: TypeAlias = tuple[float | None, float | None]
"""Least and greatest value that a figure can have; `None` where there is none."""

ANY: Bounds = (None, None)
"""Of a figure that can have any value, below nought too."""

NEVER = "missing.never"
"""Message code of a column that has no empty cell."""


class Kind(StrEnum):
    """What the cells of a column are; `codebook.kind.<code>` explains it."""

    TEXT = "text"
    CODE = "code"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    JSON = "json"


class Unit(StrEnum):
    """What one of a figure is; `codebook.unit.<code>` explains it."""

    NONE = "none"
    COUNT = "count"
    SHARE = "share"
    INDEX = "index"
    PERCENT = "percent"
    STEPS = "steps"
    LENGTH = "length"
    STRENGTH = "strength"
    YEARS = "years"
    OF_ROW = "of_row"


_BOUNDS: Mapping[Unit, Bounds] = {Unit.SHARE: (0, 1), Unit.PERCENT: (0, 100)}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `meaning` is the message code of what it says, `missing` that of what an empty cell means.

    `vocabulary` names the vocabulary whose codes the cells are; `source` is the literature; `between` are the bounds
    where they are narrower or wider than those of the unit.
    """

    code: str
    kind: Kind
    meaning: str
    unit: Unit = Unit.NONE
    missing: str = NEVER
    vocabulary: str = ""
    source: str = ""
    between: Bounds | None = None

    @property
    def bounds(self) -> Bounds | None:
        """Between what its figures lie; `None` of a column that holds none. Nothing counted or measured is below 0."""
        if self.kind not in (Kind.INTEGER, Kind.NUMBER):
            return None
        return self.between or _BOUNDS.get(self.unit, (0, None))


SYNTHETIC = Column("synthetic", Kind.BOOLEAN, "column.synthetic")
"""The last column of every table: invented data says so in every row, wherever the row is copied to."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells in the order of the columns; `table.<name>` says what one row is."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)
    methods: tuple[Method, ...] = field(default=(), repr=False)
    """How its figures were made, where that is not said in the rows."""

    @classmethod
    def of(
        cls,
        name: str,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        *,
        synthetic: bool,
        methods: Iterable[Method] = (),
    ) -> Self:
        """A table that says of every row whether its data is invented."""
        return cls(name, (*columns, SYNTHETIC), tuple((*row, synthetic) for row in rows), tuple(methods))

    @property
    def headers(self) -> tuple[str, ...]:
        """Codes of the columns."""
        return tuple(column.code for column in self.columns)

    @property
    def title(self) -> str:
        """Message code of what one row is."""
        return f"table.{self.name}"
