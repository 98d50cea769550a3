"""Which engine computes what: one table, first that is installed and does not decline."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from network_service.analysis.engine.network import (
    ArrayEngine,
    CommunityEngine,
    ComponentEngine,
    CoreEngine,
    DistanceEngine,
    DistanceSums,
    Engine,
    GraphEngine,
    LengthEngine,
    Network,
    Passed,
    PathEngine,
    TooDeepError,
    TriangleEngine,
    WholeEngine,
)
from network_service.analysis.engine.split import added_over_sources, each
from network_service.snapshot.model import Strength

Value = TypeVar("Value")
SomeEngine = TypeVar("SomeEngine", bound=Engine)

NUMPY = {"engine": "numpy", "engine_version": np.__version__}
"""Who computed what is a sum or a count over the snapshot's arrays."""


@dataclass(frozen=True, slots=True)
class Made(Generic[Value]):
    """A value, and who made it."""

    value: Value
    engine: str
    engine_version: str

    @property
    def maker(self) -> dict[str, str]:
        """The engine as a method record names it."""
        return {"engine": self.engine, "engine_version": self.engine_version}


# Imported when first asked for: igraph costs .13 s and networkx .36 s, and most commands measure nothing.
def igraph() -> GraphEngine:
    """The production engine."""
    from network_service.analysis.engine import igraph_engine

    return igraph_engine


def networkx() -> WholeEngine:
    """The reference."""
    from network_service.analysis.engine import networkx_engine

    return networkx_engine


def numpy() -> ArrayEngine:
    """What needs no graph built."""
    from network_service.analysis.engine import numpy_engine

    return numpy_engine


def lengths() -> DistanceEngine:
    """What needs no graph built, where lengths are whole."""
    from network_service.analysis.engine import numpy_lengths

    return numpy_lengths


def compiled_lengths() -> LengthEngine:
    """Paths from every actor in a third to two thirds of the time, once it is compiled: for large networks only."""
    from network_service.analysis.engine import numba_lengths

    return numba_lengths


def compiled_paths() -> PathEngine:
    """Paths drawn a tenth as long, after 4 s of compiling; numba is an extra, for networks larger than a province."""
    from network_service.analysis.engine import numba_paths

    return numba_paths


def array_paths() -> PathEngine:
    """Paths drawn without a compiler."""
    from network_service.analysis.engine import numpy_paths

    return numpy_paths


# Seconds at 2,000 actors and 12,000 ties; networkx stands last everywhere, as the fallback.
BETWEENNESS: tuple[Callable[[], LengthEngine], ...] = (igraph, networkx)  # .6 (weighted 1.2) against 18 (58)
DISTANCES: tuple[Callable[[], DistanceEngine], ...] = (numpy, igraph, networkx)  # .03 against .8 and 2.2
DISTANCES_WEIGHTED: tuple[Callable[[], DistanceEngine], ...] = (lengths, igraph, networkx)  # .8 against 1.6 and 12
COMPONENTS: tuple[Callable[[], ComponentEngine], ...] = (numpy, networkx)  # .001 against .002
CORES: tuple[Callable[[], CoreEngine], ...] = (igraph, networkx)  # .005 against .015
PATHS: tuple[Callable[[], PathEngine], ...] = (compiled_paths, array_paths)  # .00001 against .0001 a pair at 20,000
LARGE = 10_000_000
"""Sources times ties from which compiled code is asked first; what is less takes igraph less than bringing it in."""
PARTS_OF_PAIRS = 4  # pairs are drawn in so many parts, each with its own chance, however many cores there are
TRIANGLES: tuple[Callable[[], TriangleEngine], ...] = (igraph, networkx)  # .006 against .09


