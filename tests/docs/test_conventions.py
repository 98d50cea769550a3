"""What docs/methods.md says of networkx and igraph, said again by them; ours is tested with each measure."""

from inspect import signature
from math import isnan

import igraph as ig
import networkx as nx
import pytest

from docs.generator.read_rows import read_rows
from network_service.analysis.closeness import distances
from network_service.analysis.clustering import clustering_weighted
from network_service.analysis.spectral import eigenvector, katz, pagerank
from tests.analysis.networks import network

PARTS = [(0, 1), (1, 2), (3, 4)]
PAIR = [(0, 1)]
TRIANGLE_AND_ONE = [(0, 1), (0, 2), (1, 2), (2, 3)]


def both(size: int, edges: list[tuple[int, int]]) -> tuple[nx.Graph, ig.Graph]:
    graph = nx.Graph(edges)
    graph.add_nodes_from(range(size))
    return graph, ig.Graph(size, edges)


def test_the_table_is_of_the_versions_that_are_run():
    text = read_rows("conventions")
    assert {"closeness, network in parts", "eigenvector", "what is not known"} <= {row["measure"] for row in text}
    assert (nx.__version__.rpartition(".")[0], ig.__version__.rpartition(".")[0]) == ("3.6", "1.0")


def test_closeness_in_parts_is_scaled_by_networkx_and_not_by_igraph():
    theirs, igraph = both(5, PARTS)
    assert list(nx.closeness_centrality(theirs).values()) == pytest.approx(
        distances(network(5, PARTS)).closeness.values
    )
    assert igraph.closeness()[3:] == [1, 1]
    theirs, igraph = both(3, PAIR)
    assert nx.closeness_centrality(theirs)[2] == 0
    assert isnan(igraph.closeness()[2])


def test_harmonic_is_a_sum_in_networkx_and_a_mean_in_igraph():
    theirs, igraph = both(3, PAIR)
    assert nx.harmonic_centrality(theirs)[0] == 1
    assert igraph.harmonic_centrality()[0] == 0.5 == distances(network(3, PAIR)).harmonic.values[0]


def test_betweenness_is_divided_by_networkx_and_not_by_igraph():
    theirs, igraph = both(5, PARTS)
    assert nx.betweenness_centrality(theirs)[1] == pytest.approx(1 / 6)
    assert igraph.betweenness()[1] == 1
    assert nx.edge_betweenness_centrality(theirs)[0, 1] == pytest.approx(2 / 10)
    assert igraph.edge_betweenness()[0] == 2


def test_eigenvectors_have_another_scale_in_igraph():
    theirs, igraph = both(4, TRIANGLE_AND_ONE)
    length_one = eigenvector(network(4, TRIANGLE_AND_ONE)).values
    assert list(nx.eigenvector_centrality_numpy(theirs).values()) == pytest.approx(length_one)
    for scale in (True, False):
        assert max(igraph.eigenvector_centrality(scale=scale)) == pytest.approx(1)
    parts, igraph = both(5, PARTS)
    with pytest.raises(nx.AmbiguousSolution):
        nx.eigenvector_centrality_numpy(parts)
    with pytest.warns(RuntimeWarning, match="nearly zero"):
        assert igraph.eigenvector_centrality()[3:] == pytest.approx([0, 0])


def test_pagerank_of_who_has_no_tie_goes_to_all_alike_and_katz_is_another():
    theirs, igraph = both(3, PAIR)
    ours = pagerank(network(3, PAIR)).values
    assert list(nx.pagerank(theirs, tol=1e-12).values()) == pytest.approx(ours)
    assert igraph.pagerank() == pytest.approx(ours)
    told = katz(network(3, PAIR)).method.parameters["alpha"]
    assert (told, signature(nx.katz_centrality).parameters["alpha"].default) == (pytest.approx(0.85), 0.1)
    assert not hasattr(igraph, "katz_centrality")


def test_local_clustering_of_one_contact_is_nan_in_igraph_and_0_in_networkx():
    theirs, igraph = both(4, TRIANGLE_AND_ONE)
    assert nx.clustering(theirs)[3] == 0
    assert isnan(igraph.transitivity_local_undirected()[3])
    assert igraph.transitivity_local_undirected(mode="zero")[3] == 0


def test_weighted_clustering_is_barrats_in_igraph():
    _, igraph = both(4, TRIANGLE_AND_ONE)
    strengths = [1, 2, 3, 5]
    ours = clustering_weighted(network(4, TRIANGLE_AND_ONE, strengths=strengths)).values
    assert igraph.transitivity_local_undirected(weights=strengths)[2] == pytest.approx(ours[2])


def test_distances_in_parts_are_refused_by_networkx_and_over_connected_pairs_in_igraph():
    theirs, igraph = both(5, PARTS)
    for measure in (nx.average_shortest_path_length, nx.diameter, nx.eccentricity):
        with pytest.raises(nx.NetworkXError):
            measure(theirs)
    assert (igraph.average_path_length(), igraph.diameter()) == (1.25, 2)
    assert ig.Graph(3, PAIR).eccentricity()[2] == 0


def test_nothing_of_nothing():
    assert nx.density(nx.empty_graph(1)) == 0
    assert isnan(ig.Graph(1).density())
    with pytest.raises(nx.NetworkXError):
        nx.overall_reciprocity(nx.empty_graph(2, create_using=nx.DiGraph))
    assert isnan(ig.Graph(2, directed=True).reciprocity())
    theirs, igraph = both(3, PAIR)
    assert isnan(nx.constraint(theirs)[2])
    assert isnan(igraph.constraint()[2])
    assert not hasattr(igraph, "effective_size")
