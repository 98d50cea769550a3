"""Sets of actors whose absence leaves the fewest pairs joined by a path."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from network_service.analysis.depth_first import walk
from network_service.analysis.progress import Progress
from network_service.snapshot.model import Edges


@dataclass(frozen=True, slots=True)
class Fragmenting:
    """A set of actors, the pairs of others still joined without it, and the fewest that any set could leave."""

    actors: tuple[int, ...]
    pairs: int
    fewest: int


def pairs_joined(size: int, edges: Edges, gone: Sequence[int] = ()) -> list[int]:
    """Of each actor: the pairs of others joined by a path when it is absent as well as those `gone`.

    One depth-first walk answers for all actors, O(n + m): .04 s at 2,000 actors and 12,000 ties. An actor that is gone
    already answers for the network without those gone.

    >>> from network_service.analysis.example import eight_actors
    >>> pairs_joined(8, eight_actors().undirected)
    [21, 21, 21, 11, 15, 21, 15, 21]
    """
    walked = walk(size, _without(size, edges, gone))
    all_pairs, left = 0, [0] * size
    off: list[int] = [0] * size  # of each place: actors below it that it cuts off
    apart: list[int] = [0] * size  # and the pairs among them that stay joined
    span = 0, 0
    for place in range(size):
        above, end = walked.parent[place], walked.end[place]
        if above < 0:
            all_pairs += comb(end - place, 2)
        elif walked.low[place] >= above:
            off[above] += end - place
            apart[above] += comb(end - place, 2)
    for place in range(size):
        if walked.parent[place] < 0:
            span = place, walked.end[place]
        whole = span[1] - span[0]
        left[walked.order[place]] = all_pairs - comb(whole, 2) + comb(whole - 1 - off[place], 2) + apart[place]
    return left


def most_fragmenting(size: int, edges: Edges, count: int, *, most_steps: int, progress: Progress) -> Fragmenting:
    """The set of `count` actors to look for: the best there is where that takes `most_steps` at most, else a good one.

    Exact: every set of one actor less is taken out and one walk finds the best last, C(n, count - 1) (n + 2m) steps.
    Beyond: the best one after the other, then exchanged one by one for a better as long as there is one. Of equally
    good ones those of more ties count, then the first by number: where nobody is a single point, all are equally good.
    """
    walks = comb(size, count - 1)
    if walks * (size + 2 * len(edges)) <= most_steps:
        return _exhaustive(size, edges, count, walks, progress)
    actors, pairs = _greedy(size, edges, count, progress)
    return Fragmenting(tuple(sorted(actors)), pairs, min(pairs, fewest_pairs(size, edges, count)))


def fewest_pairs(size: int, edges: Edges, count: int) -> int:
    """Pairs of others that stay joined whichever `count` actors are absent, at least.

    The greater of two bounds. One actor of degree d leaves at most d parts where one was, and even parts hold the
    fewest pairs. And `count` absences cannot part actors of whom each two are tied or joined by more than `count` ways
    that share nobody, nor part from them one who has more than `count` ties to them, nor from all of these the next
    such: all but `count` of the set so grown stay together.
    """
    neighbours = [set(near) for near in edges.neighbours(size)]
    left = size - count
    parts = size - sum(1 for parent in walk(size, edges).parent if parent >= 0)
    parts += sum(sorted((max(len(near) - 1, 0) for near in neighbours), reverse=True)[:count])
    small, larger = divmod(left, min(parts, left))
    even = (min(parts, left) - larger) * comb(small, 2) + larger * comb(small + 1, 2)
    together = max(len(_inseparable(neighbours, count)) - count, 0)
    return max(even, comb(together, 2))


def _exhaustive(size: int, edges: Edges, count: int, walks: int, progress: Progress) -> Fragmenting:
    ties = _ties(size, edges)
    best: tuple[int, ...] = ()
    fewest = comb(size, 2) + 1, 0
    for done, others in enumerate(combinations(range(size), count - 1), start=1):
        first = others[-1] + 1 if others else 0
        if first < size:
            left = pairs_joined(size, edges, others)
            last = min(range(first, size), key=lambda actor: (left[actor], -ties[actor]))
            found = left[last], -sum(ties[actor] for actor in (*others, last))
            if found < fewest:
                best, fewest = (*others, last), found
        if not done % 100 or done == walks:
            progress(done, walks)
    return Fragmenting(best, fewest[0], fewest[0])


def _greedy(size: int, edges: Edges, count: int, progress: Progress) -> tuple[list[int], int]:
    actors: list[int] = []
    fewest = 0
    for done in range(1, count + 1):
        last, fewest = _best_beside(size, edges, actors)
        actors.append(last)
        progress(done, count)
    unchanged = 0
    while unchanged < count:
        others = actors[1:]
        last, pairs = _best_beside(size, edges, others)
        unchanged = unchanged + 1 if pairs >= fewest else 0
        actors = [*others, actors[0] if pairs >= fewest else last]
        fewest = min(pairs, fewest)
        progress(count, count)
    return actors, fewest


def _best_beside(size: int, edges: Edges, others: Sequence[int]) -> tuple[int, int]:
    left, taken = pairs_joined(size, edges, others), set(others)
    ties = _ties(size, edges)
    free = (actor for actor in range(size) if actor not in taken)
    best = min(free, key=lambda actor: (left[actor], -ties[actor]))
    return best, left[best]


def _ties(size: int, edges: Edges) -> list[int]:
    ties: list[int] = np.bincount(np.concatenate((edges.source, edges.target)), minlength=size).tolist()
    return ties


def _without(size: int, edges: Edges, gone: Sequence[int]) -> Edges:
    if not gone:
        return edges
    here = np.ones(size, dtype=np.bool_)
    here[list(gone)] = False
    kept = here[edges.source] & here[edges.target]
    return Edges(edges.source[kept], edges.target[kept], edges.strength[kept], edges.directed)


_SEEDS, _HUBS = 10, 30
"""A set is grown around each of the ten actors of most ties, beginning among the thirty of most; the largest counts.
Both only move the bound; a hundred moved it no further at 2,000 actors and 12,000 ties, in thrice the time."""


def _inseparable(neighbours: list[set[int]], count: int) -> set[int]:
    hubs = sorted(range(len(neighbours)), key=lambda actor: (-len(neighbours[actor]), actor))
    near: dict[int, set[int]] = {hub: set() for hub in hubs[: max(_HUBS, 2 * count)]}
    for one, other in combinations(near, 2):
        if _held_together(neighbours, one, other, count):
            near[one].add(other)
            near[other].add(one)
    grown = [_grown(neighbours, count, _begun(near, seed)) for seed in hubs[:_SEEDS]]
    return max(grown, key=len, default=set())


def _held_together(neighbours: list[set[int]], one: int, other: int, count: int) -> bool:
    """Whether the two are tied, or more than `count` ways of two or three steps join them that share nobody."""
    near_one, near_other = neighbours[one], neighbours[other]
    if other in near_one:
        return True
    common = near_one & near_other
    ways, open_to = len(common), near_other - common
    for first in near_one - common:
        if ways > count:
            break
        onwards = neighbours[first] & open_to
        if onwards:
            open_to.remove(min(onwards))
            ways += 1
    return ways > count


def _begun(near: dict[int, set[int]], seed: int) -> set[int]:
    """Hubs of which each two are held together, taken greedily; the more there are, the further the set grows."""
    found, open_to = {seed}, near[seed]
    while open_to:
        next_one = max(open_to, key=lambda actor: (len(near[actor] & open_to), -actor))
        found.add(next_one)
        open_to = open_to & near[next_one]
    return found


def _grown(neighbours: list[set[int]], count: int, found: set[int]) -> set[int]:
    ties = [0] * len(neighbours)
    waiting = list(found)
    while waiting:
        for other in neighbours[waiting.pop()]:
            ties[other] += 1
            if ties[other] > count and other not in found:
                found.add(other)
                waiting.append(other)
    return found
