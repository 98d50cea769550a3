"""GEXF of the versions 1.1 to 1.3, as Gephi, networkx and R write it.

Nodes and edges become rows, and each attribute with content a column under its title. Dates become first and last days;
several periods of one entry are read as one, from the first day to the last, and all stand in the column `spells`. Of
values that change over time the latest is read. A node within another names it in the column `pid`.
"""

import csv
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.errors import UnreadableFile
from network_service.ingest.fault import Note
from network_service.ingest.foreign.gathered import Cells, Gathered, joined, left_out, named, number
from network_service.ingest.foreign.gexf_times import TIMES, Period, in_order, is_day, periods_of, span
from network_service.ingest.foreign.markup import local, pass_over
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, WEIGHT, ForeignNetwork, Table
from network_service.ingest.foreign.our_graphs import KIND, LABEL, MARK, meaning_of_ours
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellValue
from network_service.ingest.xlsx.tally import Tally

FORM = "gexf"

_ID, _INSIDE, _DIRECTION, _START, _END, _SPELLS = "id", "pid", "type", "start", "end", "spells"
_DATA = "data:"
"""What a column's code begins with where it comes from an attribute declared in the file."""
_NODES = {one: one for one in (_ID, LABEL, _INSIDE, _START, _END, _SPELLS)}
_TIES = {one: one for one in (_ID, SOURCE, TARGET, _DIRECTION, KIND, LABEL, WEIGHT, _START, _END, _SPELLS)}
_OF_NODE = frozenset({_ID, LABEL, _INSIDE})
_OF_EDGE = frozenset({_ID, SOURCE, TARGET, _DIRECTION, KIND, LABEL, WEIGHT})
_FOR_PARSERS = ("xmlns", "xml:", "xsi:")
_WITHOUT_CONTENT = frozenset(
    ("gexf", "meta", "nodes", "edges", "attvalues", "spells", "slices", "parents", "options", "graph", "attributes")
)
_TEXTS = frozenset({"default", "creator", "title", "description", "keywords"})
_WHOLE = frozenset({"integer", "long", "short", "byte", "biginteger"})
_DECIMAL = frozenset({"double", "float", "bigdecimal"})
_NOT_DAYS = {_START: "start time", _END: "end time"}
"""Headers of times that are numbers: under its own name each would be taken for a day."""
_DATES, _NUMBERS = ("date", "datetime"), ("double", "integer")


@dataclass(slots=True)
class _Attribute:
    """What the file declares of an attribute."""

    title: str
    type: str
    default: str | None = None

    def value(self, text: str) -> CellValue:
        if self.type == "boolean" and text.lower() in ("true", "false"):
            return text.lower() == "true"
        if self.type.startswith("list"):
            return _listed(text)
        return number(text, whole=self.type in _WHOLE) if self.type in _WHOLE | _DECIMAL else text


@dataclass(slots=True)
class _Part:
    """An open node or edge; `since` is when each value that changes over time begins to hold."""

    kind: str
    cells: Cells
    periods: list[Period] = field(default_factory=list)
    said: dict[str, list[str]] = field(default_factory=dict)
    since: dict[str, tuple[float, str]] = field(default_factory=dict)


