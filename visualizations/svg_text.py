"""Text and numbers as SVG takes them: nothing a person typed can end an element, and no digit is wasted."""

import re
import unicodedata

from markupsafe import Markup, escape

FONT = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', sans-serif"
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot say even with a reference; one of them and no parser opens the picture."""
_LETTER = 0.6  # em; Thai letters of Sarabun are .56 on average, its bold ones .6: room for a line, never too little


def plain(text: str) -> Markup:
    """A text as it stands in an element or between quotes."""
    return escape(_IMPOSSIBLE.sub("\ufffd", text))


def number(value: float) -> str:
    """A number with one decimal at most: a tenth of a unit is a fortieth of a millimetre on A4."""
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def text_room(text: str, size: float) -> float:
    """Room that a line takes at a type size, somewhat more than is drawn; marks over and under letters take none."""
    drawn = sum(unicodedata.category(letter) not in {"Mn", "Me", "Cf"} for letter in text)
    return drawn * size * _LETTER
