"""Times of GEXF: when a node, edge or value holds, as days where the file's times are dates.

A closed end is the last day, as in our own columns; an open end excludes its day, and so does an open start. An instant
with a time zone is the day that it is in Thailand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

TIMES = frozenset({"start", "end", "startopen", "endopen", "timestamp", "timestamps", "intervals"})
"""Attributes with which an element says when it holds."""
_THAILAND = timezone(timedelta(hours=7))
_LONGEST = 40
"""Characters of an instant to the nanosecond with its zone."""
_ENDLESS = frozenset({"", "-infinity", "infinity", "-inf", "inf"})


@dataclass(frozen=True, slots=True)
class Period:
    """From when to when something holds, as the file writes it; `None` without an end on that side."""

    start: str | None
    end: str | None
    after_start: bool = False
    before_end: bool = False

    @property
    def shown(self) -> str:
        """The period as Gephi writes it."""
        return (
            f"{'(' if self.after_start or self.start is None else '['}{self.start or ''}, "
            f"{self.end or ''}{')' if self.before_end or self.end is None else ']'}"
        )

    @property
    def first(self) -> str | None:
        """The first day, or what stands there where that is no date."""
        return _day(self.start, 1 if self.after_start else 0)

    @property
    def last(self) -> str | None:
        """The last day, or what stands there where that is no date."""
        return _day(self.end, -1 if self.before_end else 0)


def periods_of(attributes: Mapping[str, str]) -> list[Period]:
    """The periods that the attributes of an element say; none where they say nothing of time."""
    found: list[Period] = []
    if TIMES.isdisjoint(attributes):
        return found
    if any(attributes.get(name) for name in ("start", "startopen", "end", "endopen")):
        start, end = (attributes.get(name) or attributes.get(f"{name}open") for name in ("start", "end"))
        after, before = (bool(attributes.get(f"{name}open")) and not attributes.get(name) for name in ("start", "end"))
        found.append(Period(_bound(start), _bound(end), after, before))
    for instant in (attributes.get("timestamp", ""), *_listed(attributes.get("timestamps", ""), ",")):
        if (at := _bound(instant.strip(" []"))) is not None:
            found.append(Period(at, at))
    for interval in _listed(attributes.get("intervals", ""), ";"):
        start, _, end = interval.strip("[]() ").partition(",")
        found.append(Period(_bound(start), _bound(end), interval.startswith("("), interval.endswith(")")))
    return found


def span(periods: Iterable[Period]) -> tuple[str | None, str | None]:
    """The first and the last day of all periods; nothing on a side where one of them is endless."""
    listed = list(periods)
    firsts, lasts = [one.first for one in listed], [one.last for one in listed]
    return (
        None if None in firsts else min((one for one in firsts if one is not None), key=in_order),
        None if None in lasts else max((one for one in lasts if one is not None), key=in_order),
    )


def in_order(when: str) -> tuple[float, str]:
    """What sorts times: dates as they are written, numbers by size before them."""
    try:
        return float(when), ""
    except ValueError:
        return float("inf"), when


def is_day(when: str) -> bool:
    """Whether a text is a day as `first` and `last` give it."""
    return len(when) == len("2026-01-31") and _instant(when) is not None


def _listed(text: str, separator: str) -> list[str]:
    return [piece for one in text.strip("<> ").split(separator) if (piece := one.strip())]


def _bound(text: str | None) -> str | None:
    told = (text or "").strip()
    return None if told.casefold() in _ENDLESS else told


def _instant(text: str) -> datetime | None:
    if len(text) > _LONGEST or not text[:4].isdigit() or "-" not in text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _day(text: str | None, away: int) -> str | None:
    """The day of an instant, or the one before or after where the bound is open; the text where it is no instant."""
    instant = _instant(text) if text is not None else None
    if text is None or instant is None:
        return text
    try:
        if instant.tzinfo is not None:
            instant = instant.astimezone(_THAILAND)
        whole_days = len(text) == len("2026-01-31") or (away < 0 and instant.time() == time.min)
        found: date = instant.date() + timedelta(days=away if whole_days else 0)
    except OverflowError:
        return text
    return found.isoformat()
