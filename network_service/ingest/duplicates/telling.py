"""What tells one organisation's name from another's: places, own names, numbers, directions, administrative levels."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.offices import expand_offices
from network_service.domain.thai.text import match_form

_LETTERS = re.compile("[^ ]+")
_SPACES = re.compile(" +")
_NO_LETTER = re.compile("[^\\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[_ฯๆ]")
_LEVEL = re.compile(
    "จังหวัด|อำเภอ|ตำบล|เทศบาลเมือง|เทศบาลนคร|หมู่ที่|หมู่บ้าน|(?<!หมู่)(?<!แม่)(?<!พ่อ)บ้าน(?!พัก)|(?<!วิสาหกิจ)(?<!องค์กร)(?<!พัฒนา)ชุมชน"
)
_PLACE_AFTER = re.compile(
    f"(?P<level>{_LEVEL.pattern}|ลุ่มน้ำ|ภูธร|ศึกษาประถมศึกษา|ศึกษามัธยมศึกษา) *"
    "(?!จังหวัด|อำเภอ|ตำบล)(?P<place>[^ ]+?)(?=จังหวัด|อำเภอ|ตำบล| |$)"
)
"""A place needs no list to be one: it stands behind the word for its level, up to the next one."""
_NAME_AFTER = re.compile(
    "(?:(?<!จังห)วัด|โรงเรียน|โรงพยาบาล(?!ส่งเสริม)|วิทยาลัย|มูลนิธิ|บริษัท|ห้างหุ้นส่วน|ธนาคาร(?!เพื่อ|ออม)|ร้าน|มัสยิด|คริสตจักร|สาขา)"
    "(?P<name>.+?)(?=จังหวัด|อำเภอ|ตำบล|$)"
)
"""What stands behind these words is somebody's own name: one letter may make it another's."""
_DIRECTION = re.compile("ตะวันออก|ตะวันตก|เหนือ|ใต้|บน|ล่าง|ใน|นอก|กลาง")
_NUMBER = re.compile("[0-9]+|(?<![^ ])[^ ](?![^ ])|หนึ่ง|สอง|สาม(?!ั)|สี่|ห้า(?!ง)|(?<!ส)หก|เจ็ด|แปด|เก้า|สิบ")
"""Digits, words for numbers, and single letters, which count as numbers do ("ชุมชน ก")."""
_COUNTED = re.compile("[0-9]+|(?<![^ ])[^ ](?![^ ])")
_WITHOUT_WEIGHT = re.compile("จังหวัด|อำเภอ|ตำบล|และ|จำกัด|มหาชน")
_OFFICES = (
    *("สำนักงาน", "องค์การบริหาร", "เทศบาล", "ที่ทำการ", "ที่ว่าการ", "สถานีพัฒนา", "สถานีอนามัย", "สถานีตำรวจ"),
    *("กองอำนวยการ", "แขวงทาง", "โครงการชลประทาน", "สภาเกษตรกร", "สภาอุตสาหกรรม", "สภาองค์กร", "หอการค้า"),
    *("โรงพยาบาลส่งเสริม", "ตำรวจภูธร", "สภาเด็ก", "สภาวัฒนธรรม", "ธนาคารเพื่อ"),
)
_OPENING = re.compile(
    "^(?:สำนักงาน|เทศบาล(?:เมือง|นคร)?|องค์การบริหารส่วน|ศูนย์(?:ประสานงาน)?|กลุ่ม|ชมรม|สมาคม|เครือข่าย|สภา|คณะกรรมการ|มหาวิทยาลัย"
    "|วิทยาลัย|โรงเรียน|โรงพยาบาล(?!ส่งเสริม)|มูลนิธิ|บริษัท|สถาบัน|สถานี|กองทุน|วิสาหกิจชุมชน)+"
)
"""Words that hundreds of names begin with; what follows them says what an organisation is for."""
_ABBREVIATED = re.compile("[ก-ฮ]{1,5}\\.")  # at the start of a name, when all that are known have been written out
_SHORTEST_NEAR = 6  # letters of a name that may be near another without being the same
_ANY_LEVEL = "?"  # of a place that stands behind no word for its level
_SHORTEST_PLACE = 3
"""Letters of a place that is looked for anywhere in a name; shorter ones are parts of common words."""


NUMBER, DIRECTION, PLACE, NAME = "n", "d", "p", "o"
"""Marks of letters: what they belong to; a name is one's own, as that of a school."""
UNMARKED = " "


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, and as many marks: for each letter what it belongs to."""

    text: str
    marks: str


@dataclass(frozen=True)
class Told:
    """A name made ready to be compared.

    `compact` is without spaces, signs and the words that carry no weight; `sorted_words` are the words between those in
    order of letters. `core` is what is left of the name without what marks it and without the words that hundreds begin
    with: what it is for. `numbers` and `places` (by level) are what two names must not both have and differ in. A name
    that `is_short` is an abbreviation, of which another letter makes another.
    """

    compact: Marked
    sorted_words: Marked
    numbers: tuple[str, ...]
    places: dict[str, str]
    core: str
    level: str
    of_office: bool
    is_short: bool

    @cached_property
    def key(self) -> tuple[str, str]:
        """Two names with the same key say the same, wherever they have spaces."""
        return self.compact.text, self.level

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The place of a name among all names, whatever order they come in."""
        return *self.key, self.sorted_words.text, self.compact.marks


