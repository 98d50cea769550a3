"""Chance that never changes: each draw depends on a fixed seed and on what is drawn for, and on nothing else.

The standard generator promises no stable sequence across Python versions, and one sequence for all draws would let a
corrected name move every date after it. A draw by SHA-256 of its own words has neither fault.
"""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

SEED = "TH-98/1"
"""Changing it gives another sample province with the same offices and the same planted gaps."""

T = TypeVar("T")


def below(limit: int, *words: str) -> int:
    """A whole number from 0 to `limit - 1`, always the same for the same words.

    >>> below(6, "a die") == below(6, "a die")
    True
    """
    digest = hashlib.sha256("\x1f".join((SEED, *words)).encode()).digest()
    return int.from_bytes(digest[:8], "big") % limit  # 64 bits over limits of some hundreds: no bias worth a word


def chance(percent: int, *words: str) -> bool:
    """True in about `percent` of a hundred cases."""
    return below(100, *words) < percent


def one_of(weighted: Sequence[tuple[T, int]], *words: str) -> T:
    """One of the values, by weight."""
    left = below(sum(weight for _, weight in weighted), *words)
    for value, weight in weighted:
        if left < weight:
            return value
        left -= weight
    raise ValueError("weights must be positive")


def day_between(first: date, last: date, *words: str) -> date:
    """A day from `first` to `last`, both included."""
    return first + timedelta(days=below((last - first).days + 1, *words))
