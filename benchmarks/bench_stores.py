"""Both stores side by side: import with history and audit, a snapshot, one actor with its neighbours, a typical query.

The Neo4j is the one of the tests, or the test server that `NETWORK_SERVICE_TEST_NEO4J_URI` names.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.bench_snapshot import timed
from benchmarks.provinces import LENS, PROVINCE, planted_records, written
from network_service.domain.record import Record
from network_service.snapshot.build import build_snapshot
from network_service.store.base import Store
from network_service.store.neo4j import Credentials, Neo4jStore
from network_service.store.sqlite import SqliteStore
from tests.neo4j_server.jars import Neo4jMissingError, jars
from tests.neo4j_server.server import Neo4jServer, empty, running_server

SIZES = ((2_000, 12_000), (20_000, 120_000))
ONCE = (200_000, 1_200_000)
"""The size of a whole country, by `python -m benchmarks.bench_stores once`."""
_HEAP = 1_024
"""Megabytes: what docs/administration.md asks for 20,000 actors and 120,000 ties."""
_ASKED = 200
_QUERY = "actors/find_isolates"


def open_neo4j(server: Neo4jServer) -> Store:
    """The one store of the server, emptied."""
    with server.driver() as driver:
        empty(driver)
    return Neo4jStore.open(server.uri, Credentials(server.user, server.password))


def row(store: Store, records: list[Record]) -> Iterator[str]:
    """Rows a second, seconds of a snapshot, milliseconds of a neighbourhood and of a query."""
    start = time.perf_counter()
    written(store, records)
    yield f"{len(records) / (time.perf_counter() - start):>9,.0f}"
    yield f"{timed(lambda: build_snapshot(store, LENS)):>11.2f}"
    actors = [record.id for record in records if record.kind == "organization"]
    yield f"{milliseconds(store.neighbours, random.Random(1).sample(actors, _ASKED)):>14.1f}"
    day = LENS.as_of.isoformat()
    yield f"{timed(lambda: store.run_query(_QUERY, {'province': PROVINCE, 'day': day})) * 1000:>9.0f}"


def milliseconds(ask: Callable[[str], object], ids: list[str]) -> float:
    """The median of asking for each."""
    taken = []
    for one in ids:
        start = time.perf_counter()
        ask(one)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def main(*sizes: tuple[int, int]) -> None:
    """Print one row a size and store."""
    print(f"{'store':<8} {'actors':>8} {'ties':>10} {'import/s':>9} {'snapshot s':>11}", end=" ")
    print(f"{'neighbours ms':>14} {'query ms':>9}")
    with ExitStack() as opened, tempfile.TemporaryDirectory() as folder:
        try:
            server = opened.enter_context(running_server(jars(), megabytes=_HEAP))
        except Neo4jMissingError as missing:
            print(f"without Neo4j: {missing}")
            server = None
        for actors, ties in sizes or SIZES:
            records = planted_records(actors, ties)
            ways: dict[str, Callable[[], Store]] = {
                "sqlite": lambda: SqliteStore.open(Path(folder) / f"{actors}.sqlite")  # noqa: B023 - opened at once
            }
            if server is not None:
                ways["neo4j"] = lambda: open_neo4j(server)
            for name, way in ways.items():
                with way() as store:
                    told = " ".join(row(store, records))
                print(f"{name:<8} {actors:>8,} {ties:>10,} {told}", flush=True)


if __name__ == "__main__":
    main(*([ONCE] if "once" in sys.argv else ()))
