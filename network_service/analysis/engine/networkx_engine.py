"""networkx: the reference that the others are checked against, and the fallback where igraph is missing."""

from collections.abc import Sequence
from itertools import combinations

import networkx as nx

from network_service.analysis.engine.network import DistanceSums, Network
from network_service.snapshot.model import Strength

NAME = "networkx"
VERSION: str = nx.__version__


def betweenness(network: Network, sources: Sequence[int]) -> list[float]:
    """Brandes's algorithm; each unordered pair counts once, one half from either end."""
    graph = _graph(network)
    values = nx.betweenness_centrality_subset(graph, sources, list(graph), normalized=False, weight=_weight(network))
    return [float(values[actor]) for actor in range(network.size)]


def distance_sums(network: Network, radius: float = 2.0) -> DistanceSums:
    """A search from every actor."""
    graph, reached, total, inverse, within, farthest = _graph(network), [], [], [], [], []
    lengths: dict[int, float]
    for actor in range(network.size):
        if network.length is None:
            lengths = dict(nx.single_source_shortest_path_length(graph, actor))
        else:
            lengths = dict(nx.single_source_dijkstra_path_length(graph, actor, weight="length"))
        others = [length / network.unit for other, length in lengths.items() if other != actor]
        reached.append(len(others))
        total.append(float(sum(others)))
        inverse.append(float(sum(1 / distance for distance in others)))
        within.append(sum(distance <= radius for distance in others))
        farthest.append(float(max(others, default=0)))
    return DistanceSums(reached, total, inverse, within, farthest)


def membership(network: Network) -> list[int]:
    """Breadth-first search."""
    found = [0] * network.size
    for number, component in enumerate(nx.connected_components(_graph(network))):
        for actor in component:
            found[actor] = number
    return found


def _graph(network: Network) -> "nx.Graph[int]":
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(network.size))
    source, target = network.source.tolist(), network.target.tolist()
    if network.length is None:
        graph.add_edges_from(zip(source, target, strict=True))
    else:
        graph.add_weighted_edges_from(zip(source, target, network.length.tolist(), strict=True), weight="length")
    return graph


def _weight(network: Network) -> str | None:
    return None if network.length is None else "length"


def core_numbers(network: Network) -> list[int]:
    """Batagelj and Zaversnik's algorithm."""
    values = nx.core_number(_graph(network))
    return [int(values[actor]) for actor in range(network.size)]


def triangles(network: Network) -> list[int]:
    """Neighbours that two ends of a tie have in common."""
    values = nx.triangles(_graph(network))
    assert isinstance(values, dict)
    return [int(values[actor]) for actor in range(network.size)]


def closed_strengths(network: Network, strengths: Strength) -> list[float | None]:
    """Barrat's sum pair by pair; networkx's own weighted clustering is Onnela's."""
    graph = _graph(network)
    ties = zip(network.source.tolist(), network.target.tolist(), strengths.tolist(), strict=True)
    graph.add_weighted_edges_from(ties, weight="strength")
    found: list[float | None] = []
    for actor in range(network.size):
        own = {other: about["strength"] for other, about in graph.adj[actor].items()}
        pairs = {pair: own[pair[0]] + own[pair[1]] for pair in combinations(own, 2)}
        closed = sum(strength for pair, strength in pairs.items() if graph.has_edge(*pair))
        found.append(closed / sum(pairs.values()) if pairs else None)
    return found


def edge_betweenness(network: Network, sources: Sequence[int]) -> list[float]:
    """Brandes's algorithm; each unordered pair counts once, one half from either end."""
    graph, weight = _graph(network), _weight(network)
    values = nx.edge_betweenness_centrality_subset(graph, sources, list(graph), normalized=False, weight=weight)
    by_ends = {frozenset(ends): float(value) for ends, value in values.items()}
    ends = zip(network.source.tolist(), network.target.tolist(), strict=True)
    return [by_ends[frozenset(pair)] for pair in ends]
