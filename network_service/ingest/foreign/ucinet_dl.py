"""Reads UCINET's data language (DL): matrices whole or by halves, lists of ties or of neighbours, one or two modes."""

from collections.abc import Iterator

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.fault import Note, shown
from network_service.ingest.foreign.cell_stream import MISSING, CellStream, FilledCell, is_symmetric
from network_service.ingest.foreign.dl_header import Header, Label, read_header, tokens_in
from network_service.ingest.foreign.dl_nodes import NodeList
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
from network_service.ingest.foreign.plain_lines import count_of, numbered_lines, of_one_thing, weight_of
from network_service.ingest.foreign.table_shape import without_empty_columns
from network_service.ingest.foreign.text import Decoded, decoded
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import CellTrouble, CellValue, RawRow

FORM = "ucinet_dl"
"""The format's code."""

_NODE_HEADERS = ("number", "label", "mode")
_NODE_MEANING = {"number": KEY, "label": NAME}
_TIE_HEADERS = ("from", "to", "direction", "relation", "value")
_TIE_MEANING = {"from": SOURCE, "to": TARGET, "direction": DIRECTION, "relation": TYPE, "value": WEIGHT}
_MATRICES = frozenset({"fullmatrix", "lowerhalf", "upperhalf"})
_LISTS = frozenset({"edgelist", "edgelist1", "edgelist2", "nodelist", "nodelist1", "nodelist1b", "nodelist2"})
_BLANK = " \t\f\v,="
_NEXT_MATRIX = "!"
"""A line of a list that holds nothing else ends one relation and begins the next."""


def read_ucinet_dl(content: bytes, limits: Limits = LIMITS, encoding: str | None = None) -> ForeignNetwork:
    """Read a DL file. A cell of a matrix that is zero or unknown is no tie; how many are unknown is noted.

    A whole matrix or list that is symmetric says of each pair once that it is tied both ways, which is noted as well;
    all others go one way. Where rows and columns are of different kinds, columns are numbered after rows.
    """
    file = decoded(content, encoding)
    header = read_header(file.text, limits)
    if header.format not in _MATRICES | _LISTS:
        raise UnreadableFile("unreadable.dl_format", format=shown(header.format))
    data = _Data(header, limits)
    lines = numbered_lines(file.text, limits, header.start, header.line)
    if header.format in _MATRICES:
        data.read_matrices(lines)
    else:
        data.read_lists(lines)
    return data.network(file)


