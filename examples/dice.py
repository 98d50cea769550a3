"""Chance that never changes: each draw depends on a fixed seed and on what is drawn for, and on nothing else.

The standard generator promises no stable sequence across Python versions, and one sequence for all draws would let a
corrected name move every date after it. A draw by SHA-256 of its own words has neither fault.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws of one seed; another seed gives other draws for the same words."""

    seed: str

    def below(self, limit: int, *words: str) -> int:
        """A whole number from 0 to `limit - 1`, always the same for the same words.

        >>> Dice("a").below(6, "a die") == Dice("a").below(6, "a die")
        True
        """
        digest = hashlib.sha256("\x1f".join((self.seed, *words)).encode()).digest()
        return int.from_bytes(digest[:8], "big") % limit  # 64 bits over limits of some hundreds: no bias worth a word

    def chance(self, percent: int, *words: str) -> bool:
        """True in about `percent` of a hundred cases."""
        return self.below(100, *words) < percent

    def one_of(self, weighted: Sequence[tuple[T, int]], *words: str) -> T:
        """One of the values, by weight."""
        left = self.below(sum(weight for _, weight in weighted), *words)
        for value, weight in weighted:
            if left < weight:
                return value
            left -= weight
        raise ValueError("weights must be positive")

    def day_between(self, first: date, last: date, *words: str) -> date:
        """A day from `first` to `last`, both included."""
        return first + timedelta(days=self.below((last - first).days + 1, *words))
