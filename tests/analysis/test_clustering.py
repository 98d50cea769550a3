"""Transitivity and clustering: networkx, plain counting, laws and borders."""

from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.clustering import average_clustering, clustering, clustering_weighted, transitivity
from network_service.analysis.unknown import FEW_STRENGTHS, FEWER_THAN_TWO_TIES, NO_PAIR_OF_TIES
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted, with_isolate


@given(networks())
def test_agrees_with_networkx_wherever_there_is_a_pair(snapshot: Snapshot) -> None:
    graph = undirected(snapshot)
    expected = [nx.clustering(graph, actor) if graph.degree(actor) > 1 else None for actor in graph]
    found = clustering(snapshot)
    assert found.values == pytest.approx(expected, abs=1e-9)
    assert found.reason == (FEWER_THAN_TWO_TIES if None in expected else None)
    known = [value for value in expected if value is not None]
    if known:
        assert transitivity(snapshot).value == pytest.approx(nx.transitivity(graph), abs=1e-9)
        assert average_clustering(snapshot).value == pytest.approx(sum(known) / len(known), abs=1e-9)


@given(networks(strengths_known=True))
def test_weighted_counts_each_pair_by_the_strength_of_both_ties(snapshot: Snapshot) -> None:
    graph = undirected(snapshot)
    if snapshot.strength_cover() is None or not all(about["known"] for _, _, about in graph.edges(data=True)):
        return
    for actor, value in enumerate(clustering_weighted(snapshot).values):
        own = {other: graph[actor][other]["strength"] for other in graph[actor]}
        closed = sum((own[a] + own[b]) / 2 for a, b in combinations(own, 2) if graph.has_edge(a, b))
        assert value == (pytest.approx(closed / (sum(own.values()) * (len(own) - 1) / 2)) if len(own) > 1 else None)


@given(networks(), st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_actors(snapshot: Snapshot, random: Random) -> None:
    order = list(range(len(snapshot.actors)))
    random.shuffle(order)
    other = permuted(snapshot, order)
    assert clustering(other).values == tuple(clustering(snapshot).values[old] for old in order)
    assert transitivity(other).value == transitivity(snapshot).value


@given(networks())
def test_an_isolate_changes_nothing_but_its_own(snapshot: Snapshot) -> None:
    wider = with_isolate(snapshot)
    assert clustering(wider).values == (*clustering(snapshot).values, None)
    assert transitivity(wider).value == transitivity(snapshot).value
    assert average_clustering(wider).value == average_clustering(snapshot).value


@given(networks(strengths_known=True))
def test_equal_strengths_give_the_unweighted(snapshot: Snapshot) -> None:
    ties = list(zip(snapshot.ties.source.tolist(), snapshot.ties.target.tolist(), strict=True))
    equal = network(len(snapshot.actors), ties, strengths=[2] * len(ties))
    if ties:
        assert clustering_weighted(equal).values == pytest.approx(clustering(equal).values, abs=1e-12)


def test_known_shapes() -> None:
    complete = network(4, [(a, b) for a in range(4) for b in range(a)])
    assert (clustering(complete).values, transitivity(complete).value) == ((1,) * 4, 1)
    star = network("abcd", ["ab", "ac", "ad"])
    assert (clustering(star).values, transitivity(star).value) == ((0, None, None, None), 0)
    # A triangle with one tail: 3 closed pairs of 5; the mean is of 1, 1 and 1/3.
    tail = network("abcd", ["ab", "bc", "ca", "cd"])
    assert transitivity(tail).value == pytest.approx(3 / 5)
    assert average_clustering(tail).value == pytest.approx(7 / 9)


@pytest.mark.parametrize(
    "snapshot", [network(0), network(1), network("abxy", ["ab", "xy"])], ids=["empty", "alone", "pairs"]
)
def test_without_two_ties_at_anybody_nothing_could_close(snapshot: Snapshot) -> None:
    for found in (transitivity(snapshot), average_clustering(snapshot)):
        assert (found.value, found.reason) == (None, NO_PAIR_OF_TIES)
    assert set(clustering(snapshot).values) <= {None}


def test_weighted_is_not_known_without_strengths() -> None:
    found = clustering_weighted(network("abc", ["ab", "bc"]))
    assert (found.values, found.reason, found.method.engine) == ((None,) * 3, FEW_STRENGTHS, "none")
