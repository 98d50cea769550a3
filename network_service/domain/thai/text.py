"""Three forms of a text: as typed (stored), canonical (compared), match form (searched).

Thai has several spellings of one visible word: the order in which marks were typed, SARA AM in one piece or two, two
SARA E for SARA AE, invisible word breaks. NFC repairs almost none of them, because the upper vowels have combining
class 0; NFKC would split every SARA AM. So the canonical form has rules of its own. Characters are written as escapes
here: loose combining marks cannot be read in an editor.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_TONES = "\u0e48-\u0e4b"  # mai ek, mai tho, mai tri, mai chattawa
_LATE = _TONES + "\u0e4c"  # written last over a consonant: the tones and thanthakhat
_VOWELS = "\u0e31\u0e34-\u0e39"  # mai han akat, the four upper vowels, the two lower vowels
_MARKS = _VOWELS + "\u0e3a\u0e47" + _LATE + "\u0e4d\u0e4e"  # every Thai sign that takes no room of its own
_SARA_AA = "\u0e32"
_SARA_AM = "\u0e33"
_NIKHAHIT = "\u0e4d"
_SARA_E_TWICE = "\u0e40\u0e40"
_SARA_AE = "\u0e41"

_LINE_ENDS = re.compile("\r\n|[\t\n\v\f\r\u0085\u2028\u2029]")
_NOT_TEXT = re.compile(
    "["
    "\u0000-\u001f\u007f-\u009f"  # controls, NUL among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction marks, and the deprecated format controls after them
    "\ud800-\udfff"  # lone surrogates: no encoder takes them
    "\ufdd0-\ufdef"  # noncharacters: XML, and so .xlsx and GraphML, refuses most of them
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")  # zero-width spaces and joiners, soft hyphen
_WHITE_SPACE = re.compile(r"\s+")
_SPLIT_SARA_AM = re.compile(f"{_NIKHAHIT}([{_TONES}]*){_SARA_AA}")
_MARK_RUN = re.compile(f"[{_VOWELS}{_LATE}]{{2,}}")
_SARA_AM_RUN = re.compile(f"[{_SARA_AM}{_TONES}]{{2,}}")
_REPEATED_MARK = re.compile(f"([{_MARKS}])\\1+")
_UNSETTLED = re.compile(
    f"{_INVISIBLE.pattern}|[^\\S ]|  |^ | $|{_SARA_E_TWICE}|{_NIKHAHIT}[{_TONES}]*{_SARA_AA}"
    f"|[{_LATE}][{_VOWELS}]|{_SARA_AM}[{_TONES}]|([{_MARKS}])\\1"
)
"""What any of the rules would change, but for what NFC does: one look at a text instead of six, and most have none."""
_IS_LATE = re.compile(f"[{_LATE}]").fullmatch


def clean(text: str) -> str:
    """The text as typed, fit to be stored on one line.

    Line ends and tabs become spaces; white space around the text goes. Controls (NUL too), direction marks, lone
    surrogates and noncharacters are dropped rather than refused: they are never meant, and no reader could see what a
    refusal is about. Everything else stays as typed, zero-width word breaks included.
    """
    if text.isprintable():
        # Nothing that the two expressions look for is printable; most texts are, and this is 15 times as fast.
        return text.strip()
    return _NOT_TEXT.sub("", _LINE_ENDS.sub(" ", text)).strip()


_SHORT = 100
"""Characters of a text whose form is kept: most names are shorter, and fifty thousand of them take some 20 MB."""


def canonical(text: str) -> str:
    """The one spelling of all texts that look the same in Thai: what matching, identity and order compare."""
    return _remembered(text) if len(text) <= _SHORT else _settle(clean(text), _respell)


@lru_cache(maxsize=50_000)
def _remembered(text: str) -> str:
    """The canonical form of a short text: an import asks for that of each name a dozen times."""
    return _settle(clean(text), _respell)


def match_form(text: str) -> str:
    """The canonical form without letter case: what search compares, for stored texts and for queries alike."""
    return _settle(canonical(text), lambda form: canonical(form.casefold()))


def _settle(text: str, step: Callable[[str], str]) -> str:
    """Repeat a step until it changes nothing; one pass is not enough, as one rule can make room for another."""
    while (settled := step(text)) != text:
        text = settled
    return text


def _respell(text: str) -> str:
    """Apply each spelling rule once.

    Runs of marks are sorted whole, not pair by pair: swapping pairs would need as many passes as the run is long.
    """
    if _UNSETTLED.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _WHITE_SPACE.sub(" ", text).strip()
    text = text.replace(_SARA_E_TWICE, _SARA_AE)
    text = _SPLIT_SARA_AM.sub(rf"\1{_SARA_AM}", text)
    text = _MARK_RUN.sub(_vowels_first, text)
    text = _SARA_AM_RUN.sub(_tones_first, text)
    return _REPEATED_MARK.sub(r"\1", text)


def _vowels_first(run: re.Match[str]) -> str:
    return "".join(sorted(run[0], key=lambda mark: _IS_LATE(mark) is not None))


def _tones_first(run: re.Match[str]) -> str:
    return "".join(sorted(run[0], key=lambda sign: sign == _SARA_AM))
