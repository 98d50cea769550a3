"""What the headers of a CSV file tell: whether its rows are nodes or ties, of which program, and what they mean there.

Here stands only what a CSV file adds to the words that `words.py` has for all files.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from network_service.ingest.foreign.mapping import NOT_READ, ColumnMapping
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE
from network_service.ingest.foreign.words import NODES, TIES, meaning_of_headers
from network_service.ingest.sheets.wording import heading_form, rows_of_data

_OWN_NODES = ("id", "label", "kind")
_OWN_TIES = ("source", "target", "type", "id", "kind")
_KUMU_ONLY = frozenset({"description", "tags", "strength", "direction", "type"})

_UNDIRECTED = "undirected"
_DIRECTIONS = frozenset({"directed", _UNDIRECTED, "mutual"})


def tells_ties(headers: Sequence[str], mapping: ColumnMapping) -> bool:
    """Whether a header row is that of ties: it names both ends, by its words or as somebody says of them.

    The words that our own sheets have for ends, such as `network`, stand above columns of nodes too; they tell ties
    only where no column is a name.
    """
    if is_own_nodes(headers):
        return False
    forms = {heading_form(header) for header in headers}
    said = {mapping.meaning(TIES, header) for header in headers}
    if all(end in said or forms & _usual_words(end) for end in (SOURCE, TARGET)):
        return True
    return {SOURCE, TARGET} <= _meanings(headers, TIES, mapping) and NAME not in _meanings(headers, NODES, mapping)


def lone_end(headers: Sequence[str], mapping: ColumnMapping) -> str | None:
    """The header that names one end of ties where none names the other: misspelt, or not yet mapped."""
    found = [header for header in headers if {heading_form(header)} & (_usual_words(SOURCE) | _usual_words(TARGET))]
    said = {mapping.meaning(TIES, header) for header in headers} & {SOURCE, TARGET}
    return found[0] if len(found) + len(said) == 1 and found else None


def tells_nodes(headers: Sequence[str], mapping: ColumnMapping) -> bool:
    """Whether a header row is that of nodes: it names a key or a name."""
    return bool({KEY, NAME} & _meanings(headers, NODES, mapping))


def is_own_nodes(headers: Sequence[str]) -> bool:
    """Whether a header row is that of the nodes that our own export writes."""
    return tuple(heading_form(header) for header in headers[: len(_OWN_NODES)]) == _OWN_NODES


def node_meaning(headers: Sequence[str]) -> dict[str, str]:
    """What the headers of nodes mean in such a file.

    In our own the label is what Gephi shows; the name, where a node has one, stands in its own column.
    """
    if is_own_nodes(headers) and NAME in headers:
        return dict.fromkeys(headers[1:2], NOT_READ)
    return {}


def strength_of(headers: Sequence[str]) -> str | None:
    """The header of Kumu's strength, which may be a number or a word."""
    return next((header for header in headers if heading_form(header) == "strength"), None)


def tie_meaning(headers: Sequence[str], first_values: Mapping[str, str], *, strength_is_number: bool) -> dict[str, str]:
    """What the headers of ties mean in such a file.

    `first_values` is the first value of each column that has any. A column `Type` is Gephi's word for the direction and
    everybody else's for the kind, which its values tell. Kumu's tags are topics, and a label beside them says the kind
    where nothing else does; so does a strength in words.
    """
    by_form = {heading_form(header): header for header in reversed(headers)}
    meaning: dict[str, str] = {}
    says = first_values.get(by_form.get("type", ""), _UNDIRECTED if "kind" in by_form else "")
    if "type" in by_form and "direction" not in by_form and says.lower() in _DIRECTIONS:
        meaning[by_form["type"]] = DIRECTION
    if "tags" in by_form:
        meaning[by_form["tags"]] = "topics"
        _say(meaning, headers, by_form.get("label"))
    if not strength_is_number:
        _say(meaning, headers, strength_of(headers))
    return meaning


def form_of(nodes: Sequence[Sequence[str]], ties: Sequence[Sequence[str]]) -> str:
    """The code of the program that writes such headers."""
    tie_forms = [tuple(heading_form(header) for header in headers) for headers in ties]
    node_forms = [tuple(heading_form(header) for header in headers) for headers in nodes]
    own_ties = all(one[: len(_OWN_TIES)] == _OWN_TIES for one in tie_forms)
    if own_ties and all(is_own_nodes(headers) for headers in nodes):
        return "own_csv"
    if any("source" in one and ("type" in one or node_forms) for one in tie_forms):
        return "gephi_csv"
    if any("from" in one and (_KUMU_ONLY & {*one} or node_forms) for one in tie_forms):
        return "kumu_csv"
    if ties:
        return "edge_list_csv"
    if any("label" in one for one in node_forms):
        return "gephi_csv" if any("id" in one for one in node_forms) else "kumu_csv"
    return "table_csv"


@cache
def _usual_words(end: str) -> frozenset[str]:
    """What other programs write above an end of a tie."""
    rows = rows_of_data("foreign_headers")
    return frozenset(heading_form(row["header"]) for row in rows if (row["part"], row["means"]) == (TIES, end))


def _meanings(headers: Sequence[str], part: str, mapping: ColumnMapping) -> set[str | None]:
    known = meaning_of_headers(part)
    return {mapping.meaning(part, header) or known.get(heading_form(header)) for header in headers}


def _say(meaning: dict[str, str], headers: Sequence[str], header: str | None) -> None:
    """Let a column of words say the kind of a tie, else be a remark or a topic; where all are taken it stays unread."""
    known = meaning_of_headers(TIES)
    taken = {meaning.get(one) or known.get(heading_form(one)) for one in headers if one != header}
    if header is not None:
        meaning[header] = next((one for one in (TYPE, "note", "topics") if one not in taken), NOT_READ)


def meant_places(
    headers: Sequence[str], meaning: Mapping[str, str], part: str, mapping: ColumnMapping
) -> dict[str, int]:
    """The first column of each meaning: as somebody says, else as the file means it, else by its header."""
    known = meaning_of_headers(part)
    said = [mapping.meaning(part, header) for header in headers]
    places: dict[str, int] = {}
    for place in sorted(range(len(headers)), key=lambda place: said[place] is None):
        meant = said[place] or meaning.get(headers[place]) or known.get(heading_form(headers[place]))
        if meant:
            places.setdefault(meant, place)
    return places
