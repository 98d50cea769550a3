"""Groups of actors that keep more ties among themselves than chance would give, and how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine import choice
from network_service.analysis.engine.network import unweighted
from network_service.analysis.partitions import Agreement, agreement_of_numbers
from network_service.analysis.progress import Progress, untold
from network_service.analysis.result import Method, method
from network_service.analysis.unknown import NO_TIE
from network_service.snapshot.model import Edges, Snapshot

RUNS = 10
"""Runs of which the best counts. At 2,000 actors ten differ by .00002 of modularity."""


@dataclass(frozen=True, slots=True)
class Communities:
    """The communities, largest first, each its actors in ascending order; and the number of each actor's own.

    `modularity` is `None` where no two actors are tied, and `reason` says so. `stability` is the mean agreement between
    two runs over the actors that have a tie; `None` where there are fewer than two of them, or one run only.
    """

    groups: tuple[tuple[int, ...], ...]
    membership: tuple[int, ...]
    modularity: float | None
    stability: Agreement | None
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class CommunityPair:
    """Two communities by number, `first` < `second`, and the ties between them."""

    first: int
    second: int
    ties: int


def communities(snapshot: Snapshot, *, seed: int, runs: int = RUNS, progress: Progress = untold) -> Communities:
    """Groups of actors tied among themselves more than actors of so many ties would be by chance.

    Formula: the division of U of the greatest modularity, sum over groups of (ties inside / m) - (sum of degrees /
    2m)^2, that Leiden finds in `runs` runs, each until it finds nothing better. Normalisation: modularity up to 1, 0
    for one group. Cost: about O(m) a run; .3 s for 2,000 actors and 12,000 ties, 6 s for 20,000 and 120,000, ten runs.

    The best division is found by chance: `stability` says how far the runs agree, and below about .8 of either figure
    the borders should not be leaned on. Small groups hide in large networks (resolution limit, Fortunato and Barthelemy
    2007). An isolate is a community of its own, and does not enter the stability, which it would raise. No community
    reaches over two components. Strength and direction do not enter. Without a tie modularity is `None`; an empty
    network has no communities. The same seed gives the same communities on any machine with the same engine.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> found = communities(snapshot, seed=1)
    >>> [[snapshot.actors.names[actor] for actor in group] for group in found.groups], round(found.modularity, 4)
    ([['a1', 'b1', 'c1', 'g1'], ['c2', 'g2', 'k1', 'k2']], 0.2716)

    Source: Newman and Girvan 2004, Phys. Rev. E 69, 026113; Traag et al. 2019, Scientific Reports 9, 5233.
    """
    size, edges = len(snapshot.actors), snapshot.undirected
    seeds = np.random.SeedSequence(seed).generate_state(max(runs, 1)).tolist()
    made = choice.communities(unweighted(size, edges), seeds)
    about = method(
        snapshot,
        "communities",
        definition="the division of greatest modularity that Leiden finds in so many runs",
        network="U",
        normalisation="modularity: m",
        parameters={"runs": len(seeds)},
        seed=seed,
        source="Newman and Girvan 2004, Phys. Rev. E 69, 026113; Traag et al. 2019, Scientific Reports 9, 5233",
        **made.maker,
    )
    if not len(edges):
        return Communities(
            tuple((actor,) for actor in range(size)), tuple(range(size)), None, None, about, NO_TIE if size else None
        )
    found = []
    for done, membership in enumerate(made.value, start=1):
        found.append(_numbered_by_size(membership))
        progress(done, len(seeds))
    best = max(found, key=lambda membership: _modularity_in_whole(edges, membership))  # of equals the first run's
    return Communities(
        groups=_groups(best),
        membership=tuple(best.tolist()),
        modularity=modularity(edges, best.tolist()),
        stability=_stability(found, np.array(snapshot.undirected_degrees) > 0),
        method=about,
    )


def modularity(edges: Edges, membership: Sequence[int]) -> float | None:
    """Modularity of a division of the actors into groups, given each one's group as a number from 0 on.

    `None` where there is no tie.

    >>> from network_service.analysis.example import eight_actors
    >>> modularity(eight_actors().undirected, [0] * 8)
    0.0

    Source: Newman and Girvan 2004.
    """
    ties = len(edges)
    return _modularity_in_whole(edges, np.array(membership, dtype=np.int64)) / (4 * ties * ties) if ties else None


def ties_between(snapshot: Snapshot, found: Communities) -> tuple[CommunityPair, ...]:
    """How many ties of U join each two communities; a pair that does not stand in it is joined by none.

    In the order of the numbers. Cost: O(m log m), however many communities there are.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> ties_between(snapshot, communities(snapshot, seed=1))
    (CommunityPair(first=0, second=1, ties=2),)
    """
    number = np.array(found.membership, dtype=np.int64)
    first, second = number[snapshot.undirected.source], number[snapshot.undirected.target]
    apart, kinds = first != second, max(len(found.groups), 1)
    keys, ties = np.unique((np.minimum(first, second) * kinds + np.maximum(first, second))[apart], return_counts=True)
    pairs = zip((keys // kinds).tolist(), (keys % kinds).tolist(), ties.tolist(), strict=True)
    return tuple(CommunityPair(*pair) for pair in pairs)


def _modularity_in_whole(edges: Edges, membership: NDArray[np.int64]) -> int:
    """Modularity times (2m)^2, a whole number: of two divisions the better is known without rounding."""
    first, second = membership[edges.source], membership[edges.target]
    inside = int((first == second).sum())
    degrees: list[int] = np.bincount(np.concatenate((first, second))).tolist()
    return 4 * len(edges) * inside - sum(degree * degree for degree in degrees)


def _stability(found: list[NDArray[np.int64]], tied: NDArray[np.bool_]) -> Agreement | None:
    pairs = [agreement_of_numbers(one[tied], other[tied]) for one, other in combinations(found, 2)]
    known = [pair for pair in pairs if pair is not None]
    return Agreement.mean(known) if known else None


def _numbered_by_size(membership: list[int]) -> NDArray[np.int64]:
    """Groups numbered from the largest on, equal ones by their smallest actor."""
    groups: dict[int, list[int]] = {}
    for actor, number in enumerate(membership):
        groups.setdefault(number, []).append(actor)
    numbered = np.empty(len(membership), np.int64)
    for number, group in enumerate(sorted(groups.values(), key=lambda group: (-len(group), group[0]))):
        numbered[group] = number
    return numbered


def _groups(membership: NDArray[np.int64]) -> tuple[tuple[int, ...], ...]:
    groups: list[list[int]] = [[] for _ in range(int(membership.max()) + 1)]
    for actor, number in enumerate(membership.tolist()):
        groups[number].append(actor)
    return tuple(map(tuple, groups))
