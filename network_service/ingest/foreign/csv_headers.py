"""What programs write above the columns of a CSV file, and what each of these headers means."""

from collections.abc import Iterable, Mapping, Sequence

from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE, WEIGHT
from network_service.ingest.sheets.wording import column_wording, heading_form


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(heading_form(word) for word in words)


def _ours(column: str) -> tuple[str, str]:
    """Both headers of a column of our own sheet of collaborations, which people save as CSV too."""
    header = column_wording("collaborations", column).header
    return header.thai, header.english


_NODE_WORDS: Mapping[str, frozenset[str]] = {
    KEY: _forms(("id", "key", "node id", "รหัส")),
    NAME: _forms(("label", "name", "ชื่อ")),
    TYPE: _forms(("kind", "type", "ประเภท", "ชนิด")),
    "note": _forms(("description", "คำอธิบาย")),
}
_TIE_WORDS: Mapping[str, frozenset[str]] = {
    SOURCE: _forms(("source", "from", "จาก", "ต้นทาง", *_ours("from"))),
    TARGET: _forms(("target", "to", "ถึง", "ไปยัง", "ปลายทาง", *_ours("to"))),
    KEY: _NODE_WORDS[KEY],
    WEIGHT: _forms(("weight", "น้ำหนัก", *_ours("weight"))),
    DIRECTION: _forms(("direction", "ทิศทาง")),
    TYPE: _NODE_WORDS[TYPE],
    "note": _NODE_WORDS["note"],
    "topics": _forms(("tags",)),
}
_KIND, _LABEL, _STRENGTH, _TYPE = (heading_form(word) for word in ("kind", "label", "strength", "type"))
_UNDIRECTED = "undirected"
_DIRECTIONS = frozenset({"directed", _UNDIRECTED, "mutual"})

_KUMU_ONLY = _forms(("description", "tags", "strength", "direction", "type"))
_OWN_NODES = ("id", "label", "kind")
_OWN_TIES = ("source", "target", "type", "id", "kind")


def tells_ties(headers: Sequence[str]) -> bool:
    """Whether a header row is that of ties: it names both ends."""
    forms = {heading_form(header) for header in headers}
    return bool(forms & _TIE_WORDS[SOURCE]) and bool(forms & _TIE_WORDS[TARGET])


def tells_nodes(headers: Sequence[str]) -> bool:
    """Whether a header row is that of nodes: it names a key or a name."""
    forms = {heading_form(header) for header in headers}
    return bool(forms & (_NODE_WORDS[KEY] | _NODE_WORDS[NAME]))


def node_meaning(headers: Sequence[str]) -> dict[str, str]:
    """What the headers of nodes mean; of two that mean the same, the first does."""
    meaning = _meaning(headers, _NODE_WORDS)
    return _kind_before_type(headers, meaning)


def tie_meaning(headers: Sequence[str], first_values: Mapping[str, str], numeric: frozenset[str]) -> dict[str, str]:
    """What the headers of ties mean.

    `first_values` is the first value of each column, `numeric` are the columns of nothing but numbers. A column `Type`
    is Gephi's word for the direction and everybody else's for the kind, which its values tell; a label says the kind
    where nothing else does; a strength may be a number or a word.
    """
    meaning = _meaning(headers, _TIE_WORDS)
    has_kind = any(heading_form(header) == _KIND for header in headers)
    for header in headers:
        form = heading_form(header)
        says_direction = first_values.get(header, _UNDIRECTED if has_kind else "").lower() in _DIRECTIONS
        if form == _TYPE and DIRECTION not in meaning.values() and says_direction:
            meaning[header] = DIRECTION
        if form == _STRENGTH and header in numeric and WEIGHT not in meaning.values():
            meaning[header] = WEIGHT
    meaning = _kind_before_type(headers, meaning)
    for header in headers:
        if heading_form(header) == _LABEL:
            free = next((one for one in (TYPE, "note") if one not in meaning.values()), None)
            if free:
                meaning[header] = free
    return meaning


def form_of(nodes: Sequence[Sequence[str]], ties: Sequence[Sequence[str]]) -> str:
    """The code of the program that writes such headers."""
    node_forms = [tuple(heading_form(header) for header in headers) for headers in nodes]
    tie_forms = [tuple(heading_form(header) for header in headers) for headers in ties]
    if all(one[: len(_OWN_NODES)] == _OWN_NODES for one in node_forms) and all(
        one[: len(_OWN_TIES)] == _OWN_TIES for one in tie_forms
    ):
        return "own_csv"
    if any("source" in one and (_TYPE in one or node_forms) for one in tie_forms):
        return "gephi_csv"
    if any("from" in one and (_KUMU_ONLY & {*one} or node_forms) for one in tie_forms):
        return "kumu_csv"
    if ties:
        return "edge_list_csv"
    if any("label" in one for one in node_forms):
        return "gephi_csv" if any("id" in one for one in node_forms) else "kumu_csv"
    return "table_csv"


def _meaning(headers: Sequence[str], words: Mapping[str, frozenset[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for header in headers:
        form = heading_form(header)
        meant = next((constant for constant, known in words.items() if form in known), None)
        if meant is not None and meant not in found.values():
            found[header] = meant
    return found


def _kind_before_type(headers: Sequence[str], meaning: dict[str, str]) -> dict[str, str]:
    """Where both stand in a file, `Kind` is the kind, as in our own; `Type` may then say something of its own."""
    for header in headers:
        if heading_form(header) == _KIND:
            freed = {one: meant for one, meant in meaning.items() if meant != TYPE}
            return freed | {header: TYPE}
    return meaning
