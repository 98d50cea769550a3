"""Betweenness of large networks from paths drawn at random, until it is as exact as asked for, with a bound that holds.

What a draw tells of an actor or tie lies between 0 and 1, and its mean over all draws there could be is the figure; how
far the mean of those made may be from it, `sampling_bound` says. The bound needs no assumption on the network, and is
loose: errors seen are about a third of it.
"""

from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from network_service.analysis.engine import choice
from network_service.analysis.engine.network import Network, TooDeepError
from network_service.analysis.sampling_bound import Bound


@dataclass(frozen=True, slots=True)
class Sampling:
    """From how many actors on betweenness is estimated instead of counted, and how.

    Estimates are off by at most `within`, of all actors and ties together, with the probability `confidence`. Without
    `within`, as near as the engine comes in seconds: .002 where numba is installed, .01 otherwise.
    """

    exact_up_to: int = 5_000
    within: float | None = None
    confidence: float = 0.95
    seed: int = 1

    def __post_init__(self) -> None:
        if not (0 < (0.5 if self.within is None else self.within) < 1 and 0 < self.confidence < 1):
            raise ValueError("within and confidence lie between 0 and 1")


SAMPLING = Sampling()
"""Exact up to 5,000 actors (3 s at 30,000 ties); beyond, .01 already tells the twenty most between of 20,000."""
SAMPLING_WEIGHTED = Sampling(within=0.05)
"""Where ties have lengths a draw is a search over the whole network, so that .01 would cost more than the exact."""
_WITHIN_FROM_SOURCES = 0.01
_DRAWN_FOR_A_GUESS = 8
"""The first number of draws where one may stop, through this, tells large values from small well enough."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Shares of the pairs, and how they were drawn: `parameters` and `source` for the method."""

    actors: list[float]
    ties: list[float]
    parameters: dict[str, object]
    maker: dict[str, str]
    source: str


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
    within = choice.within_of_paths() if sampling.within is None else sampling.within
    rough = Bound.alike(size + len(network.source), within, sampling.confidence)
    # As many as a guess needs: a thirtieth and less of what is drawn in the end.
    few = rough.stops[0] // _DRAWN_FOR_A_GUESS + 1
    tried = choice.passed(network, few, (sampling.seed, len(rough.stops)), executor)
    sums = np.concatenate((tried.value.actors, tried.value.ties)).astype(np.float64)
    bound = Bound.guessed(sums / few, within, sampling.confidence)
    known, drawn, farthest, maker = few, 0, 1.0, tried.maker
    for number, stop in enumerate(bound.stops):
        if number + 1 < len(bound.stops) and bound.at(sums, known, stop) > within:
            continue
        made = choice.passed(network, stop - drawn, (sampling.seed, number), executor)
        found = np.concatenate((made.value.actors, made.value.ties))
        sums = sums + found if drawn else found.astype(np.float64)
        known = drawn = stop
        farthest = bound.at(sums, drawn, drawn)
        if farthest <= within:
            break
    # Among the pairs drawn are those that an actor is an end of, and stands between in no case.
    scale = size / (size - 2)
    return Estimate(
        (sums[:size] / drawn * scale).tolist(),
        (sums[size:] / drawn).tolist(),
        {"pairs_drawn": drawn, "within": farthest * scale, "confidence": sampling.confidence},
        maker,
        "Riondato and Kornaropoulos 2016, Data Mining and Knowledge Discovery 30, 438-475; Borassi and Natale 2019, "
        "ACM J. Experimental Algorithmics 24; Hoeffding 1963, J. American Statistical Association 58, 13-30",
    )


def _from_sources(network: Network, sampling: Sampling, executor: Executor | None, *, ties: bool) -> Estimate | None:
    size = network.size
    within = _WITHIN_FROM_SOURCES if sampling.within is None else sampling.within
    order = np.random.default_rng(sampling.seed).permutation(size).tolist()
    actors, along = np.zeros(size), np.zeros(len(network.source))
    bound = Bound.alike(size + len(network.source), within, sampling.confidence)
    drawn, farthest, maker = 0, 1.0, choice.NUMPY
    for number, stop in enumerate(bound.stops):
        if number + 1 < len(bound.stops) and bound.at(np.concatenate((actors, along)), drawn, stop) > within:
            continue
        if stop > size / 2:
            return None
        made = choice.betweenness(network, executor, order[drawn:stop])
        # Engines count a pair once, so from one end half of it; there are n - 2 other ends, or n - 1 for a tie.
        actors, maker = actors + 2 * np.array(made.value) / (size - 2), made.maker
        if ties:
            found = choice.edge_betweenness(network, executor, order[drawn:stop])
            along = along + 2 * np.array(found.value) / (size - 1)
        drawn, farthest = stop, bound.at(np.concatenate((actors, along)), stop, stop)
        if farthest <= within:
            break
    scale = size / (size - 1)  # no actor stands between itself and another
    return Estimate(
        (actors / drawn * scale).tolist(),
        (along / drawn).tolist() if ties else [],
        {"actors_drawn": drawn, "within": farthest * scale, "confidence": sampling.confidence},
        maker,
        "Brandes and Pich 2007, Int. J. Bifurcation and Chaos 17, 2303-2318; "
        "Hoeffding 1963, J. American Statistical Association 58, 13-30",
    )
