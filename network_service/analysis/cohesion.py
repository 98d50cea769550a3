"""How closely the network is knit as a whole."""

import numpy as np

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import NetworkMeasure, method
from network_service.analysis.unknown import NO_COLLABORATION, TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot

_DENSITY = "Wasserman and Faust 1994, p. 101"


def density(snapshot: Snapshot) -> NetworkMeasure:
    """Share of the possible ties that exist, whatever their direction.

    Formula: 2m / (n(n - 1)) with m the ties of U. Normalisation: 0 to 1. Cost: O(1) once U is made.

    Isolates count in n. Disconnected networks are no special case. Strength and direction do not enter. Below two
    actors, so in an empty network too, no tie is possible: `None`. It falls as n grows, as nobody keeps ties with all:
    compare over time at the same n only.

    >>> from network_service.analysis.example import eight_actors
    >>> round(density(eight_actors()).value, 6)
    0.321429

    Source: Wasserman and Faust 1994, p. 101.
    """
    size = len(snapshot.actors)
    about = method(
        snapshot,
        "density",
        definition="2m / (n (n - 1))",
        network="U",
        normalisation="n (n - 1) / 2",
        source=_DENSITY,
        **NUMPY,
    )
    if size < 2:
        return NetworkMeasure(None, about, TOO_FEW_ACTORS)
    return NetworkMeasure(2 * len(snapshot.undirected) / (size * (size - 1)), about)


def density_directed(snapshot: Snapshot) -> NetworkMeasure:
    """Share of the possible declarations of collaboration that exist.

    Formula: m / (n(n - 1)) with m the arcs of D. Normalisation: 0 to 1. Cost: O(1) once D is made.

    Isolates count in n, also those that have ties of other layers only. Disconnected networks are no special case.
    Strength does not enter. Below two actors, so in an empty network too: `None`. It falls as n grows.

    >>> from network_service.analysis.example import eight_actors
    >>> density_directed(eight_actors()).value
    0.25

    Source: Wasserman and Faust 1994, p. 129.
    """
    size = len(snapshot.actors)
    about = method(
        snapshot,
        "density_directed",
        definition="m / (n (n - 1))",
        network="D",
        normalisation="n (n - 1)",
        source="Wasserman and Faust 1994, p. 129",
        **NUMPY,
    )
    if size < 2:
        return NetworkMeasure(None, about, TOO_FEW_ACTORS)
    return NetworkMeasure(len(snapshot.directed) / (size * (size - 1)), about)


def reciprocity(snapshot: Snapshot) -> NetworkMeasure:
    """Share of the declarations of collaboration that are returned.

    Formula: arcs i-j of D for which j-i is in D as well / arcs of D; that is 2 * mutual pairs / m. Normalisation: 0 to
    1. Cost: O(m log m).

    Isolates and disconnected networks do not matter, as only arcs are counted. Strength does not enter. Without an arc,
    so in an empty network too, there is nothing to return: `None`, not 0.

    >>> from network_service.analysis.example import eight_actors
    >>> round(reciprocity(eight_actors()).value, 6)
    0.714286

    Source: Newman, Forrest and Balthrop 2002, Phys. Rev. E 66, 035101; networkx `overall_reciprocity`.
    """
    arcs = snapshot.directed
    about = method(
        snapshot,
        "reciprocity",
        definition="arcs returned / arcs",
        network="D",
        normalisation="m",
        source="Newman, Forrest and Balthrop 2002, Phys. Rev. E 66, 035101",
        **NUMPY,
    )
    if not len(arcs):
        return NetworkMeasure(None, about, NO_COLLABORATION)
    source, target, size = arcs.source.astype(np.int64), arcs.target.astype(np.int64), len(snapshot.actors)
    returned = np.isin(target * size + source, source * size + target, assume_unique=True)
    return NetworkMeasure(float(returned.mean()), about)
