"""How well tied those are that an actor is tied to: eigenvector centrality, PageRank and Katz's centrality."""

import numpy as np

from network_service.analysis.connectivity import components
from network_service.analysis.engine import numpy_spectral
from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.engine.numpy_spectral import Matrix, katz_sum, leading_pair, matrix, symmetric
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.unknown import (
    NO_TIE,
    NOT_CONVERGED,
    OUTSIDE_LARGEST_PART,
    unknown_values,
)
from network_service.analysis.weights import MINIMUM_COVER, filled_strengths
from network_service.snapshot.model import Edges, Snapshot, Strength

DAMPING = 0.85
"""Probability that PageRank's walker goes on: Brin and Page's, and every system's default."""
ATTENUATION = 0.85
"""Katz's alpha as a share of the largest that converges: 1/(largest eigenvalue)."""

_NO_ENGINE = {"engine": "none", "engine_version": ""}
_EIGENVECTOR = {
    "definition": "x with A x = (largest eigenvalue) x within the largest component",
    "network": "U",
    "normalisation": "length 1",
    "source": "Bonacich 1972, J. Math. Sociology 2, 113-120",
}
_PAGERANK = {
    "definition": "x(v) = (1 - d) / n + d * sum over u of x(u) * (share of u's ties that go to v)",
    "normalisation": "sum 1",
    "source": "Brin and Page 1998, Computer Networks 30, 107-117",
}


def eigenvector(snapshot: Snapshot) -> ActorMeasure:
    """How well tied the neighbours of an actor are, theirs counted the same way.

    Formula: the x >= 0 of length 1 with A x = (largest eigenvalue) x, A the adjacency matrix of the largest component
    of U. Normalisation: Euclidean length 1, as UCINET, R's sna and networkx; igraph scales to maximum 1. Cost: O(m)
    a step, some 40 steps; .02 s for 2,000 actors and 12,000 ties, .12 s for 20,000 and 120,000.

    Outside the largest component all values are `None`: the equation would make them 0 whatever their ties. Of equally
    large components the one with the smallest index counts. Without a tie, so for an actor alone: `None`. In a network
    drawn out like a chain of thousands the figure does not settle to 1e-9: `None` with its reason. Strength and
    direction do not enter. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 4) for value in eigenvector(eight_actors()).values]
    [0.3849, 0.2012, 0.4875, 0.3749, 0.5337, 0.3425, 0.1647, 0.0621]

    Source: Bonacich 1972; Wasserman and Faust 1994, p. 206.
    """
    return _eigenvector(snapshot, "eigenvector", np.ones(len(snapshot.undirected)), {})


def eigenvector_weighted(snapshot: Snapshot, *, minimum_cover: float = MINIMUM_COVER) -> ActorMeasure:
    """How well tied the neighbours of an actor are, where strong ties count for more.

    Formula: as `eigenvector`, with the strengths as entries of A; a tie of unknown strength takes the median of the
    known, and the method says how many do. Normalisation: length 1. Cost: as `eigenvector`.

    All values are `None` where less than `minimum_cover` of the collaboration ties shown have a frequency, or none is
    shown. Otherwise isolates, disconnected and empty networks are treated as `eigenvector` does; of a tie declared
    twice the greater strength counts. If every tie is equally strong the values are those of `eigenvector`.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 4) for value in eigenvector_weighted(eight_actors()).values]
    [0.2042, 0.068, 0.4087, 0.4095, 0.4083, 0.3403, 0.4456, 0.3712]

    Source: Bonacich 1972; Newman 2004, Phys. Rev. E 70, 056131 (weighted).
    """
    known = filled_strengths(snapshot, minimum_cover)
    if known.values is None:
        about = method(snapshot, "eigenvector_weighted", parameters=known.parameters, **_EIGENVECTOR, **_NO_ENGINE)
        return unknown_values(snapshot, about, known.reason)
    return _eigenvector(snapshot, "eigenvector_weighted", known.values, dict(known.parameters))


def pagerank(snapshot: Snapshot, *, damping: float = DAMPING) -> ActorMeasure:
    """Share of the time spent at an actor by a walker who follows ties at random and now and then starts anew.

    Formula: x(v) = (1 - d)/n + d * sum over neighbours u of x(u)/(ties of u), in U, d = `damping`; who has no tie
    passes its share on to all alike. Normalisation: the values add up to 1. Cost: O(m) a step, about 180 steps; .03 s
    for 2,000 actors and 12,000 ties, .25 s for 20,000 and 120,000.

    An isolate has the least of all: what starting anew gives. Disconnected networks are no special case. Strength and
    direction do not enter; without any tie all have 1/n, so an actor alone has 1. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 4) for value in pagerank(eight_actors()).values]
    [0.1064, 0.0628, 0.154, 0.1623, 0.2072, 0.1087, 0.1263, 0.0724]

    Source: Brin and Page 1998; dangling actors as in Langville and Meyer 2004, Internet Mathematics 1, 335-380.
    """
    edges = snapshot.undirected
    return _pagerank(snapshot, "pagerank", "U", edges, np.ones(len(edges)), damping, {})


def pagerank_directed(snapshot: Snapshot, *, damping: float = DAMPING) -> ActorMeasure:
    """Share of the time spent at an actor by a walker who goes from who declares to who is named.

    Formula: as `pagerank`, along the arcs of D: x(v) = (1 - d)/n + d * sum over u that name v of x(u)/(arcs of u).
    Normalisation: the values add up to 1. Cost: as `pagerank`.

    Who declares nothing passes its share on to all alike. Whom nobody names has what starting anew gives, whatever ties
    of other layers it has. Disconnected networks are no special case. Strength does not enter; without any arc all have
    1/n. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 4) for value in pagerank_directed(eight_actors()).values]
    [0.0504, 0.0504, 0.1843, 0.2141, 0.1238, 0.0504, 0.2122, 0.1143]

    Source: Brin and Page 1998; Langville and Meyer 2004.
    """
    edges = snapshot.directed
    return _pagerank(snapshot, "pagerank_directed", "D", edges, np.ones(len(edges)), damping, {})


def pagerank_weighted(
    snapshot: Snapshot, *, damping: float = DAMPING, minimum_cover: float = MINIMUM_COVER
) -> ActorMeasure:
    """Share of the time spent at an actor by a walker who prefers strong ties.

    Formula: as `pagerank`, a tie of u followed with the probability strength/(strengths of u together); a tie of
    unknown strength takes the median of the known, and the method says how many do. Normalisation: the values add up to
    1. Cost: as `pagerank`.

    All values are `None` where less than `minimum_cover` of the collaboration ties shown have a frequency, or none is
    shown. Otherwise isolates, disconnected and empty networks are treated as `pagerank` does; of a tie declared twice
    the greater strength counts. If every tie is equally strong the values are those of `pagerank`.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 4) for value in pagerank_weighted(eight_actors()).values]
    [0.0795, 0.0398, 0.1635, 0.1358, 0.1978, 0.122, 0.1512, 0.1105]

    Source: Brin and Page 1998.
    """
    known = filled_strengths(snapshot, minimum_cover)
    if known.values is None:
        parameters = {"damping": damping, **known.parameters}
        about = method(snapshot, "pagerank_weighted", network="U", parameters=parameters, **_PAGERANK, **_NO_ENGINE)
        return unknown_values(snapshot, about, known.reason)
    return _pagerank(
        snapshot, "pagerank_weighted", "U", snapshot.undirected, known.values, damping, dict(known.parameters)
    )


def katz(snapshot: Snapshot, *, attenuation: float = ATTENUATION) -> ActorMeasure:
    """How many ways lead to an actor, of any length, each further tie counting for less.

    Formula: x = alpha A x + 1, A the adjacency matrix of U, alpha = `attenuation`/(largest eigenvalue of A); the method
    says alpha. Normalisation: Euclidean length 1, as networkx. Cost: O(m) a step; .02 s for 2,000 actors and 12,000
    ties, .12 s for 20,000 and 120,000.

    An isolate has the least of all: the 1 that everybody starts with. Disconnected networks are no special case, but
    alpha is that of the part with the largest eigenvalue. Strength and direction do not enter. Without a tie there is
    no largest eigenvalue to take alpha from: `None`; so too where it does not settle (chains of thousands). An
    `attenuation` outside 0 to 1 is refused: the sum would not converge. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 4) for value in katz(eight_actors()).values]
    [0.37, 0.2211, 0.4648, 0.3906, 0.5077, 0.3463, 0.2255, 0.1307]

    Source: Katz 1953, Psychometrika 18, 39-43. Systems differ in alpha (networkx .1, igraph has none of its own).
    """
    if not 0 < attenuation < 1:
        raise ValueError(f"attenuation lies between 0 and 1, not {attenuation}")
    parameters: dict[str, object] = {"attenuation": attenuation}
    about = {
        "definition": "x = alpha A x + 1, alpha = attenuation / (largest eigenvalue)",
        "network": "U",
        "normalisation": "length 1",
        "source": "Katz 1953, Psychometrika 18, 39-43",
        **NUMPY,
    }
    edges = snapshot.undirected
    if not len(edges):
        return unknown_values(snapshot, method(snapshot, "katz", parameters=parameters, **about), NO_TIE)
    adjacency = symmetric(len(snapshot.actors), edges.source, edges.target, np.ones(len(edges)))
    leading = leading_pair(adjacency)
    alpha = attenuation / leading.value
    made = method(snapshot, "katz", parameters={**parameters, "alpha": alpha}, **about)
    # The error of the eigenvalue is that of alpha; 1e-8 of it moves no value by more than 1e-7.
    if leading.value_error > 1e-8 * leading.value:
        return unknown_values(snapshot, made, NOT_CONVERGED)
    values = katz_sum(adjacency, alpha)
    return ActorMeasure(tuple((values / np.linalg.norm(values)).tolist()), made)


def _eigenvector(snapshot: Snapshot, name: str, entries: Strength, parameters: dict[str, object]) -> ActorMeasure:
    about = method(snapshot, name, parameters=parameters, **_EIGENVECTOR, **NUMPY)
    edges, size = snapshot.undirected, len(snapshot.actors)
    if not len(edges):
        return unknown_values(snapshot, about, NO_TIE)
    part = np.array(components(snapshot).parts[0])
    place = np.full(size, -1, np.int32)
    place[part] = np.arange(len(part))
    inside = place[edges.source] >= 0
    adjacency = symmetric(len(part), place[edges.source[inside]], place[edges.target[inside]], entries[inside])
    leading = leading_pair(adjacency)
    if not leading.converged:
        return unknown_values(snapshot, about, NOT_CONVERGED)
    values: list[float | None] = [None] * size
    for actor, value in zip(part.tolist(), leading.vector.tolist(), strict=True):
        values[actor] = value
    return ActorMeasure(tuple(values), about, OUTSIDE_LARGEST_PART if len(part) < size else None)


def _pagerank(
    snapshot: Snapshot,
    name: str,
    network: str,
    edges: Edges,
    entries: Strength,
    damping: float,
    parameters: dict[str, object],
) -> ActorMeasure:
    if not 0 <= damping < 1:
        raise ValueError(f"damping lies between 0 and 1, not {damping}")
    about = _pagerank_method(snapshot, name, network, {"damping": damping, **parameters})
    size = len(snapshot.actors)
    if not size:
        return ActorMeasure((), about)
    shares = numpy_spectral.pagerank(_following(size, edges, entries), damping)
    return ActorMeasure(tuple(shares.tolist()), about)


def _pagerank_method(snapshot: Snapshot, name: str, network: str, parameters: dict[str, object]) -> Method:
    return method(snapshot, name, network=network, parameters=parameters, **_PAGERANK, **NUMPY)


def _following(size: int, edges: Edges, entries: Strength) -> Matrix:
    """At (v, u) the probability that a walker at u goes to v next."""
    if edges.directed:
        source, target = edges.source, edges.target
    else:
        source, target = np.concatenate((edges.source, edges.target)), np.concatenate((edges.target, edges.source))
        entries = np.concatenate((entries, entries))
    out = np.bincount(source, weights=entries, minlength=size)
    return matrix(size, target, source, entries / out[source])
