"""numba: shortest paths between random pairs, by a search compiled for this machine, up to the size of a country.

The search is that of `numpy_paths`, one pair after the other: from both ends, each step on the side with fewer ties to
look at, until they meet; one of the shortest paths is then drawn, all equally likely. A pair takes 10 microseconds on
20,000 actors and 120,000 ties and 50 on 154,000 and 924,000, a tenth of what numpy takes; compiling takes 4 s, once a
machine. networkit's KADABRA takes twice as long, and draws the paths unevenly: see decision 22.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine.compiled import NAME as NAME
from network_service.analysis.engine.compiled import VERSION as VERSION
from network_service.analysis.engine.compiled import compiled
from network_service.analysis.engine.network import Network, Passed
from network_service.analysis.engine.numpy_paths import Indices, Numbers, arcs_of

WITHIN = 0.002
"""How near an estimate comes in seconds: 3 s on 20,000 actors and 120,000 ties, besides compiling."""

_UNSEEN = -1


class _Graph(NamedTuple):
    """Neighbours of all actors one after the other, with the number of the tie each is reached by."""

    starts: Indices
    neighbours: NDArray[np.int32]
    ties: NDArray[np.int32]


class _Search(NamedTuple):
    """From the source and from the target of a pair: steps to each actor, shortest paths, and who was found in turn."""

    step: NDArray[np.int32]
    ways: Numbers
    queue: NDArray[np.int32]
    last: Indices  # how many the queue of either side holds
    met: NDArray[np.int32]  # actors that both sides have found


def passed(network: Network, pairs: int, seed: tuple[int, ...]) -> Passed:
    """Draw so many pairs of different actors and a shortest path of each; a pair without a path passes nobody.

    Lengths do not enter.
    """
    chance, arcs, size = np.random.default_rng(seed), arcs_of(network), network.size
    starts = np.append(arcs.starts, len(arcs.neighbours))
    graph = _Graph(starts, arcs.neighbours.astype(np.int32), arcs.ties.astype(np.int32))
    actors, ties = np.zeros(size, np.int64), np.zeros(len(network.source), np.int64)
    source = chance.integers(0, size, pairs)
    target = (source + 1 + chance.integers(0, size - 1, pairs)) % size
    search = _Search(
        np.full((2, size), _UNSEEN, np.int32),
        np.zeros((2, size)),
        np.zeros((2, size), np.int32),
        np.zeros(2, np.int64),
        np.zeros(size, np.int32),
    )
    _draw(graph, search, source, target, chance, actors, ties)
    return Passed(actors, ties)


@compiled
def _draw(
    graph: _Graph,
    search: _Search,
    source: Indices,
    target: Indices,
    chance: np.random.Generator,
    actors: Indices,
    ties: Indices,
) -> None:
    """Count whom, and which ties, a path of each pair passes."""
    for pair in range(len(source)):
        met = _meet(graph, search, source[pair], target[pair])
        if met:
            middle = _middle(search, met, chance)
            if search.step[0, middle] and search.step[1, middle]:
                actors[middle] += 1
            for side in range(2):
                _walk(graph, search, side, middle, chance, actors, ties)
        for side in range(2):
            for place in range(search.last[side]):
                search.step[side, search.queue[side, place]] = _UNSEEN


@compiled
def _meet(graph: _Graph, search: _Search, source: int, target: int) -> int:
    """Search from both ends; answers how many actors lie where the two meet, each on some shortest path."""
    load = np.zeros(2, np.int64)
    first = np.zeros(2, np.int64)
    for side, end in enumerate((source, target)):
        search.step[side, end], search.ways[side, end], search.queue[side, 0] = 0, 1.0, end
        search.last[side], load[side] = 1, graph.starts[end + 1] - graph.starts[end]
    met = 0
    while met == 0 and load[0] > 0 and load[1] > 0:
        side = 0 if load[0] <= load[1] else 1
        before = search.last[side]
        met, load[side] = _advance(graph, search, side, first[side])
        first[side] = before
    return met


@compiled
def _advance(graph: _Graph, search: _Search, side: int, first: int) -> tuple[int, int]:
    """One step of one side, from those found in its last; how many of the new the other knows, and the ties ahead."""
    step, ways, queue = search.step[side], search.ways[side], search.queue[side]
    new, met, ahead = search.last[side], 0, 0
    for place in range(first, search.last[side]):
        actor = queue[place]
        depth = step[actor] + 1
        for arc in range(graph.starts[actor], graph.starts[actor + 1]):
            near = graph.neighbours[arc]
            if step[near] == _UNSEEN:
                step[near], ways[near], queue[new] = depth, ways[actor], near
                new += 1
                ahead += graph.starts[near + 1] - graph.starts[near]
                if search.step[1 - side, near] != _UNSEEN:
                    search.met[met] = near
                    met += 1
            elif step[near] == depth:
                ways[near] += ways[actor]
    search.last[side] = new
    return met, ahead


@compiled
def _middle(search: _Search, met: int, chance: np.random.Generator) -> int:
    """One of those where the two sides met, by the shortest paths through it."""
    total = 0.0
    for place in range(met):
        total += search.ways[0, search.met[place]] * search.ways[1, search.met[place]]
    left = chance.random() * total
    chosen = 0
    for place in range(met):
        chosen = search.met[place]
        left -= search.ways[0, chosen] * search.ways[1, chosen]
        if left < 0:
            break
    return chosen


@compiled
def _walk(
    graph: _Graph,
    search: _Search,
    side: int,
    middle: int,
    chance: np.random.Generator,
    actors: Indices,
    ties: Indices,
) -> None:
    """From the middle to one end, at each step by the paths that lead there."""
    step, ways, at = search.step[side], search.ways[side], middle
    while step[at] > 0:
        left, chosen = chance.random() * ways[at], graph.starts[at]
        for arc in range(graph.starts[at], graph.starts[at + 1]):
            if step[graph.neighbours[arc]] == step[at] - 1:
                chosen = arc
                left -= ways[graph.neighbours[arc]]
                if left < 0:
                    break
        ties[graph.ties[chosen]] += 1
        at = graph.neighbours[chosen]
        if step[at] > 0:
            actors[at] += 1
