"""Whether an actor brokers more than its ties alone would give, were the groups dealt out by chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.brokerage import GOULD_FERNANDEZ, by_convention
from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.open_paths import ROLES, OpenPaths
from network_service.analysis.progress import Progress, untold
from network_service.analysis.result import Method, method
from network_service.analysis.sectors import LeftOut, Sectors
from network_service.analysis.unknown import NO_SPREAD, TOO_FEW_FOR_CHANCE
from network_service.snapshot.model import Snapshot

FEWEST_ACTORS = 10
"""Actors of known group below which no comparison is made (`domain.md` 2.5): 9 have few different shuffles to try."""

SHUFFLES = 1_000
"""Shuffles of the groups; the standard error of a share of 5 % is then .7 %."""


@dataclass(frozen=True, slots=True)
class Chance:
    """One count beside what shuffles of the groups gave; all `None` where the group is not known.

    `deviation` is the standard deviation of the shuffled counts, `z` = (observed - expected) / deviation, `None` where
    every shuffle gave the same; `share_as_high` = (1 + shuffles with at least as many) / (1 + shuffles), which needs no
    normal distribution and can be trusted where counts are small.
    """

    observed: int | None
    expected: float | None
    deviation: float | None
    z: float | None
    share_as_high: float | None


_UNKNOWN = Chance(None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class BrokerageSignificance:
    """By role: each actor in the order of the snapshot's, and all actors together.

    `of_actors` and `of_all` are empty where too few actors are of known group, and `reason` says so; else `reason` is
    given where some `z` is `None`.
    """

    of_actors: dict[str, tuple[Chance, ...]]
    of_all: dict[str, Chance]
    left_out: LeftOut
    method: Method
    reason: str | None = None


def brokerage_significance(
    snapshot: Snapshot,
    *,
    seed: int,
    directed: bool = True,
    groups: Sequence[str | None] | None = None,
    attribute: str = "sector",
    shuffles: int = SHUFFLES,
    progress: Progress = untold,
) -> BrokerageSignificance:
    """Compare each actor's brokerage with that in the same network with the groups dealt out anew.

    Formula: the counts of `brokerage` (or, not `directed`, of `brokerage_undirected`), and the mean and standard
    deviation (n - 1) of the same over random permutations of the groups among the actors of known group; z = (observed
    - expected) / deviation, of note from 1.96. `progress` is called with the shuffles done and all there are, and may
    raise to end the work. Normalisation: z. Cost: one count a shuffle, as the closed paths stay the same; 1,000 take
    .7 s for 2,000 actors and 12,000 ties (undirected 1.6 s), 6 s for 20,000 and 120,000 (13 s).

    The same seed gives the same figures. Which paths there are is not in question, only whom they join: an
    actor's total is the same in every shuffle. An isolate is between nobody in every shuffle: z is `None`. Disconnected
    networks are no special case. Strength does not enter. Actors of unknown group keep out of the shuffle, and are
    counted. Below ten actors of known group, so in an empty network too, nothing is said.

    >>> from network_service.analysis.example import eight_actors
    >>> found = brokerage_significance(eight_actors(), seed=1)
    >>> found.of_actors, found.reason
    ({}, 'measure.reason.too_few_for_chance')

    Source: Gould and Fernandez 1989 for the counts; their own expected counts, which R's sna gives, suppose ties at
    random at the density of the network and so differ. The share as Davison and Hinkley 1997, Bootstrap Methods and
    their Application, ch. 4.
    """
    if shuffles < 2:
        raise ValueError("a deviation needs two shuffles")
    sectors = Sectors.by(snapshot, groups)
    known = sectors.number >= 0
    edges = snapshot.directed if directed else snapshot.undirected
    left_out = sectors.count(edges)[1]
    about = method(
        snapshot,
        "brokerage_significance",
        definition="(observed - mean of shuffles) / standard deviation of shuffles, groups permuted among the actors",
        network="D" if directed else "U",
        normalisation="standard deviation of shuffles",
        parameters={"attribute": attribute, "shuffles": shuffles, "pairs": "ordered" if directed else "unordered"},
        seed=seed,
        source=GOULD_FERNANDEZ,
        **NUMPY,
    )
    if int(known.sum()) < FEWEST_ACTORS:
        return BrokerageSignificance({}, {}, left_out, about, TOO_FEW_FOR_CHANCE)
    dealt = _dealt(sectors, seed, shuffles, progress)
    observed, tally = _tallied(OpenPaths.among(known, edges), sectors, dealt, directed=directed)
    of_actors, of_all = {}, {}
    for role, *row in zip(ROLES, *(figures.tolist() for figures in (observed, *tally.figures())), strict=True):
        *each, of_all[role] = (Chance(*figures) for figures in zip(*row, strict=True))
        of_actors[role] = tuple(one if there else _UNKNOWN for one, there in zip(each, known.tolist(), strict=True))
    told = all(each.z is not None for row in of_actors.values() for each in row)
    return BrokerageSignificance(of_actors, of_all, left_out, about, None if told else NO_SPREAD)


def _dealt(sectors: Sectors, seed: int, shuffles: int, progress: Progress) -> Iterator[NDArray[np.int64]]:
    """The groups dealt out anew among the actors whose group is known, again and again."""
    chance, known = np.random.default_rng(seed), sectors.number >= 0
    for done in range(shuffles):
        progress(done, shuffles)
        dealt = sectors.number.copy()
        dealt[known] = chance.permutation(sectors.number[known])
        yield dealt


def _tallied(
    paths: OpenPaths, sectors: Sectors, dealt: Iterator[NDArray[np.int64]], *, directed: bool
) -> tuple[NDArray[np.int64], "_Tally"]:
    """What is observed of each actor and, in one more column, of all together; and the tally of the shuffles."""

    def count(group: NDArray[np.int64]) -> NDArray[np.int64]:
        counts = by_convention(paths.count(group, len(sectors.codes)), directed=directed)
        return np.column_stack((counts, counts.sum(axis=1)))

    observed = count(sectors.number)
    tally = _Tally(observed, count(next(dealt)))
    for group in dealt:
        tally.add(count(group))
    return observed, tally


class _Tally:
    """Sums over the shuffles of the distances from the first of them: small numbers, whose squares add up exactly."""

    def __init__(self, observed: NDArray[np.int64], first: NDArray[np.int64]) -> None:
        self._observed, self._first = observed, first
        self._apart = np.zeros(observed.shape)
        self._square = np.zeros(observed.shape)
        self._as_high = (first >= observed).astype(np.int64)
        self._shuffles = 1

    def add(self, counts: NDArray[np.int64]) -> None:
        """Take the counts of one shuffle."""
        apart = (counts - self._first).astype(np.float64)
        self._apart += apart
        self._square += apart * apart
        self._as_high += counts >= self._observed
        self._shuffles += 1

    def figures(self) -> tuple[NDArray[Any], ...]:
        """Expected, deviation, z (`None` without a spread) and share as high."""
        mean, spread = self._apart / self._shuffles, self._square > 0
        variance = (self._square - self._shuffles * mean * mean) / (self._shuffles - 1)
        deviation, expected = np.sqrt(np.where(spread, variance, 0.0)), self._first + mean
        z = np.full(mean.shape, None, dtype=object)
        z[spread] = ((self._observed - expected)[spread] / deviation[spread]).tolist()
        return expected, deviation, z, (1 + self._as_high) / (1 + self._shuffles)
