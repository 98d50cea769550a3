"""How far means of random draws may be from the truth, all of them together and at all moments where one may stop.

By Hoeffding's inequality in its sharp form the mean of k draws between 0 and 1 is off by e or more with a probability
of at most 2 exp(-k d), d the relative entropy of the two. Large means need many more draws than small ones, and are
few: values are put into groups by a guess made beforehand from other draws, each group may be wrong equally often, and
so each of the few large values more often than each of the many small. That saves nearly half of the draws.
"""

from dataclasses import dataclass
from math import ceil, inf, log, log1p, sqrt
from typing import Self

import numpy as np
from numpy.typing import NDArray

_GROWTH = 1.3
"""From one moment where the drawing may stop to the next: a tenth too many on average, and few moments to pay for."""

Sums = NDArray[np.float64]


def radius(mean: float, drawn: int, doubt: float) -> float:
    """How far the true mean of values within 0 to 1 may be, where that of so many draws is `mean` or less.

    To either side it is farther away with a probability of at most exp(-doubt): the e with drawn * (relative entropy
    of mean to mean + e) = doubt. It grows with the mean until about 1/2 - 2e/3; from a little before, Hoeffding's plain
    form stands in, which is above it everywhere.

    >>> round(radius(0.0, 1000, 5.0), 6), round(radius(0.5, 1000, 5.0), 6)
    (0.004988, 0.05)
    """
    plain = sqrt(doubt / (2 * drawn))
    if mean > 0.5 - plain:
        return plain
    near, far = mean, 1.0
    for _ in range(60):
        middle = (near + far) / 2
        near, far = (middle, far) if drawn * _entropy(mean, middle) <= doubt else (near, middle)
    return far - mean


@dataclass(frozen=True, slots=True)
class Bound:
    """Numbers of draws at which to look, fixed beforehand, and the group and the doubt of each value.

    The last number is what Hoeffding's plain form asks for whatever the values; the first is enough for values near 0.
    """

    stops: tuple[int, ...]
    group: NDArray[np.int64]
    doubts: tuple[float, ...]

    @classmethod
    def alike(cls, values: int, within: float, confidence: float) -> Self:
        """Every value may be wrong equally often."""
        return cls._of(np.zeros(values, np.int64), 1, within, confidence)

    @classmethod
    def guessed(cls, guess: Sums, within: float, confidence: float) -> Self:
        """Groups by halves of a guess of the means, down to those within the bound anyway; it need not be right."""
        groups = ceil(log(1 / within, 2)) + 1
        halved = -np.log2(np.clip(guess, within / 2, 1.0))
        return cls._of(np.minimum(halved.astype(np.int64), groups - 1), groups, within, confidence)

    @classmethod
    def _of(cls, group: NDArray[np.int64], groups: int, within: float, confidence: float) -> Self:
        looks = 1 + max(0, ceil(log(1 / (8 * within)) / log(_GROWTH)))
        shares = 2 * groups * looks / (1 - confidence)
        sizes = np.maximum(np.bincount(group, minlength=groups), 1)
        doubts = [log(size * shares) for size in sizes.tolist()]
        most = ceil(max(doubts) / (2 * within**2))
        return cls(tuple(ceil(most / _GROWTH**left) for left in reversed(range(looks))), group, tuple(doubts))

    def at(self, sums: Sums, drawn: int, stop: int) -> float:
        """How far any mean may be after `stop` draws, if it is what it was after `drawn`."""
        largest = np.zeros(len(self.doubts))
        np.maximum.at(largest, self.group, sums)
        means = (largest / max(drawn, 1)).tolist()
        return max(radius(mean, stop, doubt) for mean, doubt in zip(means, self.doubts, strict=True))


def _entropy(mean: float, other: float) -> float:
    """Relative entropy of one probability to another."""
    if other >= 1:
        return inf
    inside = mean * log(mean / other) if mean else 0.0
    return inside + (1 - mean) * (log1p(-mean) - log1p(-other))
