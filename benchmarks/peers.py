"""One measure by one library, in a process of its own that reads a network, measures and ends.

`python -m benchmarks.peers LIBRARY MEASURE FOLDER`: what it costs from start to end is for who started it to see. So
nobody's library is imported for another.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from network_service.snapshot.model import Snapshot

SNAPSHOT, ENDS = "snapshot.pickle", "ends.npy"
"""What is measured: as a snapshot for us; as the ends of its ties for others, the number of actors last."""
SMALL = 5_000
"""Up to here two processes take longer to start than they save; in the service they are there already."""

Measured = dict[str, Callable[[], object]]


def two_processes() -> ProcessPoolExecutor:
    """As the service makes them, without the rest of what its doors load."""
    return ProcessPoolExecutor(2, get_context("spawn"))


def ours(folder: Path) -> Measured:
    """The service's own, with methods and reasons; closeness with all that one pass over the distances gives."""
    from network_service.analysis import betweenness, closeness, communities, cores, spectral
    from network_service.analysis.estimate import Sampling

    snapshot: Snapshot = pickle.loads((folder / SNAPSHOT).read_bytes())

    exact = Sampling(exact_up_to=sys.maxsize)

    def on_all_cores() -> object:
        if len(snapshot.actors) <= SMALL:
            return betweenness.betweenness(snapshot, sampling=exact)
        with two_processes() as pool:
            return betweenness.betweenness(snapshot, executor=pool, sampling=exact)

    return {
        "betweenness": on_all_cores,
        "closeness": lambda: closeness.distances(snapshot),
        "PageRank": lambda: spectral.pagerank(snapshot),
        "cores": lambda: cores.core_number(snapshot),
        "communities": lambda: communities.communities(snapshot, seed=1, runs=1),
    }


def igraph(folder: Path) -> Measured:
    """Bare numbers of igraph, one process."""
    import igraph

    ends, size = _ends(folder)
    graph = igraph.Graph(n=size, edges=ends)
    return {
        "betweenness": lambda: graph.betweenness(directed=False),
        "closeness": graph.closeness,
        "PageRank": graph.pagerank,
        "cores": graph.coreness,
        "communities": lambda: graph.community_leiden("modularity", n_iterations=-1),
    }


def igraph_in_two(folder: Path) -> Measured:
    """What of igraph can be split over sources, by hand, on two processes."""
    ends, size = _ends(folder)

    def betweenness() -> object:
        with two_processes() as pool:
            halves = [pool.submit(_of_sources, ends, size, range(first, size, 2)) for first in range(2)]
            return np.sum([half.result() for half in halves], axis=0)

    return {"betweenness": betweenness}


def networkit(folder: Path) -> Measured:
    """Bare numbers of networkit, on as many threads as there are cores."""
    import networkit as nk

    ends, size = _ends(folder)
    graph = nk.GraphFromCoo((ends[:, 0].astype(np.uint64), ends[:, 1].astype(np.uint64)), n=size)
    variant = nk.centrality.ClosenessVariant.GENERALIZED
    return {
        "betweenness": lambda: nk.centrality.Betweenness(graph).run().scores(),
        "closeness": lambda: nk.centrality.Closeness(graph, True, variant).run().scores(),
        "PageRank": lambda: nk.centrality.PageRank(graph, tol=1e-10).run().scores(),
        "cores": lambda: nk.centrality.CoreDecomposition(graph).run().scores(),
        "communities": lambda: nk.community.ParallelLeiden(graph).run().getPartition().getVector(),
    }


LIBRARIES: dict[str, Callable[[Path], Measured]] = {
    "ours": ours,
    "igraph": igraph,
    "igraph in two": igraph_in_two,
    "networkit": networkit,
}


def _ends(folder: Path) -> tuple[np.ndarray, int]:
    rows = np.load(folder / ENDS).astype(np.int64)
    return rows[:-1], int(rows[-1, 0])


def _of_sources(ends: np.ndarray, size: int, sources: Sequence[int]) -> list[float]:
    import igraph

    values: list[float] = igraph.Graph(n=size, edges=ends).betweenness(directed=False, sources=sources)
    return values


def main(library: str, measure: str, folder: str) -> None:
    """Measure, and say nothing."""
    LIBRARIES[library](Path(folder))[measure]()


if __name__ == "__main__":
    main(*sys.argv[1:])
