"""Days as people in Thai offices write them: read strictly into the Common Era, shown in the reader's own era.

Only ISO dates are ever stored. A year of 2400 or more is Buddhist Era, which is the Common Era plus 543: safe for days
from 1941 on, as the year began in April before that. The day comes first, always; what has two readings is refused.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from network_service.domain.thai.clock import THAILAND
from network_service.domain.thai.digits import to_arabic, to_thai
from network_service.domain.thai.months import (
    ENGLISH_MONTHS,
    ENGLISH_MONTHS_SHORT,
    THAI_MONTHS,
    THAI_MONTHS_SHORT,
    english_month,
    thai_month,
)
from network_service.domain.thai.text import match_form

DateFaultCode = Literal["date.ambiguous_year", "date.no_such_day", "date.not_a_date"]
Era = Literal["buddhist", "common"]
DateStyle = Literal["long", "short"]

ERA_OFFSET = 543
FIRST_BUDDHIST_YEAR = 2400  # from here up a year without its era is Buddhist: BE 2400 is 1857, CE 2400 is far off

_FIRST_PLAUSIBLE_YEAR = 1000  # "0069" is a two-digit year in four places
_TWO_DIGIT_CENTURY = 2500  # "ม.ค. 69" is BE 2569
_FISCAL_YEAR_STARTS = 10  # 1 October of the calendar year before
_EXCEL_DAY_ZERO = date(1899, 12, 30)  # counts Excel's 29 February 1900, which never was; right from March 1900
_EXCEL_SERIALS = (20_000, 80_000)  # October 1954 to January 2119: below lie quantities and bare years

_CLOCK = r"(?:[ t]([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?: ?น\.?)?"  # the day of a moment counts
_ZONE = r" ?(z|[+-][0-9]{2}:?[0-9]{2})?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_CLOCK}{_ZONE})?")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}}) ?([/.-]) ?([0-9]{{1,2}}) ?\2 ?([0-9]{{4}}|[0-9]{{2}}){_CLOCK})?")
_WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_MONTH_NAMED = re.compile(
    rf"(?:วัน({'|'.join(_WEEKDAYS)})? ?ที่ ?)?([0-9]{{1,2}}) ?[-/]? ?(?:เดือน ?)?"
    r"([^0-9 /-][^0-9/-]*?) ?[-/,]? ?"
    r"(?:([พค]\.? ?ศ\.?) ?)?([0-9]{4}|[0-9]{2})"
)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2}),? ([0-9]{4})")  # a month that has its name has one reading
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]{1,15})?")  # a day that Excel saved as text without its format

_HOURS, _MINUTES = 24, 60
_MINUTES_A_DAY = _HOURS * _MINUTES
_THAI_MINUTES = 7 * _MINUTES  # ahead of UTC


class DateFault(ValueError):
    """A value that is not one certain day: ``code`` says why, ``text`` is the value as it was given."""

    def __init__(self, code: DateFaultCode, text: str) -> None:
        super().__init__(code, text)  # both stay in ``args``: a fault crosses the worker processes by pickle
        self.code: DateFaultCode = code
        self.text = text

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"


@dataclass(frozen=True)
class _Written:
    """The parts of a date as written: nothing is decided yet but which part is which."""

    day: int
    month: int
    year: str
    era: Era | None = None
    short_year_is_buddhist: bool = False
    days_later: int = 0
    weekday: int | None = None


def parse_date(value: object) -> date:
    """Read one day, in the Common Era, from a text, a date cell or an Excel serial number; else raise a DateFault.

    A date cell with a year of 2400 or more was typed in the Buddhist Era. A moment that knows its zone gives the day
    it was in Thailand. A number from 20,000 to 80,000, as text too, is a serial of Excel's 1900 system; its time of day
    is left out. Whatever else a cell may hold (nothing, a truth value, a time of day) is no date.
    """
    serial = value
    if isinstance(value, str):
        written = to_arabic(value.strip())
        if not _SERIAL.fullmatch(written):
            return _day(_read(value), value)
        serial = float(written)
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(THAILAND)
    if isinstance(value, date):
        return _day(_Written(value.day, value.month, f"{value.year:04}"), value.isoformat())
    first, last = _EXCEL_SERIALS
    if isinstance(serial, int | float) and first <= serial <= last:
        return _EXCEL_DAY_ZERO + timedelta(days=int(serial))
    raise DateFault("date.not_a_date", str(value))


def format_date(day: date, language: str, *, thai_digits: bool = False, style: DateStyle = "long") -> str:
    """Show a day: in Thai (`th`) with its Buddhist year, in English (`en`) with its Common Era year.

    Thai digits are for official documents in Thai; English has none, so there the wish is passed over.
    """
    long = style == "long"
    if language != "th":
        months = ENGLISH_MONTHS if long else ENGLISH_MONTHS_SHORT
        return f"{day.day} {months[day.month - 1]} {day.year}"
    months = THAI_MONTHS if long else THAI_MONTHS_SHORT
    shown = f"{day.day} {months[day.month - 1]} {to_buddhist_year(day.year)}"
    return to_thai(shown) if thai_digits else shown


def to_buddhist_year(year: int) -> int:
    """The Buddhist year of a Common Era year."""
    return year + ERA_OFFSET


def from_buddhist_year(year: int) -> int:
    """The Common Era year of a Buddhist year."""
    return year - ERA_OFFSET


def fiscal_year(day: date) -> int:
    """The Thai fiscal year of a day, in the Buddhist Era: FY 2569 runs from 1 October 2025 to 30 September 2026."""
    return to_buddhist_year(day.year + (day.month >= _FISCAL_YEAR_STARTS))


def _read(text: str) -> _Written:
    form = to_arabic(match_form(text))
    if found := _YEAR_FIRST.fullmatch(form):
        later = _days_later(text, found[5], found[6], found[7])
        return _Written(int(found[4]), int(found[3]), found[1], days_later=later)
    if found := _DAY_FIRST.fullmatch(form):
        _days_later(text, found[5], found[6], None)
        return _Written(int(found[1]), int(found[3]), found[4])
    if found := _MONTH_NAMED.fullmatch(form):
        era = _era(found[4])
        weekday = _WEEKDAYS.index(found[1]) if found[1] else None
        if month := thai_month(found[3]):
            buddhist = era != "common"
            return _Written(int(found[2]), month, found[5], era, short_year_is_buddhist=buddhist, weekday=weekday)
        if month := english_month(found[3]):
            return _Written(int(found[2]), month, found[5], era)
    if (found := _MONTH_FIRST.fullmatch(form)) and (month := english_month(found[1])):
        return _Written(int(found[2]), month, found[3])
    raise DateFault("date.not_a_date", text)


def _days_later(text: str, hour: str | None, minute: str | None, zone: str | None) -> int:
    """By how many days the Thai day of a moment is later than the day that is written; 0 where no zone is."""
    if hour is None or minute is None:
        return 0
    if int(hour) >= _HOURS or int(minute) >= _MINUTES:
        raise DateFault("date.not_a_date", text)
    if zone is None:
        return 0
    ahead = 0
    if zone != "z":
        ahead = int(zone[1:3]) * _MINUTES + int(zone[-2:])
        if ahead >= _MINUTES_A_DAY:
            raise DateFault("date.not_a_date", text)
        ahead = -ahead if zone[0] == "-" else ahead
    return (int(hour) * _MINUTES + int(minute) - ahead + _THAI_MINUTES) // _MINUTES_A_DAY


def _era(written: str | None) -> Era | None:
    if not written:
        return None
    return "buddhist" if written.startswith("พ") else "common"


def _day(written: _Written, text: str) -> date:
    year = _common_year(written)
    if year is None:
        raise DateFault("date.ambiguous_year", text)
    try:
        day = date(year, written.month, written.day) + timedelta(days=written.days_later)
    except ValueError:
        raise DateFault("date.no_such_day", text) from None
    if written.weekday not in (None, day.weekday()):
        raise DateFault("date.no_such_day", text)
    if not _FIRST_PLAUSIBLE_YEAR <= day.year < FIRST_BUDDHIST_YEAR:
        raise DateFault("date.ambiguous_year", text)
    return day


def _common_year(written: _Written) -> int | None:
    """The year in the Common Era, or None where it is uncertain or the era named beside it contradicts it.

    What comes out is below 2400, so that a stored date, written out and read again, stays the same day; "9999-12-31",
    by which some systems mean "for ever", is therefore no year.
    """
    year = int(written.year)
    if len(written.year) == 2:
        return from_buddhist_year(_TWO_DIGIT_CENTURY + year) if written.short_year_is_buddhist else None
    era: Era = "buddhist" if year >= FIRST_BUDDHIST_YEAR else "common"
    if written.era not in (None, era):
        return None
    common = from_buddhist_year(year) if era == "buddhist" else year
    return common if _FIRST_PLAUSIBLE_YEAR <= common < FIRST_BUDDHIST_YEAR else None
