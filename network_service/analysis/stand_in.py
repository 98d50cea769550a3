"""The tie that two neighbours of a single point would have to make, so that the network holds without it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

import network_service
from network_service.analysis.condition import Condition, Remaining
from network_service.analysis.progress import Progress, untold
from network_service.analysis.result import Method, method
from network_service.analysis.unknown import NOBODY_CUT_OFF
from network_service.snapshot.model import Edges, Snapshot, index_array


@dataclass(frozen=True, slots=True)
class StandIn:
    """Two neighbours of an actor whose tie would restore most if the actor were absent.

    `restored` counts the pairs of others that reach each other again; `without` and `with_tie` are the network without
    the actor, as it is and with that tie. `ends` are ascending; `None` where the actor cuts off nobody, and `reason`
    says so.
    """

    actor: int
    ends: tuple[int, int] | None
    restored: int
    without: Condition
    with_tie: Condition
    method: Method
    reason: str | None = None


def best_stand_in(snapshot: Snapshot, actor: int, *, progress: Progress = untold) -> StandIn:
    """The tie between two neighbours of an articulation point that makes up best for its absence.

    Formula: of the pairs a, b of neighbours of v that U - v leaves in different parts, the one whose tie makes the
    efficiency of U - v + ab greatest; of equal ones the first by number. Both know v already, so v can bring them
    together. One tie joins two parts; where v holds together more, the others stay apart. Normalisation: as `removal`.
    Cost: a breadth-first search from each neighbour, O(d m), as the gain of a tie between two parts is a sum over steps
    to its ends: sum of h_a(i) h_b(j)/(i + j + 1), h the actors so many steps away. .15 s for an actor of 60 ties among
    2,000 actors and 12,000 ties.

    An isolate, and any other actor who cuts off nobody, needs no such tie: `None`. Components that v is not in stay as
    they are. Strength and direction do not enter.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> found = best_stand_in(snapshot, snapshot.actors.names.index("c2"))
    >>> [snapshot.actors.names[end] for end in found.ends], found.restored
    (['c1', 'k1'], 10)
    >>> round(found.without.efficiency, 4), round(found.with_tie.efficiency, 4)
    (0.4048, 0.6111)

    Source: this service.
    """
    size, edges = len(snapshot.actors), snapshot.undirected
    rest = Remaining.of(size, edges, [actor])
    without = rest.condition().value
    about = method(
        snapshot,
        "best_stand_in",
        definition="neighbours a, b of v in different parts of U - v, greatest efficiency of U - v + ab",
        network="U",
        normalisation="n (n - 1) of the actors that are there",
        parameters={"actor": snapshot.actors.ids[actor]},
        engine="network_service",
        engine_version=network_service.__version__,
    )
    parts = rest.parts()
    part_of = {other: number for number, part in enumerate(parts) for other in part}
    ends = _best_ends(size, edges, actor, part_of, progress)
    if ends is None:
        return StandIn(actor, None, 0, without, without, about, NOBODY_CUT_OFF)
    restored = len(parts[part_of[ends[0]]]) * len(parts[part_of[ends[1]]])
    joined = Edges(
        np.concatenate((edges.source, index_array(ends[:1]))),
        np.concatenate((edges.target, index_array(ends[1:]))),
        np.concatenate((edges.strength, [np.nan])),
        directed=False,
    )
    return StandIn(actor, ends, restored, without, Remaining.of(size, joined, [actor]).condition().value, about)


def _best_ends(
    size: int, edges: Edges, actor: int, part_of: dict[int, int], progress: Progress
) -> tuple[int, int] | None:
    neighbours = edges.neighbours(size)
    near = sorted(neighbours[actor])
    if len({part_of[end] for end in near}) < 2:
        return None
    steps: dict[tuple[int, ...], dict[int, int]] = {}
    for done, end in enumerate(near, start=1):
        counts = tuple(_by_steps(neighbours, end, absent=actor))
        # Ends in the same distance to all are as good as each other: the first of two parts are enough to choose from.
        # Else a star of 20,000 would be compared 2 x 10^8 times.
        same = steps.setdefault(counts, {})
        if len(same) < 2:
            same.setdefault(part_of[end], end)
        progress(done, len(near))
    ends = sorted((end, counts) for counts, same in steps.items() for end in same.values())
    gains = _gains([counts for _, counts in ends])
    parts = np.array([part_of[end] for end, _ in ends])
    gains[parts[:, None] == parts[None, :]] = -1.0
    # Sums in another order differ in the last digits; nine are enough to tell real gains apart.
    first, second = np.unravel_index(int(np.argmax(np.round(gains, 9))), gains.shape)
    return ends[int(first)][0], ends[int(second)][0]


def _gains(counts: list[tuple[int, ...]]) -> NDArray[np.float64]:
    """Of each two ends: what a tie between them adds to the sum of 1/distance, were they in different parts."""
    deepest = max(map(len, counts))
    actors = np.array([steps + (0,) * (deepest - len(steps)) for steps in counts], dtype=np.float64)
    step = np.arange(deepest)
    gained: NDArray[np.float64] = actors @ (1 / (step[:, None] + step[None, :] + 1)) @ actors.T
    return gained


def _by_steps(neighbours: list[list[int]], start: int, *, absent: int) -> Iterator[int]:
    """The actors at 0, 1, 2 ... steps from one, while another is absent."""
    seen, frontier = {absent, start}, [start]
    while frontier:
        yield len(frontier)
        ahead = set().union(*(neighbours[actor] for actor in frontier)) - seen
        seen |= ahead
        frontier = list(ahead)
