"""The order of the Thai dictionary, as one text that any store can sort by.

Code-point order is wrong for Thai: a leading vowel is written before the consonant it is sorted under, and tone marks
count only between words that are otherwise the same. The key agrees with ICU's Thai collation on letters, marks and
digits (no difference in 50,000 pairs of random words); punctuation and dashes are passed over, and the text itself
breaks what is then left of a tie. ICU does not weigh nikhahit as a mark: it is a letter between the consonants and the
vowels, and SARA AM is SARA AA followed by it. Weighing it as a mark put 3 % of pairs of near-equal words elsewhere.
"""

import re

from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.text import canonical

_SEPARATOR = "\u0001"  # lower than any character of a key: a word sorts before its own continuations
_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")  # a vowel written before the consonant it is sorted behind
_MARK_WEIGHTS = {
    "\u0e4c": "1",  # thanthakhat
    "\u0e47": "2",  # mai taikhu
    "\u0e48": "3",  # mai ek
    "\u0e49": "4",  # mai tho
    "\u0e4a": "5",  # mai tri
    "\u0e4b": "6",  # mai chattawa
}
_NO_MARK = "0"
_NIKHAHIT_PLACE = "\u0e2f"  # between the last consonant and the first vowel; free, as PAIYANNOI itself is passed over
_PLACES = {"\u0e4d": _NIKHAHIT_PLACE, "\u0e33": "\u0e32" + _NIKHAHIT_PLACE}
_PASSED_OVER = frozenset(" .-ฯๆ")
_AFTER_THAI = 0xF000  # lifts Latin (and Greek, Cyrillic...) letters into the private area beyond the Thai block


def sort_key(name: str) -> str:
    """A text whose plain code-point order (Python's, SQLite's BINARY) is the Thai dictionary order of the names.

    It reads: letters, U+0001, the marks over them as digits 0-6, U+0001, the canonical name. Two names have the same
    key exactly when they have the same canonical form.
    """
    name = canonical(name)
    letters, marks = _weigh(to_arabic(name).casefold())
    return _SEPARATOR.join((letters, marks, name))


def _weigh(text: str) -> tuple[str, str]:
    """The letters in the order in which they count, and their marks: a 0 for each letter, then what it bears."""
    spoken = _LEADING_VOWEL.sub(r"\2\1", text)
    return spoken.translate(_LETTERS), spoken.translate(_MARKS)


class _Letters(dict[int, str]):
    """Of each character, by code point, the letters it counts as; found once, so that names translate in C."""

    def __missing__(self, point: int) -> str:
        self[point] = _letters(chr(point))
        return self[point]


class _Marks(dict[int, str]):
    """Of each character, by code point, what it adds to the marks."""

    def __missing__(self, point: int) -> str:
        self[point] = _MARK_WEIGHTS.get(chr(point), _NO_MARK * len(_letters(chr(point))))
        return self[point]


_LETTERS, _MARKS = _Letters(), _Marks()


def _letters(character: str) -> str:
    """The letter where it counts in the order: its own code point, but for Latin (after Thai) and nikhahit."""
    if character in _MARK_WEIGHTS or character in _PASSED_OVER:
        return ""
    if character < "ก" and character.isalpha():
        return chr(_AFTER_THAI + ord(character))
    return _PLACES.get(character, character)
