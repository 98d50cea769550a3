"""numpy: sums of distances where the lengths are whole numbers, as those of strengths are (see `weights.py`).

Dial's search by the clock, from 64 actors at once, each a bit of one machine word: what reaches an actor at time t sets
out along its ties and is due at their ends a length later. As in `numpy_engine` a popcount tells how many sources an
actor is at distance t from, and no distance is stored. Measured on 2,000 actors and 12,000 ties .9 s (igraph's Dijkstra
with its lists of distances 1.6 s); of ten times as many it takes a quarter of igraph's time.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine.network import DistanceSums, Network, TooDeepError

NAME = "numpy"
VERSION: str = np.__version__

LATEST = 4_000
"""Ticks after which the network is left to another engine: .1 s lost. At 60 ticks a weakest tie provinces take 200."""
_CELLS = 20_000_000
"""Words of the calendar at most, 160 MB: one an actor and a tick, for as many ticks as the longest tie takes."""
_WORD = 64

Words = NDArray[np.uint64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Arcs:
    """Ties out of all actors one after the other: where an actor's begin, how many, and for each its length and end."""

    size: int
    starts: Indices
    degree: Indices
    lengths: Indices
    ends: Indices


def distance_sums(network: Network, radius: float = 2.0) -> DistanceSums:
    """Sums over all distances; `TooDeepError` where lengths are no whole numbers or paths take too many ticks."""
    arcs, tick = _arcs(network)
    reached, total, inverse, within, farthest = np.zeros((5, network.size))
    for first in range(0, network.size, _WORD):
        time, actors, found = _arrivals(arcs, np.arange(first, min(first + _WORD, network.size)))
        distance = time * tick
        reached += np.bincount(actors, found, network.size)
        total += np.bincount(actors, time * found, network.size)
        inverse += np.bincount(actors, found / distance, network.size)
        within += np.bincount(actors, np.where(distance <= radius, found, 0), network.size)
        last = np.zeros(network.size)
        last[actors] = distance  # of an actor that stands there often the last and greatest stays
        farthest = np.maximum(farthest, last)
    return DistanceSums(
        reached.astype(np.int64).tolist(),
        (total * tick).tolist(),
        inverse.tolist(),
        within.astype(np.int64).tolist(),
        farthest.tolist(),
    )


def _arcs(network: Network) -> tuple[_Arcs, float]:
    """The ties with their lengths in ticks, and what a tick is in distance."""
    whole = np.zeros(0, np.int64) if network.length is None else np.rint(network.length).astype(np.int64)
    if network.length is None or not np.array_equal(whole, network.length):
        raise TooDeepError
    ticks = int(np.gcd.reduce(whole)) if len(whole) else 1
    lengths = np.tile(whole // ticks, 2)
    if (int(lengths.max(initial=0)) + 1) * network.size > _CELLS:
        raise TooDeepError
    ends = np.concatenate((network.source, network.target)), np.concatenate((network.target, network.source))
    order = np.argsort(ends[0], kind="stable")
    degree = np.bincount(ends[0], minlength=network.size)
    arcs = _Arcs(network.size, np.cumsum(degree) - degree, degree, lengths[order], ends[1][order].astype(np.int64))
    return arcs, ticks / network.unit


def _arrivals(arcs: _Arcs, sources: Indices) -> tuple[Indices, Indices, Indices]:
    """When, in order, which actors are reached first by some of the sources, and by how many; oneself left out."""
    days = int(arcs.lengths.max(initial=0)) + 1
    calendar = np.zeros(days * arcs.size, np.uint64)
    seen = np.zeros(arcs.size, np.uint64)
    calendar[sources] = np.uint64(1) << (sources - sources[0]).astype(np.uint64)
    times, reached, found = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    time = latest = 0  # nothing is due later than the last arrival and the longest tie
    while time - latest < days:
        today = calendar[time % days * arcs.size :][: arcs.size]
        actors = np.flatnonzero(today)
        new = today[actors] & ~seen[actors]
        today[actors] = 0
        actors, new = actors[new != 0], new[new != 0]
        if len(actors):
            if time > LATEST:
                raise TooDeepError
            latest = time
            seen[actors] |= new
            _set_out(arcs, calendar, time, actors, new)
            if time:
                times.append(np.full(len(actors), time))
                reached.append(actors)
                found.append(np.bitwise_count(new).astype(np.int64))
        time += 1
    return np.concatenate(times), np.concatenate(reached), np.concatenate(found)


def _set_out(arcs: _Arcs, calendar: Words, time: int, actors: Indices, bits: Words) -> None:
    """Put what sets out from some actors into the calendar, at the other ends of their ties on the days it is due."""
    degree = arcs.degree[actors]
    asked = np.repeat(np.arange(len(actors)), degree)
    arc = (arcs.starts[actors] - np.cumsum(degree) + degree)[asked] + np.arange(len(asked))
    days = len(calendar) // arcs.size
    due = (time + arcs.lengths[arc]) % days * arcs.size + arcs.ends[arc]
    np.bitwise_or.at(calendar, due, bits[asked])
