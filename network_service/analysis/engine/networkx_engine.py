"""networkx: the reference that the others are checked against, and the fallback where igraph is missing."""

import networkx as nx

from network_service.analysis.engine.network import DistanceSums, Network

NAME = "networkx"
VERSION: str = nx.__version__


def betweenness(network: Network) -> list[float]:
    """Brandes's algorithm; each unordered pair counts once."""
    values = nx.betweenness_centrality(_graph(network), normalized=False, weight=_weight(network))
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
