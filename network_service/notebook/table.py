"""A table as columns: what a notebook shows, sorts, filters and hands to pandas."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, TypeAlias

from network_service.errors import MissingPart, UsageError

Value: TypeAlias = str | int | float | bool | date | None

SHOWN = 10
"""Rows a table shows of itself; `first` and `columns` give the others."""
_WIDEST = 60
_NOT_KNOWN = "–"


class Table:
    """Columns of one length, by name; `None` is not known, never 0.

    Iterating gives a row after the other as a dict, `table["name"]` a column as a tuple. A table does not change:
    what sorts or filters gives another.

    >>> table = Table({"name": ("a", "b", "c"), "ties": (1, 3, None)})
    >>> table.sorted_by("ties").first(1)["name"]
    ('b',)
    >>> table.where(name="c")
    name  ties
    c        –
    """

    def __init__(self, columns: Mapping[str, Sequence[Value]]) -> None:
        """Take columns of one length."""
        self._columns = {name: tuple(values) for name, values in columns.items()}
        if len({len(values) for values in self._columns.values()}) > 1:
            raise ValueError("columns of different length")

    @property
    def columns(self) -> dict[str, tuple[Value, ...]]:
        """The columns as plain tuples by name, ready for any other library."""
        return dict(self._columns)

    def __len__(self) -> int:
        """Number of rows."""
        return len(next(iter(self._columns.values()), ()))

    def __getitem__(self, name: str) -> tuple[Value, ...]:
        """One column; `UsageError` naming those there are where there is none of the name."""
        if name not in self._columns:
            raise UsageError("notebook.no_column", name=name, known=", ".join(self._columns))
        return self._columns[name]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        """The rows, each with its values by the name of the column."""
        for row in zip(*self._columns.values(), strict=True):
            yield dict(zip(self._columns, row, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._columns == other._columns

    __hash__ = None  # type: ignore[assignment]

    def only(self, *names: str) -> "Table":
        """These columns, in this order."""
        return Table({name: self[name] for name in names})

    def where(self, **wanted: Value) -> "Table":
        """The rows that hold each of these values in the column of its name."""
        return self._rows(
            [place for place in range(len(self)) if all(self[name][place] == value for name, value in wanted.items())]
        )

    def sorted_by(self, name: str, *, ascending: bool = False) -> "Table":
        """The rows by one column, the greatest first; those that are not known come last, equals keep their order."""
        column: tuple[Any, ...] = self[name]
        known = [place for place in range(len(self)) if column[place] is not None]
        known.sort(key=lambda place: column[place], reverse=not ascending)
        return self._rows([*known, *(place for place in range(len(self)) if column[place] is None)])

    def first(self, count: int) -> "Table":
        """The first rows."""
        return Table({name: values[:count] for name, values in self._columns.items()})

    def to_pandas(self) -> Any:
        """The same as a pandas DataFrame; `MissingPart` where pandas is not installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingPart("notebook.no_pandas") from error
        return pd.DataFrame({name: list(values) for name, values in self._columns.items()})

    def _rows(self, places: Sequence[int]) -> "Table":
        return Table({name: [values[place] for place in places] for name, values in self._columns.items()})

    def __repr__(self) -> str:
        shown = {name: [shown_value(value) for value in values[:SHOWN]] for name, values in self._columns.items()}
        lines = zip(*(_aligned(name, cells, self[name]) for name, cells in shown.items()), strict=True)
        told = ["  ".join(line).rstrip() for line in lines]
        return "\n".join([*told, *self._left_out()])

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self._columns)
        rows = (
            "".join(f"<td{_side(value)}>{escape(shown_value(value))}</td>" for value in row.values())
            for row in self.first(SHOWN)
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        rest = "".join(f"<p>{escape(line)}</p>" for line in self._left_out())
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"

    def _left_out(self) -> list[str]:
        rest = len(self) - SHOWN
        return [f"[{SHOWN} / {len(self)}]"] if rest > 0 else []


def table_of(names: Sequence[str], rows: Sequence[Sequence[Value]]) -> Table:
    """The table of these columns, given as rows."""
    return Table({name: [row[place] for row in rows] for place, name in enumerate(names)})


def shown_value(value: Value) -> str:
    """A value as a table shows it: four digits, days in ISO form, a dash for what is not known."""
    if value is None:
        return _NOT_KNOWN
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1e4 else f"{value:,.0f}"
    return str(value)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _side(value: Value) -> str:
    return ' style="text-align:right"' if _is_number(value) else ""


def _aligned(name: str, cells: Sequence[str], values: Sequence[Value]) -> list[str]:
    """A column's name and cells, all as wide as the widest: numbers to the right, texts to the left and cut."""
    told = [_cut(cell) for cell in (name, *cells)]
    width = max(map(_width, told))
    right = any(map(_is_number, values)) and all(value is None or _is_number(value) for value in values)
    pads = [" " * (width - _width(text)) for text in told]
    return [pad + text if right else text + pad for pad, text in zip(pads, told, strict=True)]


def _width(text: str) -> int:
    """Places a text takes in a terminal: Thai vowels and tone marks stand above and below, and take none."""
    return sum(unicodedata.category(letter) not in {"Mn", "Me", "Cf"} for letter in text)


def _cut(text: str) -> str:
    """The text on one line, with an ellipsis where it is too wide."""
    line = " ".join(text.split())
    if _width(line) <= _WIDEST:
        return line
    end = next(place for place in range(len(line), 0, -1) if _width(line[:place]) < _WIDEST)
    return line[:end] + "…"
