"""JSON of Kumu: blueprints that somebody wrote, and the backup of a whole project ("Export JSON").

Elements and connections become rows, and each field with content a column; a list is one cell. A blueprint names an
element by its id or by its label, a backup by its id. A project of several maps has one set of elements: the column
`maps` says which maps show each. Positions, views, loops and settings are left out.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.content import content_of
from network_service.ingest.fault import Note
from network_service.ingest.foreign.gathered import Cells, Gathered, joined, left_out
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, ForeignNetwork
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellTrouble, CellValue
from network_service.ingest.strict_json import strict_json
from network_service.ingest.xlsx.tally import Tally

FORM = "kumu_json"

_ELEMENTS, _CONNECTIONS, _MAPS = "elements", "connections", "maps"
_IDS = ("_id", "id")
_ID, _LABEL, _FROM, _TO, _DIRECTION = "id", "label", "from", "to", "direction"
_DRAWN = ("position", "style")
"""Parts of an entry that only say how it is drawn."""
_FIELD = "field:"
"""What a column's code begins with where it comes from a field of the project."""
_TITLES = ("name", "title")
_VALUES_A_ROW = 30
"""Values that the file may have for each row allowed: a backup has about 15 a row, positions on maps among them."""


def read_kumu_json(content: bytes, limits: Limits) -> ForeignNetwork:
    """Read a file; `UnreadableFile` where it is no JSON of Kumu, `RefusedForSafety` beyond a limit."""
    project = _decoded(content_of(content, limits), limits)
    tally = Tally(limits)
    elements, connections = Gathered(limits, tally), Gathered(limits, tally)
    left: dict[str, None] = {}
    for number, entry in enumerate(_entries(project, _ELEMENTS), 1):
        _read(entry, elements.open(number), left, _LABEL)
    for number, entry in enumerate(_entries(project, _CONNECTIONS), 1):
        cells = connections.open(number)
        _read(entry, cells, left, _FROM)
        _turn(entry, cells)
    notes = _say_maps(project, elements)
    _resolve(elements, connections)
    known = {_ELEMENTS, _CONNECTIONS, _MAPS, *_TITLES}
    left |= dict.fromkeys(name for name, value in project.items() if name not in known and value)
    notes = left_out(left) + notes
    nodes = elements.table(_ELEMENTS, _columns(elements, (_ID, _LABEL)), {_ID: KEY, _LABEL: NAME}, ties=False)
    tied = {_ID: KEY, _FROM: SOURCE, _TO: TARGET, _DIRECTION: DIRECTION}
    ties = connections.table(_CONNECTIONS, _columns(connections, tuple(tied)), tied, ties=True)
    return ForeignNetwork(FORM, (nodes,), (ties,), None, _title(project), tuple(notes))


def _decoded(content: bytes, limits: Limits) -> dict[str, object]:
    """The outermost object; counted first, as a byte of JSON can take a hundred of memory."""
    brackets = content.count(b"{") + content.count(b"[")
    if brackets > limits.row_marks or content.count(b",") > _VALUES_A_ROW * limits.rows:
        raise RefusedForSafety("safety.too_many_elements", limit=limits.row_marks)
    try:
        project = strict_json(content.decode(json.detect_encoding(content)))
    except RecursionError as error:
        raise RefusedForSafety("safety.too_deep") from error
    except ValueError as error:  # bad JSON, bad UTF-8, numbers of thousands of digits
        raise UnreadableFile("unreadable.bad_json") from error
    if not isinstance(project, dict) or not any(
        isinstance(project.get(one), list) for one in (_ELEMENTS, _CONNECTIONS)
    ):
        raise UnreadableFile("unreadable.not_kumu")
    return project


def _entries(project: Mapping[str, object], name: str) -> Sequence[object]:
    listed = project.get(name)
    return listed if isinstance(listed, list) else ()


