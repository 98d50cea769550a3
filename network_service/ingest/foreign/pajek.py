"""Reads Pajek's networks (`.net`) and projects (`.paj`), in time linear to the file.

Pajek names vertices by number, so two with the same label stay two; a vertex without a line of its own exists all the
same. What our own export says of ids and kinds in comments is believed as far as it fits.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.fault import Note, shown
from network_service.ingest.foreign.cell_stream import CellStream
from network_service.ingest.foreign.network import (
    DIRECTION,
    KEY,
    NAME,
    SOURCE,
    TARGET,
    TYPE,
    WEIGHT,
    ForeignNetwork,
    Table,
)
from network_service.ingest.foreign.pajek_columns import ValueColumn, joined, with_values
from network_service.ingest.foreign.pajek_lines import (
    Entry,
    Line,
    drawn,
    entry_of,
    label_of,
    line_of,
    tie_entry_of,
    time_of,
    tokens_in,
    tokens_of,
)
from network_service.ingest.foreign.plain_lines import count_of, numbered_lines
from network_service.ingest.foreign.table_shape import without_empty_columns
from network_service.ingest.foreign.text import Decoded, decoded
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import CellTrouble, CellValue, RawRow

FORM = "pajek"
"""The format's code."""

_NODE_HEADERS = ("number", "kind", "label", "mode", "time")
_NODE_MEANING = {"number": KEY, "kind": TYPE, "label": NAME}
_TIE_HEADERS = ("id", "from", "to", "direction", "relation", "value", "label", "time")
_TIE_MEANING = {
    "id": KEY,
    "from": SOURCE,
    "to": TARGET,
    "direction": DIRECTION,
    "relation": TYPE,
    "value": WEIGHT,
    "label": "note",
}
_LONGEST_TITLE = 200
_NETWORK = re.compile(rb"^[ \t\xef\xbb\xbf]*\*(?:network|arcs|edges|matrix)", re.IGNORECASE | re.MULTILINE)


def read_pajek(content: bytes, limits: Limits = LIMITS, encoding: str | None = None) -> ForeignNetwork:
    """Read a network or a project with one network; partitions and vectors of a project become columns of its nodes.

    Lines of `*Edges` hold both ways and say so, all others go one way; as in Pajek, a matrix of one mode gives arcs
    even if it is symmetric. Times are kept as written: their unit is known to no one but the author.
    """
    text = decoded(content, encoding)
    file = _File(limits)
    for number, line in numbered_lines(text.text, limits):
        stripped = line.strip()
        if stripped.startswith("%"):
            file.comment(stripped)
        elif stripped.startswith("*"):
            file.section(number, stripped)
        elif stripped:
            file.body(number, stripped)
    return file.network(text)


def read_pajek_files(
    files: Sequence[tuple[str, bytes]], limits: Limits = LIMITS, encoding: str | None = None
) -> ForeignNetwork:
    """Read a network and the partitions and vectors that belong to it, by name and content, in any order.

    The network is the first file that says more than one value for each vertex. A column is called by the last part of
    its file's name: `province.sector.clu` is the column `sector`.
    """
    place = next((place for place, (_, content) in enumerate(files) if _NETWORK.search(content)), 0)
    network = read_pajek(files[place][1], limits, encoding)
    for name, content in (*files[:place], *files[place + 1 :]):
        stem = name.rpartition(".")[0] or name
        network = with_values(network, content, stem.rpartition(".")[2][:_LONGEST_TITLE], limits)
    return network


