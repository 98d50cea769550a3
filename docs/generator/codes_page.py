"""docs/codes.md: every code of the source, and where it is kept, entered and tested."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from docs.generator.markdown import page, table
from docs.generator.places import (
    Place,
    on_every_sheet,
    places_of_field,
    places_of_words,
    sheet_shown,
    sheets_of,
    shown,
)
from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES
from network_service.domain.record import Record
from network_service.domain.vocabulary import terms

ROUND_TRIP = "tests/documents/test_every_kind_round_trip.py::"
KIND_TEST = ROUND_TRIP + "test_a_full_record_of_every_kind_comes_back_from_every_form_of_file"
"""The test of every kind and field."""
WORD_TEST = ROUND_TRIP + "test_every_word_of_every_column_is_read_in_thai_in_english_and_as_its_code"
"""The test of every word that a column takes."""
NAME_TEST = "tests/domain/test_vocabulary.py::test_a_vocabulary_has_as_many_words_as_the_sources_name"
"""The test of words that are shown and never entered."""

_NOT_STORED = {
    "computed": "computed, not kept",
    "document": "a document, not kept",
    "later": "comes later",
    "none": "**no home yet**",
}
_SECTIONS = {
    "1.1": "Actors, sectors, links",
    "1.2": "The seven considerations and the seven building steps",
    "1.3": "Sub-networks, bodies, resources, success factors",
    "1.4": "Participation",
    "1.5": "Civil society, services, partnership",
    "1.6": "Assessment of provinces",
    "1.7": "Member database, groups of the population",
    "1.8": "Offices and partner groups",
    "2.1": "Nodes and relationships of the graph",
}
_INTRODUCTION = """# Every code of the source and its home

Each code that the source names for a provincial network, by the section of its dictionary: the record and field that
keep it, the sheet and column an official enters it in, and the test that holds it. What is computed or written as a
document says from what; what has no home says so. `record.field` may be looked up in [model.md](model.md).

`make docs` writes this page from the records, the workbook's declaration and
[generator/data/codes.csv](generator/data/codes.csv); a test holds that every code, column and test named here exists.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the data file: codes of a section, and the one home they share.

    `way` is how they are kept: as words of a vocabulary, a kind, a field, a field of every record, a data file, or not.
    """

    section: str
    codes: tuple[str, ...]
    way: str
    what: str
    test: str
    note: str

    @property
    def vocabulary(self) -> str:
        """The vocabulary whose words they are, where they are words."""
        return self.what.partition("=")[0]

    @property
    def words(self) -> tuple[str, ...]:
        """The words they are; most are called as in the source."""
        return tuple(self.what.partition("=")[2].split()) or self.codes

    @property
    def places(self) -> list[Place]:
        """The columns in which they are entered; none for a kind, which has whole sheets."""
        kind, _, field = self.what.partition(".")
        if self.way == "words":
            return places_of_words(self.vocabulary)
        if self.way == "field":
            return places_of_field(kind, field)
        return []

    @property
    def tests(self) -> str:
        """The test that holds them: the one named, else the one of all records or words; none for what is not kept."""
        if self.test or self.way in _NOT_STORED:
            return self.test
        if self.way == "words":
            return WORD_TEST if self.places else NAME_TEST
        return KIND_TEST


@cache
def code_rows() -> tuple[Row, ...]:
    """The lines of the data file."""
    text = files("docs.generator").joinpath("data", "codes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(
        Row(row["section"], tuple(row["codes"].split()), way, what, row["test"], row["note"])
        for row in rows
        for way, _, what in [row["home"].partition(" ")]
    )


def codes_page() -> str:
    """The whole document."""
    numbers = {test: f"T{number}" for number, test in enumerate(dict.fromkeys(_tests()), 1)}
    sections = []
    for section, title in _SECTIONS.items():
        rows = [_cells(row, numbers) for row in code_rows() if row.section == section]
        sections += [f"## {section} {title}", table(("codes", "kept as", "sheet · column", "test", "remark"), rows)]
    tests = "\n".join(f"- **{number}** `{test}`" for test, number in numbers.items())
    without = f"Codes without a home: {_listed('none')}. Coming later: {_listed('later')}."
    return page(_INTRODUCTION.strip(), without, *sections, "## The tests", tests)


def _listed(way: str) -> str:
    rows = (row for row in code_rows() if row.way == way)
    return "; ".join(", ".join(f"`{code}` ({row.section})" for code in row.codes) for row in rows)


def _tests() -> Iterator[str]:
    return (row.tests for row in code_rows() if row.tests)


def _cells(row: Row, numbers: dict[str, str]) -> tuple[str, ...]:
    return (_codes(row), _home(row), _where(row), numbers.get(row.tests, ""), row.note)


def _codes(row: Row) -> str:
    if row.way != "words":
        return ", ".join(f"`{code}`" for code in row.codes)
    known = terms(row.vocabulary)
    named = row.words if len(row.words) > len(row.codes) else row.codes
    return "; ".join(f"`{code}` {known[word].thai}" for code, word in zip(named, row.words, strict=True))


def _home(row: Row) -> str:
    if row.way in _NOT_STORED:
        return _NOT_STORED[row.way]
    if row.way == "words":
        homes = list(dict.fromkeys(place.home for place in row.places))
        if on_every_sheet(row.places):
            return f"words `{row.vocabulary}`, field `{row.places[0].field}` of every record"
        return f"words `{row.vocabulary}`" + "".join(f", `{home}`" for home in homes)
    if row.way == "every":
        return f"field `{row.what}` of every record"
    if row.way == "kind":
        return f"{'node' if row.what in NODE_TYPES else 'tie'} `{row.what}`"
    return f"`{row.what}`" if row.way == "field" else f"data file `{row.what.partition('.')[0]}.csv`"


def _where(row: Row) -> str:
    if row.way == "every":
        assert row.what in Record.model_fields
        places = (place for kind in RECORD_TYPES for place in places_of_field(kind, row.what))
        return shown([place for place in places if not place.column.part])
    if row.way == "kind":
        return "; ".join(sheet_shown(sheet) for sheet in sheets_of(row.what))
    return shown(row.places)
