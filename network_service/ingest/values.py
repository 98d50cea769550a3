"""What a cell may say and how a value is written into one: each type of column reads what it writes."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from math import isfinite

from network_service.domain.record import MAX_NOTE
from network_service.domain.thai.dates import ERA_OFFSET, FIRST_BUDDHIST_YEAR, DateFault, parse_date
from network_service.domain.thai.names import split_person_name
from network_service.domain.thai.text import clean
from network_service.domain.vocabulary import codes_by_word, label, terms
from network_service.ingest.fault import Terms
from network_service.ingest.forms import LONGEST_MATCHED, remembered_form
from network_service.ingest.near import nearest
from network_service.ingest.numbers import TwoReadings, number_digits
from network_service.ingest.raw import CellTrouble, CellValue
from network_service.ingest.sheets.column import Column, ValueType
from network_service.ingest.sheets.wording import word

NOT_A_MEMBER = "not_a_member"
"""Value of a status cell that says there is no membership."""

_SEPARATORS = re.compile(r"\\([\\;])|([;\n\r])")
_TERM_SEPARATORS = re.compile(r"[;,\n\r]")
_ANY_NAME = "สมมติ"
_TRUE = frozenset({"1", "true", "y"})
_FALSE = frozenset({"0", "false", "n"})
_LARGEST = 10**15


class ValueFault(ValueError):
    """A cell that cannot be read as its column asks; the code of the fault and its parameters."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters


Written = str | int | float | date | None
"""What may be written into a cell."""


def read_value(column: Column, cell: CellValue) -> object:
    """The value of a cell with content: a text, a date, a code, a tuple, a truth; `ValueFault` where there is none.

    A cell of which nothing remains after cleaning is `None`, as an empty one is.
    """
    if isinstance(cell, CellTrouble):
        raise ValueFault(cell.code)
    return _READERS[column.type](column, cell)


def write_value(column: Column, value: object, language: str) -> Written:
    """What stands in a cell for a value, in `th` or `en`; reading it gives the value again."""
    if value is None or value == ():
        return None
    return _WRITERS[column.type](column, value, language)


def _within(text: str, longest: int = LONGEST_MATCHED) -> str:
    """The text, refused if it is too long: before its matching form is asked for, which takes the square of that."""
    if len(text) > longest and len(text := clean(text)) > longest:
        raise ValueFault("value.too_long", limit=longest)
    return text


