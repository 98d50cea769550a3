"""Estimated betweenness: within its bound, reproducible, and exact where that costs no more."""

import sys
from itertools import combinations
from random import Random

import networkx as nx
import pytest

from network_service.analysis import engine
from network_service.analysis.betweenness import betweenness, betweenness_weighted
from network_service.analysis.centralisation import betweenness_centralisation
from network_service.analysis.edge_betweenness import betweenness_with_ties, betweenness_with_ties_weighted
from network_service.analysis.estimate import Sampling
from network_service.snapshot.model import Snapshot
from tests.analysis.networks import network
from tests.trials import trials

ROUGH = Sampling(exact_up_to=10, within=0.05)
EXACT = Sampling(exact_up_to=10**9)


@pytest.fixture
def without_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the extra is not installed."""
    for module in ("numba_paths", "numba_lengths", "compiled"):
        monkeypatch.delitem(sys.modules, f"network_service.analysis.engine.{module}", raising=False)
        monkeypatch.delattr(engine, module, raising=False)
    monkeypatch.setitem(sys.modules, "numba", None)


def scattered(seed: int, size: int = 60) -> Snapshot:
    """Parts, isolates and hubs, with strengths."""
    chance = Random(seed)
    ties = {tuple(sorted((chance.randrange(size), int(size * chance.random() ** 3)))) for _ in range(int(1.5 * size))}
    ties = sorted(pair for pair in ties if pair[0] != pair[1])
    return network(size, ties, strengths=[chance.randint(1, 5) for _ in ties])


def furthest(one: tuple[float | None, ...], other: tuple[float | None, ...]) -> float:
    return max(abs((a or 0) - (b or 0)) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("seed", range(3))
def test_every_value_lies_within_the_bound_that_the_method_names(seed: int) -> None:
    for number in range(seed, trials(9, 150), 3):
        snapshot = scattered(number)
        sampling = Sampling(exact_up_to=10, within=0.05, seed=number)
        found, true = betweenness_with_ties(snapshot, sampling=sampling), betweenness_with_ties(snapshot)
        said = found.actors.method.parameters
        assert (said["confidence"], found.actors.method.seed) == (0.95, number)
        assert said["within"] <= 0.05 * 60 / 58
        assert furthest(found.actors.values, true.actors.values) <= said["within"]
        assert furthest(found.ties.values, true.ties.values) <= said["within"]
        assert "estimated" in found.actors.method.definition
        assert "estimated" not in true.actors.method.definition


def in_two_halves(size: int = 500) -> Snapshot:
    """No path between the halves, and more than fifty actors without ties."""
    chance, half = Random(3), size // 2
    ends = ((chance.randrange(half), int(half * chance.random() ** 2)) for _ in range(size))
    ties = {(*sorted(pair), shift) for pair in ends for shift in (0, half) if pair[0] != pair[1]}
    return network(size, sorted((low + shift, high + shift) for low, high, shift in ties))


def of_500_within_its_bound(name: str) -> None:
    snapshot = in_two_halves()
    true = betweenness_with_ties(snapshot)
    for seed in range(trials(3, 60)):
        found = betweenness_with_ties(snapshot, sampling=Sampling(exact_up_to=10, within=0.01, seed=seed))
        assert found.actors.method.engine == name
        assert found.actors.method.parameters["within"] <= 0.01 * 500 / 498
        assert 0 < furthest(found.actors.values, true.actors.values) <= found.actors.method.parameters["within"]
        assert 0 < furthest(found.ties.values, true.ties.values) <= found.ties.method.parameters["within"]


def test_of_500_actors_within_its_bound_compiled() -> None:
    of_500_within_its_bound("numba")


@pytest.mark.usefixtures("without_numba")
def test_of_500_actors_within_its_bound_without_a_compiler() -> None:
    of_500_within_its_bound("numpy")


def test_where_no_bound_is_asked_for_it_is_one_that_takes_seconds() -> None:
    found = betweenness(in_two_halves(), sampling=Sampling(exact_up_to=10)).method
    assert (found.engine, 0.001 < found.parameters["within"] <= 0.002 * 500 / 498) == ("numba", True)


@pytest.mark.usefixtures("without_numba")
def test_and_a_wider_one_where_nothing_is_compiled() -> None:
    found = betweenness(in_two_halves(), sampling=Sampling(exact_up_to=10)).method
    assert (found.engine, 0.005 < found.parameters["within"] <= 0.01 * 500 / 498) == ("numpy", True)


def test_weighted_is_estimated_from_actors_drawn_within_its_bound() -> None:
    snapshot = scattered(5, size=900)
    sampling = Sampling(exact_up_to=10, within=0.2)
    found, true = betweenness_with_ties_weighted(snapshot, sampling=sampling), betweenness_with_ties_weighted(snapshot)
    said = found.actors.method.parameters
    assert said["actors_drawn"] < 450
    assert said["length"] == "1/strength"
    assert 0 < furthest(found.actors.values, true.actors.values) <= said["within"] <= 0.2 * 900 / 899
    assert 0 < furthest(found.ties.values, true.ties.values) <= said["within"]
    alone = betweenness_weighted(snapshot, sampling=sampling)
    assert 0 < furthest(alone.values, true.actors.values) <= alone.method.parameters["within"]


def test_actors_alone_are_those_of_the_pass_with_the_ties() -> None:
    snapshot = scattered(1)
    assert betweenness(snapshot, sampling=ROUGH) == betweenness_with_ties(snapshot, sampling=ROUGH).actors


def test_the_same_seed_gives_the_same_and_another_does_not() -> None:
    snapshot = scattered(2)
    one, other = Sampling(10, within=0.1, seed=7), Sampling(10, within=0.1, seed=8)
    assert betweenness(snapshot, sampling=one) == betweenness(snapshot, sampling=one)
    assert betweenness(snapshot, sampling=one).values != betweenness(snapshot, sampling=other).values


def test_small_networks_are_counted() -> None:
    snapshot = scattered(3)
    assert betweenness(snapshot).method.seed is None
    assert betweenness(snapshot, sampling=EXACT) == betweenness(snapshot)


def test_where_the_exact_costs_no_more_it_is_exact() -> None:
    snapshot = scattered(4)
    fine = betweenness_weighted(snapshot, sampling=Sampling(exact_up_to=10, within=0.05))
    assert fine == betweenness_weighted(snapshot)


@pytest.mark.usefixtures("without_numba")
def test_a_network_too_deep_for_searches_from_both_ends_is_searched_from_actors_drawn() -> None:
    size = 1_200
    chain = network(size, [(place, place + 1) for place in range(size - 1)])
    found = betweenness(chain, sampling=Sampling(exact_up_to=10, within=0.2))
    assert "actors_drawn" in found.method.parameters
    expected = [2 * place * (size - 1 - place) / ((size - 1) * (size - 2)) for place in range(size)]
    assert furthest(found.values, tuple(expected)) <= found.method.parameters["within"]


def test_an_isolate_and_an_end_stand_between_nobody_in_an_estimate_too() -> None:
    star = network(40, [(0, place) for place in range(1, 39)])
    found = betweenness(star, sampling=Sampling(10, within=0.1))
    assert set(found.values[1:]) == {0.0}
    assert found.values[0] == pytest.approx(38 * 37 / (39 * 38), abs=0.1)


def test_centralisation_of_an_estimate_says_that_it_is_one() -> None:
    snapshot = scattered(6)
    found = betweenness_centralisation(snapshot, betweenness(snapshot, sampling=ROUGH))
    assert found.method.seed == 1
    assert found.method.parameters["within"] <= 0.052


@pytest.mark.parametrize(("within", "confidence"), [(0.0, 0.95), (1.0, 0.95), (0.01, 1.0)])
def test_a_bound_that_cannot_be_kept_is_refused(within: float, confidence: float) -> None:
    with pytest.raises(ValueError, match="within"):
        Sampling(within=within, confidence=confidence)


def test_complete_networks_have_no_path_through_anybody() -> None:
    complete = network(30, list(combinations(range(30), 2)))
    found = betweenness_with_ties(complete, sampling=Sampling(10, within=0.1))
    assert set(found.actors.values) == {0.0}
    expected = nx.edge_betweenness_centrality(nx.complete_graph(30))
    assert furthest(found.ties.values, tuple(expected.values())) < 0.1
