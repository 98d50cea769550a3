"""What a single line of a Pajek file says."""

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass

from network_service.domain.identity import is_record_id
from network_service.ingest.foreign.plain_lines import count_of, number_of, of_one_thing, weight_of
from network_service.ingest.raw import CellValue

# A quote ends a text only before white space: names hold quotes too. An interval may hold spaces.
_TOKEN = re.compile(r'"(?:(.*?)"(?=[ \t\f\v]|$)|(.*))|(\[[^\]]*\]?)|([^ \t\f\v]+)')
_SIGN = re.compile(r"&#([0-9]{1,7});")
_SHAPES = frozenset({"ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"})
_LINE_WORDS = frozenset({"w", "c", "p", "s", "a", "ap", "l", "lp", "lr", "lphi", "lc", "la", "fos", "font"})
_MOST_LEFT = 30
"""Names of things left out that are told; Pajek has fewer, a hostile file millions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What our own export says of a vertex in a comment: the kind and id of its record."""

    kind: str
    id: str


@dataclass(slots=True)
class Line:
    """What a line says of a tie beside its ends."""

    weight: CellValue = None
    label: str | None = None
    time: str | None = None


def tokens_of(line: str) -> list[str]:
    """Words, texts in quotes and intervals, each once, in their order."""
    if '"' not in line and "[" not in line:
        return of_one_thing(line).split()
    return list(tokens_in(of_one_thing(line)))


def tokens_in(line: str) -> Iterator[str]:
    """The tokens of a line that may be of any length."""
    return (_text(found) for found in _TOKEN.finditer(line))


def _text(found: re.Match[str]) -> str:
    quoted = found[1] if found[1] is not None else found[2]
    return found[3] or found[4] if quoted is None else quoted.replace('\\"', '"')


def label_of(token: str) -> str | None:
    """A label with the signs that Pajek writes by number, such as `&#3585;`; `None` for an empty one."""
    return _SIGN.sub(_sign, token).strip() or None


def _sign(found: re.Match[str]) -> str:
    number = int(found[1])
    is_sign = 0 < number < 0xD800 or 0xDFFF < number <= 0x10FFFF
    return chr(number) if is_sign else found[0]


def entry_of(comment: str) -> tuple[int, Entry] | None:
    """The vertex of which a comment of ours speaks: `% node 3 = organization ID`."""
    match comment.split(" ", 6):
        case ["%", "node", number, "=", kind, record_id] if is_record_id(record_id):
            vertex = count_of(number)
            return None if vertex is None else (vertex, Entry(kind, record_id.lower()))
    return None


def tie_entry_of(comment: str) -> tuple[int, str, str, str] | None:
    """The place in the file, ends and id of the tie of which a comment of ours speaks: `% tie 7 = 1 2 ID`."""
    match comment.split(" ", 7):
        case ["%", "tie", number, "=", source, target, record_id] if is_record_id(record_id):
            place = count_of(number)
            return None if place is None else (place, source, target, record_id.lower())
    return None


def time_of(tokens: list[str]) -> str | None:
    """When a vertex is there, as written between brackets; the rest of its line is how it is drawn."""
    return next((token.strip("[] ") for token in tokens if token.startswith("[")), None)


def drawn(tokens: list[str], left: MutableMapping[str, None]) -> None:
    """Note what a vertex' line says of its drawing: the names of what is left out."""
    place = 0
    while place < len(tokens) and len(left) < _MOST_LEFT:
        token = tokens[place]
        place += 1
        if token.startswith("["):
            continue
        if number_of(token) is not None:
            left["x y z"] = None
        elif token.lower() in _SHAPES:
            left["shape"] = None
        else:
            left[token[:20]] = None
            place += 1  # its value


def line_of(tokens: list[str], left: MutableMapping[str, None]) -> Line:
    """What stands behind the ends of a tie: value, label, time; how the line is drawn is noted as left out."""
    line = Line()
    place = 0
    if tokens and not tokens[0].startswith("[") and tokens[0].lower() not in _LINE_WORDS:
        line.weight = weight_of(tokens[0])
        place = 1
    while place < len(tokens):
        token = tokens[place]
        place += 1
        if token.startswith("["):
            line.time = token.strip("[] ") or None
            continue
        value = tokens[place] if place < len(tokens) else ""
        place += 1
        if token.lower() == "l":
            line.label = label_of(value)
        elif len(left) < _MOST_LEFT:
            left[token[:20]] = None
    return line
