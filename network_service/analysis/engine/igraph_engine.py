"""igraph: exact measures in C, on a graph built from a network's arrays, never through networkx (7 times as long)."""

from collections.abc import Sequence
from math import isnan

import igraph
import numpy as np

from network_service.analysis.engine.network import DistanceSums, Network
from network_service.snapshot.model import Strength

NAME = "igraph"
VERSION: str = igraph.__version__

_CELLS = 500_000
"""Distances held at once: igraph answers with Python numbers, about 32 bytes each with their place in a list."""


def betweenness(network: Network, sources: Sequence[int]) -> list[float]:
    """Brandes's algorithm; each unordered pair counts once, one half from either end."""
    values: list[float] = _graph(network).betweenness(directed=False, weights=_lengths(network), sources=sources)
    return values


def distance_sums(network: Network, radius: float = 2.0) -> DistanceSums:
    """One pass over the distances, a slice of sources at a time, summed as they come."""
    graph, lengths = _graph(network), _lengths(network)
    reached, total, inverse, within, farthest = [], [], [], [], []
    step = max(1, _CELLS // max(network.size, 1))
    for first in range(0, network.size, step):
        sources = range(first, min(first + step, network.size))
        distance = np.array(graph.distances(source=sources, weights=lengths), dtype=np.float64) / network.unit
        apart = np.isfinite(distance) & (distance > 0)  # lengths are positive: 0 is only the way to oneself
        reached += apart.sum(axis=1).tolist()
        total += distance.sum(axis=1, where=apart).tolist()
        inverse += np.divide(1.0, distance, out=np.zeros_like(distance), where=apart).sum(axis=1).tolist()
        within += (apart & (distance <= radius)).sum(axis=1).tolist()
        farthest += distance.max(axis=1, where=apart, initial=0.0).tolist()
    return DistanceSums(reached, total, inverse, within, farthest)


def _graph(network: Network) -> igraph.Graph:
    # Pairs as they come: 2 ms at 12,000 ties; from an array of two columns it takes 6.
    return igraph.Graph(network.size, zip(network.source.tolist(), network.target.tolist(), strict=True))


def _lengths(network: Network) -> list[float] | None:
    return None if network.length is None else network.length.tolist()


def core_numbers(network: Network) -> list[int]:
    """Batagelj and Zaversnik's algorithm."""
    values: list[int] = _graph(network).coreness()
    return values


def triangles(network: Network) -> list[int]:
    """From the shares of pairs that close, which igraph makes of these very counts."""
    degree = np.bincount(np.concatenate((network.source, network.target)), minlength=network.size)
    shares = np.array(_graph(network).transitivity_local_undirected(mode="zero"), dtype=np.float64)
    found: list[int] = np.rint(shares * (degree * (degree - 1) // 2)).astype(np.int64).tolist()
    return found


def closed_strengths(network: Network, strengths: Strength) -> list[float | None]:
    """The weighted transitivity of igraph is Barrat's."""
    found = _graph(network).transitivity_local_undirected(weights=strengths.tolist(), mode="nan")
    return [None if isnan(value) else value for value in found]


def edge_betweenness(network: Network, sources: Sequence[int]) -> list[float]:
    """Brandes's algorithm; each unordered pair counts once, one half from either end."""
    values: list[float] = _graph(network).edge_betweenness(directed=False, weights=_lengths(network), sources=sources)
    return values
