"""The text and the sheets of a PDF that Chromium printed, as a program that searches or copies it finds them."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cached_property

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_SHEET = re.compile(rb"/Type\s*/Page\b")
_TOLD = re.compile(
    rb"/ActualText\s*<FEFF(?P<said>[0-9A-F]*)>|(?P<end>\bEMC\b)|/(?P<font>\w+) [\d.]+ Tf|<(?P<glyphs>[0-9A-F]+)> Tj"
)


@dataclass(frozen=True)
class Sheet:
    """One printed sheet: its size in points, and its text without spaces and line ends."""

    width: float
    height: float
    text: str


class Printed:
    """A PDF by its sheets."""

    def __init__(self, content: bytes) -> None:
        self._objects = {int(found[1]): found[2] for found in _OBJECT.finditer(content)}

    @cached_property
    def sheets(self) -> list[Sheet]:
        """The sheets in their order."""
        return [self._sheet(told) for told in self._objects.values() if _SHEET.search(told)]

    @property
    def text(self) -> str:
        """The text of all sheets."""
        return "".join(sheet.text for sheet in self.sheets)

    def _sheet(self, told: bytes) -> Sheet:
        box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", told)
        content = re.search(rb"/Contents (\d+) 0 R", told)
        assert box
        assert content
        letters = {name.decode(): self._letters(int(number)) for name, number in self._fonts(told)}
        said, font, told_already = [], "", False
        for piece in _TOLD.finditer(self._stream(int(content[1]))):
            if piece["said"] is not None:
                told_already = True
                said.append(bytes.fromhex(piece["said"].decode()).decode("utf-16-be"))
            elif piece["end"]:
                told_already = False
            elif piece["font"]:
                font = piece["font"].decode()
            elif not told_already:
                glyphs = bytes.fromhex(piece["glyphs"].decode())
                said += [letters[font].get(glyphs[at : at + 2], "") for at in range(0, len(glyphs), 2)]
        return Sheet(float(box[1]), float(box[2]), "".join("".join(said).split()))

    def _fonts(self, told: bytes) -> list[tuple[bytes, bytes]]:
        fonts = re.search(rb"/Font <<(.*?)>>", told, re.DOTALL)
        return re.findall(rb"/(\w+) (\d+) 0 R", fonts[1]) if fonts else []

    def _letters(self, font: int) -> dict[bytes, str]:
        """The letters of a font by glyph."""
        table = re.search(rb"/ToUnicode (\d+) 0 R", self._objects[font])
        if table is None:
            return {}
        text = self._stream(int(table[1])).decode()
        found = {}
        for start, end, letter in re.findall(r"^<(\w{4})> (?:<(\w{4})> )?<(\w+)>$", text, re.MULTILINE):
            first = int.from_bytes(bytes.fromhex(letter), "big")
            for glyph in range(int(start, 16), int(end or start, 16) + 1):
                found[glyph.to_bytes(2, "big")] = chr(first + glyph - int(start, 16)) if len(letter) == 4 else ""
        return found

    def _stream(self, number: int) -> bytes:
        data = self._objects[number].split(b"stream", 1)[1].lstrip(b"\r\n")
        return zlib.decompressobj().decompress(data)
