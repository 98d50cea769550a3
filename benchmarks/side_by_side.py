"""Two ways to the same figure, each in a process of its own: processor time, and memory beyond what was there before.

The processor's time rather than the clock's, as whatever else the machine does then counts for little.
"""

from __future__ import annotations

import multiprocessing
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

LIMIT = 60.0
"""Seconds by the clock after which a run is ended and reported as over."""

_QUICK = 1.0
"""A run below this is repeated twice more and the best taken: the others only had more company on the machine."""


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor and megabytes of one run."""

    seconds: float
    megabytes: float

    @staticmethod
    def shown(cost: Cost | None) -> tuple[str, str]:
        """Both as a table shows them; nothing where the run did not finish."""
        return (f"{cost.seconds:.4f}", f"{cost.megabytes:.0f}") if cost else (f"over {LIMIT:.0f}", "")


def cost_of(work: Callable[[], object]) -> Cost | None:
    """Run the work in a copy of this process, each from the same memory; `None` where it took too long."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_measured, args=(work, there))
    process.start()
    there.close()
    try:  # a child that failed closes its end, and so raises EOFError here
        return here.recv() if here.poll(LIMIT) else None
    finally:
        process.kill()
        process.join()


def _measured(work: Callable[[], object], answer: Connection) -> None:
    before = _peak()
    best = _timed(work)
    peak = _peak()
    if best < _QUICK:
        best = min(best, _timed(work), _timed(work))
    answer.send(Cost(best, peak - before))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _peak() -> float:
    """Greatest memory of this process so far, in megabytes; Linux counts in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
