"""Of the pairs of actors, the share whose shortest paths pass an actor or a tie: counted, or estimated where large."""

from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from network_service.analysis.engine import choice
from network_service.analysis.engine.network import Network
from network_service.analysis.estimate import Sampling, estimate

ESTIMATED = ", estimated from shortest paths drawn at random"
"""What the definition adds where the figure is an estimate; by how much it may be off stands in the parameters."""


@dataclass(frozen=True, slots=True)
class PathShares:
    """Shares by actor and by tie (empty where not asked for), and what the method says of how they were made."""

    actors: list[float]
    ties: list[float]
    parameters: dict[str, object]
    maker: dict[str, str]
    seed: int | None = None
    source: str = ""


def path_shares(
    network: Network, sampling: Sampling, executor: Executor | None, *, actors: bool = True, ties: bool = False
) -> PathShares:
    """Shares of all pairs: exact up to `sampling.exact_up_to` actors, estimated beyond.

    Below three actors there is no pair of others, and below two no pair: then there are no shares. Those of actors and
    ties together are made in one pass, which costs no more than those of ties alone.
    """
    size = network.size
    if size > max(sampling.exact_up_to, 2):
        found = estimate(network, sampling, executor, ties=ties)
        if found is not None:
            return PathShares(found.actors, found.ties, found.parameters, found.maker, sampling.seed, found.source)
    if not ties:
        passing = choice.betweenness(network, executor)
        return PathShares(_shares(passing.value, (size - 1) * (size - 2) / 2), [], {}, passing.maker)
    along = choice.edge_betweenness(network, executor)
    through = _through(network, along.value) if actors else []
    return PathShares(
        _shares(through, (size - 1) * (size - 2) / 2), _shares(along.value, size * (size - 1) / 2), {}, along.maker
    )


def _shares(counts: list[float], pairs: float) -> list[float]:
    return [count / pairs for count in counts] if pairs else []


def _through(network: Network, along: list[float]) -> list[float]:
    """Pairs between which actors stand, from those along the ties.

    A path through an actor uses two of its ties, a path that ends there one; of those there are as many as actors it
    can reach. The difference of such sums is exact to about 1e-12 of them: what is nearer to 0 is 0.
    """
    part = np.array(choice.membership(network).value, dtype=np.int64)
    reached = np.bincount(part)[part] - 1 if len(part) else part
    ends = np.concatenate((network.source, network.target))
    touching = np.bincount(ends, weights=np.tile(along, 2), minlength=network.size)
    through = (touching - reached) / 2
    through[through <= 1e-11 * touching] = 0.0
    found: list[float] = through.tolist()
    return found
