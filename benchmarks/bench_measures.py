"""Every headline measure beside networkx: processor seconds, ratio, and memory at the peak, at both sizes.

Ours starts from the snapshot's arrays and ends with the result that findings read; networkx starts from a graph already
built and computes the bare numbers (of articulation points not whom each cuts off).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import networkx as nx

from benchmarks.networks import SIZES, planted_snapshot
from benchmarks.side_by_side import LIMIT, Cost, cost_of
from network_service.analysis import betweenness, closeness, cohesion, connectivity, degree, measures, mixing
from network_service.analysis.engine import igraph_engine, networkx_engine, numpy_engine
from network_service.snapshot.model import Snapshot

LOADED = (igraph_engine, networkx_engine, numpy_engine)
"""Imported before the clock starts, as networkx is."""

ROW = "{:28} {:>10} {:>10} {:>8} {:>9} {:>9}"

Work = Callable[[], object]


def works(snapshot: Snapshot) -> dict[str, tuple[Work, Work]]:
    """What is compared, by name: ours, and networkx."""
    one, two = graph_of(snapshot), arcs_of(snapshot)
    return {
        "degree": (lambda: degree.degree(snapshot), lambda: nx.degree_centrality(one)),
        "strength": (lambda: degree.strength(snapshot), lambda: dict(one.degree(weight="strength"))),
        "betweenness": (lambda: betweenness.betweenness(snapshot), lambda: nx.betweenness_centrality(one)),
        "betweenness_weighted": (
            lambda: betweenness.betweenness_weighted(snapshot),
            lambda: nx.betweenness_centrality(one, weight="length"),
        ),
        "closeness and harmonic": (
            lambda: closeness.distances(snapshot),
            lambda: (nx.closeness_centrality(one), nx.harmonic_centrality(one)),
        ),
        "the same, weighted": (
            lambda: closeness.distances_weighted(snapshot),
            lambda: (nx.closeness_centrality(one, distance="length"), nx.harmonic_centrality(one, distance="length")),
        ),
        "components": (lambda: connectivity.components(snapshot), lambda: list(nx.connected_components(one))),
        "articulation points": (
            lambda: connectivity.articulation_points(snapshot),
            lambda: set(nx.articulation_points(one)),
        ),
        "bridges": (lambda: connectivity.bridges(snapshot), lambda: list(nx.bridges(one))),
        "reciprocity": (lambda: cohesion.reciprocity(snapshot), lambda: nx.overall_reciprocity(two)),
        "E-I index": (lambda: mixing.e_i_index(snapshot), lambda: nx.attribute_mixing_dict(one, "sector")),
        "mixing matrix": (lambda: mixing.mixing_matrix(snapshot), lambda: nx.attribute_mixing_dict(two, "sector")),
    }


def graph_of(snapshot: Snapshot) -> nx.Graph[int]:
    """U as networkx knows it, with the length that weighted measures need."""
    edges = snapshot.undirected
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from((place, {"sector": sector}) for place, sector in enumerate(snapshot.actors.sectors))
    for a, b, strength in zip(edges.source.tolist(), edges.target.tolist(), edges.strength.tolist(), strict=True):
        graph.add_edge(a, b, strength=strength, length=1 / strength)
    return graph


def arcs_of(snapshot: Snapshot) -> nx.DiGraph[int]:
    """D as networkx knows it."""
    arcs = snapshot.directed
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from((place, {"sector": sector}) for place, sector in enumerate(snapshot.actors.sectors))
    graph.add_edges_from(zip(arcs.source.tolist(), arcs.target.tolist(), strict=True))
    return graph


def every(found: measures.Measures) -> int:
    """Compute all that a table or a finding shows; answers how many figures that is."""
    tables = (found.of_actors, found.of_ties, found.of_network)
    of_sectors = (found.mixing_matrix_expected, found.sector_pairs_expected, found.e_i_by_sector)
    parts = (found.components, found.articulation_points, found.bridges, found.communities)
    roles = (found.brokerage, found.brokerage_undirected, found.interlock)
    return len([*tables, *of_sectors, *parts, *roles])


def compare(size: int, ties: int, hopeless: frozenset[str]) -> frozenset[str]:
    """Print the table of one size; answers which of networkx's would not finish at ten times the actors and ties."""
    snapshot = planted_snapshot(size, ties)
    most = max(Counter([*snapshot.undirected.source.tolist(), *snapshot.undirected.target.tolist()]).values())
    print(f"\n{size:,} actors, {ties:,} ties, at most {most} at one actor")
    print(ROW.format("", "ours s", "networkx s", "ratio", "ours MB", "netwx MB"))
    too_long = set()
    for name, (ours, theirs) in works(snapshot).items():
        mine = cost_of(ours)
        other = None if name in hopeless else cost_of(theirs)
        ratio = f"{other.seconds / mine.seconds:.1f}" if mine and other else ""
        (seconds, megabytes), (their_seconds, their_megabytes) = Cost.shown(mine), Cost.shown(other)
        print(ROW.format(name, seconds, their_seconds, ratio, megabytes, their_megabytes), flush=True)
        # Paths from every actor over every tie: a hundred times the work.
        if other is None or other.seconds * 100 > LIMIT:
            too_long.add(name)
    everything = Cost.shown(cost_of(lambda: every(measures.Measures(snapshot))))
    print(ROW.format("all of them", everything[0], "", "", everything[1], ""), flush=True)
    return frozenset(too_long)


if __name__ == "__main__":
    slow: frozenset[str] = frozenset()
    for size_and_ties in SIZES:
        slow = compare(*size_and_ties, slow)
