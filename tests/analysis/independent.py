"""The same networks as networkx objects, built from the declared ties without any of our own code between."""

from math import isnan
from statistics import median

import networkx as nx

from network_service.snapshot.model import LAYERS, Snapshot


def undirected(snapshot: Snapshot) -> nx.Graph:
    """U; `strength` is the greatest known of what was merged, else the median of the known, `length` its inverse."""
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(range(len(snapshot.actors)))
    ties = snapshot.ties
    for a, b, strength in zip(ties.source.tolist(), ties.target.tolist(), ties.strength.tolist(), strict=True):
        known = [] if isnan(strength) else [strength]
        graph.add_edge(a, b, known=[*graph.get_edge_data(a, b, {"known": []})["known"], *known])
    strengths = [max(about["known"]) for _, _, about in graph.edges(data=True) if about["known"]]
    for _, _, about in graph.edges(data=True):
        about["strength"] = max(about["known"], default=median(strengths or [1]))
        about["length"] = 1 / about["strength"]
    return graph


def directed(snapshot: Snapshot) -> nx.DiGraph:
    """D: who declares collaboration with whom."""
    graph: nx.DiGraph = nx.DiGraph()
    graph.add_nodes_from(range(len(snapshot.actors)))
    ties = snapshot.ties
    for a, b, layer in zip(ties.source.tolist(), ties.target.tolist(), ties.layer.tolist(), strict=True):
        if LAYERS[layer] == "collaboration":
            graph.add_edge(a, b)
    return graph


def cut_off_by_removal(graph: nx.Graph, actor: int) -> set[int]:
    """Whom an actor cuts off: take it out, and see who is not in the largest part of what was its component."""
    rest = graph.subgraph(nx.node_connected_component(graph, actor) - {actor})
    parts = sorted(nx.connected_components(rest), key=lambda part: (-len(part), min(part)))
    return set().union(*parts[1:])


def smaller_side_by_removal(graph: nx.Graph, source: int, target: int) -> set[int]:
    """The side that a tie joins to a larger one: take it out; of equal sides the one without the smallest actor."""
    rest = graph.copy()
    rest.remove_edge(source, target)
    sides = [nx.node_connected_component(rest, end) for end in (source, target)]
    return sorted(sides, key=lambda side: (-len(side), min(side)))[1]
