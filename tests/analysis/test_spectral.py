"""Eigenvector centrality, PageRank and Katz: dense linear algebra of the definitions, laws and borders."""

from collections.abc import Callable
from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from network_service.analysis.engine import numpy_spectral
from network_service.analysis.spectral import (
    eigenvector,
    eigenvector_weighted,
    katz,
    pagerank,
    pagerank_directed,
    pagerank_weighted,
)
from network_service.analysis.unknown import FEW_STRENGTHS, NO_TIE, NOT_CONVERGED, OUTSIDE_LARGEST_PART
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import directed, undirected
from tests.analysis.networks import network, networks, permuted, with_isolate
from tests.trials import trials


def dense(graph: nx.Graph, weight: str | None = None) -> NDArray[np.float64]:
    return nx.to_numpy_array(graph, weight=weight)


def eigenvector_by_definition(graph: nx.Graph, weight: str | None = None) -> list[float | None]:
    """The leading vector of the largest component from the whole spectrum of its dense matrix."""
    part = min(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    order = sorted(part)
    vector = np.abs(np.linalg.eigh(nx.to_numpy_array(graph, nodelist=order, weight=weight))[1][:, -1])
    found = dict(zip(order, (vector / np.linalg.norm(vector)).tolist(), strict=True))
    return [found.get(actor) for actor in graph]


def pagerank_by_definition(adjacency: NDArray[np.float64], damping: float) -> NDArray[np.float64]:
    """The stationary shares, solved as one dense system; who has no way out goes anywhere."""
    size, out = len(adjacency), adjacency.sum(axis=1)
    steps = np.where(out[:, None] > 0, adjacency / np.where(out, out, 1)[:, None], 1 / size)
    return np.linalg.solve(np.eye(size) - damping * steps.T, np.full(size, (1 - damping) / size))


def random_snapshot(seed: int) -> Snapshot:
    """Sparse to dense, up to 40 actors, strengths known."""
    chance = Random(seed)
    size, share = chance.randint(2, 40), chance.choice([0.05, 0.15, 0.5])
    ties = [(a, b) for a in range(size) for b in range(size) if a != b and chance.random() < share]
    return network(size, ties, strengths=[chance.randint(1, 5) for _ in ties])


@pytest.mark.parametrize("start", range(6))
def test_agrees_with_dense_algebra_on_random_networks(start: int) -> None:
    for seed in range(start, trials(60, 1_000), 6):
        snapshot = random_snapshot(seed)
        one, two = undirected(snapshot), directed(snapshot)
        assert pagerank(snapshot).values == pytest.approx(pagerank_by_definition(dense(one), 0.85), abs=1e-9)
        assert pagerank_directed(snapshot).values == pytest.approx(pagerank_by_definition(dense(two), 0.85), abs=1e-9)
        if not one.size():
            continue
        assert eigenvector(snapshot).values == pytest.approx(eigenvector_by_definition(one), abs=1e-6)
        found = eigenvector_weighted(snapshot).values
        assert found == pytest.approx(eigenvector_by_definition(one, "strength"), abs=1e-6)
        expected = pagerank_by_definition(dense(one, "strength"), 0.85)
        assert pagerank_weighted(snapshot).values == pytest.approx(expected, abs=1e-9)


@given(networks(largest=16), st.sampled_from([0.1, 0.5, 0.85, 0.98]))
def test_katz_solves_its_equation_with_the_alpha_it_names(snapshot: Snapshot, attenuation: float) -> None:
    if not len(snapshot.undirected):
        return
    adjacency = dense(undirected(snapshot))
    found = katz(snapshot, attenuation=attenuation)
    alpha = attenuation / np.linalg.eigvalsh(adjacency)[-1]
    assert found.method.parameters["alpha"] == pytest.approx(alpha, rel=1e-8)
    expected = np.linalg.solve(np.eye(len(adjacency)) - alpha * adjacency, np.ones(len(adjacency)))
    assert found.values == pytest.approx(expected / np.linalg.norm(expected), abs=1e-6)


@pytest.mark.parametrize("measure", [eigenvector, pagerank, pagerank_directed, katz])
@given(snapshot=networks(), random=st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_actors(
    measure: Callable[[Snapshot], object], snapshot: Snapshot, random: Random
) -> None:
    order = list(range(len(snapshot.actors)))
    random.shuffle(order)
    before, after = measure(snapshot).values, measure(permuted(snapshot, order)).values
    # Of two equally large parts the first is taken, so eigenvector may move from one to the other.
    if measure is not eigenvector or nx.number_connected_components(undirected(snapshot)) == 1:
        assert after == pytest.approx([before[old] for old in order], abs=1e-9)


@given(networks())
def test_lengths_and_sums_are_1(snapshot: Snapshot) -> None:
    if len(snapshot.actors):
        assert sum(pagerank(snapshot).values) == pytest.approx(1)
        assert sum(pagerank_directed(snapshot).values) == pytest.approx(1)
    for found in (eigenvector(snapshot), katz(snapshot)):
        known = [value for value in found.values if value is not None]
        assert not known or sum(value**2 for value in known) == pytest.approx(1)
        assert all(value > 0 for value in known)


def test_the_same_to_the_last_digit_when_asked_again() -> None:
    snapshot = random_snapshot(7)
    for measure in (eigenvector, pagerank, katz):
        assert measure(snapshot).values == measure(snapshot).values


def test_known_shapes() -> None:
    star = network(5, [(0, place) for place in range(1, 5)])
    assert eigenvector(star).values == pytest.approx((0.5**0.5, *[8**-0.5] * 4))
    complete = network(4, [(a, b) for a in range(4) for b in range(a)])
    for measure in (eigenvector, katz):
        assert measure(complete).values == pytest.approx([0.5] * 4)
    assert pagerank(complete).values == pytest.approx([0.25] * 4)


def test_outside_the_largest_part_eigenvector_is_not_known() -> None:
    found = eigenvector(network("abcxy", ["ab", "bc", "xy"]))
    assert found.values == pytest.approx((0.5, 0.5**0.5, 0.5, None, None))
    assert found.reason == OUTSIDE_LARGEST_PART
    # Two pairs: the one with the first actor counts.
    assert eigenvector(network("abcd", ["bd", "ac"])).values == pytest.approx((0.5**0.5, None, 0.5**0.5, None))


def test_an_isolate_has_what_everybody_starts_with() -> None:
    wider = with_isolate(network("ab", ["ab"]))
    assert eigenvector(wider).values[-1] is None
    values = pagerank(wider).values
    assert values[-1] == pytest.approx(1 / (2 / 0.15 + 1))  # y = 1 alone, 1/(1 - d) in the pair
    assert min(katz(wider).values) == katz(wider).values[-1] > 0


@pytest.mark.parametrize("size", [0, 1, 3])
def test_without_a_tie_only_pagerank_is_known(size: int) -> None:
    lonely = network(size)
    for found in (eigenvector(lonely), katz(lonely)):
        assert (found.values, found.reason) == ((None,) * size, NO_TIE if size else None)
    for found in (pagerank(lonely), pagerank_directed(lonely)):
        assert found.values == pytest.approx([1 / size] * size if size else [])


def test_weighted_is_not_known_without_strengths() -> None:
    snapshot = network("abc", ["ab", "bc"])
    for found in (eigenvector_weighted(snapshot), pagerank_weighted(snapshot)):
        assert (found.values, found.reason, found.method.engine) == ((None,) * 3, FEW_STRENGTHS, "none")


def test_a_path_of_hundreds_is_solved_and_one_of_thousands_is_not_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    size = 500
    found = eigenvector(network(size, [(place, place + 1) for place in range(size - 1)])).values
    expected = np.sin(np.pi * np.arange(1, size + 1) / (size + 1)) * np.sqrt(2 / (size + 1))
    assert found == pytest.approx(expected.tolist(), abs=1e-9)
    monkeypatch.setattr(numpy_spectral, "_STEPS", 40)  # more would not help, and take seconds
    long = eigenvector(network(2_000, [(place, place + 1) for place in range(1_999)]))
    assert (set(long.values), long.reason) == ({None}, NOT_CONVERGED)


@pytest.mark.parametrize("wrong", [0.0, 1.0, 1.5])
def test_what_would_not_converge_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="attenuation"):
        katz(network("ab", ["ab"]), attenuation=wrong)


def test_damping_is_a_probability() -> None:
    with pytest.raises(ValueError, match="damping"):
        pagerank(network("ab", ["ab"]), damping=1.0)
