"""Work split over cores: the same parts, added in the same order, whether an executor is given or not."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from typing import TypeVar

import numpy as np

from network_service.analysis.engine.network import Network

Part = TypeVar("Part")

_SOURCES_A_PART = 500
"""Fewer are done in a moment (.1 s at 12,000 ties); each part sends the network to a process and builds its graph."""
_PARTS = 16
"""Enough to keep a few cores equally busy; the network is sent so many times, 2 MB at 120,000 ties."""


def added_over_sources(
    compute: Callable[[Network, Sequence[int]], list[float]],
    network: Network,
    sources: Sequence[int],
    executor: Executor | None,
) -> list[float]:
    """Sums that a function gives for some sources, over all of them; every part takes each so-manieth source."""
    parts = min(max(len(sources) // _SOURCES_A_PART, 1), _PARTS)
    shares = each(compute, [(network, list(sources[part::parts])) for part in range(parts)], executor)
    total: list[float] = np.sum(shares, axis=0).tolist()
    return total


def each(compute: Callable[..., Part], work: Sequence[tuple[object, ...]], executor: Executor | None) -> list[Part]:
    """What a function gives for each piece of work, in order; one after the other without an executor."""
    shared = executor if len(work) > 1 else None
    return [future.result() for future in [begun(shared, compute, *piece) for piece in work]]


def begun(executor: Executor | None, compute: Callable[..., Part], *piece: object) -> Future[Part]:
    """A piece of work that another process has been given; without an executor it is done when this returns."""
    if executor is not None:
        return executor.submit(compute, *piece)
    done: Future[Part] = Future()
    done.set_result(compute(*piece))
    return done
