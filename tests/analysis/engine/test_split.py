"""Work in parts: the same to the last digit whoever does it."""

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest

from network_service.analysis.betweenness import betweenness, betweenness_weighted
from network_service.analysis.edge_betweenness import edge_betweenness
from network_service.analysis.engine import split
from network_service.analysis.estimate import Sampling
from network_service.snapshot.model import Snapshot
from tests.analysis.networks import network


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(split, "_SOURCES_A_PART", 10)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    ends = np.random.default_rng(4).integers(0, 80, (160, 2)).tolist()
    return network(80, [(a, b) for a, b in ends if a != b], strengths=[(a + b) % 5 + 1 for a, b in ends if a != b])


@pytest.fixture(params=["threads", "processes"], scope="module")
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    # Started anew and not forked: what is sent must stand on its own.
    pool = ThreadPoolExecutor(3) if request.param == "threads" else ProcessPoolExecutor(1, get_context("spawn"))
    with pool:
        yield pool


def test_an_executor_changes_no_digit(snapshot: Snapshot, executor: Executor) -> None:
    assert betweenness(snapshot, executor=executor) == betweenness(snapshot)
    assert betweenness_weighted(snapshot, executor=executor) == betweenness_weighted(snapshot)
    assert edge_betweenness(snapshot, executor=executor) == edge_betweenness(snapshot)


def test_nor_of_an_estimate(snapshot: Snapshot, executor: Executor) -> None:
    rough = Sampling(exact_up_to=10, within=0.1)
    assert betweenness(snapshot, executor=executor, sampling=rough) == betweenness(snapshot, sampling=rough)


def test_parts_add_up_to_the_whole(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = betweenness(snapshot).values
    monkeypatch.setattr(split, "_SOURCES_A_PART", 1_000)
    assert betweenness(snapshot).values == pytest.approx(parts, abs=1e-12)


def test_pieces_are_answered_in_their_order() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert split.each(pow, [(2, power) for power in range(20)], pool) == [2**power for power in range(20)]
    assert split.each(pow, [(2, 3)], None) == [8]
