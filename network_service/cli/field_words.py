"""Fields of records as people know them: by the headers of the workbook, with values as its cells show them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import label
from network_service.ingest.sheets.column import Column, ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording
from network_service.ingest.values import write_value
from network_service.messages import messages_in
from network_service.operations.plan import FieldChange

_NOTHING = "–"
_KINDS = frozenset({"kind", "was"})  # `merged` among them, for which no column has a word
_DAYS = frozenset({ValueType.DATE, ValueType.LAST_DAY})


def fields_in_words(kind: str, fields: Sequence[FieldChange], names: Mapping[str, str], language: str) -> str:
    """Fields of a kind of record with their value before and after, a line each; other records by name.

    What a merge empties are fields of the kind that the record was: those have no column among the merged.
    """
    turned = [str(other) for one in fields if one.field == "kind" for other in (one.before, one.after)]
    told = []
    for one in fields:
        own = next((known for known in (kind, *turned) if one.field in _columns(known)), kind)
        before, after = (value_in_words(own, one.field, value, names, language) for value in (one.before, one.after))
        told.append(f"{field_word(own, one.field, language)}: {before} → {after}")
    return "\n".join(told)


def field_word(kind: str, field: str, language: str) -> str:
    """The header of the field's column; of the kind itself, of which most sheets have none, the word for kinds."""
    found = _columns(kind).get(field)
    if found is not None:
        return column_wording(found[0], found[1].code).header.in_language(language)
    return messages_in(language).text("import.change.kind") if field == "kind" else field


def value_in_words(kind: str, field: str, value: object, names: Mapping[str, str], language: str) -> str:
    """A value as plain data, as its cell would show it: an end by the last day, days in the reader's era."""
    if value is None or value == []:
        return _NOTHING
    if field in _KINDS:
        return label("kind", str(value), language)
    found = _columns(kind).get(field)
    if isinstance(value, str) and value in names:
        return names[value]
    if found is None or found[1].type is ValueType.REFERENCE:
        return str(value)
    column = found[1]
    written = write_value(column, _typed(column, value), language)
    return format_date(written, language, style="short") if isinstance(written, date) else str(written)


def _typed(column: Column, value: object) -> object:
    if column.type in _DAYS and isinstance(value, str):
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


@cache
def _columns(kind: str) -> Mapping[str, tuple[str, Column]]:
    """The columns of a kind's sheet by field, each with the sheet's code."""
    return {
        column.field: (sheet.code, column)
        for sheet in SHEETS
        if kind in sheet.kinds
        for column in sheet.columns
        if column.field and not column.part
    }