def as_text(cell: CellValue) -> str:
    """The text of a cell: numbers as they are written, days in ISO form."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ", "seconds")
    return str(cell)


def _text(column: Column, cell: CellValue) -> str | None:
    return clean(_within(as_text(cell), MAX_NOTE if column.field == "note" else LONGEST_MATCHED)) or None


def _texts(_: Column, cell: CellValue) -> tuple[str, ...]:
    """Texts separated by semicolons or lines; a semicolon within a text is written with a backslash before it."""
    pieces = [""]
    text, place = as_text(cell), 0
    for found in _SEPARATORS.finditer(text):
        pieces[-1] += text[place : found.start()] + (found[1] or "")
        if found[2]:
            pieces.append("")
        place = found.end()
    pieces[-1] += text[place:]
    return tuple(cleaned for piece in pieces if (cleaned := clean(_within(piece))))


def _titles(column: Column, cell: CellValue) -> tuple[str, ...]:
    """Titles as they are stacked before a name, or separated as texts are."""
    text = as_text(cell)
    if _SEPARATORS.search(text):
        return _texts(column, cell)
    text = _within(text)
    name = split_person_name(f"{text} {_ANY_NAME}")
    if name.titles and name.given_name == _ANY_NAME:
        return name.titles
    return (cleaned,) if (cleaned := clean(text)) else ()


def _date(_: Column, cell: CellValue) -> date | None:
    if isinstance(cell, bool):
        raise ValueFault("date.not_a_date")
    if isinstance(cell, str):
        cell = clean(_within(cell))
        if not cell:
            return None
    assert isinstance(cell, str | int | float | datetime)
    try:
        return _remembered_date(cell)
    except DateFault as fault:
        raise ValueFault(fault.code) from None


@lru_cache(maxsize=10_000)
def _remembered_date(cell: str | int | float | datetime) -> date:
    """The day of a cell; a sheet says few different ones, and reading a written one takes 50 microseconds."""
    return parse_date(cell)


def _last_day(column: Column, cell: CellValue) -> date | None:
    """The day after the last day: what records keep as the end."""
    last = _date(column, cell)
    return last + timedelta(days=1) if last else None


def _yes_no(_: Column, cell: CellValue) -> bool | None:
    text = remembered_form(_within(as_text(cell)))
    if not text:
        return None
    if text in _TRUE or word("yes_no", "yes").means(text):
        return True
    if text in _FALSE or word("yes_no", "no").means(text):
        return False
    raise ValueFault("value.not_yes_or_no")


_WHOLE = re.compile(r"([0-9]{1,15})(?:\.0{1,2})?")  # some programs write 3 as 3.0


def _number_text(cell: CellValue) -> str:
    """The digits of a number as typed: Thai digits and marks between thousands are allowed; empty where nothing is."""
    if isinstance(cell, bool | datetime):
        raise ValueFault("value.not_a_number")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _LARGEST else repr(cell)
    text = clean(_within(as_text(cell)))
    try:
        digits = number_digits(text)
    except TwoReadings:
        raise ValueFault("value.ambiguous_number") from None
    if digits is None and text:
        raise ValueFault("value.not_a_number")
    return digits or ""


def _whole(_: Column, cell: CellValue) -> int | None:
    try:
        text = _number_text(cell)
    except ValueFault as fault:
        raise (ValueFault("value.not_whole") if fault.code == "value.not_a_number" else fault) from None
    if not text:
        return None
    if not (found := _WHOLE.fullmatch(text)):
        raise ValueFault("value.not_whole")
    return int(found[1])


def _number(_: Column, cell: CellValue) -> float | None:
    text = _number_text(cell)
    if not text:
        return None
    number = float(text)
    if not isfinite(number):
        raise ValueFault("value.not_a_number")
    return number


def _year(column: Column, cell: CellValue) -> int | None:
    """A year of the common era; as in dates, one of 2400 or more is Buddhist."""
    year = _whole(column, cell)
    if year is None:
        return None
    return year - ERA_OFFSET if year >= FIRST_BUDDHIST_YEAR else year


def _term(column: Column, cell: CellValue) -> str | None:
    text = _within(as_text(cell))
    form = remembered_form(text)
    if not form:
        return None
    code = codes_by_word(column.vocabulary).get(form)
    if code is None or (column.choices and code not in column.choices):
        raise _unknown_word(column, text)
    return code


def _terms(column: Column, cell: CellValue) -> tuple[str, ...]:
    found = [_term(column, piece) for piece in _TERM_SEPARATORS.split(as_text(cell))]
    return tuple(code for code in dict.fromkeys(found) if code)


def _status(column: Column, cell: CellValue) -> str | None:
    return NOT_A_MEMBER if word(NOT_A_MEMBER).means(as_text(cell)) else _term(column, cell)


def _unknown_word(column: Column, text: str) -> ValueFault:
    codes = column.choices or tuple(terms(column.vocabulary))
    words = [label(column.vocabulary, code, language) for code in codes for language in ("th", "en")]
    near = nearest(text, words, most=1)
    choices = Terms(column.vocabulary, codes)
    if near:
        return ValueFault("value.unknown_word_near", choices=choices, near=near)
    return ValueFault("value.unknown_word", choices=choices)


_READERS: dict[ValueType, Callable[[Column, CellValue], object]] = {
    ValueType.ID: _text,
    ValueType.TEXT: _text,
    ValueType.TEXTS: _texts,
    ValueType.TITLES: _titles,
    ValueType.DATE: _date,
    ValueType.LAST_DAY: _last_day,
    ValueType.YES_NO: _yes_no,
    ValueType.WHOLE: _whole,
    ValueType.NUMBER: _number,
    ValueType.YEAR: _year,
    ValueType.TERM: _term,
    ValueType.TERMS: _terms,
    ValueType.STATUS: _status,
    ValueType.REFERENCE: _text,
}


def _write_text(_: Column, value: object, __: str) -> str:
    return str(value)


def _write_texts(_: Column, value: object, __: str = "") -> str:
    assert isinstance(value, tuple)
    return "; ".join(one.replace("\\", "\\\\").replace(";", "\\;") for one in value)


def _write_titles(column: Column, value: object, _: str) -> str:
    """Titles as one reads them before a name; separated where they would be read otherwise."""
    assert isinstance(value, tuple)
    stacked = " ".join(value)
    as_read = len(stacked) <= LONGEST_MATCHED and _titles(column, stacked) == value
    return stacked if as_read else _write_texts(column, value) + ";"


def _write_date(_: Column, value: object, __: str) -> str | date:
    """A day; one that date cells cannot hold is written out."""
    assert isinstance(value, date)
    return value if _FIRST_CELL_DAY <= value.year < FIRST_BUDDHIST_YEAR else value.isoformat()


def _write_last_day(column: Column, value: object, language: str) -> str | date:
    assert isinstance(value, date)
    return _write_date(column, value - timedelta(days=1), language)


def _write_yes_no(_: Column, value: object, language: str) -> str:
    return word("yes_no", "yes" if value else "no").in_language(language)


def _write_number(_: Column, value: object, __: str) -> int | float:
    assert isinstance(value, int | float)
    return value


def _write_year(_: Column, value: object, language: str) -> int:
    """A year of the reader's era; one that would be read as Buddhist is written as such in any language."""
    assert isinstance(value, int)
    buddhist = value + ERA_OFFSET
    return buddhist if language == "th" and buddhist >= FIRST_BUDDHIST_YEAR else value


