"""How sheets and columns are called in Thai and English, and what people may write to mean them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from network_service.domain.data_rows import data_rows
from network_service.ingest.forms import form_of_any, remembered_form
from network_service.ingest.sheets.column import Sheet
from network_service.ingest.sheets.declaration import SHEETS

_JOINTS = re.compile("[-_*]+")  # a star marks a required column on many forms


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in both languages."""

    thai: str
    english: str

    def in_language(self, language: str) -> str:
        """The text in `th` or `en`."""
        return self.thai if language == "th" else self.english

    def means(self, text: str) -> bool:
        """Whether a text says this, in either language."""
        return form_of_any(text) in (remembered_form(self.thai), remembered_form(self.english))


@dataclass(frozen=True, slots=True)
class SheetWording:
    """Title and purpose of a sheet."""

    title: Wording
    purpose: Wording


@dataclass(frozen=True, slots=True)
class ColumnWording:
    """Header and help of a column, and what stands in it in each of the template's example rows of its sheet.

    A single example stands in every row.
    """

    header: Wording
    help: Wording
    examples: tuple[Wording, ...]

    def example(self, row: int) -> Wording:
        """What stands in an example row, counted from 0."""
        return self.examples[row] if len(self.examples) > 1 else self.examples[0]


@cache
def sheet_wording(sheet: str) -> SheetWording:
    """The wording of a sheet."""
    return _sheets()[sheet]


@cache
def column_wording(sheet: str, column: str) -> ColumnWording:
    """The wording of a column: its sheet's own, else the one that all sheets share."""
    columns = _columns()
    return columns.get((sheet, column)) or columns["*", column]


@cache
def example_rows(sheet: str) -> int:
    """How many example rows the template's sheet has: enough for the other sheets to name them."""
    columns = next(one for one in SHEETS if one.code == sheet).columns
    return max(len(column_wording(sheet, column.code).examples) for column in columns)


@cache
def word(name: str, code: str | None = None) -> Wording:
    """A word of the workbook itself that belongs to no vocabulary: yes, no, not a member, example."""
    return _words()[name, name if code is None else code]


@cache
def sheets_by_title() -> Mapping[str, Sheet]:
    """Sheets by what their title may be: code, Thai or English, in the form compared."""
    found: dict[str, Sheet] = {}
    for sheet in SHEETS:
        title = sheet_wording(sheet.code).title
        found |= {heading_form(one): sheet for one in (sheet.code, title.thai, title.english)}
    return found


def sheet_named(name: str) -> Sheet | None:
    """The sheet of a code or a title in either language."""
    return sheets_by_title().get(heading_form(name))


def sheet_titles() -> str:
    """The titles of all sheets in both languages, for a sentence."""
    titles = (sheet_wording(sheet.code).title for sheet in SHEETS)
    return ", ".join(f"{title.thai} ({title.english})" for title in titles)


def heading_form(text: str) -> str:
    """A title or header as it is compared: "Given_name", "given-name" and "Given name *" are one."""
    return form_of_any(_JOINTS.sub(" ", text))


@cache
def columns_by_header(sheet: str) -> Mapping[str, str]:
    """Column codes of a sheet by what their header may be: code, Thai or English, in the form compared."""
    found: dict[str, str] = {}
    for column in next(one for one in SHEETS if one.code == sheet).columns:
        header = column_wording(sheet, column.code).header
        found |= {heading_form(one): column.code for one in (column.code, header.thai, header.english)}
    return found


def is_passed_over(title: str) -> bool:
    """Whether a sheet is one of ours that holds no data: the explanation, the lists of choices and of faults."""
    return any(word(name).means(title) for name in ("explanation", "choices", "faults"))


def rows_of_data(name: str) -> list[dict[str, str]]:
    """The rows of a data file of this room."""
    return data_rows(name, "network_service.ingest")


@cache
def _sheets() -> dict[str, SheetWording]:
    return {
        row["sheet"]: SheetWording(
            Wording(row["thai"], row["english"]), Wording(row["purpose_thai"], row["purpose_english"])
        )
        for row in rows_of_data("sheets")
    }


def _examples(thai: str, english: str) -> tuple[Wording, ...]:
    """One example a row, kept apart by an upright stroke; the same text is every row's."""
    return tuple(Wording(*pair) for pair in zip(thai.split("|"), english.split("|"), strict=True))


@cache
def _columns() -> dict[tuple[str, str], ColumnWording]:
    return {
        (row["sheet"], row["column"]): ColumnWording(
            Wording(row["thai"], row["english"]),
            Wording(row["help_thai"], row["help_english"]),
            _examples(row["example_thai"], row["example_english"]),
        )
        for row in rows_of_data("columns")
    }


@cache
def _words() -> dict[tuple[str, str], Wording]:
    return {(row["word"], row["code"]): Wording(row["thai"], row["english"]) for row in rows_of_data("words")}
