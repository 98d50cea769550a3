"""What stands before the data of a UCINET DL file: how many nodes, their labels, and how the data are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.fault import shown
from network_service.ingest.foreign.plain_lines import count_of
from network_service.ingest.limits import Limits

_START = re.compile(r"\s*dl(?=[\s,]|$)", re.IGNORECASE)
_PHRASE = re.compile(
    r"""
      (?P<data>data)\s*:
    | (?P<size>nr|nc|nm|n)\s*=\s*(?P<count>[0-9]+)
    | format\s*[=:]\s*(?P<format>[a-z0-9]+)
    | diagonal\s*[=:]?\s*(?P<diagonal>present|absent)\b
    | (?:(?P<whose>rows?|col|columns?|matrix|level)\s+)?labels?\s*(?:(?P<embedded>embedded)\b\s*:?|:)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(r"[\s,;=]+")
_LABEL = re.compile(r'"(?P<quoted>[^"\n]*)"?|[^\s,=]+')
_LABELS = {"": "row", "r": "row", "c": "column", "m": "matrix", "l": "matrix"}


@dataclass(frozen=True, slots=True)
class Label:
    """A label and the line on which it stands."""

    text: str
    line: int


@dataclass(slots=True)
class Header:
    """What the words before the data say; `start` is where the data begin in the text, `line` on which line.

    `rows` and `columns` are the sizes as declared; `None` where nothing is said of them. `square` is whether one number
    was given for both.
    """

    format: str = "fullmatrix"
    rows: int | None = None
    columns: int | None = None
    matrices: int = 1
    square: bool = False
    diagonal: bool = True
    labels: dict[str, list[Label]] = field(default_factory=lambda: {"row": [], "column": [], "matrix": []})
    embedded: set[str] = field(default_factory=set)
    start: int = 0
    line: int = 1


def read_header(text: str, limits: Limits) -> Header:
    """Read all words up to `data:`; `UnreadableFile` where one is not understood, or a size is missing."""
    found = _START.match(text)
    if found is None:
        raise UnreadableFile("unreadable.not_dl")
    words = _Words(text, found.end(), limits)
    while not words.read_phrase():
        pass
    header = words.header
    for side, size in (("row", header.rows), ("column", header.columns)):
        if size is not None and len(header.labels[side]) > size:
            raise UnreadableFile("unreadable.dl_labels", found=len(header.labels[side]), expected=size)
    if header.rows is None:
        header.rows = len(header.labels["row"]) or header.columns
    if header.columns is None:
        header.columns = len(header.labels["column"]) or header.rows
    if header.rows is None or header.columns is None or not header.matrices:
        raise UnreadableFile("unreadable.dl_size")
    return header


class _Words:
    """The words of the header, one phrase after another."""

    def __init__(self, text: str, place: int, limits: Limits) -> None:
        self.header = Header()
        self._text, self._place, self._limits = text, 0, limits
        self._go_to(place)

    def read_phrase(self) -> bool:
        """Read the next phrase; whether it was the one after which the data come."""
        self._go_past_separators()
        found = _PHRASE.match(self._text, self._place)
        if found is None:
            word = _LABEL.match(self._text, self._place)
            if word is None:
                raise UnreadableFile("unreadable.dl_no_data")
            raise UnreadableFile("unreadable.dl_word", word=shown(word[0]), line=self.header.line)
        self._go_to(found.end())
        header = self.header
        if found["data"]:
            header.start = self._place
            return True
        if found["size"]:
            self._size(found["size"].lower(), found["count"])
        elif found["format"]:
            header.format = found["format"].lower()
        elif found["diagonal"]:
            header.diagonal = found["diagonal"].lower() == "present"
        else:
            self._labels((found["whose"] or "").lower(), bool(found["embedded"]))
        return False

    def _size(self, size: str, token: str) -> None:
        count = count_of(token)
        if count is None or count > self._limits.rows:
            raise RefusedForSafety("safety.too_many_rows", limit=self._limits.rows)
        header = self.header
        if size == "nm":
            header.matrices = count
        elif size == "n":
            header.rows = header.columns = count
            header.square = True
        elif size == "nr":
            header.rows = count
        else:
            header.columns = count

    def _labels(self, whose: str, embedded: bool) -> None:
        side = _LABELS[whose[:1]]
        header = self.header
        if embedded:
            header.embedded |= {side} if whose else {"row", "column"}
            return
        sizes = {"row": header.rows, "column": header.columns, "matrix": header.matrices}
        labels = header.labels[side]
        while len(labels) != sizes[side]:
            self._go_past_separators()
            found = _LABEL.match(self._text, self._place)
            if found is None or _PHRASE.match(self._text, self._place):
                return
            if len(labels) >= self._limits.rows:
                raise RefusedForSafety("safety.too_many_rows", limit=self._limits.rows)
            labels.append(Label(_label(found), header.line))
            self._go_to(found.end())

    def _go_past_separators(self) -> None:
        found = _BETWEEN.match(self._text, self._place)
        if found is not None:
            self._go_to(found.end())

    def _go_to(self, place: int) -> None:
        self.header.line += self._text.count("\n", self._place, place)
        self._place = place


def _label(found: re.Match[str]) -> str:
    quoted: str | None = found["quoted"]
    return found[0] if quoted is None else quoted


def tokens_in(line: str) -> Iterator[str]:
    """The labels and numbers of a line of data: separated by spaces or commas, labels perhaps in quotes."""
    return (_label(found) for found in _LABEL.finditer(line))
