"""Jobs of a process that ends: those that run are ended, those that wait not begun, all are said to have died."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from network_service.domain.principal import local_operator
from network_service.operations.jobs.book import JobBook
from network_service.operations.jobs.model import GIVEN, MADE, Job, JobState
from network_service.operations.jobs.run import JobRunner
from network_service.store.sqlite import SqliteStore
from tests.store.contract.conftest import StoppedClock


class Process:
    """Runs until it is killed or let end."""

    def __init__(self) -> None:
        self.ended, self.killed = threading.Event(), False

    def join(self) -> None:
        self.ended.wait()

    def kill(self) -> None:
        self.killed = True
        self.ended.set()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[JobBook]:
    clock = StoppedClock()
    with SqliteStore.open(tmp_path / "store.sqlite", clock=clock) as store:
        yield JobBook(store.application, clock)


def job(name: str) -> Job:
    return Job(name, "import", local_operator("test"), "TH-98", {}, StoppedClock()())


def test_closing_ends_what_runs_and_says_of_all_that_they_died(book: JobBook, tmp_path: Path):
    begun: dict[str, Process] = {}
    runner = JobRunner(book, lambda name: begun.setdefault(name, Process()), tmp_path, at_once=2)
    for name in ("one", "two", "three"):
        runner.start(job(name))
    assert begun.keys() == {"one", "two"}
    runner.close()
    assert all(process.killed for process in begun.values())
    assert begun.keys() == {"one", "two"}
    assert {name: book.get(name).state for name in ("one", "two", "three")} == dict.fromkeys(
        ("one", "two", "three"), JobState.DIED
    )


def test_closing_leaves_what_is_done_as_it_is(book: JobBook, tmp_path: Path):
    process = Process()
    runner = JobRunner(book, lambda _: process, tmp_path)
    runner.start(job("one"))
    book.end("one", JobState.DONE, result=1)
    runner.close()
    assert (book.get("one").state, book.get("one").result) == (JobState.DONE, 1)


def test_a_job_that_waits_for_its_turn_is_not_taken_for_dead(tmp_path: Path) -> None:
    clock = StoppedClock()
    with SqliteStore.open(tmp_path / "store.sqlite", clock=clock) as store:
        moments = [clock()]
        book = JobBook(store.application, lambda: moments[-1])
        runner = JobRunner(book, lambda _: Process(), tmp_path, at_once=1)
        for name in ("first", "second"):
            runner.start(job(name))
        for _ in range(10):
            moments.append(moments[-1] + timedelta(minutes=1))
            runner.tend()
        assert book.get("second").state is JobState.WAITING
        assert book.get("first").state is JobState.DIED  # its process says nothing
        runner.close()


def test_files_go_when_nobody_needs_them_any_more(book: JobBook, tmp_path: Path) -> None:
    runner = JobRunner(book, lambda _: Process(), tmp_path / "jobs")
    for name in ("ended", "running"):
        book.add(job(name))
        (runner.folder_of(name) / GIVEN).mkdir()
        (runner.folder_of(name) / MADE).mkdir()
    book.end("ended", JobState.DONE)
    old, new = runner.folder_of("of nobody, old"), runner.folder_of("of nobody, new")
    os.utime(old, (0, 0))
    runner.tend()
    assert [one.name for one in runner.folder_of("ended").iterdir()] == [MADE]
    assert sorted(one.name for one in runner.folder_of("running").iterdir()) == [GIVEN, MADE]
    assert (old.exists(), new.exists()) == (False, True)
