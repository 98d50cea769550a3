"""Every engine gives the same figures, to 1e-9; whichever is installed, an office reads the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.engine import igraph_engine, networkx_engine, numba_lengths, numpy_engine, numpy_lengths
from network_service.analysis.engine.network import DistanceSums, Network, TooDeepError, unweighted
from network_service.analysis.weights import filled_strengths, weighted
from network_service.snapshot.model import Snapshot, index_array
from tests.analysis.networks import networks


def both(snapshot: Snapshot) -> list[Network]:
    """The network without lengths, and with them where strengths are known."""
    known = filled_strengths(snapshot, 0.0)
    plain = unweighted(len(snapshot.actors), snapshot.undirected)
    return [plain] if known.values is None else [plain, weighted(snapshot, known.values)]


def assert_same(one: DistanceSums, other: DistanceSums) -> None:
    assert one.reached == other.reached
    assert one.total == pytest.approx(other.total, abs=1e-9)
    assert one.inverse == pytest.approx(other.inverse, abs=1e-9)
    assert one.within == other.within
    assert one.farthest == pytest.approx(other.farthest, abs=1e-9)


def chain(size: int) -> Network:
    return Network(size, index_array(range(size - 1)), index_array(range(1, size)))


def random_network(size: int, ties: int) -> Network:
    """More actors than fit in one round of the word-parallel search, some without ties."""
    ends = np.sort(np.random.default_rng(5).integers(0, size, (ties, 2)), axis=1)
    ends = np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0)
    return Network(size, index_array(ends[:, 0]), index_array(ends[:, 1]))


@given(networks(largest=16), st.integers(1, 3))
def test_betweenness(snapshot: Snapshot, share: int) -> None:
    for network in both(snapshot):
        sources = range(0, network.size, share)
        for one, other in (
            (igraph_engine.betweenness, networkx_engine.betweenness),
            (igraph_engine.edge_betweenness, networkx_engine.edge_betweenness),
            (numba_lengths.betweenness, networkx_engine.betweenness),
            (numba_lengths.edge_betweenness, networkx_engine.edge_betweenness),
        ):
            assert one(network, sources) == pytest.approx(other(network, sources), abs=1e-9)


@given(networks(largest=16))
def test_sums_of_distances(snapshot: Snapshot) -> None:
    for network in both(snapshot):
        expected = networkx_engine.distance_sums(network)
        assert_same(igraph_engine.distance_sums(network), expected)
        own = numpy_engine if network.length is None else numpy_lengths
        assert_same(own.distance_sums(network), expected)
        assert_same(numba_lengths.distance_sums(network), expected)


@given(networks(largest=16))
def test_components(snapshot: Snapshot) -> None:
    network = both(snapshot)[0]
    one, other = numpy_engine.membership(network), networkx_engine.membership(network)
    assert len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))


@pytest.mark.parametrize("seed", range(5))
def test_components_of_a_chain_do_not_depend_on_its_numbers(seed: int) -> None:
    order = np.random.default_rng(seed).permutation(1_000)
    shuffled = Network(1_001, index_array(order[:-1]), index_array(order[1:]))
    assert numpy_engine.membership(shuffled) == [0] * 1_000 + [1_000]


@pytest.mark.parametrize("ties", [120, 400])
def test_sums_of_distances_over_several_rounds(ties: int) -> None:
    network = random_network(200, ties)
    expected = networkx_engine.distance_sums(network)
    assert_same(numpy_engine.distance_sums(network), expected)
    assert_same(igraph_engine.distance_sums(network), expected)


def test_slices_of_sources_join_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    network = random_network(50, 80)
    whole = igraph_engine.distance_sums(network)
    monkeypatch.setattr(igraph_engine, "_CELLS", 350)  # seven sources a slice
    assert igraph_engine.distance_sums(network) == whole


def test_the_word_parallel_search_declines_what_is_too_deep() -> None:
    deepest = numpy_engine.DEEPEST
    assert_same(numpy_engine.distance_sums(chain(deepest + 1)), networkx_engine.distance_sums(chain(deepest + 1)))
    with pytest.raises(TooDeepError):
        numpy_engine.distance_sums(chain(deepest + 2))


@given(networks(largest=16))
def test_core_numbers(snapshot: Snapshot) -> None:
    network = both(snapshot)[0]
    assert igraph_engine.core_numbers(network) == networkx_engine.core_numbers(network)


@given(networks(largest=16))
def test_triangles(snapshot: Snapshot) -> None:
    network = both(snapshot)[0]
    assert igraph_engine.triangles(network) == networkx_engine.triangles(network)


@given(networks(largest=16, strengths_known=True))
def test_strengths_of_closed_pairs(snapshot: Snapshot) -> None:
    network, strengths = both(snapshot)[0], snapshot.undirected.strength
    one, other = (engine.closed_strengths(network, strengths) for engine in (igraph_engine, networkx_engine))
    assert one == pytest.approx(other, abs=1e-9)


@pytest.mark.parametrize("known", [[1, 2, 3, 4, 5], [2, 4], [5], [1, 2.5, 3.5]])
def test_sums_of_whole_lengths_over_several_rounds(known: list[float]) -> None:
    plain = random_network(150, 300)
    strengths = np.random.default_rng(3).choice(known, len(plain.source))
    whole = Network(plain.size, plain.source, plain.target, 420 / strengths, 420.0)
    expected = networkx_engine.distance_sums(whole)
    assert_same(numpy_lengths.distance_sums(whole), expected)
    assert_same(igraph_engine.distance_sums(whole), expected)


def test_lengths_that_are_not_whole_or_add_up_to_too_much_are_declined(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = chain(30).source, chain(30).target
    with pytest.raises(TooDeepError):
        numpy_lengths.distance_sums(Network(30, *ends, np.full(29, 1.5)))
    whole = Network(30, *ends, np.array([200.0, 199.0] * 14 + [200.0]))
    with pytest.raises(TooDeepError):
        numpy_lengths.distance_sums(whole)
    monkeypatch.setattr(numpy_lengths, "LATEST", 6_000)
    assert_same(numpy_lengths.distance_sums(whole), networkx_engine.distance_sums(whole))
    monkeypatch.setattr(numpy_lengths, "_CELLS", 6_000)
    with pytest.raises(TooDeepError):
        numpy_lengths.distance_sums(whole)
