"""How often those who are tied to the same actor are tied to each other."""

from math import fsum

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine import choice
from network_service.analysis.engine.network import Network, unweighted
from network_service.analysis.result import ActorMeasure, NetworkMeasure, method
from network_service.analysis.unknown import FEWER_THAN_TWO_TIES, NO_PAIR_OF_TIES, unknown_values
from network_service.analysis.weights import MINIMUM_COVER, filled_strengths
from network_service.snapshot.model import Snapshot

_LOCAL = {
    "definition": "ties between neighbours / pairs of neighbours",
    "network": "U",
    "normalisation": "k (k - 1) / 2, k = neighbours",
    "source": "Watts and Strogatz 1998, Nature 393, 440-442",
}
_BARRAT = {
    "definition": "sum over closed pairs of neighbours of (w1 + w2) / the same over all pairs",
    "network": "U",
    "normalisation": "s (k - 1) / 2, s = strengths together, k = neighbours",
    "source": "Barrat et al. 2004, PNAS 101, 3747-3752",
}
_AVERAGE = _LOCAL | {"definition": "mean of local clustering over the actors with two neighbours or more"}
_TRANSITIVITY = {
    "definition": "3 * triangles / pairs of ties at one actor",
    "network": "U",
    "normalisation": "sum over actors of k (k - 1) / 2",
    "source": "Newman, Watts and Strogatz 2002, PNAS 99, 2566-2572; Wasserman and Faust 1994, p. 243",
}


def transitivity(snapshot: Snapshot) -> NetworkMeasure:
    """How often two actors that are tied to the same one are tied to each other as well.

    Formula: 3 * triangles / pairs of ties that meet at an actor, in U. Normalisation: 0 to 1. Cost: O(m^1.5); 8 ms for
    2,000 actors and 12,000 ties, .1 s for 20,000 and 120,000.

    Isolates and actors with one tie add nothing. Disconnected networks are no special case. Strength and direction do
    not enter. Where nobody has two ties, so in an empty network too, there is no pair that could close: `None`, not the
    0 of networkx. Actors with many ties count for more than in `average_clustering`.

    >>> from network_service.analysis.example import eight_actors
    >>> round(transitivity(eight_actors()).value, 6)
    0.2

    Source: Newman, Watts and Strogatz 2002; Wasserman and Faust 1994, p. 243.
    """
    network = unweighted(len(snapshot.actors), snapshot.undirected)
    made = choice.triangles(network)
    about = method(snapshot, "transitivity", **_TRANSITIVITY, **made.maker)
    pairs = int(_pairs(network).sum())
    if not pairs:
        return NetworkMeasure(None, about, NO_PAIR_OF_TIES)
    return NetworkMeasure(sum(made.value) / pairs, about)


def clustering(snapshot: Snapshot) -> ActorMeasure:
    """Of the pairs of an actor's neighbours, the share that are tied to each other.

    Formula: ties between neighbours / (k(k - 1)/2), k the neighbours in U. Normalisation: 0 to 1. Cost: O(m^1.5); 8 ms
    for 2,000 actors and 12,000 ties, .1 s for 20,000 and 120,000.

    An actor with fewer than two neighbours, so an isolate too, has no pair of them: `None`, as igraph's nan; networkx
    has 0, which would look like a broker between strangers. Disconnected networks are no special case. Strength and
    direction do not enter. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> clustering(eight_actors()).values
    (1.0, None, 0.3333333333333333, 0.0, 0.16666666666666666, 0.0, 0.0, None)

    Source: Watts and Strogatz 1998.
    """
    network = unweighted(len(snapshot.actors), snapshot.undirected)
    made = choice.triangles(network)
    about = method(snapshot, "clustering", **_LOCAL, **made.maker)
    shares = [
        found / pairs if pairs else None for found, pairs in zip(made.value, _pairs(network).tolist(), strict=True)
    ]
    return ActorMeasure(tuple(shares), about, FEWER_THAN_TWO_TIES if None in shares else None)


def clustering_weighted(snapshot: Snapshot, *, minimum_cover: float = MINIMUM_COVER) -> ActorMeasure:
    """Of the pairs of an actor's neighbours, the share that are tied to each other, pairs of strong ties for more.

    Formula: sum over the pairs j, h of neighbours tied to each other of (w(j) + w(h))/2, divided by the same sum over
    all pairs, which is s(k - 1)/2: w the strengths of the actor's own ties, s their sum, k their number. A tie of
    unknown strength takes the median of the known, and the method says how many do. Normalisation: 0 to 1. Cost:
    O(m^1.5); 10 ms for 2,000 actors and 12,000 ties, .1 s for 20,000 and 120,000.

    All values are `None` where less than `minimum_cover` of the collaboration ties shown have a frequency, or none is
    shown. Otherwise isolates, disconnected and empty networks are treated as `clustering` does; of a tie declared
    twice the greater strength counts. If every tie is equally strong the values are those of `clustering`. Other
    systems weight the third side too (networkx: Onnela's form).

    >>> from network_service.analysis.example import eight_actors
    >>> [value and round(value, 4) for value in clustering_weighted(eight_actors()).values]
    [1.0, None, 0.2857, 0.0, 0.125, 0.0, 0.0, None]

    Source: Barrat et al. 2004.
    """
    known = filled_strengths(snapshot, minimum_cover)
    if known.values is None:
        maker = {"engine": "none", "engine_version": ""}
        about = method(snapshot, "clustering_weighted", parameters=known.parameters, **_BARRAT, **maker)
        return unknown_values(snapshot, about, known.reason)
    made = choice.closed_strengths(unweighted(len(snapshot.actors), snapshot.undirected), known.values)
    about = method(snapshot, "clustering_weighted", parameters=known.parameters, **_BARRAT, **made.maker)
    values = tuple(made.value)
    return ActorMeasure(values, about, FEWER_THAN_TWO_TIES if None in values else None)


def average_clustering(snapshot: Snapshot) -> NetworkMeasure:
    """Mean over the actors of the share of their neighbours' pairs that are tied to each other.

    Formula: mean of `clustering` over the actors that have it, those with two neighbours or more. Normalisation: 0 to
    1. Cost: as `clustering`.

    Isolates and actors with one tie are left out, as Watts and Strogatz did; networkx counts them as 0, igraph's
    default leaves them out too. Disconnected networks are no special case. Strength and direction do not enter. Where
    nobody has two ties, so in an empty network too: `None`. Every actor counts the same: see `transitivity`.

    >>> from network_service.analysis.example import eight_actors
    >>> average_clustering(eight_actors()).value
    0.25

    Source: Watts and Strogatz 1998.
    """
    local = clustering(snapshot)
    maker = {"engine": local.method.engine, "engine_version": local.method.engine_version}
    about = method(snapshot, "average_clustering", **_AVERAGE, **maker)
    known = [value for value in local.values if value is not None]
    if not known:
        return NetworkMeasure(None, about, NO_PAIR_OF_TIES)
    return NetworkMeasure(fsum(known) / len(known), about)


def _pairs(network: Network) -> NDArray[np.int64]:
    """Pairs of neighbours of each actor."""
    degree = np.bincount(np.concatenate((network.source, network.target)), minlength=network.size)
    return degree * (degree - 1) // 2
