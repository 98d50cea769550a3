"""Streams XML to handlers by local names; document types and entities are refused, whatever they say."""

from collections.abc import Callable
from typing import IO, NoReturn
from xml.parsers import expat

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.xlsx.archive import Archive

_CHUNK = 256 * 1024

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def stream(archive: Archive, part: str, start: Start, end: End, text: Text) -> None:
    """Parse a part, calling `start(tag, attributes)`, `end(tag)` and `text(characters)`.

    Tags come with their name space, as `uri}tag`: handlers look them up in a table made once (`local`).
    """
    with archive.stream(part) as source:
        parse(source, start, end, text)


def parse(source: IO[bytes], start: Start, end: End, text: Text) -> None:
    """Parse a byte stream; bad XML is an `UnreadableFile`."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    try:
        while chunk := source.read(_CHUNK):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnreadableFile("unreadable.damaged") from error


class LocalNames(dict[str, str]):
    """Tags without their name space; strict and transitional workbooks differ in nothing else that we read."""

    def __missing__(self, tag: str) -> str:
        """Cut the name space off, once a tag."""
        self[tag] = name = tag.rpartition("}")[2]
        return name


def _refuse(*_: object) -> NoReturn:
    raise RefusedForSafety("safety.xml_entities")
