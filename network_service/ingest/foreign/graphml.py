"""GraphML as yEd, Gephi, igraph and networkx write it.

Nodes and edges become rows, and each key with content a column under its `attr.name`. What yEd draws is left out, but
the text of a node's label is its name, and an edge's arrows say its direction, as yEd declares every edge directed: no
arrow is undirected, one at each end mutual; with an arrow at the source alone, the tie goes from target to source. A
node within another names it in the column `inside`. A hyperedge is a row that is refused, as a tie joins two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.errors import UnreadableFile
from network_service.ingest.fault import Note
from network_service.ingest.foreign.gathered import Cells, Gathered, joined, left_out
from network_service.ingest.foreign.graphml_data import Data, Key
from network_service.ingest.foreign.markup import local, pass_over
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, ForeignNetwork, Table
from network_service.ingest.foreign.our_graphs import LABEL, MARK, meaning_of_ours
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellTrouble
from network_service.ingest.xlsx.tally import Tally

FORM = "graphml"

_ID, _INSIDE, _LABELS, _REMARK, _DIRECTION = "id", "inside", "labels", "desc", "directed"
_DATA = "data:"
"""What a column's code begins with where it comes from a key, so that no key is taken for a column of the format."""
_NODES = {_ID: _ID, LABEL: LABEL, _LABELS: _LABELS, _INSIDE: _INSIDE, _REMARK: _REMARK}
_TIES = {one: one for one in (_ID, SOURCE, TARGET, _DIRECTION, LABEL, _LABELS, _REMARK)}
_ROWS = frozenset({"node", "edge", "hyperedge"})
_PARTS = _ROWS | {"graph", "port"}
_SAID = frozenset({"id", "source", "target", "directed"})
_FOR_PARSERS = ("parse.", "xmlns", "xml:", "xsi:")
_TITLES = ("title", "name", "label")


@dataclass(slots=True)
class _Part:
    """An open node, edge, graph or port."""

    kind: str
    cells: Cells
    default: str = ""
    said: dict[str, list[str]] = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)


class _Reader:
    """Follows a file from element to element."""

    root = "graphml"

    def __init__(self, limits: Limits) -> None:
        tally = Tally(limits)
        self.nodes, self.ties = Gathered(limits, tally), Gathered(limits, tally)
        self.keys: dict[str, Key] = {}
        self.graph: Cells = {}
        self.default = ""
        self.graphs = self.inside = 0
        self.left: dict[str, None] = {}
        self._tags: list[str] = []
        self._parts: list[_Part] = []
        self._key: Key | None = None
        self._data = Data()
        self._in_data = False
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        if self._in_data:
            self._data.start(tag, attributes)
            return
        name = local(tag)
        self._tags.append(name)
        if name in _PARTS:
            self._open(name, attributes, line)
        elif name == "key":
            self._key = _declared(attributes)
            self.keys[self._key.id] = self._key
        elif name == "data":
            self._in_data = True
            self._data.open(attributes.get("key", ""))
        elif name == "endpoint" and self._parts:
            self._parts[-1].ends.append(attributes.get("node", ""))
        elif name in ("default", "desc"):
            self._text.clear()
        elif name != self.root:
            self.left[tag] = None

    def end(self) -> None:
        if self._in_data:
            if self._data.end():
                self._take(self._data)
                self._in_data = False
                self._tags.pop()
            return
        name = self._tags.pop()
        if name in _PARTS:
            self._close(self._parts.pop())
        elif name == "key":
            self._key = None
        elif name == "default" and self._key is not None:
            self._key.default = "".join(self._text).strip() or None
        elif name == "desc":
            self._remark("".join(self._text).strip())

    def text(self, text: str) -> None:
        if self._in_data:
            self._data.text(text)
        elif self._tags and self._tags[-1] in ("default", "desc"):
            self._text.append(text)

    def _open(self, kind: str, attributes: Mapping[str, str], line: int) -> None:
        part = _Part(kind, {})
        if kind == "node":
            part.cells = self.nodes.open(line)
            part.cells[_ID] = attributes.get("id")
            around = next((one for one in reversed(self._parts) if one.kind == "node"), None)
            if around is not None:
                part.cells[_INSIDE] = around.cells[_ID]
                self.inside += 1
        elif kind in _ROWS:
            part.cells = self.ties.open(line)
            part.cells |= {_ID: attributes.get("id"), SOURCE: attributes.get("source")}
            part.cells |= {TARGET: attributes.get("target"), _DIRECTION: self._direction(attributes)}
        elif kind == "graph":
            part.default = attributes.get("edgedefault", "")
            self.default = self.default or part.default
            if not self._parts:
                self.graphs += 1
                part.cells = self.graph
        else:
            self.left["port"] = None
        if kind in _ROWS:
            self.left |= dict.fromkeys(
                one for one in attributes if one not in _SAID and not one.startswith(_FOR_PARSERS)
            )
        self._parts.append(part)

    def _direction(self, attributes: Mapping[str, str]) -> str | None:
        """What an edge says of its direction, or its graph, where that differs from the first graph of the file."""
        told = attributes.get("directed", "")
        if told:
            return {"true": "directed", "false": "undirected"}.get(told.strip().lower(), told)
        default = next((one.default for one in reversed(self._parts) if one.kind == "graph"), self.default)
        return default if default and default != self.default else None

    def _take(self, data: Data) -> None:
        part, value = self._parts[-1] if self._parts else None, data.value
        if data.drawings:
            self.left |= dict.fromkeys(data.drawings)
        if part is None or part.kind == "port":
            if value is not None:
                self.left[self._named(data.key)] = None
            return
        if data.labels:
            part.labels += data.labels
        if data.arrows is not None and part.kind == "edge" and part.cells[_DIRECTION] is None:
            _point(part.cells, *data.arrows)
        if value is None:
            return
        if data.key not in self.keys:
            self.keys[data.key] = Key(data.key, "all", data.key, "string")
        code = _DATA + data.key
        before = part.cells.setdefault(code, value)
        if before is not value:
            part.said.setdefault(code, [str(before)]).append(value)

    def _named(self, key: str) -> str:
        return self.keys[key].name if key in self.keys else key

    def _remark(self, text: str) -> None:
        part = self._parts[-1] if self._parts else None
        if part is not None and part.kind in _ROWS:
            part.cells[_REMARK] = text or None
        elif text:
            self.left["desc"] = None

    def _close(self, part: _Part) -> None:
        if part.said:
            part.cells |= {code: "; ".join(texts) for code, texts in part.said.items()}
        if part.labels and part.kind in _ROWS:
            part.cells[LABEL] = part.labels[0]
            part.cells[_LABELS] = joined(one for one in dict.fromkeys(part.labels) if one != part.labels[0])
        if part.kind == "hyperedge":
            part.cells[SOURCE] = CellTrouble("foreign.hyperedge", ", ".join(part.ends))

    @property
    def directed(self) -> bool | None:
        """Whether edges are that do not say it; `None` where the file's graphs do not say it either."""
        return {"directed": True, "undirected": False}.get(self.default)

    def graph_value(self, names: tuple[str, ...]) -> str | None:
        """What the file's first graph says under the first of these names that it uses."""
        by_name = {self._named(code.removeprefix(_DATA)).casefold(): cell for code, cell in self.graph.items()}
        return next((str(by_name[name]) for name in names if by_name.get(name)), None)