class _File:
    """What was read so far, and what the next line belongs to."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._title: str | None = None
        self._count: int | None = None
        self._first_mode = 0
        self._header_line = 0
        self._labels: dict[int, tuple[int, str | None, str | None]] = {}
        self._twice: list[RawRow] = []
        self._ties: list[RawRow] = []
        self._entries: dict[int, Entry] = {}
        self._tie_entries: dict[int, tuple[str, str, str]] = {}
        self._relations: dict[str, str] = {}
        self._direction: str | None = None
        self._relation = ""
        self._matrix: CellStream | None = None
        self._column: ValueColumn | None = None
        self._columns: list[ValueColumn] = []
        self._left: dict[str, None] = {}
        self._stray: str | None = None
        self._object = "network"
        self.body: Callable[[int, str], None] = self._outside

    def comment(self, line: str) -> None:
        """Keep what our export says of ids, kinds and classes; other comments say nothing of nodes and ties."""
        if self._column is not None:
            self._column.name_class(line)
            return
        entry = entry_of(line)
        tie = tie_entry_of(line) if entry is None else None
        if entry is not None and len(self._entries) < self._limits.rows:
            self._entries[entry[0]] = entry[1]
        elif tie is not None and len(self._tie_entries) < self._limits.rows:
            self._tie_entries[tie[0]] = tie[1:]

    def section(self, number: int, line: str) -> None:
        """Begin what a line with a star begins."""
        self._end_section()
        tokens = tokens_of(line)
        word = tokens[0][1:].lower()
        if not word.startswith("vert"):
            self._column = None
        if word in ("partition", "vector"):
            self._begin_column(word, " ".join(tokens[1:]))
        elif word == "network":
            self._object, self.body = "network", self._outside
            title = line[len(tokens[0]) :].strip(' \t"')
            self._title = self._title or label_of(title[:_LONGEST_TITLE])
        elif word.startswith("vert"):
            self._begin_vertices(number, tokens)
        elif word in _TIES and self._count is not None:
            self._begin_ties(word, tokens[1:])
        elif self._count is None and word in _TIES:
            raise UnreadableFile("unreadable.not_pajek")
        else:
            self._object, self.body = "other", self._passed
            self._left[f"*{word[:20]}"] = None

    def network(self, file: Decoded) -> ForeignNetwork:
        """What the file says, once it is at its end."""
        self._end_section()
        if self._count is None:
            raise UnreadableFile("unreadable.not_pajek")
        names = _NODE_HEADERS
        nodes = joined(
            without_empty_columns(Table("Vertices", names, tuple(self._nodes()), _NODE_MEANING)),
            [column for column in self._columns if column.fits(self._count)],
        )
        self._left.update({f"*{one.kind} {one.name}": None for one in self._columns if not one.fits(self._count)})
        ties = without_empty_columns(Table("Lines", _TIE_HEADERS, tuple(self._with_ids()), _TIE_MEANING))
        left = [Note("foreign_left", {"what": tuple(shown(name) for name in self._left)})] if self._left else []
        return ForeignNetwork(FORM, (nodes,), (ties,), directed=True, title=self._title, notes=(*file.notes, *left))

    def _nodes(self) -> Iterator[RawRow]:
        """Each vertex once, in the order of numbers, so that partitions can be joined; then lines that are of none."""
        assert self._count is not None
        unlisted = (self._header_line, None, None)
        for vertex in range(1, self._count + 1):
            line, label, time = self._labels.get(vertex, unlisted)
            entry = self._entries.get(vertex)
            mode = None if not self._first_mode else 1 if vertex <= self._first_mode else 2
            yield RawRow(line, (self._key(vertex), entry.kind if entry else None, label, mode, time))
        yield from self._twice

    def _key(self, vertex: int) -> str:
        entry = self._entries.get(vertex)
        return entry.id if entry else str(vertex)

    def _end_of_tie(self, token: str) -> CellValue:
        vertex = count_of(token)
        if vertex is None or self._count is None or not 0 < vertex <= self._count:
            return CellTrouble("node.not_in_file", token)
        return self._key(vertex)

    def _with_ids(self) -> Iterator[RawRow]:
        """The ties, with the ids that our export gives them where place and ends agree."""
        for place, row in enumerate(self._ties, 1):
            entry = self._tie_entries.get(place)
            _, source, target, *rest = row.cells
            fits = entry is not None and (source, target) == (self._end_of_tie(entry[0]), self._end_of_tie(entry[1]))
            yield RawRow(row.number, (entry[2], source, target, *rest)) if entry and fits else row

    def _begin_vertices(self, number: int, tokens: list[str]) -> None:
        count = count_of(tokens[1]) if len(tokens) > 1 else None
        if count is None:
            raise UnreadableFile("unreadable.pajek_count", line=number)
        if count > self._limits.rows:
            raise RefusedForSafety("safety.too_many_rows", limit=self._limits.rows)
        if self._column is not None:
            self._column.expect(count)
            self.body = self._column.take
            return
        if self._object == "other":
            self.body = self._passed
            return
        if self._count is not None:
            raise UnreadableFile("unreadable.pajek_networks", line=number)
        self._count, self._header_line = count, number
        first = count_of(tokens[2]) if len(tokens) > 2 else None
        self._first_mode = first if first and first < count else 0
        self.body = self._vertex

    def _vertex(self, number: int, line: str) -> None:
        tokens = tokens_of(line)
        label = label_of(tokens[1]) if len(tokens) > 1 else None
        time = time_of(tokens[2:])
        drawn(tokens[2:], self._left)
        vertex = count_of(tokens[0])
        assert self._count is not None
        if vertex is not None and 0 < vertex <= self._count and vertex not in self._labels:
            self._labels[vertex] = (number, label, time)
            return
        code = "node.twice" if vertex in self._labels else "node.not_in_file"
        self._room()
        self._twice.append(RawRow(number, (CellTrouble(code, tokens[0]), None, label, None, time)))

    def _begin_ties(self, word: str, tokens: list[str]) -> None:
        self._object = "network"
        self._direction, self.body = _TIES[word][0], partial(_TIES[word][1], self)
        self._relation = tokens[0][1:] if tokens and tokens[0].startswith(":") else ""
        if self._relation and len(tokens) > 1:
            name = label_of(" ".join(tokens[1:]))
            if name is not None:
                self._relations[self._relation] = name
        if word == "matrix":
            assert self._count is not None
            rows, first, end = self._first_mode or self._count, self._first_mode, self._count
            self._matrix = CellStream((row, first, end) for row in range(rows))
            self._direction = "undirected" if self._first_mode else None

    def line(self, number: int, line: str) -> None:
        """A line of `*Arcs` or `*Edges`: two ends and what belongs to them."""
        tokens = tokens_of(line)
        relation = self._relation
        if tokens[0].endswith(":") and len(tokens) > 1:  # the relation may stand before each line
            relation, tokens = tokens[0][:-1], tokens[1:]
        target = tokens[1] if len(tokens) > 1 else ""
        self._tie(number, tokens[0], target, relation, line_of(tokens[2:], self._left))

    def list_line(self, number: int, line: str) -> None:
        """A line of `*Arcslist` or `*Edgeslist`: one end, and the other ends of as many ties."""
        targets = tokens_in(line)
        source = next(targets)
        for target in targets:
            self._tie(number, source, target, self._relation, Line())

    def cells(self, number: int, line: str) -> None:
        """A line of `*Matrix`."""
        assert self._matrix is not None
        for cell in self._matrix.tokens(number, line):
            source, target = str(cell.row + 1), str(cell.column + 1)
            self._tie(number, source, target, self._relation, Line(cell.value))

    def _tie(self, number: int, source: str, target: str, relation: str, line: Line) -> None:
        self._room()
        name = self._relations.get(relation) or relation or None
        ends = (self._end_of_tie(source), self._end_of_tie(target))
        cells = (None, *ends, self._direction, name, line.weight, line.label, line.time)
        self._ties.append(RawRow(number, cells))

    def _room(self) -> None:
        """Refuse beyond the limit: rows of vertices and of ties count together."""
        if (self._count or 0) + len(self._twice) + len(self._ties) >= self._limits.rows:
            raise RefusedForSafety("safety.too_many_rows", limit=self._limits.rows)

    def _begin_column(self, kind: str, name: str) -> None:
        if len(self._columns) >= self._limits.columns:
            raise RefusedForSafety("safety.too_many_columns", limit=self._limits.columns)
        self._object, self.body = kind, self._passed
        self._column = ValueColumn(kind, name[:_LONGEST_TITLE] or kind)
        self._columns.append(self._column)

    def _end_section(self) -> None:
        if self._matrix is not None:
            self._matrix.finish()
            self._matrix = None
        if self._column is not None and self._column.is_begun:
            self._column = None

    def _outside(self, _: int, __: str) -> None:
        """A line before anything has begun: no file of Pajek has one."""
        raise UnreadableFile("unreadable.not_pajek")

    def _passed(self, number: int, line: str) -> None:
        """A line of a part that is neither of nodes nor of ties; the part's name is among what is left out."""


_TIES: dict[str, tuple[str | None, Callable[[_File, int, str], None]]] = {
    "arcs": (None, _File.line),
    "edges": ("undirected", _File.line),
    "arcslist": (None, _File.list_line),
    "edgeslist": ("undirected", _File.list_line),
    "matrix": (None, _File.cells),
}
"""Parts of ties: what their lines say of the direction, and what reads one of them."""
