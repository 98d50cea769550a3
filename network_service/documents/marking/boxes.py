"""The drawing of a sheet's comments: without a box in it, Excel shows no comment."""

import re
from collections.abc import Collection, Iterable, Iterator
from math import ceil

from network_service.documents.marking.marks import Mark
from network_service.errors import UnreadableFile
from network_service.ingest.raw import column_letters
from network_service.messages import Messages

_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
EMPTY = f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
"""A drawing without a box."""
_KIND = (
    f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = re.compile(rb"<(?:[A-Za-z0-9]{1,20}:)?shape[\s>]")
_SHAPE_END = re.compile(rb"</(?:[A-Za-z0-9]{1,20}:)?shape\s*>")
_ROW = re.compile(rb"<(?:[A-Za-z0-9]{1,20}:)?Row\s*>\s*([0-9]{1,7})\s*<")
_COLUMN = re.compile(rb"<(?:[A-Za-z0-9]{1,20}:)?Column\s*>\s*([0-9]{1,5})\s*<")
_NUMBER = re.compile(rb"_x0000_s([0-9]{1,9})")
_FIRST_NUMBER = 1025  # what Excel begins with
_WIDTH, _LINE = 300, 15  # points: about 50 letters of the size in which comments are shown, and the height of a line
_LETTERS = 45
_LINES = range(4, 24)


def without_boxes(content: bytes, cells: Collection[str]) -> bytes:
    """The drawing without the boxes of those cells."""
    kept, done = [], 0
    for start, end in _shapes(content):
        row, column = _ROW.search(content, start, end), _COLUMN.search(content, start, end)
        if row and column and f"{column_letters(int(column[1]))}{int(row[1]) + 1}" in cells:
            kept.append(content[done:start])
            done = end
    return b"".join([*kept, content[done:]])


def with_boxes(content: bytes, marks: Iterable[Mark], words: Messages) -> bytes:
    """The drawing with a box for each mark; put in at its end, as what is there need not be well formed."""
    first = max((int(found) for found in _NUMBER.findall(content)), default=_FIRST_NUMBER) + 1
    boxes = "" if b"_x0000_t202" in content else _KIND
    boxes += "".join(_box(number, mark, words) for number, mark in enumerate(marks, first))
    end = content.rfind(b"</xml")
    if end < 0:
        raise UnreadableFile("unreadable.damaged")
    return content[:end] + boxes.encode() + content[end:]


def _shapes(content: bytes) -> Iterator[tuple[int, int]]:
    place = 0
    while (start := _SHAPE.search(content, place)) and (end := _SHAPE_END.search(content, start.end())):
        yield start.start(), end.end()
        place = end.end()


def _box(number: int, mark: Mark, words: Messages) -> str:
    needed = sum(ceil(len(line) / _LETTERS) or 1 for line in mark.comment(words).split("\n")) + 1
    height = _LINE * min(max(needed, _LINES.start), _LINES.stop)
    place = "position:absolute;margin-left:59.25pt;margin-top:1.5pt"
    style = f"{place};width:{_WIDTH}pt;height:{height}pt;z-index:1;visibility:hidden"
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#_x0000_t202" style="{style}" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>'
        f"<x:Row>{mark.row - 1}</x:Row><x:Column>{mark.column}</x:Column></x:ClientData></v:shape>"
    )
