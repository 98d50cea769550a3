"""Pajek's partitions (`.clu`) and vectors (`.vec`): a value for each vertex, which become columns of the nodes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.network import KEY, ForeignNetwork, Table
from network_service.ingest.foreign.plain_lines import count_of, number_of, numbered_lines
from network_service.ingest.foreign.text import decoded
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import CellTrouble, CellValue, RawRow

_TOKEN = re.compile(r"\S+")
_MOST_CLASSES = 10_000


@dataclass(slots=True)
class ValueColumn:
    """Values of vertices in their order; `classes` names those numbers to which a comment gives a name."""

    kind: str
    name: str = ""
    expected: int | None = None
    values: list[CellValue] = field(default_factory=list)
    classes: dict[int, str] = field(default_factory=dict)

    @property
    def is_begun(self) -> bool:
        """Whether it is known how many values there are to be."""
        return self.expected is not None

    def expect(self, count: int) -> None:
        """Say how many values there are to be."""
        self.expected = count

    def take(self, number: int, line: str) -> None:
        """Take the values of a line."""
        assert self.expected is not None
        for found in _TOKEN.finditer(line):
            if len(self.values) == self.expected:
                raise UnreadableFile("unreadable.column_too_long", line=number, expected=self.expected)
            self.values.append(self._value(found[0]))

    def name_class(self, comment: str) -> None:
        """Take the name that a comment gives to a class: `% 3 = civil_society`."""
        number, sign, name = comment.lstrip("% ").partition(" = ")
        value = count_of(number.strip())
        if sign and value is not None and len(self.classes) < _MOST_CLASSES:
            self.classes[value] = name.strip()

    def fits(self, count: int) -> bool:
        """Whether there is a value for each of so many vertices."""
        return len(self.values) == count

    def named(self) -> list[CellValue]:
        """The values, with names for classes that have one; with names about, a class without one says nothing."""
        if not self.classes:
            return self.values
        return [self.classes.get(one) if isinstance(one, int) else one for one in self.values]

    def _value(self, token: str) -> CellValue:
        value = number_of(token)
        if value is None or (self.kind == "partition" and not isinstance(value, int)):
            return CellTrouble("value.not_a_number", token)
        return value


def read_partition(content: bytes, limits: Limits = LIMITS, encoding: str | None = None) -> tuple[CellValue, ...]:
    """The classes of a `.clu`, one for each vertex in order: whole numbers, or names where comments name them."""
    return tuple(_read("partition", content, limits, encoding).named())


def read_vector(content: bytes, limits: Limits = LIMITS, encoding: str | None = None) -> tuple[CellValue, ...]:
    """The numbers of a `.vec`, one for each vertex in order."""
    return tuple(_read("vector", content, limits, encoding).values)


def with_partition(network: ForeignNetwork, content: bytes, name: str, limits: Limits = LIMITS) -> ForeignNetwork:
    """A network of Pajek with the classes of a `.clu` as a column of its nodes under this name."""
    return _with(network, ValueColumn("partition", name, values=list(read_partition(content, limits))))


def with_vector(network: ForeignNetwork, content: bytes, name: str, limits: Limits = LIMITS) -> ForeignNetwork:
    """A network of Pajek with the numbers of a `.vec` as a column of its nodes under this name."""
    return _with(network, ValueColumn("vector", name, values=list(read_vector(content, limits))))


def with_values(network: ForeignNetwork, content: bytes, name: str, limits: Limits = LIMITS) -> ForeignNetwork:
    """A network of Pajek with a `.clu` or `.vec` as a column of its nodes, whichever of the two it is."""
    values = _read("vector", content, limits, None).named()
    return _with(network, ValueColumn("vector", name, values=list(values)))


def joined(nodes: Table, columns: Sequence[ValueColumn]) -> Table:
    """The vertices with more columns; rows that are of no vertex, which come last, have nothing there."""
    headers = list(nodes.headers)
    for column in columns:
        headers.append(_free(column.name, headers))
    by_column = [column.named() for column in columns]
    rows = tuple(
        RawRow(row.number, (*row.cells, *(values[place] if place < len(values) else None for values in by_column)))
        for place, row in enumerate(nodes.rows)
    )
    return Table(nodes.title, tuple(headers), rows, nodes.meaning)


def _free(name: str, taken: Sequence[str]) -> str:
    """The name, numbered if there already is a column of that name."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _with(network: ForeignNetwork, column: ValueColumn) -> ForeignNetwork:
    (nodes,) = network.nodes
    key = next((place for place, header in enumerate(nodes.headers) if nodes.meaning.get(header) == KEY), 0)
    vertices = sum(not isinstance(row.cells[key], CellTrouble) for row in nodes.rows)
    if not column.fits(vertices):
        raise UnreadableFile("unreadable.column_length", found=len(column.values), expected=vertices)
    return replace(network, nodes=(joined(nodes, [column]),))


def _read(kind: str, content: bytes, limits: Limits, encoding: str | None) -> ValueColumn:
    column = ValueColumn(kind)
    for number, line in numbered_lines(decoded(content, encoding).text, limits):
        stripped = line.strip()
        if stripped.startswith("%"):
            column.name_class(stripped)
        elif stripped.startswith("*"):
            _header(column, number, stripped, limits)
        elif stripped:
            if not column.is_begun:
                raise UnreadableFile("unreadable.not_pajek")
            column.take(number, stripped)
    if not column.fits(column.expected if column.expected is not None else -1):
        raise UnreadableFile("unreadable.column_length", found=len(column.values), expected=column.expected or 0)
    return column


def _header(column: ValueColumn, number: int, line: str, limits: Limits) -> None:
    word, *rest = line.lower().split()
    if word in ("*partition", "*vector", "*network"):
        return
    count = count_of(rest[0]) if rest else None
    if column.is_begun or not word.startswith("*vert") or count is None:
        raise UnreadableFile("unreadable.pajek_count", line=number)
    if count > limits.rows:
        raise RefusedForSafety("safety.too_many_rows", limit=limits.rows)
    column.expect(count)
