"""Slips of the pen: letters that sound alike, signs that are not heard, one letter too many or too few."""

import re

_SOUNDS = str.maketrans("ศษณฎฏญฬฑฒธฌใฆภฐ", "สสนดตยลทททชไคพถ")
"""Letters that are mistaken for one another because they are spoken alike."""
_UNHEARD = re.compile("[ก-ฮ]?[ิุ]?์|[ ะ็ฺํ๎]")
"""What people leave out or add without meaning another word: silenced letters, a short a, spaces."""
_TONES = str.maketrans("", "", "่้๊๋")
_VOWEL_MARKS = str.maketrans("", "", "ัิีึืฺุู")


def is_slip(one: str, other: str, *, known_words: bool) -> bool:
    """Whether two pieces, of which one name has the first where the other has the second, are one word misspelt.

    Where the words are those of offices (`known_words`), a tone or one letter is no other word. In the names that
    people give their groups it may be: กลุ่มทอเสื่อ weaves mats, กลุ่มทอเสื้อ shirts; หมู are pigs, หนู are mice.
    """
    here, there = _heard(one), _heard(other)
    if here == there:
        return True
    if not known_words:
        return False
    here, there = here.translate(_TONES), there.translate(_TONES)
    return here == there or (max(len(here), len(there)) <= 1 and _is_thai(here + there))


def without_marks(text: str) -> str:
    """A text as it is heard, without tones and vowel marks: what hasty typing leaves of a name."""
    return _heard(text).translate(_TONES).translate(_VOWEL_MARKS)


def _heard(text: str) -> str:
    return _UNHEARD.sub("", text).translate(_SOUNDS)


def _is_thai(text: str) -> bool:
    return all("ก" <= letter <= "๎" for letter in text)
