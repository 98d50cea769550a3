"""Paths drawn at random: shortest, all equally likely, and declined where too long."""

from itertools import combinations
from math import sqrt

import networkx as nx
import numpy as np
import pytest

from network_service.analysis.engine import numpy_paths
from network_service.analysis.engine.network import Network, TooDeepError
from network_service.snapshot.model import index_array

PAIRS = 20_000


def of_graph(graph: nx.Graph) -> Network:
    ends = sorted(tuple(sorted(pair)) for pair in graph.edges)
    return Network(len(graph), index_array(a for a, _ in ends), index_array(b for _, b in ends))


def lattice_with_tails() -> nx.Graph:
    """Many shortest paths between most pairs, a hub, a tail, a second part and an isolate."""
    graph = nx.convert_node_labels_to_integers(nx.grid_2d_graph(4, 5))
    graph.add_edges_from([(20, place) for place in (0, 7, 14, 19)])
    graph.add_edges_from([(20, 21), (21, 22), (23, 24), (24, 25)])
    graph.add_node(26)
    return graph


def test_actors_and_ties_are_passed_as_often_as_their_share_of_the_shortest_paths() -> None:
    graph = lattice_with_tails()
    size, found = len(graph), numpy_paths.passed(of_graph(graph), PAIRS, (3,))
    through = nx.betweenness_centrality(graph, normalized=False)
    along = nx.edge_betweenness_centrality(graph)
    expected = [through[actor] / (size * (size - 1) / 2) for actor in range(size)]
    ties = [along.get(ends, along.get(ends[::-1])) for ends in sorted(tuple(sorted(pair)) for pair in graph.edges)]
    for counts, shares in ((found.actors, expected), (found.ties, ties)):
        for count, share in zip(counts.tolist(), shares, strict=True):
            # 4.5 standard errors: one of the 60 values would be further away once in 2,000 seeds.
            assert abs(count / PAIRS - share) <= 4.5 * sqrt(share * (1 - share) / PAIRS)


def test_the_ties_of_all_paths_are_as_many_as_their_lengths() -> None:
    graph = nx.path_graph(3)
    found = numpy_paths.passed(of_graph(graph), 3_000, (1,))
    # A pair of neighbours has one tie, the two ends have two and pass the middle.
    assert found.actors[[0, 2]].tolist() == [0, 0]
    assert found.ties.sum() == 3_000 + found.actors[1]


def test_the_same_seed_draws_the_same_and_few_at_once_are_as_good_as_many(monkeypatch: pytest.MonkeyPatch) -> None:
    network = of_graph(lattice_with_tails())
    one, other = numpy_paths.passed(network, 500, (5, 1)), numpy_paths.passed(network, 500, (5, 1))
    assert np.array_equal(one.actors, other.actors)
    assert np.array_equal(one.ties, other.ties)
    monkeypatch.setattr(numpy_paths, "_CELLS", 1)  # eight pairs at once
    few = numpy_paths.passed(network, 1_000, (5, 1))
    assert np.abs(one.actors / 500 - few.actors / 1_000).max() < 0.1


def test_nobody_is_passed_where_nobody_is_tied_or_all_are() -> None:
    assert not numpy_paths.passed(of_graph(nx.empty_graph(5)), 100, (1,)).actors.any()
    complete = numpy_paths.passed(of_graph(nx.complete_graph(6)), 600, (1,))
    assert not complete.actors.any()
    assert complete.ties.sum() == 600
    assert len(complete.ties) == len(list(combinations(range(6), 2)))


def test_paths_that_are_long_are_declined() -> None:
    with pytest.raises(TooDeepError):
        numpy_paths.passed(of_graph(nx.path_graph(4 * numpy_paths.DEEPEST)), 100, (1,))