def betweenness(
    network: Network, executor: Executor | None = None, sources: Sequence[int] | None = None
) -> Made[list[float]]:
    """Pairs of others between which each actor stands; half a pair for each end among `sources`, of which all are."""
    of = range(network.size) if sources is None else sources
    engines = _for_large(network, len(of), BETWEENNESS)
    return _first(engines, lambda engine: added_over_sources(engine.betweenness, network, of, executor))


def edge_betweenness(
    network: Network, executor: Executor | None = None, sources: Sequence[int] | None = None
) -> Made[list[float]]:
    """Pairs of actors with a shortest path along each tie; `sources` as in `betweenness`."""
    of = range(network.size) if sources is None else sources
    engines = _for_large(network, len(of), BETWEENNESS)
    return _first(engines, lambda engine: added_over_sources(engine.edge_betweenness, network, of, executor))


def distance_sums(network: Network, radius: float = 2.0) -> Made[DistanceSums]:
    """Sums over the distances from each actor, in one pass."""
    engines = DISTANCES if network.length is None else _for_large(network, network.size, DISTANCES_WEIGHTED)
    return _first(engines, lambda engine: engine.distance_sums(network, radius))


def membership(network: Network) -> Made[list[int]]:
    """The component of each actor, as a number of no meaning."""
    return _first(COMPONENTS, lambda engine: engine.membership(network))


def core_numbers(network: Network) -> Made[list[int]]:
    """Of each actor: the greatest k whose core it is in."""
    return _first(CORES, lambda engine: engine.core_numbers(network))


def triangles(network: Network) -> Made[list[int]]:
    """Of each actor: the ties between its neighbours."""
    return _first(TRIANGLES, lambda engine: engine.triangles(network))


def closed_strengths(network: Network, strengths: Strength) -> Made[list[float | None]]:
    """Of each actor: the share of its pairs of ties that close, each by its strength."""
    return _first(TRIANGLES, lambda engine: engine.closed_strengths(network, strengths))


def passed(network: Network, pairs: int, seed: tuple[int, ...], executor: Executor | None = None) -> Made[Passed]:
    """How many shortest paths of pairs drawn at random passed each actor and tie; declines networks that are deep."""
    parts = [len(range(part, pairs, PARTS_OF_PAIRS)) for part in range(min(PARTS_OF_PAIRS, pairs))]
    work = [(network, count, (*seed, part)) for part, count in enumerate(parts)]

    def added(engine: PathEngine) -> Passed:
        found = each(engine.passed, work, executor)
        return Passed(np.sum([part.actors for part in found], axis=0), np.sum([part.ties for part in found], axis=0))

    return _first(PATHS, added)


def within_of_paths() -> float:
    """How near an estimate from paths drawn comes in seconds, on the engine that is installed."""
    made: Made[float] = _first(PATHS, lambda engine: engine.WITHIN)
    return made.value


def _for_large(
    network: Network, sources: int, engines: tuple[Callable[[], SomeEngine], ...]
) -> tuple[Callable[[], SomeEngine | LengthEngine], ...]:
    return (compiled_lengths, *engines) if sources * len(network.source) >= LARGE else engines


def _first(engines: tuple[Callable[[], SomeEngine], ...], compute: Callable[[SomeEngine], Value]) -> Made[Value]:
    *preferred, last = engines
    for load in preferred:
        try:
            engine = load()
            return Made(compute(engine), engine.NAME, engine.VERSION)
        except (ImportError, TooDeepError):
            continue
    engine = last()
    return Made(compute(engine), engine.NAME, engine.VERSION)


def igraph_communities() -> CommunityEngine:
    """Leiden in C; the reference has Louvain alone, whose communities may be in pieces, so it is no fallback."""
    from network_service.analysis.engine import igraph_communities

    return igraph_communities


def communities(network: Network, seeds: list[int]) -> Made[Iterator[list[int]]]:
    """Communities by Leiden, a run a seed, each made when it is asked for."""
    engine = igraph_communities()
    return Made(engine.communities(network, seeds), engine.NAME, engine.VERSION)
