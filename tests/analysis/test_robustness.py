"""Curves of a network that falls apart: counted once more step by step, and what must hold of any."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.analysis.example import eight_actors
from network_service.analysis.falling_apart import largest_components
from network_service.analysis.robustness import Curve, robustness_curves
from network_service.analysis.unknown import TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, with_isolate
from tests.trials import trials

small = settings(max_examples=trials(60, 1_000), deadline=None)
ALL = tuple(share / 12 for share in range(13))


def step_by_step(graph: nx.Graph, order: list[int]) -> tuple[list[float], list[float]]:
    """Largest component and efficiency, of the first size, after each of them has left."""
    size, rest = len(graph), graph.copy()
    largest, efficiency = [], []
    for actor in [None, *order]:
        rest.remove_nodes_from([actor] if actor is not None else [])
        largest.append(max(map(len, nx.connected_components(rest)), default=0) / size)
        left = len(rest)
        efficiency.append(nx.global_efficiency(rest) * left * (left - 1) / (size * (size - 1)) if left > 1 else 0.0)
    return largest, efficiency


@small
@given(networks(), st.randoms(use_true_random=False))
def test_the_largest_component_is_known_after_every_step(snapshot: Snapshot, chance: Random) -> None:
    graph = undirected(snapshot)
    order = list(graph)
    chance.shuffle(order)
    found = largest_components(len(graph), snapshot.undirected, order)
    if len(graph) > 1:
        assert [count / len(graph) for count in found] == step_by_step(graph, order)[0]
    assert found[-1] == 0


@small
@given(networks())
def test_attacks_take_the_most_tied_and_the_most_between_first(snapshot: Snapshot) -> None:
    graph, found = undirected(snapshot), robustness_curves(snapshot, seed=1, shares=ALL, runs=2)
    if len(graph) < 2:
        assert (found.gone, found.by_degree, found.by_chance) == ((), None, None)
        assert found.reason == (TOO_FEW_ACTORS if len(graph) else None)
        return
    between = nx.betweenness_centrality(graph, normalized=False)
    rank = {actor: round(value, 9) for actor, value in between.items()}
    orders = (
        sorted(graph, key=lambda actor: (-graph.degree(actor), -rank[actor], actor)),
        sorted(graph, key=lambda actor: (-rank[actor], -graph.degree(actor), actor)),
    )
    for curve, order in zip((found.by_degree, found.by_betweenness), orders, strict=True):
        assert curve is not None
        largest, efficiency = step_by_step(graph, order)
        assert curve.largest_component == pytest.approx([largest[count] for count in found.gone], abs=1e-9)
        assert curve.efficiency == pytest.approx([efficiency[count] for count in found.gone], abs=1e-9)
        assert curve.robustness == pytest.approx(sum(largest[1:]) / len(graph), abs=1e-9)


@small
@given(networks(), st.integers(0, 9))
def test_no_curve_rises_and_the_band_holds_the_mean_of_two(snapshot: Snapshot, seed: int) -> None:
    found = robustness_curves(snapshot, seed=seed, shares=ALL, runs=2)
    low, mean, high = found.by_chance_low, found.by_chance, found.by_chance_high
    for curve in (found.by_degree, found.by_betweenness, low, mean, high):
        for points in (curve.largest_component, curve.efficiency) if curve else ():
            assert all(now <= before + 1e-12 for before, now in pairwise(points))
            assert all(-1e-12 <= point <= 1 + 1e-12 for point in points)
    if low and mean and high:
        for below, middle, above in zip(low.efficiency, mean.efficiency, high.efficiency, strict=True):
            assert below - 1e-12 <= middle <= above + 1e-12


def test_a_complete_network_holds_as_long_as_one_can() -> None:
    found = robustness_curves(network(10, nx.complete_graph(10).edges), seed=1, shares=(0, 0.5), runs=3)
    # R = (n - 1) / 2n; of 90 ordered pairs 20 are left, all tied.
    expected = Curve((1.0, 0.5), (1.0, pytest.approx(20 / 90)), pytest.approx(0.45))
    curves = (found.by_degree, found.by_betweenness, found.by_chance, found.by_chance_low, found.by_chance_high)
    assert curves == (expected,) * 5


def test_a_star_falls_with_its_middle_and_stands_against_chance() -> None:
    found = robustness_curves(network(21, nx.star_graph(20).edges), seed=1, shares=(0, 1 / 21))
    assert found.by_degree is not None
    assert found.by_chance is not None
    assert found.by_degree.largest_component == (1.0, 1 / 21)
    assert found.by_degree.efficiency[1] == 0.0
    assert found.by_chance.largest_component[1] > 0.8


def test_without_ties_the_largest_component_is_one_actor() -> None:
    found = robustness_curves(network(4), seed=1, shares=(0, 1))
    assert found.by_degree == Curve((0.25, 0.0), (0.0, 0.0), 3 / 16)


def test_the_same_seed_gives_the_same_curves_alone_or_with_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("network_service.analysis.robustness._WORTH_SHARING", 0)
    snapshot = with_isolate(eight_actors())
    alone = robustness_curves(snapshot, seed=3)
    with ThreadPoolExecutor(2) as executor:
        assert robustness_curves(snapshot, seed=3, executor=executor) == alone
    assert robustness_curves(snapshot, seed=4).by_chance != alone.by_chance
    assert (alone.method.seed, alone.gone) == (3, (0, 1, 2, 3, 4))


def test_progress_is_told_an_order_and_stops_it() -> None:
    told: list[tuple[int, int]] = []
    robustness_curves(eight_actors(), seed=1, runs=2, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        robustness_curves(eight_actors(), seed=1, progress=stop)
