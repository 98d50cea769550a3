"""Texts as people and their keyboards make them, Thai above all, for the laws that must hold for any text."""

import re
from pathlib import Path

from hypothesis import strategies as st

DATA = Path(__file__).parent / "data"

CONSONANTS = "กขคงจชซญดตถทธนบปพฟมยรลวศสหอฮฤ"
LEADING_VOWELS = "เแโใไ"
FOLLOWING_VOWELS = "ะาำๅ"
VOWEL_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39"
OTHER_MARKS = "\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
SPACES = " \u00a0\u3000\t\n\r"
CONTROLS = "\u0000\u0001\u001f\u007f\u0085\u200e\u202e\u2067\ud800\udfff\uffff"
OTHERS = "aZéßİΐᾳ\u0301\u03450129๐๒๙.-/()ๆฯ😀"

characters = st.sampled_from(
    CONSONANTS + LEADING_VOWELS + FOLLOWING_VOWELS + (VOWEL_MARKS + OTHER_MARKS) * 2 + INVISIBLE + SPACES + OTHERS
)
thai_texts = st.text(characters, max_size=12)
hostile_texts = st.text(characters | st.sampled_from(CONTROLS) | st.characters(), max_size=12)


def unescaped(text: str) -> str:
    r"""A text of a data file, where marks that cannot be read alone are written as ``\u0e48``."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