class _Reader:
    """Follows a file from element to element."""

    root = "gexf"

    def __init__(self, limits: Limits) -> None:
        tally = Tally(limits)
        self.tables = {"node": Gathered(limits, tally), "edge": Gathered(limits, tally)}
        self.attributes: dict[str, dict[str, _Attribute]] = {"node": {}, "edge": {}}
        self.about: dict[str, str] = {}
        self.default_type: str | None = None
        self.time_format = ""
        self.graphs = self.inside = self.spells = 0
        self.overtaken: Counter[str] = Counter()
        self.left: dict[str, None] = {}
        self._tags: list[str] = []
        self._parts: list[_Part] = []
        self._class = "node"
        self._attribute: _Attribute | None = None
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        name = local(tag)
        self._tags.append(name)
        if name in self.tables:
            self._open(name, attributes, line)
        elif name == "attvalue" and self._parts:
            self._say(self._parts[-1], attributes)
        elif name in ("spell", "slice") and self._parts:
            self._parts[-1].periods += periods_of(attributes)
        elif name == "parent" and self._parts and attributes.get("for"):
            self._parts[-1].said.setdefault(_INSIDE, []).append(attributes["for"])
        elif name == "attribute":
            self._declare(attributes)
        elif name == "attributes":
            self._class = attributes.get("class", "node")
        elif name == "graph":
            self.graphs += 1
            self.about.setdefault("title", attributes.get("name", ""))
            if self.default_type is None:
                self.default_type = attributes.get("defaultedgetype", "undirected")
            self.time_format = self.time_format or attributes.get("timeformat", "").lower()
        elif name in _TEXTS:
            self._text.clear()
        elif name not in _WITHOUT_CONTENT:
            self.left[tag] = None

    def end(self) -> None:
        name = self._tags.pop()
        text = "".join(self._text).strip() if name in _TEXTS else ""
        if name in self.tables:
            self._close(self._parts.pop())
        elif name == "attribute":
            self._attribute = None
        elif name == "default" and self._attribute is not None:
            self._attribute.default = text or None
        elif name in _TEXTS and text:
            self.about[name] = text

    def text(self, text: str) -> None:
        if self._tags and self._tags[-1] in _TEXTS:
            self._text.append(text)

    def _open(self, kind: str, attributes: Mapping[str, str], line: int) -> None:
        cells = self.tables[kind].open(line)
        said = _OF_NODE if kind == "node" else _OF_EDGE
        cells |= {name: attributes.get(name) for name in said if attributes.get(name) is not None}
        if kind == "node" and _INSIDE not in cells:
            around = next((one for one in reversed(self._parts) if one.kind == "node"), None)
            if around is not None:
                cells[_INSIDE] = around.cells.get(_ID)
        others = attributes.keys() - said - TIMES
        if others:
            self.left |= dict.fromkeys(sorted(one for one in others if not one.startswith(_FOR_PARSERS)))
        self._parts.append(_Part(kind, cells, periods_of(attributes)))

    def _declare(self, attributes: Mapping[str, str]) -> None:
        id_ = attributes.get("id", "")
        self._attribute = _Attribute(attributes.get("title") or id_, attributes.get("type", "string").lower())
        self.attributes.setdefault(self._class, {})[id_] = self._attribute

    def _say(self, part: _Part, attributes: Mapping[str, str]) -> None:
        """A value of a node or edge; the one that holds latest where it changes over time, else all of them."""
        id_ = attributes.get("for", attributes.get("id", ""))
        value = attributes.get("value", "").strip()
        if not value:
            return
        if id_ not in self.attributes[part.kind]:
            self.attributes[part.kind][id_] = _Attribute(id_, "string")
        code = _DATA + id_
        before = part.cells.setdefault(code, value)
        timed = not TIMES.isdisjoint(attributes)
        if not timed and code not in part.since:
            if before is not value:
                part.said.setdefault(code, [str(before)]).append(value)
            return
        periods = periods_of(attributes)
        since = in_order(periods[0].start or "-inf") if periods else in_order("-inf")
        if before is not value:
            self.overtaken[self.attributes[part.kind][id_].title] += len(part.said.pop(code, [before]))
        if since >= part.since.get(code, since):
            part.cells[code], part.since[code] = value, since

    def _close(self, part: _Part) -> None:
        if part.said:
            part.cells |= {code: "; ".join(dict.fromkeys(texts)) for code, texts in part.said.items()}
        if part.kind == "node":
            self.inside += part.cells.get(_INSIDE) is not None
        elif isinstance(weight := part.cells.get(WEIGHT), str):
            part.cells[WEIGHT] = number(weight.strip(), whole=False)
        if not part.periods:
            return
        periods = list(dict.fromkeys(part.periods))
        part.cells[_START], part.cells[_END] = span(periods)
        if len(periods) > 1:
            part.cells[_SPELLS] = joined(one.shown for one in periods)
            self.spells += 1


