"""Months and fiscal years before a day."""

import calendar
from collections.abc import Iterable
from datetime import date

from network_service.domain.thai.dates import fiscal_year


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where that has no such day."""
    years, month = divmod(day.month - 1 - months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def year_judged(day: date, decided_on: Iterable[date]) -> int:
    """The fiscal year (Buddhist Era) whose decisions are judged: that of the day, else the one before it.

    In October nothing may be decided yet: the year that just ended is then the one to look at.
    """
    year = fiscal_year(day)
    return year if any(fiscal_year(one) == year and one <= day for one in decided_on) else year - 1


def years_since(day: date, since: date) -> float:
    """Years from one day to another."""
    return (day - since).days / 365.25