def read_graphml(content: bytes, limits: Limits) -> ForeignNetwork:
    """Read a file; `UnreadableFile` where it is no GraphML or has no graph, `RefusedForSafety` beyond a limit."""
    reader = _Reader(limits)
    pass_over(content, reader, limits)
    if not reader.graphs:
        raise UnreadableFile("unreadable.no_graph")
    ours = reader.graph_value(("format",)) == MARK
    nodes = _table(reader, reader.nodes, "node", _NODES, {_ID: KEY, LABEL: NAME, _REMARK: "note"}, ours)
    tied = {_ID: KEY, SOURCE: SOURCE, TARGET: TARGET, _DIRECTION: DIRECTION, _REMARK: "note"}
    ties = _table(reader, reader.ties, "edge", _TIES, tied, ours)
    title = reader.graph_value(_TITLES)
    told = [reader.keys[code.removeprefix(_DATA)].name for code in reader.graph]
    notes = left_out([*reader.left, *(() if ours else (one for one in told if one.casefold() not in _TITLES))])
    if reader.inside:
        notes.append(Note("foreign_nested", {"count": reader.inside, "column": _INSIDE}))
    if reader.graphs > 1:
        notes.append(Note("foreign_several_graphs", {"count": reader.graphs}))
    return ForeignNetwork(FORM, (nodes,), (ties,), reader.directed, title, tuple(notes))


def _table(
    reader: _Reader, gathered: Gathered, of: str, columns: Mapping[str, str], meaning: Mapping[str, str], ours: bool
) -> Table:
    """The rows with the values of keys in them, each of its declared type, and with the defaults of those unsaid."""
    keys = {_DATA + key.id: key for key in reader.keys.values()}
    unsaid = {code: key.default for code, key in keys.items() if key.of in (of, "all") and key.default is not None}
    gathered.settle({code: key.value for code, key in keys.items()}, unsaid)
    headers = {**columns, **{code: key.name for code, key in keys.items()}}
    if ours:
        labels = {code for code, header in headers.items() if header == LABEL}
        headers = {code: header for code, header in headers.items() if code not in labels}
        by_header = meaning_of_ours(headers.values())
        meaning = {**{code: by_header[header] for code, header in headers.items() if header in by_header}, **meaning}
    return gathered.table(f"{of}s", headers, meaning, ties=of == "edge")


def _declared(attributes: Mapping[str, str]) -> Key:
    id_ = attributes.get("id", "")
    name = attributes.get("attr.name") or attributes.get("yfiles.type") or id_
    return Key(id_, attributes.get("for", "all"), name, attributes.get("attr.type", "string").lower())


def _point(cells: Cells, source: str, target: str) -> None:
    """What the arrows drawn at the two ends of an edge say of its direction."""
    if source == "none":
        cells[_DIRECTION] = "undirected" if target == "none" else "directed"
    elif target == "none":
        cells[SOURCE], cells[TARGET] = cells[TARGET], cells[SOURCE]
        cells[_DIRECTION] = "directed"
    else:
        cells[_DIRECTION] = "mutual"
