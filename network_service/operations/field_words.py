"""The fields of records in the reader's words: headings as the workbook has them, values as its cells say them."""

from collections.abc import Mapping
from datetime import date, timedelta

from network_service.domain.merged import Merged
from network_service.domain.record import Record
from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import label
from network_service.ingest.sheets.column import Column, Sheet, ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording
from network_service.ingest.values import write_value
from network_service.messages import Messages

EMPTY = "–"
"""Stands for a field that says nothing."""
_KINDS = frozenset({"kind", "was"})
_BY_MERGING = frozenset({"kind", "was", "into"})  # no column has these: only merging changes them


def heading(record: Record, field: str, words: Messages) -> str:
    """What a field of a record is called: the header of its column."""
    found = _column(record, field)
    if found is not None:
        sheet, column = found
        return column_wording(sheet.code, column.code).header.in_language(words.language)
    return words.text(f"field.{field}") if field in _BY_MERGING else field


def value_in_words(record: Record, field: str, value: object, names: Mapping[str, str], words: Messages) -> str:
    """A field's plain value: words of its vocabulary, days of the reader's era, other records by name."""
    if value is None or value == []:
        return EMPTY
    if field in _KINDS:
        return label("kind", str(value), words.language)
    found = _column(record, field)
    if found is None or found[1].type is ValueType.REFERENCE:
        return _named(value, names)
    return _in_cell(found[1], value, words.language)


def _in_cell(column: Column, value: object, language: str) -> str:
    if column.type in (ValueType.DATE, ValueType.LAST_DAY):
        day = date.fromisoformat(str(value))
        return format_date(day - timedelta(days=1) if column.type is ValueType.LAST_DAY else day, language)
    if column.type in (ValueType.WHOLE, ValueType.NUMBER):
        return f"{value:,}"
    return str(write_value(column, tuple(value) if isinstance(value, list) else value, language))


def _named(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(_named(one, names) for one in value)
    return names.get(str(value), str(value))


def _column(record: Record, field: str) -> tuple[Sheet, Column] | None:
    """The column of a field in the sheet of its record's kind; of a merged one, of the kind that it was."""
    kind = record.was if isinstance(record, Merged) else record.kind
    for sheet in SHEETS:
        column = sheet.column_of(field) if kind in sheet.kinds else None
        if column is not None:
            return sheet, column
    return None
