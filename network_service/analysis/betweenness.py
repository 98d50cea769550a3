"""How often an actor stands on the shortest paths between others."""

from collections.abc import Mapping
from concurrent.futures import Executor

from network_service.analysis.engine import choice
from network_service.analysis.engine.choice import Made
from network_service.analysis.engine.network import Network, unweighted
from network_service.analysis.estimate import SAMPLING, SAMPLING_WEIGHTED, Sampling
from network_service.analysis.path_shares import ESTIMATED, PathShares, path_shares
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.unknown import TOO_FEW_ACTORS, unknown_values
from network_service.analysis.weights import MINIMUM_COVER, filled_strengths, weighted
from network_service.snapshot.model import Snapshot

_DEFINITION = "sum over pairs s, t of (shortest paths s-t through v) / (shortest paths s-t)"
_SOURCE = "Freeman 1977, Sociometry 40, 35-41; Brandes 2001, J. Math. Sociology 25, 163-177"


def betweenness(snapshot: Snapshot, *, executor: Executor | None = None, sampling: Sampling = SAMPLING) -> ActorMeasure:
    """Share of the pairs of other actors between which an actor stands.

    Formula: sum over unordered pairs s, t other than v of the share of the shortest paths between s and t that pass
    through v, in U with every tie of length 1. Normalisation: by the (n - 1)(n - 2)/2 pairs of others, to 0 to 1. Cost:
    O(n m); .5 s for 2,000 actors and 12,000 ties, halved by an `executor` of two processes; the figures are the same
    to the last digit with and without.

    Above `sampling.exact_up_to` actors it is estimated: the method then has a seed, and says within what bound all
    values lie, with what confidence, and from how many pairs. For 20,000 actors and 120,000 ties within .01: 4 s; where
    numba is installed within .002 in about as long, compiling included.

    An isolate stands between nobody: 0; it counts in n, so it lowers the values of others. A pair without a path adds
    nothing. Strength and direction do not enter. Below three actors there is no pair of others: `None`. An empty
    network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 6) for value in betweenness(eight_actors()).values]
    [0.0, 0.0, 0.285714, 0.5, 0.357143, 0.142857, 0.285714, 0.0]

    Source: Freeman 1977; algorithm Brandes 2001; estimate Riondato and Kornaropoulos 2016, Borassi and Natale 2019.
    """
    return _betweenness(
        snapshot, "betweenness", unweighted(len(snapshot.actors), snapshot.undirected), {}, executor, sampling
    )


def betweenness_weighted(
    snapshot: Snapshot,
    *,
    minimum_cover: float = MINIMUM_COVER,
    executor: Executor | None = None,
    sampling: Sampling = SAMPLING_WEIGHTED,
) -> ActorMeasure:
    """Share of the pairs of other actors between which an actor stands, where strong ties are short.

    Formula: as `betweenness`, with the length 1/strength; a tie of unknown strength takes the median of the known, and
    the method says how many do. Normalisation: (n - 1)(n - 2)/2. Cost: O(n m + n^2 log n); 1 s for 2,000 actors and
    12,000 ties. Above `sampling.exact_up_to` actors it is estimated from the paths that begin at some actors drawn at
    random (Brandes and Pich 2007), within .05 unless asked for less; the method says so as that of `betweenness` does.

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
        nobody = PathShares([], [], {}, {"engine": "none", "engine_version": ""})
        about = actor_method(snapshot, "betweenness_weighted", parameters, nobody)
        return unknown_values(snapshot, about, known.reason)
    network = weighted(snapshot, known.values)
    return _betweenness(snapshot, "betweenness_weighted", network, parameters, executor, sampling)


def pairs_between(snapshot: Snapshot, known: ActorMeasure | None = None) -> Made[list[float]]:
    """How many pairs of others each actor stands between, counted; from the measure where that is known and exact."""
    if known is None or known.method.seed is not None:
        return choice.betweenness(unweighted(len(snapshot.actors), snapshot.undirected))
    pairs = (len(known.values) - 1) * (len(known.values) - 2) / 2
    return Made([(share or 0.0) * pairs for share in known.values], known.method.engine, known.method.engine_version)


def actor_method(snapshot: Snapshot, name: str, parameters: Mapping[str, object], made: PathShares) -> Method:
    """The method of betweenness of actors, counted or estimated."""
    return method(
        snapshot,
        name,
        definition=_DEFINITION + (ESTIMATED if made.seed is not None else ""),
        network="U",
        normalisation="(n - 1)(n - 2) / 2",
        parameters={**parameters, **made.parameters},
        seed=made.seed,
        source="; ".join(filter(None, (_SOURCE, made.source))),
        **made.maker,
    )


def _betweenness(
    snapshot: Snapshot,
    name: str,
    network: Network,
    parameters: Mapping[str, object],
    executor: Executor | None,
    sampling: Sampling,
) -> ActorMeasure:
    made = path_shares(network, sampling, executor)
    about = actor_method(snapshot, name, parameters, made)
    if network.size < 3:
        return unknown_values(snapshot, about, TOO_FEW_ACTORS)
    return ActorMeasure(tuple(made.actors), about)
