"""Whether like is tied to like: by sector or any attribute, and by number of ties."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import Method, NetworkMeasure, method
from network_service.analysis.sectors import LeftOut, Sectors
from network_service.analysis.unknown import ENDS_ALIKE, NO_TIE_WITH_SECTORS
from network_service.snapshot.model import Snapshot

_NEWMAN = "Newman 2003, Phys. Rev. E 67, 026126"


@dataclass(frozen=True, slots=True)
class Assortativity:
    """Newman's r with the ties it stands on; `value` is `None` where they cannot tell, and `reason` says why."""

    value: float | None
    ties: int
    left_out: LeftOut
    method: Method
    reason: str | None = None


def assortativity(
    snapshot: Snapshot, *, groups: Sequence[str | None] | None = None, attribute: str = "sector"
) -> Assortativity:
    """How much more often collaboration is declared inside a group than its share in all declarations would give.

    Formula, in D: r = (sum of e_ss - sum of a_s b_s) / (1 - sum of a_s b_s), with e_st the share of the arcs that lead
    from group s to t, a_s that leave s and b_s that reach it. `groups` is a code an actor, by default the sector;
    `attribute` names it in the method. Normalisation: 1 all inside, 0 as chance would have it, below 0 more between
    groups than that; its least value depends on the groups and is above -1 where there are more than two. Cost: O(n +
    m + k^2), k groups.

    Isolates and disconnected networks do not matter, as only arcs are counted. Strength does not enter. Actors of
    unknown group are left out with their arcs, and counted. Without an arc between actors of known group, so in an
    empty network too: `None`; also where all arcs have ends of one group (0/0). Read it beside the counts: a network of
    few ties may have any r.

    >>> from network_service.analysis.example import eight_actors
    >>> found = assortativity(eight_actors())
    >>> round(found.value, 6), found.ties
    (0.222222, 14)

    Source: Newman 2003.
    """
    return _assortativity(snapshot, "assortativity", groups, attribute, directed=True)


def assortativity_undirected(
    snapshot: Snapshot, *, groups: Sequence[str | None] | None = None, attribute: str = "sector"
) -> Assortativity:
    """How much more often a tie, whatever its direction, lies inside a group than chance would give.

    Formula: as `assortativity`, in U with each tie taken both ways, so that a_s = b_s. Normalisation, cost and what is
    left out: as there. Direction and strength do not enter. Without a tie between actors of known group, so in an empty
    network too: `None`; also where all ties have ends of one group.

    >>> from network_service.analysis.example import eight_actors
    >>> round(assortativity_undirected(eight_actors()).value, 6)
    0.092437

    Source: Newman 2003; networkx `attribute_assortativity_coefficient`.
    """
    return _assortativity(snapshot, "assortativity_undirected", groups, attribute, directed=False)


def degree_assortativity(snapshot: Snapshot) -> NetworkMeasure:
    """Whether actors of many ties are tied to one another (above 0) or to actors of few (below 0).

    Formula: Pearson's correlation of the numbers of ties at the two ends of the ties of U, each tie taken both ways.
    Normalisation: -1 to 1. Cost: O(m).

    Isolates do not enter, as only ties are counted. Disconnected networks are no special case. Strength and direction
    do not enter. Where all ends have equally many ties, and without ties, so in an empty network too: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> round(degree_assortativity(eight_actors()).value, 6)
    -0.375

    Source: Newman 2002, Phys. Rev. Lett. 89, 208701.
    """
    about = method(
        snapshot,
        "degree_assortativity",
        definition="Pearson correlation of the degrees at both ends of a tie",
        network="U",
        normalisation="standard deviations of the degrees at the ends",
        source="Newman 2002, Phys. Rev. Lett. 89, 208701",
        **NUMPY,
    )
    edges = snapshot.undirected
    degree = np.array(snapshot.undirected_degrees, np.int64)
    # Whole numbers throughout: that all degrees are equal is then exactly 0, not nearly.
    ends, total, squares = 2 * len(edges), int((degree**2).sum()), int((degree**3).sum())
    products = 2 * int((degree[edges.source] * degree[edges.target]).sum())
    spread = ends * squares - total * total
    if not spread:
        return NetworkMeasure(None, about, ENDS_ALIKE)
    return NetworkMeasure((ends * products - total * total) / spread, about)


def _assortativity(
    snapshot: Snapshot, name: str, groups: Sequence[str | None] | None, attribute: str, *, directed: bool
) -> Assortativity:
    counts, left_out = Sectors.by(snapshot, groups).count(snapshot.directed if directed else snapshot.undirected)
    ties = int(counts.sum())
    if not directed:
        counts = counts + counts.T
    ends = int(counts.sum())
    chance = int((counts.sum(axis=0) * counts.sum(axis=1)).sum())
    about = method(
        snapshot,
        name,
        definition="(sum of e_ss - sum of a_s b_s) / (1 - sum of a_s b_s)",
        network="D" if directed else "U",
        normalisation="1 - sum of a_s b_s",
        parameters={"attribute": attribute},
        source=_NEWMAN,
        **NUMPY,
    )
    if not ties:
        return Assortativity(None, ties, left_out, about, NO_TIE_WITH_SECTORS)
    if ends * ends == chance:
        return Assortativity(None, ties, left_out, about, ENDS_ALIKE)
    return Assortativity((ends * int(counts.trace()) - chance) / (ends * ends - chance), ties, left_out, about)
