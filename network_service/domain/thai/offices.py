"""Abbreviations of offices, local government and places, written out: "สสจ.เชียงใหม่" is "สำนักงานสาธารณสุขจังหวัดเชียงใหม่".

An abbreviation counts only as a whole word: at the start of a name, after a space or an opening sign, or behind another
abbreviation. The data file says of each what must come after it, and whether its expansion has been confirmed; the
written-out form is for comparing names and never replaces what an office calls itself.
"""

import re
from dataclasses import dataclass
from functools import cache

from network_service.domain.data_rows import data_rows
from network_service.domain.thai.text import canonical

_OPENING = frozenset(" (/,-–“\"'")  # signs behind which a word begins
_LONGER = re.compile(r"[ก-ฮ]{1,2}\.")  # what follows is short too: "ต.ค." is a month, "อ.ส.ค." another name
_NUMBER = re.compile(r"\s*[0-9๐-๙]")
_WORD = re.compile(r"\s*(?![ะาำๅๆฯ])[ก-ฮเแโใไ]")  # a Thai word may begin so
_TWICE = re.compile(r"(จังหวัด|อำเภอ|ตำบล|สำนักงาน|หมู่ที่)(?:\s*\1)+")  # "สสจ.จ.เชียงใหม่" says จังหวัด twice
_ORDINAL_TWICE = re.compile(r"ที่\s*ที่(?=\s*[0-9๐-๙])")  # as does "มทบ.ที่ 33"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One abbreviation with its other spellings and what it stands for.

    `before` says where it counts: before a `number`, before a `word`, or `any`where, at the end of a name too.
    """

    short: str
    other: tuple[str, ...]
    thai: str
    before: str
    confirmed: bool

    def may_stand_before(self, rest: str) -> bool:
        """Whether the abbreviation counts where this text follows it."""
        if self.before == "number":
            return _NUMBER.match(rest) is not None
        if self.before == "word":
            return _WORD.match(rest) is not None and not _LONGER.match(rest)
        return rest[:1] in ("", *_OPENING, ")") or _NUMBER.match(rest) is not None or _WORD.match(rest) is not None


@cache
def office_abbreviations() -> tuple[Abbreviation, ...]:
    """All abbreviations, in the order of the data file."""
    return tuple(
        Abbreviation(
            short=row["short"],
            other=tuple(row["other"].split("|")) if row["other"] else (),
            thai=row["thai"],
            before=row["before"],
            confirmed=row["confirmed"] == "yes",
        )
        for row in data_rows("office_abbreviations")
    )


def expand_offices(name: str) -> str:
    """The name in canonical form with its abbreviations written out; what follows joins on, as in full names.

    What is written out stays so: a second time changes nothing.
    """
    name = canonical(name)
    while (expanded := canonical(_once(name))) != name:
        name = expanded
    return name


def _once(name: str) -> str:
    """One pass from left to right."""
    if _beginning().search(name) is None:  # as in most names; looking is ten times as fast as the pass
        return _said_once(name)
    parts: list[str] = []
    place, begins = 0, True
    while place < len(name):
        found = _found_at(name, place) if begins else None
        if found is None:
            parts.append(name[place])
            begins = name[place] in _OPENING
            place += 1
        else:
            expansion, place = found
            parts.append(expansion)
            rest = name[place:]
            if _WORD.match(rest) or _NUMBER.match(rest):
                place += len(rest) - len(rest.lstrip())
    return _said_once("".join(parts))


def _said_once(name: str) -> str:
    return _ORDINAL_TWICE.sub("ที่", _TWICE.sub(r"\1", name))


def _found_at(name: str, place: int) -> tuple[str, int] | None:
    """The expansion of the longest abbreviation at a place, and where the text goes on."""
    for length in _lengths():
        written = name[place : place + length]
        for one in _by_form().get(written, ()):
            rest = name[place + length :]
            # Without its last dot it must be a word of its own.
            if (written.endswith((".", "ฯ")) or rest[:1] in ("", " ")) and one.may_stand_before(rest):
                return one.thai, place + length
    return None


@cache
def _by_form() -> dict[str, tuple[Abbreviation, ...]]:
    """Abbreviations by every way to write them; those of two letters and more are told without their last dot too."""
    found: dict[str, tuple[Abbreviation, ...]] = {}
    for one in office_abbreviations():
        for form in (one.short, *one.other):
            found[form] = (*found.get(form, ()), one)
            if form.endswith(".") and len(form.replace(".", "")) > 1:
                found[form[:-1]] = (*found.get(form[:-1], ()), one)
    return found


@cache
def _beginning() -> re.Pattern[str]:
    """Any abbreviation where a word begins."""
    opening = "".join(re.escape(sign) for sign in sorted(_OPENING))
    return re.compile(f"(?:^|[{opening}])(?:{'|'.join(re.escape(form) for form in _by_form())})")


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in _by_form()}, reverse=True))
