"""Betweenness of ties, and of actors from the same pass: networkx, laws and borders."""

from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.betweenness import betweenness, betweenness_weighted
from network_service.analysis.closeness import distances
from network_service.analysis.connectivity import bridges
from network_service.analysis.edge_betweenness import (
    betweenness_with_ties,
    betweenness_with_ties_weighted,
    edge_betweenness,
    edge_betweenness_weighted,
)
from network_service.analysis.unknown import FEW_STRENGTHS, TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted, with_isolate
from tests.trials import trials


def by_ends(snapshot: Snapshot, values: tuple[float | None, ...]) -> dict[tuple[int, int], float | None]:
    ends = zip(snapshot.undirected.source.tolist(), snapshot.undirected.target.tolist(), strict=True)
    return dict(zip(ends, values, strict=True))


def of_networkx(graph: nx.Graph, weight: str | None = None) -> dict[tuple[int, int], float]:
    found = nx.edge_betweenness_centrality(graph, weight=weight)
    return {(min(ends), max(ends)): value for ends, value in found.items()}


@given(networks(largest=16))
def test_agrees_with_networkx(snapshot: Snapshot) -> None:
    found = by_ends(snapshot, edge_betweenness(snapshot).values)
    assert found == pytest.approx(of_networkx(undirected(snapshot)), abs=1e-9)


@pytest.mark.parametrize("start", range(4))
def test_actors_of_the_same_pass_agree_with_those_of_their_own_and_with_networkx(start: int) -> None:
    for seed in range(start, trials(60, 1_000), 4):
        chance = Random(seed)
        size, share = chance.randint(3, 40), chance.choice([0.03, 0.1, 0.4])
        ties = [pair for pair in combinations(range(size), 2) if chance.random() < share]
        snapshot = network(size, ties, strengths=[chance.randint(1, 5) for _ in ties])
        found = betweenness_with_ties(snapshot)
        assert found.actors.values == pytest.approx(betweenness(snapshot).values, abs=1e-12)
        expected = tuple(nx.betweenness_centrality(undirected(snapshot)).values())
        assert found.actors.values == pytest.approx(expected, abs=1e-9)
        assert found.ties == edge_betweenness(snapshot)
        if ties:
            both = betweenness_with_ties_weighted(snapshot)
            assert both.actors.values == pytest.approx(betweenness_weighted(snapshot).values, abs=1e-12)


@given(networks(strengths_known=True))
def test_weighted_agrees_with_networkx_on_whole_lengths(snapshot: Snapshot) -> None:
    graph = undirected(snapshot)
    known = all(about["known"] for _, _, about in graph.edges(data=True))
    if snapshot.strength_cover() is None or not known:
        return
    for _, _, about in graph.edges(data=True):
        about["sixtieths"] = round(60 * about["length"])
    found = by_ends(snapshot, edge_betweenness_weighted(snapshot).values)
    assert found == pytest.approx(of_networkx(graph, "sixtieths"), abs=1e-9)


@given(networks(largest=16))
def test_all_ties_together_are_as_often_on_a_path_as_paths_are_long(snapshot: Snapshot) -> None:
    lengths = distances(snapshot).lengths.average_path_length
    if lengths.value is not None:
        mean = lengths.value * lengths.connected.present / lengths.connected.possible
        assert sum(edge_betweenness(snapshot).values) == pytest.approx(mean, abs=1e-9)


@given(networks(largest=16))
def test_a_bridge_has_the_pairs_that_it_alone_connects(snapshot: Snapshot) -> None:
    size, found = len(snapshot.actors), by_ends(snapshot, edge_betweenness(snapshot).values)
    graph = undirected(snapshot)
    for bridge in bridges(snapshot).bridges:
        side = len(bridge.smaller_side)
        rest = len(nx.node_connected_component(graph, bridge.source)) - side
        assert found[bridge.source, bridge.target] == pytest.approx(side * rest / (size * (size - 1) / 2), abs=1e-12)


@given(networks(), st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_actors(snapshot: Snapshot, random: Random) -> None:
    order = list(range(len(snapshot.actors)))
    random.shuffle(order)
    other = permuted(snapshot, order)
    expected = by_ends(snapshot, edge_betweenness(snapshot).values)
    found = by_ends(other, edge_betweenness(other).values)
    again = {tuple(sorted((order[a], order[b]))): value for (a, b), value in found.items()}
    assert again == pytest.approx(expected, abs=1e-12)


@given(networks())
def test_an_isolate_only_makes_the_pairs_more(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    lowered = [value * (size - 1) / (size + 1) for value in edge_betweenness(snapshot).values]
    assert edge_betweenness(with_isolate(snapshot)).values == pytest.approx(lowered)


def test_known_shapes() -> None:
    star = network("abcd", ["ab", "ac", "ad"])
    assert betweenness_with_ties(star).actors.values == (1, 0, 0, 0)
    assert edge_betweenness(star).values == pytest.approx([3 / 6] * 3)
    complete = network(5, list(combinations(range(5), 2)))
    assert edge_betweenness(complete).values == pytest.approx([1 / 10] * 10)
    assert betweenness_with_ties(complete).actors.values == (0,) * 5


def test_small_networks() -> None:
    for size in (0, 1):
        assert edge_betweenness(network(size)).values == ()
    pair = betweenness_with_ties(network("ab", ["ab"]))
    assert (pair.ties.values, pair.actors.values, pair.actors.reason) == ((1.0,), (None, None), TOO_FEW_ACTORS)


def test_weighted_is_not_known_without_strengths() -> None:
    snapshot = network("abc", ["ab", "bc"])
    found = edge_betweenness_weighted(snapshot)
    assert (found.values, found.reason, found.method.engine) == ((None, None), FEW_STRENGTHS, "none")
    assert betweenness_with_ties_weighted(snapshot).actors.reason == FEW_STRENGTHS
    assert edge_betweenness_weighted(network("abc")).reason is None
