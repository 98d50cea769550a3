"""Paths drawn at random: as often over each actor and tie as counting all paths says, by either engine."""

from itertools import pairwise

import igraph
import numpy as np
import pytest

from network_service.analysis.engine import numba_paths, numpy_paths
from network_service.analysis.engine.network import Network, PathEngine
from network_service.snapshot.model import index_array

PAIRS = 20_000

ENGINES = pytest.mark.parametrize("engine", [numba_paths, numpy_paths], ids=["numba", "numpy"])


def network(size: int, ties: list[tuple[int, int]]) -> Network:
    return Network(size, index_array(a for a, _ in ties), index_array(b for _, b in ties))


def lattice(side: int) -> Network:
    """Between most pairs there are many shortest paths, and very unevenly many over each neighbour."""
    return network(side * side, igraph.Graph.Lattice([side, side], circular=False).get_edgelist())


def scattered(size: int, ties: int) -> Network:
    """Parts, and some tens without ties."""
    ends = np.sort(np.random.default_rng(5).integers(0, size, (ties, 2)), axis=1)
    return network(size, [(a, b) for a, b in np.unique(ends, axis=0).tolist() if a != b])


def beside(diamonds: int) -> Network:
    """Two ways round: one plain path, and one of as many steps that forks at each second step."""
    ties = []
    for first in range(0, 3 * diamonds, 3):
        ties += [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
    end = 3 * diamonds
    plain = [0, *range(end + 1, end + 2 * diamonds), end]
    return network(end + 2 * diamonds, [*ties, *pairwise(plain)])


def counted(network: Network) -> tuple[np.ndarray, np.ndarray]:
    """The shares of all pairs, by igraph."""
    graph = igraph.Graph(network.size, np.column_stack((network.source, network.target)).tolist())
    pairs = network.size * (network.size - 1) / 2
    return np.array(graph.betweenness(directed=False)) / pairs, np.array(graph.edge_betweenness(directed=False)) / pairs


@ENGINES
@pytest.mark.parametrize("shape", [lattice(12), scattered(500, 600), beside(8)], ids=["lattice", "scattered", "forks"])
def test_each_shortest_path_is_drawn_equally_often(engine: PathEngine, shape: Network) -> None:
    found = engine.passed(shape, PAIRS, (1, 2))
    for drawn, share in zip((found.actors, found.ties), counted(shape), strict=True):
        deviation = np.sqrt(share * (1 - share) / PAIRS)
        # Of some 1,500 values in all one is beyond 5 standard deviations with a probability of .001.
        assert np.all(np.abs(drawn / PAIRS - share) <= 5 * deviation + 1e-12)


@ENGINES
def test_the_seed_says_it_all(engine: PathEngine) -> None:
    one, again, other = (engine.passed(lattice(6), 200, seed) for seed in [(1, 1), (1, 1), (1, 2)])
    assert np.array_equal(one.actors, again.actors)
    assert np.array_equal(one.ties, again.ties)
    assert not np.array_equal(one.actors, other.actors)


@ENGINES
def test_without_ties_no_path_passes_anybody(engine: PathEngine) -> None:
    found = engine.passed(network(5, []), 50, (1,))
    assert (found.actors.tolist(), found.ties.tolist()) == ([0] * 5, [])


def test_compiled_the_depth_of_a_network_does_not_matter() -> None:
    chain = network(400, [(place, place + 1) for place in range(399)])
    found = numba_paths.passed(chain, PAIRS, (3,))
    share, _ = counted(chain)
    assert np.abs(found.actors / PAIRS - share).max() < 5 * np.sqrt(0.25 / PAIRS)
