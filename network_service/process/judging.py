"""Judging a number against a standard when some data are not known: what is unknown never counts as nothing."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | date | tuple[str, ...] | None"

NEAR = 1e-9
"""Scores are sums and quotients of a few figures: 0.7 reached by another road may be 0.6999999999999999."""


class State(StrEnum):
    """Whether a condition holds."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


def at_least(value: float | None, least: float) -> State:
    """Whether a value reaches a standard; not known where the value is not."""
    return State.UNKNOWN if value is None else _of(value >= least - NEAR)


def at_most(value: float | None, most: float) -> State:
    """Whether a value stays within a standard; not known where the value is not."""
    return State.UNKNOWN if value is None else _of(value <= most + NEAR)


def surely_at_least(low: float, high: float, least: float) -> State:
    """Whether a value between two bounds reaches a standard, whatever it turns out to be."""
    if low >= least - NEAR:
        return State.TRUE
    return State.FALSE if high < least - NEAR else State.UNKNOWN


def surely_at_most(low: float, high: float, most: float) -> State:
    """Whether a value between two bounds stays within a standard, whatever it turns out to be."""
    if high <= most + NEAR:
        return State.TRUE
    return State.FALSE if low > most + NEAR else State.UNKNOWN


def none_missing(missing: int, unjudged: int) -> State:
    """Whether nothing is missing, where each record that nobody could judge may fill one gap."""
    if not missing:
        return State.TRUE
    return State.UNKNOWN if unjudged >= missing else State.FALSE


def share(part: int, whole: int) -> float | None:
    """Part of a whole; not known where there is no whole."""
    return part / whole if whole else None


def gini(values: Collection[float]) -> float | None:
    """How unevenly something is spread, 0 (evenly) to nearly 1; not known of nobody or of nothing."""
    ordered, total = sorted(values), sum(values)
    if not total:
        return None
    size = len(ordered)
    return sum((2 * place - size - 1) * value for place, value in enumerate(ordered, 1)) / (size * total)


def _of(holds: bool) -> State:
    return State.TRUE if holds else State.FALSE
