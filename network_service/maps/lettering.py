"""How much room a text takes in Sarabun, and where a long one may be cut.

Thai vowels and tones above and below the line take no room of their own, so a count of characters overstates a Thai
name by a third. The widths were measured in the vendored font, regular and bold, and are rounded up by at most 0.04 em.
"""

import unicodedata

LINE_HEIGHT = 1.45
"""Height of a line in em: Thai stacks a vowel and a tone above the letter, and another vowel below."""

_BY_WIDTH = (
    (0.2, "'"),
    (0.28, " !,.:;ij|·"),
    (0.32, "I[]lเๅ"),
    (0.36, "()-_f{}"),
    (0.4, '"\\`rtโ'),
    (0.44, "sใไ"),
    (0.48, "*/?Jcyzง"),
    (0.52, "aekvxรวาำ"),
    (0.56, "$0123456789EFLSTbdghnopquจฐธฯะ–"),
    (0.6, "BCPRYZ^กขฉดถยฤลสอฮ฿แ"),
    (0.64, "+<=>ADGKVX~×ฃคฅชซฎฏตนผฝภมฦศหๆ๏"),
    (0.68, "&HOQUwฆทบปษ๐๑๔๕๖๘"),
    (0.72, "#Nฑพฟฬ๒๓๙"),
    (0.76, "๗…"),
    (0.8, "@M๚"),
    (0.84, "Wmฌญฒณ"),
    (0.92, "%"),
    (1.04, "๛"),
)
_WIDTHS = {letter: width for width, letters in _BY_WIDTH for letter in letters}
_OTHER = 0.68  # Latin letters with accents; no narrower than nearly all of them
_WIDE = 1.0  # Chinese, Japanese, Korean and pictograms, from whatever font the reader has
_BOLD = 1.06
_SARA_AM = "\u0e33"
_LEADING_VOWELS = "เแโใไ"
_JOINERS = "\u200c\u200d"
_ELLIPSIS = "…"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line of text at a type size, never less than what is drawn."""
    return sum(_letter_width(letter) for letter in text) * size * (_BOLD if bold else 1.0)


def clusters(text: str) -> tuple[str, ...]:
    """The text in pieces that must not be cut: a letter with all its marks, a Thai leading vowel with its consonant."""
    pieces: list[str] = []
    for letter in text:
        if pieces and (_is_mark(letter) or letter == _SARA_AM or pieces[-1][-1] in _LEADING_VOWELS + _JOINERS):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return tuple(pieces)


def shorten(text: str, room: float, size: float) -> str:
    """The text, or as much of its beginning as fits in the room with an ellipsis; at least one cluster stays."""
    if text_width(text, size) <= room:
        return text
    left = room - text_width(_ELLIPSIS, size)
    kept = ""
    for piece in clusters(text):
        left -= text_width(piece, size)
        if left < 0 and kept:
            break
        kept += piece
    return kept.rstrip() + _ELLIPSIS


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) in {"Mn", "Me", "Mc", "Cf"}


def _letter_width(letter: str) -> float:
    if _is_mark(letter):
        return 0.0
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER
