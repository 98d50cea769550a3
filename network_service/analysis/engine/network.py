"""What every engine is given, and what it gives back: plain arrays in, native lists out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from network_service.snapshot.model import Edges, Index, Strength


@dataclass(frozen=True, slots=True)
class Network:
    """An undirected simple network over the actors `0 .. size - 1`.

    `length` is the length of each edge, `None` where all count 1. A sum of lengths divided by `unit` is a distance:
    lengths are whole numbers where they can be (see `weights.py`), so that equally short paths are equal in floats.
    """

    size: int
    source: Index
    target: Index
    length: Strength | None = None
    unit: float = 1.0


def unweighted(size: int, edges: Edges) -> Network:
    """The network of undirected edges, each of length 1."""
    return Network(size, edges.source, edges.target)


@dataclass(frozen=True, slots=True)
class DistanceSums:
    """Of each actor: how many others it reaches, the sum of their distances, and the sum of 1/distance.

    `within` counts those within the radius asked for; `farthest` is the greatest distance, 0 where nobody is reached.
    """

    reached: list[int]
    total: list[float]
    inverse: list[float]
    within: list[int]
    farthest: list[float]


@dataclass(frozen=True, slots=True)
class Passed:
    """Paths drawn that passed through each actor between its ends, and along each tie."""

    actors: NDArray[np.int64]
    ties: NDArray[np.int64]


class TooDeepError(Exception):
    """An engine declines a network whose shape it is slow on; the next in the table takes it."""


class Engine(Protocol):
    """What computes says its name and version; it need not know how to do everything."""

    NAME: str
    VERSION: str


class DistanceEngine(Engine, Protocol):
    """What can sum distances."""

    def distance_sums(self, network: Network, radius: float) -> DistanceSums:
        """Sums over the shortest paths from every actor."""


class BetweennessEngine(Engine, Protocol):
    """What can count shortest paths."""

    def betweenness(self, network: Network, sources: Sequence[int]) -> list[float]:
        """Of each actor: the pairs of others, each by the share of its shortest paths that pass through.

        Half a pair for every end that is among `sources`.
        """

    def edge_betweenness(self, network: Network, sources: Sequence[int]) -> list[float]:
        """Of each tie: the pairs of actors, each by the share of its shortest paths along it; halves likewise."""


class LengthEngine(BetweennessEngine, DistanceEngine, Protocol):
    """What knows shortest paths and nothing else."""


class PathEngine(Engine, Protocol):
    """What can draw shortest paths, and how near an estimate from them comes in seconds."""

    WITHIN: float

    def passed(self, network: Network, pairs: int, seed: tuple[int, ...]) -> Passed:
        """Of each actor and tie: how many shortest paths of pairs drawn at random pass it; lengths do not enter."""


class ComponentEngine(Engine, Protocol):
    """What can tell who reaches whom."""

    def membership(self, network: Network) -> list[int]:
        """Of each actor: a number that it shares with all that it can reach, and with nobody else."""


class CoreEngine(Engine, Protocol):
    """What can peel a network."""

    def core_numbers(self, network: Network) -> list[int]:
        """Of each actor: the greatest k such that it is in a part where everybody has k ties inside."""


class TriangleEngine(Engine, Protocol):
    """What can find triangles."""

    def triangles(self, network: Network) -> list[int]:
        """Of each actor: the ties between its neighbours."""

    def closed_strengths(self, network: Network, strengths: Strength) -> list[float | None]:
        """Of each actor: the share of its pairs of ties that close, each pair by the strength of the two together.

        `None` for who has no pair of ties.
        """


class GraphEngine(BetweennessEngine, DistanceEngine, CoreEngine, TriangleEngine, Protocol):
    """What knows paths."""


class ArrayEngine(DistanceEngine, ComponentEngine, Protocol):
    """What needs no graph built."""


class WholeEngine(GraphEngine, ComponentEngine, Protocol):
    """What knows everything."""


class CommunityEngine(Engine, Protocol):
    """What can find groups more tied inside than by chance."""

    def communities(self, network: Network, seeds: list[int]) -> Iterator[list[int]]:
        """A run a seed: of each actor a number that it shares with its community, and with nobody else."""
