"""Load a snapshot from SQLite, beside what pandas and networkx take for the same rows."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import networkx as nx
import pandas as pd

from benchmarks.provinces import LENS, planted_records, written
from network_service.snapshot.build import build_snapshot
from network_service.store.sqlite.store import SqliteStore

SIZES = ((2_000, 12_000), (20_000, 120_000))


def timed(work: Callable[[], object], runs: int = 3) -> float:
    """The best of some runs, in seconds: the others only had more company on the machine."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def with_pandas(path: Path) -> nx.Graph[str]:
    """The same rows as an analyst would load them: two frames and a networkx graph, without lens, layers or hash."""
    with sqlite3.connect(path) as connection:
        nodes = pd.read_sql_query(
            "SELECT id, name, sector FROM current_node WHERE kind IN ('organization', 'group')", connection
        )
        ties = pd.read_sql_query(
            "SELECT source, target, frequency AS strength FROM current_tie WHERE kind = 'collaborates_with'", connection
        )
    graph = nx.from_pandas_edgelist(ties, edge_attr="strength")
    graph.add_nodes_from(nodes["id"])
    return graph


def main() -> None:
    """Print one row a size."""
    print(f"{'actors':>8} {'ties':>8} {'write s':>8} {'rows/s':>8} {'snapshot s':>11} {'pandas+networkx s':>18}")
    for actors, ties in SIZES:
        records = planted_records(actors, ties)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "network.sqlite"
            with SqliteStore.open(path) as store:
                start = time.perf_counter()
                written(store, records)
                write = time.perf_counter() - start
                load = timed(partial(build_snapshot, store, LENS))
                peer = timed(partial(with_pandas, path))
        rate = len(records) / write
        print(f"{actors:>8,} {ties:>8,} {write:>8.1f} {rate:>8,.0f} {load:>11.2f} {peer:>18.2f}", flush=True)


if __name__ == "__main__":
    main()
