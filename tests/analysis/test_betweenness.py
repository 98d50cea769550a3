"""Betweenness: networkx, laws and borders."""

from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.betweenness import betweenness, betweenness_weighted
from network_service.analysis.unknown import FEW_STRENGTHS, NO_COLLABORATION, TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted, with_isolate


@given(networks())
def test_agrees_with_networkx(snapshot: Snapshot) -> None:
    if len(snapshot.actors) > 2:
        expected = nx.betweenness_centrality(undirected(snapshot))
        assert betweenness(snapshot).values == pytest.approx(tuple(expected.values()), abs=1e-9)


@given(networks(strengths_known=True))
def test_weighted_agrees_with_networkx_on_whole_lengths(snapshot: Snapshot) -> None:
    if len(snapshot.actors) < 3 or snapshot.strength_cover() is None:
        return
    graph = undirected(snapshot)
    # networkx compares floats exactly, and 1/5 added up is not always 1: sixtieths are whole for strengths 1 to 5.
    nx.set_edge_attributes(
        graph, {(a, b): round(60 / about["strength"]) for a, b, about in graph.edges(data=True)}, "sixtieths"
    )
    expected = nx.betweenness_centrality(graph, weight="sixtieths")
    assert betweenness_weighted(snapshot).values == pytest.approx(tuple(expected.values()), abs=1e-9)


@given(networks(), st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_actors(snapshot: Snapshot, random: Random) -> None:
    order = list(range(len(snapshot.actors)))
    random.shuffle(order)
    values = betweenness(snapshot).values
    expected = tuple(values[old] for old in order)
    assert betweenness(permuted(snapshot, order)).values == pytest.approx(expected, abs=1e-12)


@given(networks())
def test_lies_between_0_and_1(snapshot: Snapshot) -> None:
    assert all(value is None or 0 <= value <= 1 + 1e-12 for value in betweenness(snapshot).values)


@given(networks())
def test_an_isolate_has_0_and_only_makes_the_pairs_more(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    if size > 2:
        lowered = tuple((value or 0) * (size - 2) / size for value in betweenness(snapshot).values)
        assert betweenness(with_isolate(snapshot)).values == pytest.approx((*lowered, 0.0))


def test_the_middle_of_a_star_stands_between_all() -> None:
    assert betweenness(network("abcd", ["ab", "ac", "ad"])).values == (1.0, 0.0, 0.0, 0.0)


def test_below_three_actors_there_is_no_pair_of_others() -> None:
    for size in (1, 2):
        found = betweenness(network(size))
        assert (found.values, found.reason) == ((None,) * size, TOO_FEW_ACTORS)
    assert (betweenness(network(0)).values, betweenness(network(0)).reason) == ((), None)


def test_strong_ties_are_short() -> None:
    # Straight a-d is as long (1) as two ties of 1/2; with four of 1/4 the detour is the same length again: all count.
    snapshot = network("abd", ["ad", "ab", "bd"], strengths=[1, 2, 2])
    assert betweenness_weighted(snapshot).values == (0.0, 0.5, 0.0)
    assert betweenness(snapshot).values == (0.0, 0.0, 0.0)


def test_equally_short_paths_of_unequal_ties_count_equally() -> None:
    # 1/5 five times over is 1.0000000000000002 or 1 in floats, by the order of adding.
    chain = [("a", 1), (1, 2), (2, 3), (3, 4), (4, "b")]
    snapshot = network(["a", "b", 1, 2, 3, 4], [("a", "b"), *chain], strengths=[1, 5, 5, 5, 5, 5])
    found = dict(zip(snapshot.actors.names, betweenness_weighted(snapshot).values, strict=True))
    # Between a and b half of the paths goes along the chain, which is why 1 has half a pair less than 3 whole ones.
    assert found["1"] == pytest.approx((0.5 + 3) / 10)


@given(networks(strengths_known=True))
def test_with_equal_strengths_the_weighted_is_the_unweighted(snapshot: Snapshot) -> None:
    equal = network(
        len(snapshot.actors),
        list(zip(snapshot.ties.source.tolist(), snapshot.ties.target.tolist(), strict=True)),
        strengths=[3] * len(snapshot.ties),
    )
    if len(equal.ties):
        assert betweenness_weighted(equal).values == pytest.approx(betweenness(equal).values, abs=1e-12)


def test_weighted_is_not_known_without_strengths_and_names_no_engine() -> None:
    few, none = network("abc", ["ab", "bc"]), network("abc")
    assert (betweenness_weighted(few).values, betweenness_weighted(few).reason) == ((None,) * 3, FEW_STRENGTHS)
    assert betweenness_weighted(none).reason == NO_COLLABORATION
    assert betweenness_weighted(none).method.engine == "none"
