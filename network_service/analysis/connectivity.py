"""Where the network is apart already, and where one actor or one tie holds it together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import network_service
from network_service.analysis.cutting import cut_off_by_actors, cut_off_by_ties
from network_service.analysis.depth_first import walk
from network_service.analysis.engine import choice
from network_service.analysis.engine.network import unweighted
from network_service.analysis.result import Method, NetworkMeasure, method
from network_service.analysis.sectors import Share
from network_service.analysis.unknown import TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot

_OWN = {"engine": "network_service", "engine_version": network_service.__version__}
_TARJAN = "Hopcroft and Tarjan 1973, Communications of the ACM 16, 372-378"


@dataclass(frozen=True, slots=True)
class Components:
    """The parts of a network between which there is no path, each its actors in ascending order."""

    parts: tuple[tuple[int, ...], ...]
    method: Method

    @property
    def isolates(self) -> tuple[int, ...]:
        """Actors without any tie, in ascending order."""
        return tuple(part[0] for part in self.parts if len(part) == 1)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Number of actors of each part, largest first."""
        return tuple(len(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class CutPoint:
    """An actor, and the actors that without it no longer reach the largest remaining part of its component.

    `cut_off` is in ascending order and without the actor itself.
    """

    actor: int
    cut_off: Sequence[int]


@dataclass(frozen=True, slots=True)
class CutPoints:
    """All actors on which the connection of others hangs; those that cut off most stand first, then by index."""

    points: tuple[CutPoint, ...]
    method: Method


@dataclass(frozen=True, slots=True)
class Bridge:
    """A tie without which its component falls in two, `source` < `target`, and the actors of the smaller side."""

    source: int
    target: int
    smaller_side: Sequence[int]


@dataclass(frozen=True, slots=True)
class Bridges:
    """All ties on which the connection of others hangs; the greater smaller side stands first, then by index."""

    bridges: tuple[Bridge, ...]
    method: Method


def components(snapshot: Snapshot) -> Components:
    """Parts of the network between which there is no path.

    Meaning: who can reach whom at all. Formula: classes of actors joined by a path in U. Order: largest first, equal
    ones by their smallest index. Normalisation: none. Cost: O(n + m).

    An isolate is a part of its own. Strength and direction do not enter. An empty network has no parts.

    >>> from network_service.analysis.example import eight_actors
    >>> components(eight_actors()).parts
    ((0, 1, 2, 3, 4, 5, 6, 7),)

    Source: Wasserman and Faust 1994, p. 109. Computed by numpy alone, so that it costs no engine's import.
    """
    made = choice.membership(unweighted(len(snapshot.actors), snapshot.undirected))
    parts: dict[int, list[int]] = {}
    for actor, number in enumerate(made.value):
        parts.setdefault(number, []).append(actor)
    ordered = sorted(parts.values(), key=lambda part: (-len(part), part[0]))
    about = method(
        snapshot,
        "components",
        definition="actors joined by a path",
        network="U",
        normalisation="none",
        source="Wasserman and Faust 1994, p. 109",
        **made.maker,
    )
    return Components(tuple(tuple(part) for part in ordered), about)


def articulation_points(snapshot: Snapshot) -> CutPoints:
    """Actors without whom others lose their connection, and whom each cuts off.

    Meaning: a single point on which others hang. Formula: v such that the component of v without v has two parts or
    more in U; cut off are all but the largest part (of equally large ones the part with the smallest index stays).
    Normalisation: none. Cost: O(n + m) for all together; whom a point cuts off is listed when asked for, at O(n log n).

    An isolate, and each end of a pair, cuts off nobody and is no articulation point. Components are taken one by one.
    Strength and direction do not enter. An empty network has none.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> for point in articulation_points(snapshot).points:
    ...     print(snapshot.actors.names[point.actor], [snapshot.actors.names[actor] for actor in point.cut_off])
    c2 ['k1', 'k2']
    g1 ['b1']
    k1 ['k2']

    Source: Hopcroft and Tarjan 1973.
    """
    walked = walk(len(snapshot.actors), snapshot.undirected)
    points = [CutPoint(actor, cut_off) for actor, cut_off in cut_off_by_actors(walked)]
    points.sort(key=lambda point: (-len(point.cut_off), point.actor))
    about = method(
        snapshot,
        "articulation_points",
        definition="actors whose removal leaves their component in two parts or more",
        network="U",
        normalisation="none",
        source=_TARJAN,
        **_OWN,
    )
    return CutPoints(tuple(points), about)


def bridges(snapshot: Snapshot) -> Bridges:
    """Ties without which others lose their connection, and the actors of the smaller side.

    Meaning: two sides joined by one tie alone. Formula: ties of U whose removal leaves their component in two parts; of
    two equal sides the one without the smallest index counts as the smaller. Normalisation: none. Cost: O(n + m) for
    all together; a side is listed when asked for, at O(n log n).

    Isolates have no ties and so no bridges. A pair on its own is joined by a bridge. Components are taken one by one.
    Strength and direction do not enter: a tie declared from both sides is one tie. An empty network has none.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> for bridge in bridges(snapshot).bridges:
    ...     print(*(snapshot.actors.names[end] for end in (bridge.source, bridge.target)), list(bridge.smaller_side))
    c2 k1 [6, 7]
    b1 g1 [1]
    k1 k2 [7]

    Source: Hopcroft and Tarjan 1973.
    """
    walked = walk(len(snapshot.actors), snapshot.undirected)
    found = [Bridge(source, target, side) for source, target, side in cut_off_by_ties(walked)]
    found.sort(key=lambda bridge: (-len(bridge.smaller_side), bridge.source, bridge.target))
    about = method(
        snapshot,
        "bridges",
        definition="ties whose removal leaves their component in two parts",
        network="U",
        normalisation="none",
        source=_TARJAN,
        **_OWN,
    )
    return Bridges(tuple(found), about)


def connected_pairs(snapshot: Snapshot) -> Share:
    """Pairs of actors that have a path between them in U, of all pairs."""
    made = choice.membership(unweighted(len(snapshot.actors), snapshot.undirected))
    return Share(sum(comb(size, 2) for size in Counter(made.value).values()), comb(len(snapshot.actors), 2))


def connectedness(snapshot: Snapshot) -> NetworkMeasure:
    """Share of the pairs of actors that can reach each other at all.

    Formula: pairs joined by a path in U / (n(n - 1)/2). Normalisation: 0 (nobody has a tie) to 1 (one part). Cost:
    O(n + m); 1 ms for 2,000 actors and 12,000 ties.

    An isolate reaches nobody and counts in n. Disconnected networks are what it is about. Strength and direction do not
    enter. Below two actors, so in an empty network too, there is no pair: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> connectedness(eight_actors()).value
    1.0

    Source: Krackhardt 1994, in Carley and Prietula, Computational Organization Theory, 89-111.
    """
    pairs = connected_pairs(snapshot)
    about = method(
        snapshot,
        "connectedness",
        definition="pairs joined by a path / pairs",
        network="U",
        normalisation="n (n - 1) / 2",
        source="Krackhardt 1994, in Carley and Prietula, Computational Organization Theory, 89-111",
        **choice.NUMPY,
    )
    return NetworkMeasure(pairs.value, about, TOO_FEW_ACTORS if pairs.value is None else None)


def fragmentation(snapshot: Snapshot) -> NetworkMeasure:
    """Share of the pairs of actors that cannot reach each other.

    Formula: 1 - connectedness = 1 - (sum over the parts of s(s - 1)) / (n(n - 1)), s the actors of a part of U.
    Normalisation: 0 (one part) to 1 (nobody has a tie). Cost: O(n + m); 1 ms for 2,000 actors and 12,000 ties.

    Isolates are parts of one. Strength and direction do not enter. Below two actors, so in an empty network too:
    `None`. Borgatti's other form, weighted by distance, is 1 - global efficiency (`distances`).

    >>> from network_service.analysis.example import eight_actors
    >>> fragmentation(eight_actors()).value
    0.0

    Source: Borgatti 2006, Computational and Mathematical Organization Theory 12, 21-34.
    """
    pairs = connected_pairs(snapshot)
    about = method(
        snapshot,
        "fragmentation",
        definition="pairs without a path / pairs",
        network="U",
        normalisation="n (n - 1) / 2",
        source="Borgatti 2006, Computational and Mathematical Organization Theory 12, 21-34",
        **choice.NUMPY,
    )
    if pairs.value is None:
        return NetworkMeasure(None, about, TOO_FEW_ACTORS)
    return NetworkMeasure((pairs.possible - pairs.present) / pairs.possible, about)
