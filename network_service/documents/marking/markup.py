"""Changes a part of a workbook in a few places; every other byte stays, known to this program or not."""

from collections.abc import Collection, Mapping
from typing import NamedTuple
from xml.parsers import expat

from network_service.errors import UnreadableFile

_PLAIN = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Tag(NamedTuple):
    """An element: its name without prefix, its depth (0 is the root), its first byte, and its attributes as written."""

    name: str
    depth: int
    start: int
    attributes: Mapping[str, str]


class Markup:
    """A part's bytes, the places of its elements, and the changes asked for.

    Elements directly below the root are known, and deeper ones of the wanted names. Documents were judged before: there
    is no type declaration in them.
    """

    def __init__(self, content: bytes, wanted: Collection[str] = ()) -> None:
        """Find the elements."""
        self.content = content
        self.tags: list[Tag] = []
        self._wanted = frozenset(wanted)
        self._ends: dict[int, int] = {}
        self._open: list[tuple[bool, int]] = []
        self._edits: list[tuple[int, int, bytes]] = []
        if content.startswith(_UTF16):
            raise UnreadableFile("unreadable.damaged")
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._starts
        self._parser.EndElementHandler = self._stops
        self._parser.XmlDeclHandler = _require_plain
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            raise UnreadableFile("unreadable.damaged") from error
        root = content[self.tags[0].start + 1 : self.tags[0].start + 80].split(None, 1)[0].decode()
        self.prefix = f"{root.partition(':')[0]}:" if ":" in root else ""

    @property
    def children(self) -> list[Tag]:
        """The elements directly below the root, in order."""
        return [tag for tag in self.tags if tag.depth == 1]

    def named(self, name: str) -> list[Tag]:
        """The known elements of a name."""
        return [tag for tag in self.tags if tag.name == name]

    def span(self, tag: Tag) -> tuple[int, int]:
        """First byte of an element, and the one after its last."""
        return tag.start, self._ends[tag.start]

    def source(self, tag: Tag) -> bytes:
        """All of an element."""
        return self.content[tag.start : self._ends[tag.start]]

    def remove(self, tag: Tag) -> None:
        """Leave an element out."""
        self._edits.append((tag.start, self._ends[tag.start], b""))

    def insert_before(self, tag: Tag | None, text: str) -> None:
        """Put markup before an element, or as the last child of the root."""
        place = self._end_tag(self.tags[0]) if tag is None else tag.start
        self._edits.append((place, place, text.encode()))

    def append(self, tag: Tag, text: str) -> None:
        """Put markup as the last child of an element, which may have been empty."""
        end = self._ends[tag.start]
        if self.content[end - 2 : end] != b"/>":
            self._edits.append((self._end_tag(tag), self._end_tag(tag), text.encode()))
        else:
            self._edits.append((end - 2, end, f">{text}</{self.prefix}{tag.name}>".encode()))

    def set(self, tag: Tag, attribute: str, value: str | None) -> None:
        """Change an attribute that an element has, or take it away."""
        written = self.content[tag.start : _tag_end(self.content, tag.start)]
        place = _attribute(written, attribute)
        if place is not None:
            text = b"" if value is None else f' {attribute}="{value}"'.encode()
            self._edits.append((tag.start + place[0], tag.start + place[1], text))

    def result(self) -> bytes:
        """The part with its changes."""
        pieces, done = [], 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces += [self.content[done:start], text]
            done = end
        return b"".join([*pieces, self.content[done:]])

    def _starts(self, name: str, attributes: dict[str, str]) -> None:
        local, depth, start = name.rpartition(":")[2], len(self._open), self._parser.CurrentByteIndex
        known = depth < 2 or local in self._wanted
        if known:
            self.tags.append(Tag(local, depth, start, attributes))
        self._open.append((known, start))

    def _stops(self, _: str) -> None:
        known, start = self._open.pop()
        if known:
            end = _tag_end(self.content, start)
            is_empty = self.content[end - 2 : end] == b"/>"
            self._ends[start] = end if is_empty else _tag_end(self.content, self._parser.CurrentByteIndex)

    def _end_tag(self, tag: Tag) -> int:
        return self.content.rindex(b"<", tag.start, self._ends[tag.start])


def _require_plain(_: str, encoding: str | None, __: int) -> None:
    """Places are counted in bytes, and markup is put in between as UTF-8, which all office programs write."""
    if encoding is not None and encoding.lower() not in _PLAIN:
        raise UnreadableFile("unreadable.damaged")


def _tag_end(content: bytes, start: int) -> int:
    """Where a tag ends; a sign > may stand in its quoted values."""
    place, quote = start, 0
    while True:
        sign = content[place]
        if quote:
            quote = 0 if sign == quote else quote
        elif sign in b"\"'":
            quote = sign
        elif sign == ord(">"):
            return place + 1
        place += 1


def _attribute(tag: bytes, name: str) -> tuple[int, int] | None:
    """Where an attribute stands in a tag, the space before it included."""
    place = 0
    wanted = name.encode()
    while (place := tag.find(wanted, place)) >= 0:
        after = tag[place + len(wanted) :].lstrip()
        if tag[place - 1 : place].isspace() and after.startswith(b"="):
            value = after[1:].lstrip()
            closing = value.index(value[:1], 1)
            return place - 1, len(tag) - len(value) + closing + 1
        place += 1
    return None