class _Data:
    """What the data say so far."""

    def __init__(self, header: Header, limits: Limits) -> None:
        self._header, self._limits = header, limits
        self._ties: list[RawRow] = []
        self._unknown = self._zeros = self._pairs = 0
        assert header.rows is not None
        assert header.columns is not None
        self._is_list = header.format in _LISTS
        rows, columns = header.labels["row"], header.labels["column"]
        two_modes = header.format.endswith("2") or header.rows != header.columns
        two_modes |= bool(columns) and [one.text for one in columns] != [one.text for one in rows] and bool(rows)
        if columns and not rows and not two_modes:
            rows = columns
        embedded = header.embedded
        self._rows = NodeList(header.rows, rows, header.line, 1, self._is_list and bool(embedded) and not rows)
        self._columns = self._rows
        if two_modes:
            opened = self._is_list and bool(embedded) and not columns
            self._columns = NodeList(header.columns, columns, header.line, header.rows + 1, opened)
        nodes = header.rows + (header.columns if two_modes else 0)
        if nodes > limits.rows:
            raise RefusedForSafety("safety.too_many_rows", limit=limits.rows)
        self._room = limits.rows - nodes

    @property
    def _two_modes(self) -> bool:
        return self._columns is not self._rows

    def network(self, file: Decoded) -> ForeignNetwork:
        """What the file says, once it is at its end."""
        nodes = list(self._rows.rows(1 if self._two_modes else None))
        nodes += self._columns.rows(2) if self._two_modes else ()
        counts = {"dl_unknown": self._unknown, "dl_zero": self._zeros, "dl_symmetric": self._pairs}
        return ForeignNetwork(
            FORM,
            (without_empty_columns(Table("labels", _NODE_HEADERS, tuple(nodes), _NODE_MEANING)),),
            (without_empty_columns(Table("data", _TIE_HEADERS, tuple(self._ties), _TIE_MEANING)),),
            directed=True,
            notes=(*file.notes, *(Note(code, {"count": count}) for code, count in counts.items() if count)),
        )

    def read_lists(self, lines: Iterator[tuple[int, str]]) -> None:
        """Read ties or neighbours, a line each."""
        counted = self._header.format == "nodelist1b"
        matrix = given = begin = 0
        for number, line in lines:
            if line.strip() == _NEXT_MATRIX:
                matrix, given = matrix + 1, 0
                self._settle(begin)
                begin = len(self._ties)
                if matrix >= self._header.matrices:
                    raise UnreadableFile("unreadable.matrix_too_long", line=number)
            elif not line.strip(_BLANK):
                continue
            elif counted:
                given += 1
                self._counted_neighbours(number, given, line, matrix)
            elif self._header.format.startswith("nodelist"):
                tokens = tokens_in(line)
                source = self._rows.named(next(tokens), number)
                for token in tokens:
                    self._tie(number, (source, self._columns.named(token, number)), matrix, None)
            else:
                self._listed(number, list(tokens_in(of_one_thing(line))), matrix)
        self._settle(begin)

    def _listed(self, number: int, tokens: list[str], matrix: int) -> None:
        source = self._rows.named(tokens[0], number)
        target = self._columns.named(tokens[1], number) if len(tokens) > 1 else None
        value = weight_of(" ".join(tokens[2:])) if len(tokens) > 2 else None
        if tokens[2:] == [MISSING]:
            self._unknown += 1
        elif value == 0:
            self._zeros += 1
        else:
            self._tie(number, (source, target), matrix, value)

    def _counted_neighbours(self, number: int, place: int, line: str, matrix: int) -> None:
        """A line for each row in order, which says how many neighbours follow."""
        tokens = tokens_in(line)
        expected, found = count_of(next(tokens)), 0
        is_row = place <= self._rows.count
        source = self._rows.key(place - 1) if is_row else CellTrouble("node.not_in_file", str(place))
        for token in tokens:
            found += 1
            self._tie(number, (source, self._columns.named(token, number)), matrix, None)
        if expected != found:
            raise UnreadableFile("unreadable.dl_count", line=number)

    def read_matrices(self, lines: Iterator[tuple[int, str]]) -> None:
        """Read as many matrices as the header says, by tokens: a row may go over several lines."""
        if self._header.matrices == 1 and not self._header.embedded:
            self._plain_matrix(lines)
            return
        tokens = ((number, token) for number, line in lines for token in tokens_in(line))
        for matrix in range(self._header.matrices):
            self._matrix(tokens, matrix)
        for number, _ in tokens:
            raise UnreadableFile("unreadable.matrix_too_long", line=number)

    def _plain_matrix(self, lines: Iterator[tuple[int, str]]) -> None:
        """Read the one matrix of values alone, a line at a time, which is four times as fast as by tokens."""
        stream, filled = CellStream(self._spans()), []
        for number, line in lines:
            for cell in stream.tokens(number, line):
                filled.append(cell)
                self._refuse_beyond(filled)
        stream.finish()
        self._unknown += stream.unknown
        self._fill(filled, 0)

    def _refuse_beyond(self, filled: list[FilledCell]) -> None:
        """Refuse more cells than ties are allowed; a symmetric matrix has two for each tie."""
        if len(filled) > 2 * self._room:
            raise RefusedForSafety("safety.too_many_rows", limit=self._limits.rows)

    def _matrix(self, tokens: Iterator[tuple[int, str]], matrix: int) -> None:
        rows, columns = self._rows.count, self._columns.count
        labels: dict[str, list[Label]] = {"row": [], "column": []}
        header, stream = self._header, CellStream(self._spans())
        filled: list[FilledCell] = []
        wanted = columns if "column" in header.embedded else 0
        named = rows if "row" in header.embedded else 0
        while not stream.is_full or len(labels["row"]) < named:
            number, token = next(tokens, (0, ""))
            if not number:
                stream.finish()
                raise UnreadableFile("unreadable.matrix_too_short", row=rows, column=1)
            if len(labels["column"]) < wanted:
                labels["column"].append(Label(token, number))
            elif len(labels["row"]) < named and (stream.is_full or len(labels["row"]) <= stream.place[0]):
                labels["row"].append(Label(token, number))
            elif (cell := stream.take(number, token)) is not None:
                filled.append(cell)
                self._refuse_beyond(filled)
        self._unknown += stream.unknown
        self._take_labels(labels, matrix)
        self._fill(filled, matrix)

    def _take_labels(self, labels: dict[str, list[Label]], matrix: int) -> None:
        """Labels that stand with the data; those of columns and of further matrices must be the same again."""
        for nodes, found in ((self._rows, labels["row"]), (self._columns, labels["column"])):
            if not found:
                continue
            if not nodes.texts:
                for label in found:
                    nodes.add(label)
            elif nodes.texts != [label.text for label in found]:
                raise UnreadableFile("unreadable.dl_labels_differ", matrix=matrix + 1)

    def _spans(self) -> Iterator[tuple[int, int, int]]:
        """The pieces of rows that stand in the file."""
        rows, columns, kept = range(self._rows.count), self._columns.count, self._header.diagonal
        if self._header.format == "lowerhalf":
            return ((row, 0, row + kept) for row in rows)
        if self._header.format == "upperhalf":
            return ((row, row + 1 - kept, columns) for row in rows)
        if kept:
            return ((row, 0, columns) for row in rows)
        # Nothing stands for a node and itself.
        return (piece for row in rows for piece in ((row, 0, row), (row, row + 1, columns)))

    def _fill(self, cells: list[FilledCell], matrix: int) -> None:
        """The ties of a matrix; halves and matrices of two modes say each once."""
        undirected = self._two_modes or self._header.format != "fullmatrix"
        if not undirected and (undirected := is_symmetric((one.row, one.column, one.value) for one in cells)):
            cells = [cell for cell in cells if cell.row <= cell.column]
            self._pairs += sum(cell.row < cell.column for cell in cells)
        for cell in cells:
            ends = (self._rows.key(cell.row), self._columns.key(cell.column))
            self._tie(cell.line, ends, matrix, cell.value, undirected)

    def _settle(self, begin: int) -> None:
        """See a list that is at its end as the matrix that it says: its ties from `begin` on, if all are symmetric."""
        listed = self._ties[begin:]
        if self._two_modes or not is_symmetric((row.cells[0], row.cells[1], row.cells[4]) for row in listed):
            return
        del self._ties[begin:]
        met: set[tuple[CellValue, CellValue]] = set()
        for row in listed:
            source, target, _, name, value = row.cells
            met.add((source, target))
            if source == target or (target, source) not in met:
                self._ties.append(RawRow(row.number, (source, target, "undirected", name, value)))
                self._pairs += source != target

    def _tie(
        self,
        number: int,
        ends: tuple[CellValue, CellValue],
        matrix: int,
        value: CellValue,
        undirected: bool | None = None,
    ) -> None:
        if len(self._ties) >= self._room:
            raise RefusedForSafety("safety.too_many_rows", limit=self._limits.rows)
        direction = "undirected" if (self._two_modes if undirected is None else undirected) else None
        names = self._header.labels["matrix"]
        name = names[matrix].text if matrix < len(names) else str(matrix + 1) if self._header.matrices > 1 else None
        self._ties.append(RawRow(number, (*ends, direction, name, value)))