class Places:
    """Names of places, looked for anywhere in a text."""

    def __init__(self, names: Collection[str]) -> None:
        """Keep those that are long enough to be told from other words."""
        forms = {_NO_LETTER.sub("", match_form(name)) for name in names}
        self._forms = frozenset(form for form in forms if len(form) >= _SHORTEST_PLACE)
        self._lengths: dict[str, list[int]] = {}
        for length in sorted({len(form) for form in self._forms}, reverse=True):
            for start in {form[:_SHORTEST_PLACE] for form in self._forms if len(form) == length}:
                self._lengths.setdefault(start, []).append(length)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where places stand in a text without spaces; the longest at each letter."""
        found = []
        for start in range(len(text) - _SHORTEST_PLACE + 1):
            for length in self._lengths.get(text[start : start + _SHORTEST_PLACE], ()):
                if text[start : start + length] in self._forms:
                    found.append((start, start + length))
                    break
        return found


def told(name: str, places: Places) -> Told:
    """Write a name out, mark what tells it apart, and bring it into the two forms that are compared."""
    full = match_form(expand_offices(name))
    text = _NO_LETTER.sub(" ", to_arabic(full))
    text = _SPACES.sub(" ", text).strip()
    marks = [UNMARKED] * len(text)
    by_level = {}
    bare = text.replace(" ", "")
    if spans := places.spans(bare):
        letters = [place for place, letter in enumerate(text) if letter != " "]
        listed = [letters[start:end] for start, end in spans]
        for place in chain.from_iterable(listed):
            marks[place] = PLACE
        spoken_for = {place for found in _PLACE_AFTER.finditer(text) for place in range(*found.span("place"))}
        free = next((found for found in listed if spoken_for.isdisjoint(found)), [])
        if free:
            by_level[_ANY_LEVEL] = "".join(text[place] for place in free)
    for pattern, group, mark in _MARKED:
        for found in pattern.finditer(text):
            start, end = found.span(group)
            # A number or a direction within a place or a name stays one: it tells most.
            marks[start:end] = [kept if kept in (NUMBER, DIRECTION) else mark for kept in marks[start:end]]
            if mark == PLACE:
                by_level.setdefault(found["level"], found["place"])
    words = _words(text, "".join(marks))
    level = _LEVEL.search(text)
    return Told(
        compact=_joined(words, ""),
        sorted_words=_joined(sorted(words, key=lambda word: word.text), " "),
        numbers=tuple(_COUNTED.findall(text)),
        places=by_level,
        core=_core(words),
        level="" if level is None or level[0] == "จังหวัด" else level[0],
        of_office=text.startswith(_OFFICES),
        is_short=len(bare) < _SHORTEST_NEAR or _ABBREVIATED.match(full) is not None,
    )


_MARKED = (
    (_NUMBER, 0, NUMBER),
    (_DIRECTION, 0, DIRECTION),
    (_NAME_AFTER, "name", NAME),
    (_PLACE_AFTER, "place", PLACE),
)
"""What is looked for, the part of it that is marked, and the mark."""


def _words(text: str, marks: str) -> list[Marked]:
    """Thai has few spaces: the words without weight part what stands before and behind them."""
    bare = _WITHOUT_WEIGHT.sub(lambda found: " " * len(found[0]), text)
    return [Marked(found[0], marks[found.start() : found.end()]) for found in _LETTERS.finditer(bare)]


def _joined(words: list[Marked], between: str) -> Marked:
    unmarked = UNMARKED * len(between)
    return Marked(between.join([word.text for word in words]), unmarked.join([word.marks for word in words]))


def _core(words: list[Marked]) -> str:
    joined = _joined(words, "")
    left = "".join(letter for letter, mark in zip(joined.text, joined.marks, strict=True) if mark == UNMARKED)
    return _OPENING.sub("", left)
