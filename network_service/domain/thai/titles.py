"""The titles that stand before people's names, read from the data file, and every way each is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from network_service.domain.data_rows import data_rows

_READ_IN_ENGLISH = frozenset({"civil", "academic"})  # "Mr. John": English ranks ("Major") are also given names


@dataclass(frozen=True, slots=True)
class Title:
    """One title; a spelling that does not exist is empty. ``joins``: a name may follow the word without a space."""

    code: str
    kind: str
    thai: str
    short: str
    other: tuple[str, ...]
    english: str
    joins: bool


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One way to write a title: as it stands in a text, and as it is kept (with the last dot, if that was left out)."""

    written: str
    kept: str
    kind: str
    joins: bool

    @property
    def abbreviated(self) -> bool:
        """Whether it is written short; no name looks like that, so it can be told from a name anywhere."""
        return "." in self.kept or self.kept.endswith("ฯ")

    @property
    def ends_open(self) -> bool:
        """Whether it is written short without a sign at its end ("ดร", "พ.อ.พิเศษ"): it could be part of a name."""
        return self.abbreviated and not self.written.endswith((".", "ฯ", ")"))


@cache
def titles() -> tuple[Title, ...]:
    """All titles, in the order of the data file."""
    return tuple(
        Title(
            code=row["code"],
            kind=row["kind"],
            thai=row["thai"],
            short=row["short"],
            other=tuple(row["other"].split("|")) if row["other"] else (),
            english=row["english"],
            joins=row["joins"] == "yes",
        )
        for row in data_rows("titles")
    )


@cache
def title_forms() -> dict[str, TitleForm]:
    """Each way to write a title, by what stands in the text.

    Titles share abbreviations (ร.อ. is a captain, a navy lieutenant and a flight lieutenant), so a form leads to a kind
    of title, not to one title.
    """
    found: dict[str, TitleForm] = {}
    for title in titles():
        for form in _forms(title):
            found.setdefault(form.written, form)
    return found


@cache
def form_lengths() -> tuple[int, ...]:
    """The lengths that forms have, longest first: the order in which to look for one at the start of a text."""
    return tuple(sorted({len(written) for written in title_forms()}, reverse=True))


def _forms(title: Title) -> Iterator[TitleForm]:
    spellings = {spelling: title.joins for spelling in (title.thai, title.short, *title.other) if spelling}
    if title.english and title.kind in _READ_IN_ENGLISH:
        spellings[title.english] = title.english.endswith(".")
    for spelling, joins in spellings.items():
        yield TitleForm(spelling, spelling, title.kind, joins)
        if spelling.endswith("."):
            yield TitleForm(spelling[:-1], spelling, title.kind, joins=False)
