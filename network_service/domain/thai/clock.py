"""What day it is in Thailand, wherever the program runs."""

from datetime import UTC, date, datetime, timedelta, timezone

THAILAND = timezone(timedelta(hours=7), "Asia/Bangkok")
"""Thai time: seven hours ahead of UTC since 1920, without summer time, so that no zone data is needed."""


def today_in_thailand(now: datetime | None = None) -> date:
    """The Thai calendar day of an instant; of this one where none is given."""
    return (now or datetime.now(UTC)).astimezone(THAILAND).date()
