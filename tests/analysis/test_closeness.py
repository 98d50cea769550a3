"""Closeness and harmonic closeness: networkx, laws and borders."""

from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.closeness import distances, distances_weighted
from network_service.analysis.unknown import FEW_STRENGTHS, TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted, with_isolate


@given(networks())
def test_agrees_with_networkx(snapshot: Snapshot) -> None:
    others = len(snapshot.actors) - 1
    if others < 1:
        return
    graph, found = undirected(snapshot), distances(snapshot)
    assert found.closeness.values == pytest.approx(tuple(nx.closeness_centrality(graph).values()), abs=1e-9)
    harmonic = tuple(value / others for value in nx.harmonic_centrality(graph).values())
    assert found.harmonic.values == pytest.approx(harmonic, abs=1e-9)


@given(networks())
def test_weighted_agrees_with_networkx(snapshot: Snapshot) -> None:
    others = len(snapshot.actors) - 1
    if others < 1 or (snapshot.strength_cover() or 0) < 0.6:
        return
    graph, found = undirected(snapshot), distances_weighted(snapshot)
    closeness = tuple(nx.closeness_centrality(graph, distance="length").values())
    assert found.closeness.values == pytest.approx(closeness, abs=1e-9)
    harmonic = tuple(value / others for value in nx.harmonic_centrality(graph, distance="length").values())
    assert found.harmonic.values == pytest.approx(harmonic, abs=1e-9)


@given(networks(), st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_actors(snapshot: Snapshot, random: Random) -> None:
    order = list(range(len(snapshot.actors)))
    random.shuffle(order)
    here, there = distances(snapshot), distances(permuted(snapshot, order))
    for before, after in ((here.closeness, there.closeness), (here.harmonic, there.harmonic)):
        assert after.values == pytest.approx(tuple(before.values[old] for old in order), abs=1e-12)


@given(networks())
def test_lies_between_0_and_1_and_harmonic_is_never_the_smaller(snapshot: Snapshot) -> None:
    found = distances(snapshot)
    for near, harmonic in zip(found.closeness.values, found.harmonic.values, strict=True):
        if near is not None and harmonic is not None:
            assert 0 <= near <= harmonic + 1e-12 <= 1 + 2e-12


@given(networks())
def test_an_isolate_has_0_and_lowers_the_share_that_can_be_reached(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    if size > 1:
        here, wider = distances(snapshot), distances(with_isolate(snapshot))
        for before, after in ((here.closeness, wider.closeness), (here.harmonic, wider.harmonic)):
            lowered = tuple((value or 0) * (size - 1) / size for value in before.values)
            assert after.values == pytest.approx((*lowered, 0.0))


def test_a_small_component_is_not_taken_for_a_near_one() -> None:
    # A pair apart from a triangle of three and a fourth actor: inside its component each of the pair is at distance 1.
    snapshot = network("abcdxy", ["ab", "bc", "cd", "xy"])
    values = distances(snapshot).closeness.values
    assert values[4] == pytest.approx(1 / 5)  # igraph's own closeness would say 1
    assert values[1] == pytest.approx(3 / 5 * 3 / 4)


def test_alone_there_is_nobody_to_be_near_to() -> None:
    found = distances(network(1))
    assert (found.closeness.values, found.closeness.reason) == ((None,), TOO_FEW_ACTORS)
    assert (found.harmonic.values, found.harmonic.reason) == ((None,), TOO_FEW_ACTORS)
    assert distances(network(0)).closeness.values == ()


def test_weighted_is_not_known_without_strengths() -> None:
    found = distances_weighted(network("abc", ["ab", "bc"]))
    assert (found.closeness.values, found.closeness.reason) == ((None,) * 3, FEW_STRENGTHS)
    assert (found.harmonic.values, found.harmonic.reason) == ((None,) * 3, FEW_STRENGTHS)
    assert found.closeness.method.measure == "closeness_weighted"


def test_the_strongest_ties_make_the_nearest() -> None:
    found = distances_weighted(network("ab", ["ab"], strengths=[5]))
    assert found.closeness.values == pytest.approx((5.0, 5.0))
    assert found.harmonic.values == pytest.approx((5.0, 5.0))
