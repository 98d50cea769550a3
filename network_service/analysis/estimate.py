"""Betweenness of large networks from paths drawn at random, until it is as exact as asked for, with a bound that holds.

What a draw tells of an actor or tie lies between 0 and 1, and its mean over all draws there could be is the figure. By
Hoeffding's inequality in its sharp form the mean of k draws is off by e or more with a probability of at most
2 exp(-k d), d the relative entropy of the two; that of all actors and ties, at all moments where the drawing may stop,
is kept below 1 - confidence together. The bound needs no assumption on the network, and is loose: errors seen are about
a third of it.
"""

from concurrent.futures import Executor
from dataclasses import dataclass
from math import ceil, inf, log, log1p, sqrt

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine import choice
from network_service.analysis.engine.network import Network, TooDeepError

_GROWTH = 1.3
"""From one moment where the drawing may stop to the next: a tenth too many on average, and few moments to pay for."""

Sums = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sampling:
    """From how many actors on betweenness is estimated instead of counted, and how.

    Estimates are off by at most `within`, of all actors and ties together, with the probability `confidence`.
    """

    exact_up_to: int = 5_000
    within: float = 0.01
    confidence: float = 0.95
    seed: int = 1

    def __post_init__(self) -> None:
        if not (0 < self.within < 1 and 0 < self.confidence < 1):
            raise ValueError("within and confidence lie between 0 and 1")


SAMPLING = Sampling()
"""Exact up to 5,000 actors (3 s at 30,000 ties); beyond, .01 tells the twenty most between of 20,000 in seconds."""
SAMPLING_WEIGHTED = Sampling(within=0.05)
"""Where ties have lengths a draw is a search over the whole network, so that .01 would cost more than the exact."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Shares of the pairs, and how they were drawn: `parameters` and `source` for the method."""

    actors: list[float]
    ties: list[float]
    parameters: dict[str, object]
    maker: dict[str, str]
    source: str


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


def estimate(network: Network, sampling: Sampling, executor: Executor | None, *, ties: bool) -> Estimate | None:
    """Shares of the pairs between which actors, and ties, stand; `None` where the exact costs no more than twice that.

    Without lengths the draws are pairs of actors with one shortest path each. With lengths, and in networks too deep
    for that, they are actors with all shortest paths that begin there; ties are then told only if asked for.
    """
    if network.length is None:
        try:
            return _from_pairs(network, sampling, executor)
        except TooDeepError:
            pass
    return _from_sources(network, sampling, executor, ties=ties)


def _from_pairs(network: Network, sampling: Sampling, executor: Executor | None) -> Estimate:
    size = network.size
    actors, along = np.zeros(size), np.zeros(len(network.source))
    stops, doubt = _stops(network, sampling)
    drawn, bound, maker = 0, 1.0, choice.NUMPY
    for number, stop in enumerate(stops):
        if number + 1 < len(stops) and radius(_largest(actors, along, drawn), stop, doubt) > sampling.within:
            continue
        made = choice.passed(network, stop - drawn, (sampling.seed, number), executor)
        actors, along, drawn = actors + made.value.actors, along + made.value.ties, stop
        bound = radius(_largest(actors, along, drawn), drawn, doubt)
        if bound <= sampling.within:
            break
    # Among the pairs drawn are those that an actor is an end of, and stands between in no case.
    scale = size / (size - 2)
    return Estimate(
        (actors / drawn * scale).tolist(),
        (along / drawn).tolist(),
        {"pairs_drawn": drawn, "within": bound * scale, "confidence": sampling.confidence},
        maker,
        "Riondato and Kornaropoulos 2016, Data Mining and Knowledge Discovery 30, 438-475; Borassi and Natale 2019, "
        "ACM J. Experimental Algorithmics 24; Hoeffding 1963, J. American Statistical Association 58, 13-30",
    )


def _from_sources(network: Network, sampling: Sampling, executor: Executor | None, *, ties: bool) -> Estimate | None:
    size = network.size
    order = np.random.default_rng(sampling.seed).permutation(size).tolist()
    actors, along = np.zeros(size), np.zeros(len(network.source))
    stops, doubt = _stops(network, sampling)
    drawn, bound, maker = 0, 1.0, choice.NUMPY
    for number, stop in enumerate(stops):
        if number + 1 < len(stops) and radius(_largest(actors, along, drawn), stop, doubt) > sampling.within:
            continue
        if stop > size / 2:
            return None
        made = choice.betweenness(network, executor, order[drawn:stop])
        # Engines count a pair once, so from one end half of it; there are n - 2 other ends, or n - 1 for a tie.
        actors, maker = actors + 2 * np.array(made.value) / (size - 2), made.maker
        if ties:
            found = choice.edge_betweenness(network, executor, order[drawn:stop])
            along = along + 2 * np.array(found.value) / (size - 1)
        drawn, bound = stop, radius(_largest(actors, along, stop), stop, doubt)
        if bound <= sampling.within:
            break
    scale = size / (size - 1)  # no actor stands between itself and another
    return Estimate(
        (actors / drawn * scale).tolist(),
        (along / drawn).tolist() if ties else [],
        {"actors_drawn": drawn, "within": bound * scale, "confidence": sampling.confidence},
        maker,
        "Brandes and Pich 2007, Int. J. Bifurcation and Chaos 17, 2303-2318; "
        "Hoeffding 1963, J. American Statistical Association 58, 13-30",
    )


def _stops(network: Network, sampling: Sampling) -> tuple[list[int], float]:
    """Numbers of draws at which to look at the bound, fixed beforehand, and how sure it must be at each.

    The last is what Hoeffding's inequality asks for whatever the values; the first is enough for values near 0.
    """
    within = sampling.within
    looks = 1 + max(0, ceil(log(1 / (8 * within)) / log(_GROWTH)))
    doubt = log(2 * (network.size + len(network.source)) * looks / (1 - sampling.confidence))
    most = ceil(doubt / (2 * within**2))
    return [ceil(most / _GROWTH**left) for left in reversed(range(looks))], doubt


def _largest(actors: Sums, ties: Sums, drawn: int) -> float:
    """The greatest mean so far."""
    return max(float(actors.max(initial=0.0)), float(ties.max(initial=0.0))) / max(drawn, 1)


def _entropy(mean: float, other: float) -> float:
    """Relative entropy of one probability to another."""
    if other >= 1:
        return inf
    inside = mean * log(mean / other) if mean else 0.0
    return inside + (1 - mean) * (log1p(-mean) - log1p(-other))
