"""How far two ways of dividing the same actors agree."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two divisions compared: the share of what one says that the other says too, and the pairs they agree on.

    `normalised_mutual_information` is 0 to 1; `adjusted_rand` is 1 where they are the same, 0 on average by chance.
    """

    normalised_mutual_information: float
    adjusted_rand: float

    @classmethod
    def mean(cls, agreements: Sequence[Self]) -> Self:
        """The mean of several."""
        return cls(
            float(np.mean([each.normalised_mutual_information for each in agreements])),
            float(np.mean([each.adjusted_rand for each in agreements])),
        )


def agreement(first: Sequence[Hashable], second: Sequence[Hashable]) -> Agreement | None:
    """How far two divisions of the same actors agree, given the group of each actor in both; `None` below two actors.

    Formula: with n_st the actors of group s in the one and t in the other, mutual information I = sum of
    n_st/n log(n n_st / (n_s n_t)) over the mean of both entropies; adjusted Rand = (R - E)/(M - E) with R the sum of
    C(n_st, 2), a and b those of C(n_s, 2) and C(n_t, 2), E = a b / C(n, 2) and M = (a + b)/2. Normalisation: mutual
    information by the arithmetic mean, as Danon et al. do; other means give other values. Cost: O(n + k l), k and l
    the groups; 1 ms for 2,000 actors. What the groups are called does not matter.

    Where both divisions are one group, or both single actors, 0/0 becomes 1: they are the same.

    >>> agreement("aabb", "xxyy")
    Agreement(normalised_mutual_information=1.0, adjusted_rand=1.0)
    >>> agreement("aabb", "xyxy")
    Agreement(normalised_mutual_information=0.0, adjusted_rand=-0.5)

    Source: Hubert and Arabie 1985, Journal of Classification 2, 193-218; Danon, Diaz-Guilera, Duch and Arenas 2005,
    J. Stat. Mech. P09008.
    """
    return agreement_of_numbers(_numbered(first), _numbered(second))


def agreement_of_numbers(first: NDArray[np.int64], second: NDArray[np.int64]) -> Agreement | None:
    """The same for groups that are numbers from 0 on already."""
    if len(first) < 2:
        return None
    width = int(second.max()) + 1
    _, cells = np.unique(first * width + second, return_counts=True)
    rows, columns = np.bincount(first), np.bincount(second)
    return Agreement(_mutual_information(cells, rows, columns), _adjusted_rand(cells, rows, columns))


def _mutual_information(cells: NDArray[np.int64], rows: NDArray[np.int64], columns: NDArray[np.int64]) -> float:
    # I = H(rows) + H(columns) - H(cells): 2 I / (H + H) is then exactly 1 for equal divisions.
    apart = _entropy(rows) + _entropy(columns)
    if not apart:
        return 1.0
    return float(np.clip(2 * (apart - _entropy(cells)) / apart, 0.0, 1.0))


def _entropy(counts: NDArray[np.int64]) -> float:
    shares = np.sort(counts[counts > 0])[::-1] / counts.sum()
    return float(-(shares * np.log(shares)).sum())


def _adjusted_rand(cells: NDArray[np.int64], rows: NDArray[np.int64], columns: NDArray[np.int64]) -> float:
    both, first, second = (int((counts * (counts - 1) // 2).sum()) for counts in (cells, rows, columns))
    pairs = int(rows.sum()) * (int(rows.sum()) - 1) // 2
    # Whole numbers up to the last division: (R - E)/(M - E) times 2 C(n, 2) above and below.
    most = (first + second) * pairs - 2 * first * second
    return 2 * (both * pairs - first * second) / most if most else 1.0


def _numbered(groups: Sequence[Hashable]) -> NDArray[np.int64]:
    number: dict[Hashable, int] = {}
    return np.array([number.setdefault(group, len(number)) for group in groups], dtype=np.int64)