def _read(entry: object, cells: Cells, left: dict[str, None], needed: str) -> None:
    """What an entry says: a backup has its fields among `attributes`, a blueprint at the entry itself.

    What is no entry is a row whose `needed` column cannot be used.
    """
    if not isinstance(entry, dict):
        cells[needed] = CellTrouble("foreign.not_an_entry", _text(entry))
        return
    id_name = next((one for one in _IDS if _cell(entry.get(one)) is not None), _ID)
    cells[_ID] = _cell(entry.get(id_name))
    left |= dict.fromkeys(name for name in _DRAWN if entry.get(name))
    inner = entry.get("attributes")
    attributes = inner if isinstance(inner, dict) else {}
    passed = {id_name, "reversed", *_DRAWN, *(("attributes",) if isinstance(inner, dict) else ())}
    for name, value in entry.items():
        if name not in passed and not (name == "delayed" and value is False):
            _say(cells, name, name, _cell(value))
    for name, value in attributes.items():
        _say(cells, name, name if _FIELD + name not in cells else f"attributes.{name}", _cell(value))


def _say(cells: Cells, name: str, field: str, cell: CellValue) -> None:
    own = name in (_LABEL, _FROM, _TO, _DIRECTION) and cells.get(name) is None
    if cell is not None:
        cells[name if own else _FIELD + field] = cell


def _turn(entry: object, cells: Cells) -> None:
    """Kumu draws a reversed connection with its arrow at the other end."""
    if isinstance(entry, dict) and entry.get("reversed") is True:
        cells[_FROM], cells[_TO] = cells.get(_TO), cells.get(_FROM)


def _cell(value: object) -> CellValue:
    if isinstance(value, list):
        return joined(_text(one) for one in value)
    if isinstance(value, dict):
        return _text(value)
    if isinstance(value, str):
        return value.strip() or None
    return value if isinstance(value, bool | int | float) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _columns(gathered: Gathered, first: Sequence[str]) -> dict[str, str]:
    fields = dict.fromkeys(code for _, cells in gathered.rows for code in cells if code not in first)
    return {**{one: one for one in first}, **{code: code.removeprefix(_FIELD) for code in fields}}


def _resolve(elements: Gathered, connections: Gathered) -> None:
    """Name elements without an id by their label, and let connections that go by label name what the element has."""
    labels = Counter(cells.get(_LABEL) for _, cells in elements.rows)
    keys: dict[CellValue, CellValue] = {}
    for _, cells in elements.rows:
        label = cells.get(_LABEL)
        if cells.get(_ID) is None:
            cells[_ID] = label
        if isinstance(label, str) and labels[label] == 1:
            keys[label] = cells[_ID]
    ids = {cells[_ID] for _, cells in elements.rows}
    for _, cells in connections.rows:
        for end in (_FROM, _TO):
            said = cells.get(end)
            if isinstance(said, str) and said not in ids:
                cells[end] = keys.get(said, said)


def _say_maps(project: Mapping[str, object], elements: Gathered) -> list[Note]:
    """On which maps each element is, where the project has several maps."""
    maps = [one for one in _entries(project, _MAPS) if isinstance(one, dict)]
    if len(maps) < 2:
        return []
    shown_on: dict[str, list[str]] = defaultdict(list)
    for number, one in enumerate(maps, 1):
        title = next((_text(one[name]) for name in (*_TITLES, *_IDS) if one.get(name)), str(number))
        for id_ in dict.fromkeys(_on_map(one)):
            shown_on[id_].append(title)
    off = 0
    for _, cells in elements.rows:
        cells[_FIELD + _MAPS] = joined(shown_on.get(str(cells.get(_ID)), ()))
        off += cells[_FIELD + _MAPS] is None
    notes = [Note("foreign_several_graphs", {"count": len(maps)})]
    return [*notes, Note("foreign_off_map", {"count": off, "column": _MAPS})] if off else notes


def _on_map(one: Mapping[str, object]) -> Iterator[str]:
    """Ids of the elements of a map, each an id or an entry that names it."""
    for entry in _entries(one, _ELEMENTS):
        named = entry.get("element", entry.get("_id", entry.get("id"))) if isinstance(entry, dict) else entry
        if isinstance(named, str | int):
            yield str(named)


def _title(project: Mapping[str, object]) -> str | None:
    """The project's name; that of its map where it has a single one."""
    maps = [one for one in _entries(project, _MAPS) if isinstance(one, dict)]
    named = [project, *maps] if len(maps) == 1 else [project]
    found = (one.get(name) for one in named for name in _TITLES)
    return next((text.strip() for text in found if isinstance(text, str) and text.strip()), None)
