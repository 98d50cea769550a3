"""Centralisation: Freeman's sums over networkx's raw values, laws and borders."""

from collections.abc import Callable
from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.betweenness import betweenness, betweenness_weighted
from network_service.analysis.centralisation import (
    betweenness_centralisation,
    closeness_centralisation,
    degree_centralisation,
)
from network_service.analysis.result import NetworkMeasure
from network_service.analysis.unknown import FEW_STRENGTHS, TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted

ALL = (degree_centralisation, closeness_centralisation, betweenness_centralisation)
Measure = Callable[[Snapshot], NetworkMeasure]


def lead(values: dict[int, float]) -> float:
    return sum(max(values.values()) - value for value in values.values())


@given(networks())
def test_is_the_lead_of_the_first_against_that_of_a_star_of_networkx(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    if size < 3:
        return
    graph, star = undirected(snapshot), nx.star_graph(size - 1)
    for measure, of in zip(
        ALL, (nx.degree_centrality, nx.closeness_centrality, nx.betweenness_centrality), strict=True
    ):
        assert measure(snapshot).value == pytest.approx(lead(of(graph)) / lead(of(star)), abs=1e-9)


@pytest.mark.parametrize("measure", ALL)
@given(snapshot=networks(), random=st.randoms(use_true_random=False))
def test_lies_between_0_and_1_whatever_the_order(measure: Measure, snapshot: Snapshot, random: Random) -> None:
    found = measure(snapshot).value
    if found is not None:
        order = list(range(len(snapshot.actors)))
        random.shuffle(order)
        assert -1e-12 <= found <= 1 + 1e-12
        assert measure(permuted(snapshot, order)).value == pytest.approx(found, abs=1e-12)


@pytest.mark.parametrize("measure", ALL)
def test_a_star_has_1_and_where_all_are_alike_it_is_0(measure: Measure) -> None:
    assert measure(network(6, [(0, place) for place in range(1, 6)])).value == pytest.approx(1)
    assert measure(network(5, list(combinations(range(5), 2)))).value == 0
    assert measure(network(5, [(place, (place + 1) % 5) for place in range(5)])).value == pytest.approx(0, abs=1e-12)
    assert measure(network(3)).value == 0


@pytest.mark.parametrize("measure", ALL)
@pytest.mark.parametrize("size", [0, 1, 2])
def test_below_three_actors_nobody_leads(measure: Measure, size: int) -> None:
    found = measure(network(size))
    assert (found.value, found.reason) == (None, TOO_FEW_ACTORS)


def test_values_at_hand_are_taken_with_what_their_method_says() -> None:
    snapshot = network("abcd", ["ab", "bc", "cd"], strengths=[1, None, None])
    values = betweenness(snapshot)
    assert betweenness_centralisation(snapshot, values) == betweenness_centralisation(snapshot)
    unknown = betweenness_centralisation(snapshot, betweenness_weighted(snapshot))
    assert (unknown.value, unknown.reason) == (None, FEW_STRENGTHS)
    assert unknown.method.parameters["minimum_cover"] == 0.6
