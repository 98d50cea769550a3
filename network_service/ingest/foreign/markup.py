"""One pass over an XML file of a stranger: nothing is expanded or loaded, and only what is asked for is kept."""

import re
from typing import Any, NoReturn, Protocol
from xml.parsers import expat

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.content import content_of
from network_service.ingest.fault import shown
from network_service.ingest.limits import Limits
from network_service.ingest.steady import without_collector

_CHUNK = 1 << 16
_DEEPEST = 200
"""Levels of elements: a group within a group takes two, and ten such groups are more than anybody draws."""
_ELEMENTS_A_ROW = 30
"""Elements that the file may have for each row allowed: yEd draws a node with about fifteen."""
_DECLARED = re.compile(rb"<\?xml[^>]{0,100}encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']")
_THAI = frozenset({"windows-874", "cp874", "ms874", "x-windows-874", "tis-620", "tis620", "iso-8859-11"})
"""Names of the Thai code page, some unknown to Python; the code page holds all that the two standards do."""


class Pass(Protocol):
    """What reads a format: it is told of each element in the file's order."""

    root: str
    """The local name of the outermost element; of a file with another one nothing is read."""

    def start(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """An element begins on a line."""

    def end(self) -> None:
        """The innermost open element ends."""

    def text(self, text: str) -> None:
        """Text stands in the innermost open element; a long one may come in pieces."""


def local(tag: str) -> str:
    """The name of an element without its prefix: which one a file uses for a format is its own affair."""
    return tag.rpartition(":")[2]


def pass_over(content: bytes, reader: Pass, limits: Limits) -> None:
    """Tell a reader of every element of a file.

    `RefusedForSafety` for a document type or entity declared, for too many elements or levels; `UnreadableFile` for
    what is not XML, or not XML of that format.
    """
    content = content_of(content, limits)
    found = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf").lstrip()[:200])
    encoding = found[1].decode("ascii").lower() if found else None
    parser = expat.ParserCreate("cp874" if encoding in _THAI else None)
    parser.buffer_text = True
    guard = _Guard(reader, limits, parser)
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = guard.refuse
    parser.EntityDeclHandler = guard.refuse
    parser.UnparsedEntityDeclHandler = guard.refuse
    parser.ExternalEntityRefHandler = guard.refuse
    try:
        with without_collector():
            for place in range(0, len(content), _CHUNK):
                parser.Parse(content[place : place + _CHUNK], False)
            parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnreadableFile("unreadable.not_xml", line=error.lineno) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows, or of several bytes a character
        if type(error) not in (LookupError, ValueError):  # one of their kinds: no word of the parser's
            raise
        named = encoding or str(error).rpartition(": ")[2]  # which may be declared in UTF-16, or be longer than any
        raise UnreadableFile("unreadable.xml_encoding", encoding=shown(named)) from error


class _Guard:
    """Stands before the reader and counts."""

    def __init__(self, reader: Pass, limits: Limits, parser: expat.XMLParserType) -> None:
        self._reader = reader
        self._most = min(limits.elements, _ELEMENTS_A_ROW * limits.rows)
        self._parser = parser
        self._elements = self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements == 1 and local(tag) != self._reader.root:
            raise UnreadableFile("unreadable.other_xml", expected=self._reader.root, found=shown(tag))
        if self._elements > self._most:
            raise RefusedForSafety("safety.too_many_elements", limit=self._most)
        if self._depth > _DEEPEST:
            raise RefusedForSafety("safety.xml_too_deep", limit=_DEEPEST)
        self._reader.start(tag, attributes, self._parser.CurrentLineNumber)

    def end(self, _: str) -> None:
        self._depth -= 1
        self._reader.end()

    def refuse(self, *_: Any) -> NoReturn:
        raise RefusedForSafety("safety.xml_declarations")
