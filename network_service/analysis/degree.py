"""How many ties an actor has, and how strong they are together."""

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import ActorMeasure, method
from network_service.analysis.unknown import TOO_FEW_ACTORS, unknown_values
from network_service.analysis.weights import MINIMUM_COVER, filled_strengths
from network_service.snapshot.model import Snapshot

_FREEMAN = "Freeman 1979, Social Networks 1, 215-239"


def degree(snapshot: Snapshot) -> ActorMeasure:
    """Share of the other actors that an actor is tied to.

    Formula: neighbours in U / (n - 1). Normalisation: 0 to 1. Cost: O(n + m).

    An isolate has 0: that it has no tie is known. Disconnected networks are no special case. Strength and direction do
    not enter; a tie declared from either side, or from both, is one. Alone (n = 1) there is nobody to be tied to:
    `None`. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 3) for value in degree(eight_actors()).values]
    [0.286, 0.143, 0.429, 0.429, 0.571, 0.286, 0.286, 0.143]

    Source: Freeman 1979.
    """
    edges = snapshot.undirected
    return _share(snapshot, "degree", "neighbours / (n - 1)", "U", _ends(snapshot, edges.source, edges.target))


def degree_count(snapshot: Snapshot) -> ActorMeasure:
    """Number of actors that an actor is tied to.

    Formula: neighbours in U. Normalisation: none. Cost: O(n + m).

    An isolate has 0, so has an actor alone. Disconnected networks are no special case. Strength and direction do not
    enter. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> degree_count(eight_actors()).values
    (2.0, 1.0, 3.0, 3.0, 4.0, 2.0, 2.0, 1.0)

    Source: Freeman 1979.
    """
    edges = snapshot.undirected
    about = method(
        snapshot,
        "degree_count",
        definition="neighbours",
        network="U",
        normalisation="none",
        source=_FREEMAN,
        **NUMPY,
    )
    counts = _ends(snapshot, edges.source, edges.target)
    return ActorMeasure(tuple(counts.astype(np.float64).tolist()), about)


def in_degree(snapshot: Snapshot) -> ActorMeasure:
    """Share of the other actors that declare a tie of collaboration to an actor.

    Formula: arcs in / (n - 1) in D. Normalisation: 0 to 1. Cost: O(n + m).

    An actor that nobody names has 0, whatever ties of other layers it has. Disconnected networks are no special case.
    Strength does not enter. Alone (n = 1): `None`. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 3) for value in in_degree(eight_actors()).values]
    [0.143, 0.143, 0.429, 0.429, 0.286, 0.143, 0.286, 0.143]

    Source: Wasserman and Faust 1994, ch. 5.
    """
    edges = snapshot.directed
    return _share(snapshot, "in_degree", "arcs in / (n - 1)", "D", _ends(snapshot, edges.target))


def out_degree(snapshot: Snapshot) -> ActorMeasure:
    """Share of the other actors to which an actor declares a tie of collaboration.

    Formula: arcs out / (n - 1) in D. Normalisation: 0 to 1. Cost: O(n + m).

    An actor that declares nothing has 0. Disconnected networks are no special case. Strength does not enter. Alone
    (n = 1): `None`. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 3) for value in out_degree(eight_actors()).values]
    [0.143, 0.0, 0.286, 0.286, 0.571, 0.286, 0.286, 0.143]

    Source: Wasserman and Faust 1994, ch. 5.
    """
    edges = snapshot.directed
    return _share(snapshot, "out_degree", "arcs out / (n - 1)", "D", _ends(snapshot, edges.source))


def strength(snapshot: Snapshot, *, minimum_cover: float = MINIMUM_COVER) -> ActorMeasure:
    """Sum of the strengths of an actor's ties.

    Formula: sum of the strengths (1 to 5) of the ties in U; a tie of unknown strength takes the median of the known,
    and the method says how many do. Normalisation: none. Cost: O(n + m).

    All values are `None` where less than `minimum_cover` of the collaboration ties shown have a frequency, or none is
    shown. An isolate has 0 otherwise. Disconnected networks are no special case. Of a tie declared from both sides, or
    in several layers, the greater strength counts. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> strength(eight_actors()).values
    (3.0, 1.0, 7.0, 6.0, 8.0, 5.0, 7.0, 5.0)

    Source: Barrat et al. 2004, PNAS 101, 3747-3752.
    """
    edges, known = snapshot.undirected, filled_strengths(snapshot, minimum_cover)
    about = method(
        snapshot,
        "strength",
        definition="sum of strengths",
        network="U",
        normalisation="none",
        parameters=known.parameters,
        source="Barrat et al. 2004, PNAS 101, 3747-3752",
        **NUMPY,
    )
    if known.values is None:
        return unknown_values(snapshot, about, known.reason)
    sums = np.zeros(len(snapshot.actors))
    np.add.at(sums, edges.source, known.values)
    np.add.at(sums, edges.target, known.values)
    return ActorMeasure(tuple(sums.tolist()), about)


def _share(snapshot: Snapshot, name: str, definition: str, network: str, counts: NDArray[np.int64]) -> ActorMeasure:
    about = method(
        snapshot, name, definition=definition, network=network, normalisation="n - 1", source=_FREEMAN, **NUMPY
    )
    others = len(snapshot.actors) - 1
    if others < 1:
        return unknown_values(snapshot, about, TOO_FEW_ACTORS)
    return ActorMeasure(tuple((counts / others).tolist()), about)


def _ends(snapshot: Snapshot, *ends: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.bincount(np.concatenate(ends), minlength=len(snapshot.actors))