def read_gexf(content: bytes, limits: Limits) -> ForeignNetwork:
    """Read a file; `UnreadableFile` where it is no GEXF or has no graph, `RefusedForSafety` beyond a limit."""
    reader = _Reader(limits)
    pass_over(content, reader, limits)
    if not reader.graphs:
        raise UnreadableFile("unreadable.no_graph")
    ours = reader.about.get("creator") == MARK
    in_days = _in_days(reader)
    days = {_START: "valid_from", _END: "valid_to"} if in_days else {}
    columns = {} if in_days else _NOT_DAYS
    nodes = _table(reader, "node", {**_NODES, **columns}, {_ID: KEY, LABEL: NAME, **days}, ours=ours)
    tied = {_ID: KEY, SOURCE: SOURCE, TARGET: TARGET, _DIRECTION: DIRECTION, WEIGHT: WEIGHT, **days}
    ties = _table(reader, "edge", {**_TIES, **columns}, tied, ours=ours)
    notes = left_out(
        [*reader.left, *(() if ours else (one for one in ("description", "keywords") if one in reader.about))]
    )
    if reader.inside:
        notes.append(Note("foreign_nested", {"count": reader.inside, "column": _INSIDE}))
    if reader.graphs > 1:
        notes.append(Note("foreign_several_graphs", {"count": reader.graphs}))
    if in_days is False:
        notes.append(Note("foreign_times", {"columns": tuple(_NOT_DAYS.values())}))
    if reader.spells:
        notes.append(Note("foreign_spells", {"count": reader.spells, "column": _SPELLS}))
    if reader.overtaken:
        parameters = {"columns": named(reader.overtaken), "count": sum(reader.overtaken.values())}
        notes.append(Note("foreign_values_over_time", parameters))
    return ForeignNetwork(
        FORM, (nodes,), (ties,), reader.default_type == "directed", reader.about.get("title") or None, tuple(notes)
    )


def _in_days(reader: _Reader) -> bool | None:
    """Whether the file's times are days: as it declares, else by what stands there; `None` where it has none."""
    rows = [cells for gathered in reader.tables.values() for _, cells in gathered.rows]
    times = [cell for cells in rows for code in (_START, _END) if isinstance(cell := cells.get(code), str)]
    if not times:
        return None
    return reader.time_format in _DATES or (reader.time_format not in _NUMBERS and all(map(is_day, times)))


def _table(reader: _Reader, of: str, columns: Mapping[str, str], meaning: Mapping[str, str], *, ours: bool) -> Table:
    attributes = {_DATA + id_: attribute for id_, attribute in reader.attributes[of].items()}
    defaults = {code: one.default for code, one in attributes.items() if one.default is not None}
    gathered = reader.tables[of]
    gathered.settle({code: one.value for code, one in attributes.items()}, defaults)
    headers = {**columns, **{code: one.title for code, one in attributes.items()}}
    if ours:
        headers = {code: header for code, header in headers.items() if code not in (LABEL, KIND)}
        by_header = meaning_of_ours(headers.values())
        meaning = {**{code: by_header[header] for code, header in headers.items() if header in by_header}, **meaning}
    return gathered.table(f"{of}s", headers, meaning, ties=of == "edge")


def _listed(text: str) -> str | None:
    """A list as one cell has it: Gephi writes [a, b], older programs a|b."""
    inside = text.strip().removeprefix("[").removesuffix("]")
    if "|" in inside:
        return joined(inside.split("|"))
    try:
        return joined(next(csv.reader([inside], skipinitialspace=True), []))
    except csv.Error:  # a piece beyond what that module takes
        return text
