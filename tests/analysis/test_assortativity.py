"""Assortativity: published values, and networkx over random networks."""

from math import isnan

import networkx as nx
import pytest
from hypothesis import given, settings

from network_service.analysis.assortativity import assortativity, assortativity_undirected, degree_assortativity
from network_service.analysis.sectors import LeftOut
from network_service.analysis.unknown import ENDS_ALIKE, NO_TIE_WITH_SECTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.golden import golden
from tests.analysis.independent import directed, undirected
from tests.analysis.networks import network, networks, permuted, with_isolate
from tests.trials import trials


def karate() -> Snapshot:
    graph = nx.karate_club_graph()
    return network(graph.nodes, graph.edges, sectors=[graph.nodes[member]["club"] for member in graph])


def of_known(graph: nx.Graph, snapshot: Snapshot) -> nx.Graph:
    """The part of a graph whose sectors are known, with the sector on each node."""
    known = {actor: code for actor, code in enumerate(snapshot.actors.sectors) if code}
    part = graph.subgraph(known).copy()
    nx.set_node_attributes(part, known, "sector")
    return part


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_agrees_with_networkx(snapshot: Snapshot) -> None:
    for found, graph in (
        (assortativity(snapshot), of_known(directed(snapshot), snapshot)),
        (assortativity_undirected(snapshot), of_known(undirected(snapshot), snapshot)),
    ):
        ends = {graph.nodes[end]["sector"] for tie in graph.edges for end in tie}
        assert found.ties == graph.number_of_edges()
        if not found.ties:
            assert (found.value, found.reason) == (None, NO_TIE_WITH_SECTORS)
        elif len(ends) == 1:
            assert (found.value, found.reason) == (None, ENDS_ALIKE)
        else:
            expected = nx.attribute_assortativity_coefficient(graph, "sector")
            assert found.value == pytest.approx(expected, abs=1e-9)
            assert (-1 <= (found.value or 0) <= 1, found.reason) == (True, None)


@settings(max_examples=trials(60, 1_000))
@given(networks())
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_degrees_agree_with_networkx(snapshot: Snapshot) -> None:
    graph, found = undirected(snapshot), degree_assortativity(snapshot)
    alike = len({graph.degree[end] for tie in graph.edges for end in tie}) <= 1
    if alike:
        assert (found.value, found.reason) == (None, ENDS_ALIKE)
    else:
        expected = nx.degree_pearson_correlation_coefficient(graph)
        assert not isnan(expected)
        assert (found.value, found.reason) == (pytest.approx(expected, abs=1e-9), None)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_an_isolate_and_another_order_change_nothing(snapshot: Snapshot) -> None:
    turned = permuted(snapshot, list(reversed(range(len(snapshot.actors)))))
    for measure in (assortativity, assortativity_undirected, degree_assortativity):
        assert measure(with_isolate(snapshot)).value == measure(turned).value == measure(snapshot).value


def test_golden_vector() -> None:
    assert assortativity(golden()).value == pytest.approx(0.222222, abs=5e-7)
    assert assortativity_undirected(golden()).value == pytest.approx(0.092437, abs=5e-7)


def test_karate_club() -> None:
    # Zachary 1977; Brandes et al. 2008, IEEE Transactions on Knowledge and Data Engineering 20, 172-188.
    assert assortativity_undirected(karate()).value == pytest.approx(0.7175, abs=5e-5)
    assert degree_assortativity(karate()).value == pytest.approx(-0.4756, abs=5e-5)


def test_all_inside_is_one_and_a_pair_of_strangers_minus_one() -> None:
    inside = network("abcd", ["ab", "cd"], mutual=True, sectors=["x", "x", "y", "y"])
    assert assortativity(inside).value == assortativity_undirected(inside).value == 1.0
    outside = network("ab", ["ab"], mutual=True, sectors=["x", "y"])
    assert assortativity(outside).value == assortativity_undirected(outside).value == -1.0


def test_any_attribute_takes_the_place_of_the_sector() -> None:
    found = assortativity(golden(), groups=["n", "n", "n", "n", "s", "s", None, None], attribute="district")
    # 11 arcs are left: 7 inside n, 2 inside s, 1 each way; 8 leave and reach n, 3 leave and reach s.
    assert found.value == pytest.approx((11 * 9 - 8 * 8 - 3 * 3) / (11 * 11 - 8 * 8 - 3 * 3))
    assert (found.left_out, found.method.parameters) == (LeftOut(2, 3), {"attribute": "district"})


def test_nothing_is_known_of_an_empty_network() -> None:
    for measure in (assortativity, assortativity_undirected):
        assert (measure(network(0)).value, measure(network(0)).reason) == (None, NO_TIE_WITH_SECTORS)
    assert (degree_assortativity(network(0)).value, degree_assortativity(network(1)).reason) == (None, ENDS_ALIKE)
