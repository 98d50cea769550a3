"""Sets of actors from which the most others are within a number of steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from network_service.analysis.progress import Progress
from network_service.snapshot.model import Edges


@dataclass(frozen=True, slots=True)
class Reaching:
    """A set of actors, how many it reaches with itself, and the most that any set of the size could."""

    actors: tuple[int, ...]
    reached: int
    most: int


def balls(size: int, edges: Edges, steps: int) -> list[int]:
    """Of each actor: who is within so many steps, itself included, as the bits of one number.

    .01 s a step at 2,000 actors and 12,000 ties; at 20,000 the numbers take 50 MB.

    >>> from network_service.analysis.example import eight_actors
    >>> [ball.bit_count() for ball in balls(8, eight_actors().undirected, 2)]
    [6, 5, 7, 7, 6, 7, 5, 3]
    """
    pairs = list(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    found = [1 << actor for actor in range(size)]
    for _ in range(steps):
        wider = found.copy()
        for a, b in pairs:
            wider[a] |= found[b]
            wider[b] |= found[a]
        found = wider
    return found


def most_reaching(around: Sequence[int], count: int, *, most_steps: int, progress: Progress) -> Reaching:
    """The set of `count` actors to look for: the best there is where there are `most_steps` sets at most, else good.

    Exact: every set, left out where all it could still gain is too little; of equally good sets the first by number.
    Beyond: the actor who adds most after the other, of equals who reaches more alone; then exchanged one by one for a
    better as long as there is one. Already the first so taken reach at least 63 % of what the best set does (1 - 1/e;
    Nemhauser, Wolsey and Fisher 1978). The bound given is nearer: what the set reaches and the `count` greatest gains
    beside it, as gains only fall.
    """
    if comb(len(around), count) <= most_steps:
        return _exhaustive(around, count, progress)
    actors = _greedy(around, count, progress)
    reached = _together(around, actors)
    gains = sorted(((ball & ~reached).bit_count() for ball in around), reverse=True)[:count]
    most = min(reached.bit_count() + sum(gains), _largest(around, count))
    return Reaching(tuple(sorted(actors)), reached.bit_count(), most)


def _largest(around: Sequence[int], count: int) -> int:
    """What no set of the size passes: the sum of the largest balls, and all actors."""
    return min(len(around), sum(sorted((ball.bit_count() for ball in around), reverse=True)[:count]))


def _exhaustive(around: Sequence[int], count: int, progress: Progress) -> Reaching:
    size, largest = len(around), max(ball.bit_count() for ball in around)
    limit = _largest(around, count)
    best: tuple[int, ...] = tuple(range(count))
    most = -1

    def search(chosen: tuple[int, ...], reached: int) -> None:
        nonlocal best, most
        missing = count - len(chosen)
        if not missing:
            if reached.bit_count() > most:
                best, most = chosen, reached.bit_count()
            return
        for actor in range(chosen[-1] + 1 if chosen else 0, size - missing + 1):
            if most == limit or reached.bit_count() + missing * largest <= most:
                return
            search((*chosen, actor), reached | around[actor])
            if not chosen:
                progress(actor + 1, size - count + 1)

    search((), 0)
    progress(size - count + 1, size - count + 1)
    return Reaching(best, most, most)


def _greedy(around: Sequence[int], count: int, progress: Progress) -> list[int]:
    actors: list[int] = []
    for done in range(1, count + 1):
        actors.append(_best_beside(around, actors))
        progress(done, count)
    unchanged = 0
    while unchanged < count:
        first, *others = actors
        better = _best_beside(around, others)
        gained = _together(around, [*others, better]).bit_count() > _together(around, actors).bit_count()
        unchanged = 0 if gained else unchanged + 1
        actors = [*others, better if gained else first]
        progress(count, count)
    return actors


def _best_beside(around: Sequence[int], others: Sequence[int]) -> int:
    reached, taken = _together(around, others), set(others)
    free = (actor for actor in range(len(around)) if actor not in taken)
    return max(free, key=lambda actor: ((around[actor] & ~reached).bit_count(), around[actor].bit_count(), -actor))


def _together(around: Sequence[int], actors: Sequence[int]) -> int:
    reached = 0
    for actor in actors:
        reached |= around[actor]
    return reached
