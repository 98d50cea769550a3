"""Our measures beside the libraries that do them best, whole processes: from the start of Python to the answer.

By the clock, as both cores are the point, and in brackets of the processor, which company on the machine disturbs less;
the best of three runs, of one where a run is long.
"""

from __future__ import annotations

import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.networks import SIZES, planted_snapshot
from benchmarks.peers import ENDS, LIBRARIES, SNAPSHOT

MEASURES = ("betweenness", "closeness", "PageRank", "cores", "communities")
LONG = 10.0
"""Seconds after which a run is not repeated."""
ROW = "{:28}" + "{:>16}" * len(LIBRARIES) + "{:>8}"


def leave(folder: Path, size: int, ties: int) -> None:
    """Write the network where each process finds it."""
    snapshot = planted_snapshot(size, ties)
    edges = snapshot.undirected
    (folder / SNAPSHOT).write_bytes(pickle.dumps(snapshot))
    np.save(folder / ENDS, np.vstack((np.column_stack((edges.source, edges.target)), (size, size))))


def seconds(library: str, measure: str, folder: str) -> tuple[float, float]:
    """From start to end of a process that measures this, by the clock and of the processor."""
    runs: list[tuple[float, float]] = []
    while len(runs) < 3 and (not runs or runs[-1][0] <= LONG):
        start, before = time.perf_counter(), _of_processor()
        subprocess.run([sys.executable, "-m", "benchmarks.peers", library, measure, folder], check=True)
        runs.append((time.perf_counter() - start, _of_processor() - before))
    return min(runs)


def _of_processor() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def compare(size: int, ties: int, measures: tuple[str, ...]) -> None:
    """Print the table of one size; the ratio is ours to the best of the others."""
    print(f"\n{size:,} actors, {ties:,} ties; load {os.getloadavg()[0]:.1f}")
    print(ROW.format("", *LIBRARIES, "ratio"))
    with tempfile.TemporaryDirectory() as folder:
        leave(Path(folder), size, ties)
        for measure in measures:
            asked = [library for library in LIBRARIES if library != "igraph in two" or measure == "betweenness"]
            taken = {library: seconds(library, measure, folder) for library in asked}
            best, _ = min(cost for library, cost in taken.items() if library != "ours")
            shown = ("{:.2f} ({:.2f})".format(*taken[library]) if library in taken else "" for library in LIBRARIES)
            print(ROW.format(measure, *shown, f"{taken['ours'][0] / best:.2f}"), flush=True)


if __name__ == "__main__":
    compare(*SIZES[0], MEASURES)
    compare(*SIZES[1], MEASURES[:1])
