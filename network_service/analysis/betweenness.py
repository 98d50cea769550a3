"""How often an actor stands on the shortest paths between others."""

from network_service.analysis.engine import choice
from network_service.analysis.engine.network import Network, unweighted
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.unknown import TOO_FEW_ACTORS, unknown_values
from network_service.analysis.weights import MINIMUM_COVER, filled_strengths, weighted
from network_service.snapshot.model import Snapshot

_ABOUT = {
    "definition": "sum over pairs s, t of (shortest paths s-t through v) / (shortest paths s-t)",
    "network": "U",
    "normalisation": "(n - 1)(n - 2) / 2",
    "source": "Freeman 1977, Sociometry 40, 35-41; Brandes 2001, J. Math. Sociology 25, 163-177",
}


def betweenness(snapshot: Snapshot) -> ActorMeasure:
    """Share of the pairs of other actors between which an actor stands.

    Formula: sum over unordered pairs s, t other than v of the share of the shortest paths between s and t that pass
    through v, in U with every tie of length 1. Normalisation: by the (n - 1)(n - 2)/2 pairs of others, to 0 to 1. Cost:
    O(n m); half a second for 2,000 actors and 12,000 ties, minutes for 20,000 and 120,000.

    An isolate stands between nobody: 0; it counts in n, so it lowers the values of others. A pair without a path adds
    nothing. Strength and direction do not enter. Below three actors there is no pair of others: `None`. An empty
    network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 6) for value in betweenness(eight_actors()).values]
    [0.0, 0.0, 0.285714, 0.5, 0.357143, 0.142857, 0.285714, 0.0]

    Source: Freeman 1977; algorithm Brandes 2001.
    """
    return _betweenness(snapshot, "betweenness", unweighted(len(snapshot.actors), snapshot.undirected), {})


def betweenness_weighted(snapshot: Snapshot, *, minimum_cover: float = MINIMUM_COVER) -> ActorMeasure:
    """Share of the pairs of other actors between which an actor stands, where strong ties are short.

    Formula: as `betweenness`, with the length 1/strength; a tie of unknown strength takes the median of the known, and
    the method says how many do. Normalisation: (n - 1)(n - 2)/2. Cost: O(n m + n^2 log n); 1 s for 2,000 actors and
    12,000 ties, many minutes for 20,000 and 120,000.

    All values are `None` where less than `minimum_cover` of the collaboration ties shown have a frequency, or none is
    shown. Otherwise an isolate has 0, a pair without a path adds nothing, and of a tie declared twice the greater
    strength counts. Below three actors: `None`. An empty network has no values. If every tie is equally strong the
    values are those of `betweenness`.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 6) for value in betweenness_weighted(eight_actors()).values]
    [0.0, 0.0, 0.5, 0.47619, 0.380952, 0.0, 0.285714, 0.0]

    Source: Brandes 2001; length 1/strength after Newman 2001, Phys. Rev. E 64, 016132.
    """
    known = filled_strengths(snapshot, minimum_cover)
    parameters = {**known.parameters, "length": "1/strength"}
    if known.values is None:
        about = _method(snapshot, "betweenness_weighted", parameters, {"engine": "none", "engine_version": ""})
        return unknown_values(snapshot, about, known.reason)
    return _betweenness(snapshot, "betweenness_weighted", weighted(snapshot, known.values), parameters)


def _betweenness(snapshot: Snapshot, name: str, network: Network, parameters: dict[str, object]) -> ActorMeasure:
    pairs = (network.size - 1) * (network.size - 2) / 2
    made = choice.betweenness(network)
    about = _method(snapshot, name, parameters, made.maker)
    if network.size < 3:
        return unknown_values(snapshot, about, TOO_FEW_ACTORS)
    return ActorMeasure(tuple(value / pairs for value in made.value), about)


def _method(snapshot: Snapshot, name: str, parameters: dict[str, object], maker: dict[str, str]) -> Method:
    return method(snapshot, name, parameters=parameters, **_ABOUT, **maker)
