"""What a service does each minute: expired records go, silent jobs are said to have died, and no failure ends it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from network_service.domain.principal import local_operator
from network_service.operations.jobs.book import SILENT_SECONDS, JobBook
from network_service.operations.jobs.model import Job, JobState
from network_service.operations.upkeep import EVERY_SECONDS, Upkeep
from network_service.store.sqlite import SqliteStore
from tests.store.contract.conftest import StoppedClock


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def store(tmp_path: Path, clock: StoppedClock) -> Iterator[SqliteStore]:
    with SqliteStore.open(tmp_path / "store.sqlite", clock=clock) as opened:
        yield opened


class Rounds:
    """Waits until the next round is let go, and ends after the last."""

    def __init__(self) -> None:
        self.waited: list[float] = []
        self.reached, self.go = threading.Semaphore(0), threading.Semaphore(0)
        self.over = False

    def __call__(self, seconds: float) -> bool:
        self.waited.append(seconds)
        self.reached.release()
        self.go.acquire()
        return self.over

    def next(self) -> None:
        self.go.release()
        self.reached.acquire()


def job_of(book: JobBook, clock: StoppedClock, name: str) -> Job:
    return book.add(Job(name, "import", local_operator("test"), "TH-98", {}, clock()))


def test_each_minute_what_has_expired_is_dropped_and_silent_jobs_are_said_to_have_died(
    store: SqliteStore, clock: StoppedClock
):
    book, rounds = JobBook(store.application, clock), Rounds()
    store.application.put("view", "old", 1, expected_version=0, expires_at=clock() + timedelta(seconds=90))
    silent, speaking = job_of(book, clock, "silent"), job_of(book, clock, "speaking")
    upkeep = Upkeep(store.application, book.bury, clock, wait=rounds)
    upkeep.start()
    rounds.reached.acquire()
    assert book.get(silent.id).state is JobState.WAITING
    clock.move(seconds=SILENT_SECONDS + 31)
    book.change(speaking.id, state=JobState.RUNNING, beat=clock())
    rounds.next()
    assert book.get(silent.id).state is JobState.DIED
    assert book.get(speaking.id).state is JobState.RUNNING
    assert store.application.expire(clock()) == 0  # it had been dropped
    assert rounds.waited == [EVERY_SECONDS] * 2
    rounds.over = True
    rounds.go.release()
    upkeep.close()


def test_what_the_store_refuses_now_is_done_by_a_later_round(store: SqliteStore, clock: StoppedClock):
    book = JobBook(store.application, clock)
    silent = job_of(book, clock, "silent")
    clock.move(seconds=SILENT_SECONDS + 1)
    upkeep = Upkeep(store.application, book.bury, clock)
    store.begin_maintenance("test")
    upkeep.round()
    assert book.get(silent.id).state is JobState.WAITING
    store.end_maintenance("test")
    upkeep.round()
    assert book.get(silent.id).state is JobState.DIED


def test_closing_does_not_wait_for_the_minute_to_be_over(store: SqliteStore, clock: StoppedClock):
    upkeep = Upkeep(store.application, JobBook(store.application, clock).bury, clock)
    upkeep.start()
    upkeep.close()
