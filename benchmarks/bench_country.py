"""The whole country at once, 77 provinces of 2,000 actors: what can be said of it, in what time and memory.

Betweenness within .001 takes the extra `large`; without it, it would take an hour.
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable

from benchmarks.networks import planted_snapshot
from network_service import bootstrap
from network_service.analysis.betweenness import betweenness
from network_service.analysis.communities import communities
from network_service.analysis.connectivity import components
from network_service.analysis.cores import core_number
from network_service.analysis.estimate import Sampling
from network_service.analysis.expected_ties import sector_pairs_expected
from network_service.analysis.mixing import e_i_index
from network_service.analysis.spectral import pagerank

SIZE = (154_000, 924_000)
WITHIN = 0.001
"""How near betweenness is estimated: only some actors in two hundred have more than this."""


def main() -> None:
    """Print seconds by the clock of each, and the memory at the peak, other processes' included."""
    start = time.perf_counter()
    snapshot = planted_snapshot(*SIZE)
    snapshot.undirected  # noqa: B018 - made once, whoever asks first
    print(f"{SIZE[0]:,} actors, {SIZE[1]:,} ties; generated in {time.perf_counter() - start:.0f} s", flush=True)
    with bootstrap.worker_pool() as pool:
        works: dict[str, Callable[[], object]] = {
            "components": lambda: components(snapshot),
            "cores": lambda: core_number(snapshot),
            "PageRank": lambda: pagerank(snapshot),
            "E-I": lambda: e_i_index(snapshot),
            "pairs of sectors": lambda: sector_pairs_expected(snapshot),
            "Leiden, one run": lambda: communities(snapshot, seed=1, runs=1),
            f"betweenness within {WITHIN}": lambda: betweenness(
                snapshot, executor=pool, sampling=Sampling(within=WITHIN)
            ),
        }
        total = 0.0
        for name, work in works.items():
            start = time.perf_counter()
            work()
            taken = time.perf_counter() - start
            total += taken
            print(f"{name:28} {taken:8.1f} s", flush=True)
    print(f"{'all':28} {total:8.1f} s")
    own, largest_other = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    others = os.cpu_count() or 1
    most = own + others * largest_other
    print(f"at most {most:,.0f} MB: {own:,.0f} here, and in {others} other processes up to {largest_other:,.0f} each")


if __name__ == "__main__":
    main()
