"""Strengths for the weighted measures: what stands in for the unknown, and when too little is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

import numpy as np

from network_service.analysis.engine.network import Network
from network_service.analysis.unknown import FEW_STRENGTHS, NO_COLLABORATION
from network_service.snapshot.model import Snapshot, Strength

MINIMUM_COVER = 0.6
"""Share of collaboration ties that must have a frequency before a weighted measure says anything."""

_LARGEST_UNIT = 1_000_000
"""Lengths beyond this stay fractions: igraph holds paths equal that differ by less than one part in 10^9 or so."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """Strengths of the undirected ties with the unknown filled in; `None` with a reason where too few are known."""

    values: Strength | None
    reason: str | None
    parameters: Mapping[str, object] = field(default_factory=dict)


def filled_strengths(snapshot: Snapshot, minimum_cover: float = MINIMUM_COVER) -> Strengths:
    """Strengths of U, where a tie of unknown strength takes the median of the known, and the share that does.

    Known are too few where less than `minimum_cover` of the collaboration ties have a frequency, or none is shown.
    """
    strength, cover = snapshot.undirected.strength, snapshot.strength_cover()
    parameters: dict[str, object] = {"minimum_cover": minimum_cover, "cover": cover}
    if cover is None:
        return Strengths(None, NO_COLLABORATION, parameters)
    known = np.isfinite(strength)
    if cover < minimum_cover or not known.any():
        return Strengths(None, FEW_STRENGTHS, parameters)
    median = float(np.median(strength[known]))
    parameters |= {"share_of_median": float(1 - known.mean()), "median": median}
    return Strengths(np.where(known, strength, median), None, parameters)


def weighted(snapshot: Snapshot, strengths: Strength) -> Network:
    """U with the length 1/strength.

    Strengths are 1 to 5 and a median in halves, so all lengths are whole multiples of one fraction. Counted in it they
    add up without rounding: two ties of 1/4 are as long as one of 1/2 whatever the order, in every engine.
    """
    edges, size = snapshot.undirected, len(snapshot.actors)
    unit = lcm(*(Fraction(strength).numerator for strength in np.unique(strengths).tolist()))
    unit = unit if unit <= _LARGEST_UNIT else 1
    return Network(size, edges.source, edges.target, unit / strengths, float(unit))
