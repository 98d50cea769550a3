"""What a sheet and a column of our workbook are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto

ONLY_IN_EXPORTS = 8
"""The step, after the seven building steps, of sheets that no template has: what they say was not typed by anybody."""


class ValueType(StrEnum):
    """What a cell may hold; `ingest/values.py` reads and writes each."""

    ID = auto()
    TEXT = auto()
    TEXTS = auto()
    TITLES = auto()
    DATE = auto()
    LAST_DAY = auto()
    YES_NO = auto()
    WHOLE = auto()
    NUMBER = auto()
    YEAR = auto()
    TERM = auto()
    TERMS = auto()
    STATUS = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field of the record it fills, and what its cells may hold.

    `field` is empty where a cell is only checked against the rest of its row. `part` names a second record that the
    row makes, to which the field belongs. `choices` narrows a vocabulary to those codes.
    """

    code: str
    type: ValueType
    field: str
    required: bool = False
    vocabulary: str = ""
    choices: tuple[str, ...] = ()
    part: str = ""

    @property
    def means_network_if_empty(self) -> bool:
        """Whether an empty cell means the province's network: the end of a tie that need not be named."""
        return self.field in ("source", "target") and not self.required


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the kinds of record its rows make, and its columns in order.

    With several kinds, the column of the field `kind` tells them apart. In a sheet of `members`, a row without a status
    makes its actor a member of the province's network. `step` is the building step whose template has it, 0 the core's,
    `ONLY_IN_EXPORTS` none's.
    """

    code: str
    kinds: tuple[str, ...]
    columns: tuple[Column, ...]
    step: int = 0
    members: bool = False
    by_code: Mapping[str, Column] = field(init=False, repr=False, compare=False)
    """The columns by code."""
    _of_part: Mapping[str, tuple[Column, ...]] = field(init=False, repr=False, compare=False)
    _of_field: Mapping[tuple[str, str], Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look the columns through once: every row asks for some."""
        parts = {column.part for column in self.columns}
        of_part = {part: tuple(column for column in self.columns if column.part == part) for part in parts}
        of_field = {(column.field, column.part): column for column in reversed(self.columns)}
        object.__setattr__(self, "by_code", {column.code: column for column in self.columns})
        object.__setattr__(self, "_of_part", of_part)
        object.__setattr__(self, "_of_field", of_field)

    def of_part(self, part: str) -> tuple[Column, ...]:
        """The columns of one of the records that a row makes, in order."""
        return self._of_part.get(part, ())

    def column_of(self, field: str, part: str = "") -> Column | None:
        """The column that fills a field."""
        return self._of_field.get((field, part))


def text(code: str, field: str | None = None, *, required: bool = False) -> Column:
    """A column of text, for the field of its name where no other is named."""
    return Column(code, ValueType.TEXT, code if field is None else field, required)


def texts(code: str) -> Column:
    """A column of several texts, separated by semicolons."""
    return Column(code, ValueType.TEXTS, code)


def day(code: str) -> Column:
    """A column of dates."""
    return Column(code, ValueType.DATE, code)


def whole(code: str) -> Column:
    """A column of whole numbers."""
    return Column(code, ValueType.WHOLE, code)


def number(code: str) -> Column:
    """A column of numbers."""
    return Column(code, ValueType.NUMBER, code)


def year(code: str) -> Column:
    """A column of years, Buddhist or common."""
    return Column(code, ValueType.YEAR, code)


def yes_no(code: str) -> Column:
    """A column of yes and no."""
    return Column(code, ValueType.YES_NO, code)


def term(code: str, vocabulary: str, field: str | None = None, *, required: bool = False, choices: str = "") -> Column:
    """A column of words of a vocabulary, or of the named ones of them."""
    return Column(code, ValueType.TERM, code if field is None else field, required, vocabulary, tuple(choices.split()))


def terms_of(code: str, vocabulary: str) -> Column:
    """A column of several words of a vocabulary."""
    return Column(code, ValueType.TERMS, code, vocabulary=vocabulary)


def refers(code: str, field: str = "", *, required: bool = True) -> Column:
    """A column that names another record, for the field of its name where no other is named."""
    return Column(code, ValueType.REFERENCE, field or code, required)
