"""A province from its store to all measures, readiness and findings, beside networkx doing what of it it can.

By the clock, in a warm process with as many others as there are cores; networkx from the same store, in one process.
"""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import Executor
from pathlib import Path

import networkx as nx

from benchmarks.bench_measures import arcs_of, every, graph_of
from benchmarks.bench_snapshot import timed
from benchmarks.provinces import LENS, planted_records, written
from network_service import bootstrap
from network_service.operations.study_network import Study, StudyOptions, study_network
from network_service.snapshot.build import build_snapshot
from network_service.store.base import Store
from network_service.store.sqlite.store import SqliteStore

SIZE = (2_000, 12_000)


def study(store: Store, pool: Executor, *, thorough: bool) -> Study:
    """Everything of one day."""
    rules = bootstrap.analysis_rules(bootstrap.read_settings())
    options = StudyOptions(LENS.as_of, rules, thorough=thorough)
    made = study_network(bootstrap.this_user(), store, options, executor=pool)
    every(made.measures)
    return made


def with_networkx(store: Store) -> None:
    """The measures that networkx has too; what we have beyond them costs it nothing here."""
    snapshot = build_snapshot(store, LENS)
    one, two = graph_of(snapshot), arcs_of(snapshot)
    nx.degree_centrality(one)
    nx.betweenness_centrality(one)
    nx.edge_betweenness_centrality(one)
    nx.betweenness_centrality(one, weight="length")
    for length in (None, "length"):
        nx.closeness_centrality(one, distance=length)
        nx.harmonic_centrality(one, distance=length)
    nx.eigenvector_centrality_numpy(one.subgraph(max(nx.connected_components(one), key=len)))
    nx.pagerank(one)
    nx.pagerank(two)
    nx.core_number(one)
    nx.clustering(one)
    nx.transitivity(one)
    nx.constraint(one)
    nx.effective_size(one)
    nx.global_efficiency(one)
    nx.overall_reciprocity(two)
    nx.attribute_assortativity_coefficient(two, "sector")
    nx.degree_assortativity_coefficient(one)
    list(nx.articulation_points(one))
    list(nx.bridges(one))
    nx.community.louvain_communities(one, seed=1)


def main() -> None:
    """Print seconds of each, and how many times as long networkx takes."""
    with (
        tempfile.TemporaryDirectory() as folder,
        SqliteStore.open(Path(folder) / "network.sqlite") as store,
        bootstrap.worker_pool() as pool,
    ):
        written(store, planted_records(*SIZE))
        study(store, pool, thorough=False)
        ours = timed(lambda: study(store, pool, thorough=False))
        print(f"{SIZE[0]:,} actors, {SIZE[1]:,} ties: measures, readiness, findings {ours:8.2f} s", flush=True)
        at_length = timed(lambda: study(store, pool, thorough=True), runs=1)
        print(f"  removals, key players and chance besides                {at_length - ours:8.2f} s", flush=True)
        start = time.perf_counter()
        with_networkx(store)
        theirs = time.perf_counter() - start
        print(f"  networkx                                                {theirs:8.2f} s, {theirs / ours:.0f} times")


if __name__ == "__main__":
    main()
