"""Communities by Leiden, computed with igraph."""

from collections.abc import Iterator

import igraph
import numpy as np

from network_service.analysis.engine.igraph_chance import seeded
from network_service.analysis.engine.network import Network

NAME = "igraph"
VERSION: str = igraph.__version__


def communities(network: Network, seeds: list[int]) -> Iterator[list[int]]:
    """A run a seed, each until it finds nothing better; two iterations alone found .0002 less modularity at P."""
    ends = np.column_stack((network.source, network.target)).astype(np.int64)
    graph = igraph.Graph(n=network.size, edges=ends if len(ends) else [])
    for seed in seeds:
        with seeded(seed):
            found = graph.community_leiden("modularity", n_iterations=-1)
        yield list(found.membership)
