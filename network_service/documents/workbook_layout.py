"""Lays the sheets of our workbook: explanation, data with drop-downs, and the hidden lists of choices."""

from collections.abc import Collection, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from network_service.documents.choice_lists import ChoiceLists, NamedRows, Stored
from network_service.documents.explanation import STEP_COLORS, back_link, write_explanation
from network_service.documents.sheet_writer import TEXT_FORMAT, SheetOfOpenpyxl, SheetStyle, date_format, new_workbook
from network_service.domain.references import kinds_named
from network_service.domain.vocabulary import label, terms
from network_service.ingest.sheets.column import Column, Sheet, ValueType
from network_service.ingest.sheets.column_groups import SELDOM_FILLED
from network_service.ingest.sheets.wording import column_wording, sheet_wording, word
from network_service.ingest.values import Written, choices_of
from network_service.messages import Messages, messages_in

SPARE_ROWS = 1_000
"""Rows below the last written one in which cells still have their drop-downs."""

Row = Mapping[str, Written]
"""A row: what stands in each cell, by column code."""

_DAYS = frozenset({ValueType.DATE, ValueType.LAST_DAY})
_WIDTHS = {
    ValueType.ID: 16,
    ValueType.DATE: 18,
    ValueType.LAST_DAY: 18,
    ValueType.YES_NO: 14,
    ValueType.WHOLE: 14,
    ValueType.NUMBER: 14,
    ValueType.YEAR: 14,
    ValueType.REFERENCE: 40,
    ValueType.TERMS: 32,
}
_FORMATS = {ValueType.WHOLE: "#,##0", ValueType.NUMBER: "General", ValueType.YEAR: "0"}
_WIDE = frozenset({"name", "name_english", "purpose", "objective", "note"})
_NAMES = ("name", "given_name", "family_name")
_NARROWEST_WORDS, _WIDEST_WORDS = 16, 44
_HEADER_LINES = 2


class WorkbookLayout:
    """A workbook of some of our sheets in one language; `mark` stands on the explanation and on every printed page.

    `stored` gives names that references may be chosen from besides those in the workbook; `live` takes in names that
    are typed later. `left_out` are columns that its sheets do not have.
    """

    def __init__(
        self,
        language: str,
        sheets: Sequence[Sheet],
        *,
        stored: Stored = lambda _: (),
        live: bool = False,
        left_out: Collection[str] = (),
        mark: str = "",
    ) -> None:
        self._language = language
        self._declared = sheets
        self._left_out = left_out
        self._mark = mark
        self._workbook: Workbook = new_workbook()
        self._explanation = self._workbook.create_sheet(word("explanation").in_language(language))
        self._sheets: dict[str, SheetOfOpenpyxl] = {}
        for sheet in sheets:
            made = self._sheets[sheet.code] = self._workbook.create_sheet(_title(sheet, language))
            made.sheet_properties.tabColor = STEP_COLORS[sheet.step]
        choices = word("choices").in_language(language)
        self._choices = self._workbook.create_sheet(choices)
        self._choices.sheet_state = "hidden"
        named = [one for sheet in sheets if (one := self._named_rows(sheet)) is not None]
        self._lists = ChoiceLists(choices, named, stored, live=live)

    def columns(self, sheet: Sheet) -> tuple[Column, ...]:
        """The columns that a sheet has in this workbook."""
        return tuple(column for column in sheet.columns if column.code not in self._left_out)

    def explain(self, lines: Sequence[str] = (), steps: Sequence[int] = ()) -> None:
        """Write the first sheet: `lines` first, then what the steps need that the workbook is for, if it is empty."""
        write_explanation(self._explanation, self._language, self._declared, mark=self._mark, lines=lines, steps=steps)

    def fill(self, sheet: Sheet, rows: Sequence[Row], examples: Sequence[Row] = ()) -> None:
        """Write a data sheet: headers with help, examples, rows, and drop-downs below and beside them."""
        columns = self.columns(sheet)
        style = SheetStyle(self._sheets[sheet.code], self._language, self._mark)
        style.columns(
            [self._width(sheet, column) for column in columns],
            {
                place: date_format(self._language) if column.type in _DAYS else _FORMATS.get(column.type, TEXT_FORMAT)
                for place, column in enumerate(columns)
                if column.type is not ValueType.YES_NO
            },
            [place for place, column in enumerate(columns) if column.code in SELDOM_FILLED],
        )
        headers = [column_wording(sheet.code, column.code).header.in_language(self._language) for column in columns]
        helps = [self._help(sheet, column) for column in columns]
        style.header(headers, [column.required for column in columns], helps, back_link(self._language))
        for row in examples:
            style.row([row.get(column.code) for column in columns], example=True)
        for row in rows:
            style.row([row.get(column.code) for column in columns])
        style.finish()
        last = 1 + len(examples) + len(rows) + SPARE_ROWS
        messages = messages_in(self._language)
        for place, column in enumerate(columns):
            self._offer(sheet, column, get_column_letter(place + 1), last, messages)

    def finish(self) -> Workbook:
        """Write the lists of choices and hand the workbook over."""
        self._lists.write(self._choices, self._language)
        return self._workbook

    def _offer(self, sheet: Sheet, column: Column, letter: str, last: int, messages: Messages) -> None:
        words = choices_of(column, self._language)
        if words:
            formula: str | None = self._lists.words(words)
        elif column.type is ValueType.REFERENCE:
            formula = self._lists.names(frozenset().union(*(kinds_named(kind, column.field) for kind in sheet.kinds)))
        else:
            return
        if formula is None:
            return
        offer = DataValidation(type="list", formula1=formula, allow_blank=True)
        # A code or the other language's word is read as well, and records have more names than one: only warn.
        offer.showErrorMessage = bool(words)
        offer.errorStyle = "warning"
        offer.errorTitle = messages.text("template.choose.title")
        offer.error = messages.text("template.choose.text")
        offer.add(f"{letter}2:{letter}{last}")
        self._sheets[sheet.code].data_validations.append(offer)

    def _named_rows(self, sheet: Sheet) -> NamedRows | None:
        codes = [column.code for column in self.columns(sheet)]
        letters = tuple(get_column_letter(codes.index(code) + 1) for code in _NAMES if code in codes)
        return NamedRows(_title(sheet, self._language), frozenset(sheet.kinds), letters) if letters else None

    def _help(self, sheet: Sheet, column: Column) -> str:
        """What is said at a header; where several words may stand in a cell, a list cannot offer them, so here."""
        told = column_wording(sheet.code, column.code).help.in_language(self._language)
        if column.type is not ValueType.TERMS:
            return told
        words = "; ".join(label(column.vocabulary, code, self._language) for code in terms(column.vocabulary))
        return f"{told}\n{messages_in(self._language).text('template.words', words=words)}"

    def _width(self, sheet: Sheet, column: Column) -> float:
        """Wide enough for the longest of its words and for a header of two lines."""
        header = column_wording(sheet.code, column.code).header.in_language(self._language)
        words = choices_of(column, self._language)
        if column.code in _WIDE:
            width = _WIDEST_WORDS
        elif words and column.type is not ValueType.YES_NO:
            width = min(max(_NARROWEST_WORDS, *map(len, words)), _WIDEST_WORDS)
        else:
            width = _WIDTHS.get(column.type, 24)
        return max(width, 4 + len(header) * 1.2 / _HEADER_LINES)


def _title(sheet: Sheet, language: str) -> str:
    return sheet_wording(sheet.code).title.in_language(language)
