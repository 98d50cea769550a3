"""Comments of one sheet: ours are put in, known again by their author, and taken off; theirs stay above ours."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError, SubElement
from xml.sax.saxutils import escape, quoteattr

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from network_service.documents.marking.marks import Mark
from network_service.documents.sheet_writer import escaped
from network_service.errors import UnreadableFile
from network_service.messages import Messages

AUTHOR = "network-service faults"
"""Author of our comments."""
RULE = "――― network-service ―――"
"""The line above what we say: some office programs forget authors, and it parts their text from ours in one comment."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REVISION = "http://schemas.openxmlformats.org/spreadsheetml/2014/revision"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_KNOWN = {f"{{{_REVISION}}}": "xr:", "{http://www.w3.org/XML/1998/namespace}": "xml:", "{": ""}
_THREAD = "tc="
"""How the author begins of a comment that stands for a conversation; Excel takes it apart if it is changed."""


class Comments:
    """The comments of a sheet."""

    def __init__(self, content: bytes | None) -> None:
        """Read the part of comments, or begin one."""
        self._root: Any = Element(_tag("comments")) if content is None else _read(content)
        self._authors = self._child(self._root, "authors")
        self._list = self._child(self._root, "commentList")
        self._numbers = {author.text or "": number for number, author in enumerate(self._authors)}

    def take_off(self) -> set[str]:
        """Remove our comments, and our part of theirs; the cells that have none any more."""
        emptied = set()
        for comment in list(self._list):
            place = _said(comment).find(RULE)
            if self._author(comment) == AUTHOR or place == 0:
                self._list.remove(comment)
                emptied.add(comment.get("ref", ""))
            elif place > 0:
                _cut(comment, place)
        return emptied

    def put(self, marks: Mapping[str, Mark], words: Messages) -> list[Mark]:
        """Write a comment for each mark; the marks that had none, and so need a box drawn."""
        existing = {comment.get("ref", ""): comment for comment in self._list}
        new = []
        for cell, mark in marks.items():
            text = f"{RULE}\n{escaped(mark.comment(words))}"
            comment = existing.get(cell)
            if comment is None:
                comment = SubElement(self._list, _tag("comment"), {"ref": cell})
                self._set_author(comment, AUTHOR)
                _add_run(SubElement(comment, _tag("text")), text)
                new.append(mark)
            elif not self._author(comment).startswith(_THREAD):
                _add_run(self._child(comment, "text"), f"\n{text}")
        return new

    def result(self) -> str:
        """The part as it is now."""
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{_written(self._root, root=True)}'

    def _author(self, comment: Any) -> str:
        number = comment.get("authorId", "")
        return self._authors[int(number)].text or "" if number.isdigit() and int(number) < len(self._authors) else ""

    def _set_author(self, comment: Any, name: str) -> None:
        if name not in self._numbers:
            self._numbers[name] = len(self._authors)
            SubElement(self._authors, _tag("author")).text = name
        comment.set("authorId", str(self._numbers[name]))

    @staticmethod
    def _child(parent: Any, name: str) -> Any:
        found = parent.find(_tag(name))
        return SubElement(parent, _tag(name)) if found is None else found


def _read(content: bytes) -> Any:
    try:
        return fromstring(content)
    except (ParseError, DefusedXmlException) as error:
        raise UnreadableFile("unreadable.damaged") from error


def _add_run(text: Any, said: str) -> None:
    """Add a run of text; plain text that is there becomes a run of its own, as the two may not be mixed."""
    plain = text.find(_tag("t"))
    if plain is not None:
        text.remove(plain)
        run = Element(_tag("r"))
        run.append(plain)
        text.insert(0, run)
        plain.set(_SPACE, "preserve")
    written = SubElement(SubElement(text, _tag("r")), _tag("t"), {_SPACE: "preserve"})
    written.text = said


def _said(comment: Any) -> str:
    return "".join(run.text or "" for run in comment.iter(_tag("t")))


def _cut(comment: Any, place: int) -> None:
    """Leave a comment its text up to a place, and not the line end before it, wherever its runs begin by now."""
    place = len(_said(comment)[:place].removesuffix("\n").removesuffix("\r"))
    for run in comment.iter(_tag("t")):
        said = run.text or ""
        run.text = said[:place]
        place = max(0, place - len(said))


def _tag(name: str) -> str:
    return f"{{{_MAIN}}}{name}"


def _written(element: Any, *, root: bool = False) -> str:
    """An element as markup. Extensions that comments do not need are left out: reading loses their prefixes."""
    if not element.tag.startswith(f"{{{_MAIN}}}"):
        return ""
    name = element.tag.rpartition("}")[2]
    attributes = (
        f' xmlns="{_MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" '
        f'xmlns:xr="{_REVISION}"'
        if root
        else ""
    )
    for key, value in element.attrib.items():
        space, _, local = key.rpartition("}")
        prefix = _KNOWN.get(f"{space}}}" if space else "{")
        if prefix is not None:
            attributes += f" {prefix}{local}={quoteattr(value)}"
    inside = escape(element.text or "") if name in ("t", "author") else ""
    return f"<{name}{attributes}>{inside}{''.join(_written(one) for one in element)}</{name}>"
