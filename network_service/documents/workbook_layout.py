"""Lays the sheets of our workbook: explanation, data with drop-downs, and the hidden lists of choices."""

from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from network_service.documents.sheet_writer import TEXT_FORMAT, SheetOfOpenpyxl, SheetStyle, date_format, new_workbook
from network_service.ingest.sheets.column import Column, Sheet, ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording, sheet_wording, word
from network_service.ingest.values import Written, choices_of
from network_service.messages import Messages, messages_in

SPARE_ROWS = 1_000
"""Rows below the last written one in which cells still have their drop-downs."""

Row = Mapping[str, Written]
"""A row: what stands in each cell, by column code."""

_DAYS = frozenset({ValueType.DATE, ValueType.LAST_DAY})
_WIDTHS = {ValueType.ID: 16, ValueType.DATE: 18, ValueType.LAST_DAY: 18, ValueType.YES_NO: 16, ValueType.REFERENCE: 36}
_WIDE = frozenset({"name", "name_english", "purpose", "objective", "note"})
_LISTED_ON = {
    "parent": "actors",
    "organization": "actors",
    "target": "actors",
    "member": "actors",
    "network": "sub_networks",
    "body": "bodies",
    "group": "actors",
    "from": "actors",
    "to": "actors",
    "party": "actors",
    "agreement": "agreements",
    "holder": "posts",
}
"""Sheets whose column `name` a reference may be chosen from; what stands elsewhere is typed."""


class WorkbookLayout:
    """A workbook of all sheets in one language; `mark` stands on the explanation and on every printed page."""

    def __init__(self, language: str, mark: str = "") -> None:
        self._language = language
        self._mark = mark
        self._workbook: Workbook = new_workbook()
        self._explanation = self._workbook.create_sheet(word("explanation").in_language(language))
        self._sheets: dict[str, SheetOfOpenpyxl] = {}
        for sheet in SHEETS:
            self._sheets[sheet.code] = self._workbook.create_sheet(_title(sheet, language))
        self._choices = self._workbook.create_sheet(word("choices").in_language(language))
        self._choices.sheet_state = "hidden"
        self._lists: dict[tuple[str, ...], str] = {}

    def explain(self, lines: Sequence[str] = ()) -> None:
        """Write the first sheet: what this is, how to fill it, which sheet is for what; `lines` are said first."""
        messages = messages_in(self._language)
        style = SheetStyle(self._explanation, self._language, self._mark)
        style.columns([34, 100])
        style.text(messages.text("template.title"), bold=True, size=24, color="1F4E5F")
        for line in (self._mark, *lines):
            if line:
                style.text("", line, bold=True, color="9C3D10")
        for topic in ("order", "required", "id", "membership", "references", "dates", "lists", "example", "personal"):
            style.text(messages.text(f"template.{topic}"), messages.text(f"template.{topic}.text"))
        style.text("")
        style.text(messages.text("template.sheet"), messages.text("template.purpose"), bold=True, color="1F4E5F")
        for number, sheet in enumerate(SHEETS, 1):
            purpose = sheet_wording(sheet.code).purpose.in_language(self._language)
            style.text(f"{number}. {_title(sheet, self._language)}", purpose)

    def fill(self, sheet: Sheet, rows: Iterable[Row], columns: Sequence[Column], *, example: bool = False) -> None:
        """Write a data sheet: headers with help, rows, and drop-downs below and beside them."""
        style = SheetStyle(self._sheets[sheet.code], self._language, self._mark)
        style.columns(
            [_width(column) for column in columns],
            {
                place: date_format(self._language) if column.type in _DAYS else TEXT_FORMAT
                for place, column in enumerate(columns)
                if column.type is not ValueType.YES_NO
            },
        )
        wordings = [column_wording(sheet.code, column.code) for column in columns]
        headers = [wording.header.in_language(self._language) for wording in wordings]
        helps = [wording.help.in_language(self._language) for wording in wordings]
        style.header(headers, [column.required for column in columns], helps)
        written = 1
        for row in rows:
            style.row([row.get(column.code) for column in columns], example=example)
            written += 1
        style.finish()
        messages = messages_in(self._language)
        for place, column in enumerate(columns):
            self._offer(sheet, column, get_column_letter(place + 1), written + SPARE_ROWS, messages)

    def finish(self) -> Workbook:
        """Write the lists of choices and hand the workbook over."""
        style = SheetStyle(self._choices, self._language)
        columns = list(self._lists)
        for place in range(max((len(words) for words in columns), default=0)):
            style.row([words[place] if place < len(words) else None for words in columns])
        return self._workbook

    def _offer(self, sheet: Sheet, column: Column, letter: str, last: int, messages: Messages) -> None:
        words = choices_of(column, self._language)
        if words:
            formula = self._list(words)
        elif column.type is ValueType.REFERENCE and column.code in _LISTED_ON:
            named = next(one for one in SHEETS if one.code == _LISTED_ON[column.code])
            names = get_column_letter([one.code for one in named.columns].index("name") + 1)
            formula = f"{quote_sheetname(_title(named, self._language))}!${names}$2:${names}${SPARE_ROWS * 5}"
        else:
            return
        offer = DataValidation(type="list", formula1=formula, allow_blank=True)
        # A code or the other language's word is read as well, and people are named by no single cell: only warn.
        offer.showErrorMessage = bool(words)
        offer.errorStyle = "warning"
        offer.errorTitle = messages.text("template.choose.title")
        offer.error = messages.text("template.choose.text")
        offer.add(f"{letter}2:{letter}{last}")
        self._sheets[sheet.code].data_validations.append(offer)

    def _list(self, words: tuple[str, ...]) -> str:
        """The place of a list of words on the hidden sheet; equal lists share one."""
        if words not in self._lists:
            letter = get_column_letter(len(self._lists) + 1)
            title = quote_sheetname(word("choices").in_language(self._language))
            self._lists[words] = f"{title}!${letter}$1:${letter}${len(words)}"
        return self._lists[words]


def _title(sheet: Sheet, language: str) -> str:
    return sheet_wording(sheet.code).title.in_language(language)


def _width(column: Column) -> float:
    return 44 if column.code in _WIDE else _WIDTHS.get(column.type, 24)
