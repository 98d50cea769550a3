"""Force layout: places of a small graph's nodes such that tied nodes lie near each other."""

from network_service.analysis.engine.igraph_layout import fruchterman_reingold
from network_service.snapshot.model import Index

Place = tuple[float, float]


def force_layout(size: int, source: Index, target: Index, *, seed: int) -> tuple[Place, ...]:
    """Places (x, y) of nodes 0..size-1 by the method of Fruchterman and Reingold.

    Meaning: ties pull as springs, all pairs push; only relative places mean anything, not the axes nor the scale.
    Network: undirected and unweighted; direction, parallel edges and loops change nothing that could be seen.
    Normalisation: the mean of all places is (0, 0); the unit is the engine's.
    Isolates and separate components drift apart without bound: a picture must dock them itself.
    Cost: O(n^2) a step; 500 steps up to 547 nodes (0.4 s at 500), fewer beyond, so that 2,000 take about 2 s.
    Chance: the start is drawn from `seed`; the same input and seed give the same places on one machine.
    Source: Fruchterman & Reingold, Graph drawing by force-directed placement, 1991.

    >>> from network_service.snapshot.model import index_array
    >>> places = force_layout(3, index_array([0, 1]), index_array([1, 2]), seed=11)
    >>> from math import dist
    >>> dist(places[0], places[2]) > dist(places[0], places[1])  # the ends of a path lie farthest apart
    True
    """
    if size < 2:
        return ((0.0, 0.0),) * size
    places = fruchterman_reingold(size, source, target, seed=seed)
    places -= places.mean(axis=0)
    return tuple((float(x), float(y)) for x, y in places)