def _write_term(column: Column, value: object, language: str) -> str:
    return label(column.vocabulary, str(value), language)


def _write_terms(column: Column, value: object, language: str) -> str:
    assert isinstance(value, Sequence)
    return "; ".join(_write_term(column, one, language) for one in value)


def _write_status(column: Column, value: object, language: str) -> str:
    return word(NOT_A_MEMBER).in_language(language) if value == NOT_A_MEMBER else _write_term(column, value, language)


_FIRST_CELL_DAY = 1901  # Excel counts a 29 February 1900 that never was
_WRITERS: dict[ValueType, Callable[[Column, object, str], str | int | float | date]] = {
    ValueType.ID: _write_text,
    ValueType.TEXT: _write_text,
    ValueType.TEXTS: _write_texts,
    ValueType.TITLES: _write_titles,
    ValueType.DATE: _write_date,
    ValueType.LAST_DAY: _write_last_day,
    ValueType.YES_NO: _write_yes_no,
    ValueType.WHOLE: _write_number,
    ValueType.NUMBER: _write_number,
    ValueType.YEAR: _write_year,
    ValueType.TERM: _write_term,
    ValueType.TERMS: _write_terms,
    ValueType.STATUS: _write_status,
    ValueType.REFERENCE: _write_text,
}


@cache
def choices_of(column: Column, language: str) -> tuple[str, ...]:
    """The words that a cell of a column may be chosen from, in `th` or `en`; none where it is free."""
    if column.type is ValueType.YES_NO:
        return tuple(word("yes_no", code).in_language(language) for code in ("yes", "no"))
    if column.type in (ValueType.TERM, ValueType.STATUS):
        codes = column.choices or tuple(terms(column.vocabulary))
        own = (word(NOT_A_MEMBER).in_language(language),) if column.type is ValueType.STATUS else ()
        return (*(label(column.vocabulary, code, language) for code in codes), *own)
    return ()
