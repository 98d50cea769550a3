"""What ends soon: how many days are left, and the last day as people write it."""

from datetime import date, timedelta


def ends_within(days: int, ends_on: date | None, today: date) -> bool:
    """Whether something still holds and ends within so many days; what has no end, or none recorded, does not.

    `ends_on` is the first day on which it no longer holds, as everywhere but on screen.
    """
    return ends_on is not None and 0 < (ends_on - today).days <= days


def last_day(ends_on: date) -> date:
    """The last day included: ends are told so on screen and in workbooks."""
    return ends_on - timedelta(days=1)
