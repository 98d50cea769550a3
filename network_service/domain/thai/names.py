"""People's names in parts: titles, given name, family name. Thais are sorted and searched by the given name.

Titles stack ("ผู้ช่วยศาสตราจารย์ ดร.") and many stand before the name without a space, so that a title can only be told
from the first letters of a name ("นางาม", "นายิกา") by looking at what it would leave. In doubt nothing is cut: a title
left on a name is seen and mended, half a name is not.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from network_service.domain.thai.sorting import sort_key
from network_service.domain.thai.text import canonical
from network_service.domain.thai.titles import TitleForm, form_lengths, title_forms

_LAST_WORDS = frozenset({"civil", "monastic"})  # what follows them is the name, unless it is an abbreviation
_ACTING = "ว่าที่"  # goes before any rank: ว่าที่ร้อยตรี, ว่าที่ ร.ต.
_WOMAN = "หญิง"  # goes behind any rank: ร้อยตรีหญิง, ร.ต.หญิง
_KEY_SEPARATOR = "\u0001"  # as within a sort key: a given name sorts before its own continuations

_NO_BEGINNING = frozenset("ะาำๅๆฯ")  # Thai letters that no word begins with
_SILENT_BEGINNING = re.compile("[ก-ฮ][ิุ]?์")  # neither does one begin with a silenced consonant
_WITHOUT_ROOM = re.compile("[\u0e48-\u0e4c]")  # tones and thanthakhat: they do not make two letters of one
_POSTS = re.compile(  # posts whose first letters are a title; the column may hold "ex officio" lines
    r"นาย(?:ก(?:เทศมนตรี|รัฐมนตรี|สมาคม|สภา|สโมสร|องค์|เหล่ากาชาด|เมือง|อบ[ตจ])|อำเภอ|ทะเบียน|ช่าง|แพทย์สาธารณสุข)"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: titles in their order and own spelling, given name, and family name where there is one."""

    titles: tuple[str, ...]
    given_name: str
    family_name: str | None


class _Cut(NamedTuple):
    title: str
    kind: str
    rest: str


def split_person_name(text: str) -> PersonName:
    """Take a name apart, in canonical form. All that follows the given name is the family name ("ทองคำ ณ อยุธยา").

    A text without a name gives an empty given name, for the record's own check to refuse where it stands.
    """
    rest = canonical(text)
    found: list[str] = []
    only_abbreviations = False
    while cut := _cut_title(rest, only_abbreviations=only_abbreviations):
        found.append(cut.title)
        only_abbreviations = only_abbreviations or cut.kind in _LAST_WORDS
        rest = cut.rest
    given, _, family = rest.partition(" ")
    return PersonName(tuple(found), given, family or None)


def display_name(name: PersonName) -> str:
    """The name as Thai is written: no space between นาย and the like and the name, one after ranks and abbreviations.

    A space is also set where the name would be read otherwise without it ("นาย ก", "นาง สาวรี").
    """
    own = f"{name.given_name} {name.family_name}" if name.family_name else name.given_name
    if not name.titles:
        return own
    *before, last = name.titles
    return " ".join((*before, last + own if _joins(last, own) else f"{last} {own}"))


def person_sort_key(name: PersonName) -> str:
    """A text that sorts people by given name, then family name, as the Thai dictionary does; titles do not count."""
    return _KEY_SEPARATOR.join((sort_key(name.given_name), sort_key(name.family_name or "")))


def _cut_title(text: str, *, only_abbreviations: bool) -> _Cut | None:
    """The longest title at the start of a text that leaves something fit to be a name."""
    if _POSTS.match(text):
        return None
    if not text.startswith(_ACTING):
        return _cut_form(text, only_abbreviations=only_abbreviations)
    cut = _cut_form(text.removeprefix(_ACTING).lstrip(), only_abbreviations=only_abbreviations)
    if cut is None or cut.kind != "rank":
        return None
    return cut._replace(title=f"{_ACTING} {cut.title}" if "." in cut.title else _ACTING + cut.title)


def _cut_form(text: str, *, only_abbreviations: bool) -> _Cut | None:
    for length in form_lengths():
        form = title_forms().get(text[:length])
        if form is None or (only_abbreviations and not form.abbreviated):
            continue
        rest = text[length:]
        if _leaves_a_name(form, rest):
            return _with_woman(form, rest) if form.kind == "rank" else _Cut(form.kept, form.kind, rest.lstrip())
    return None


def _with_woman(form: TitleForm, rest: str) -> _Cut:
    """A rank, with the word for a woman if that follows and is not itself the name or its first syllable."""
    name = rest.lstrip()
    after = name.removeprefix(_WOMAN)
    if after != name:
        own_word = after.startswith(" ") and (rest == name or " " in after.strip())
        if own_word or (rest == name and _may_follow_joined(after)):
            return _Cut(form.kept + _WOMAN, form.kind, after.lstrip())
    return _Cut(form.kept, form.kind, name)


def _leaves_a_name(form: TitleForm, rest: str) -> bool:
    name = rest.lstrip()
    if not _begins_a_word(name):
        return False
    if form.ends_open:
        return rest != name and " " in name  # with a given and a family name after it, it is no name itself
    if rest != name:
        return True
    return form.joins and (form.abbreviated or _may_follow_joined(name))


def _may_follow_joined(name: str) -> bool:
    """Whether a text can be a name of its own behind a title without a space: two letters, the first one sounded."""
    word = name.partition(" ")[0]
    return _begins_a_word(word) and len(_WITHOUT_ROOM.sub("", word)) > 1 and not _SILENT_BEGINNING.match(word)


def _begins_a_word(text: str) -> bool:
    return text[:1].isalpha() and text[0] not in _NO_BEGINNING


def _joins(title: str, own: str) -> bool:
    """Whether the name follows the title without a space, and is then still read as the same name."""
    form = title_forms().get(title)
    if form is None or form.abbreviated or form.kind == "rank" or not form.joins:
        return False
    cut = _cut_title(canonical(title + own), only_abbreviations=False)
    return cut is not None and (cut.title, cut.rest) == (title, canonical(own))
