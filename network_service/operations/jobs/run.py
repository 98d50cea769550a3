"""Runs jobs, each in a process of its own, so that cancelling one ends it at once whatever it is doing."""

import shutil
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from network_service.errors import StoreError, UnknownRecord
from network_service.operations.jobs.book import JobBook
from network_service.operations.jobs.model import ENDED, GIVEN, Job, JobState

AT_ONCE = 2
"""Jobs of one service process that run at the same time: as many as an office's machine has cores."""

_NEW_SECONDS = 3_600


class Running(Protocol):
    """A process that was begun."""

    def join(self) -> None:
        """Wait for its end."""

    def kill(self) -> None:
        """End it now."""


class JobRunner:
    """Begins jobs in the order in which they were asked for, and notes those whose process ended without a word."""

    def __init__(self, book: JobBook, begin: Callable[[str], Running], folder: Path, *, at_once: int = AT_ONCE) -> None:
        """Begin processes with `begin`, which is given the id; each job has a folder in `folder`."""
        self.book, self._begin, self._folder, self._at_once = book, begin, folder, at_once
        self._lock = threading.Lock()
        self._waiting: deque[str] = deque()
        self._running: dict[str, Running] = {}
        self._closed = False

    def folder_of(self, job_id: str) -> Path:
        """The folder for what a job is given and makes."""
        folder = self._folder / job_id
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder

    def start(self, job: Job) -> Job:
        """Write down a job and begin it when it is its turn."""
        self.book.add(job)
        with self._lock:
            self._waiting.append(job.id)
        self._next()
        return job

    def cancel(self, job_id: str) -> Job:
        """End a job; what it had not yet made visible is gone, and what it had is there."""
        job = self.book.end(job_id, JobState.CANCELLED)
        with self._lock:
            running = self._running.get(job_id)
        if running is not None and job.state is JobState.CANCELLED:
            running.kill()
        return job

    def tend(self) -> None:
        """Once a minute: say that those that wait here do wait, bury the silent, drop files nobody needs any more."""
        with self._lock:
            waiting = list(self._waiting)
        for job_id in waiting:
            self.book.change(job_id, beat=self.book.now())
        self.book.bury()
        self._forget_all()

    def close(self) -> None:
        """End all jobs of this process, those that wait too, and say of them that they died."""
        with self._lock:
            self._closed = True
            ended = [*self._running, *self._waiting]
            self._waiting.clear()
            running = list(self._running.values())
        for one in running:
            one.kill()
        for one in running:
            one.join()
        for job_id in ended:
            self._say_died(job_id)

    def _forget_all(self) -> None:
        """Drop what jobs were given once they have ended, and what they made once nobody can ask for it any more."""
        for folder in self._folder.iterdir() if self._folder.is_dir() else ():
            try:
                state = self.book.get(folder.name).state
            except UnknownRecord:
                # Not at once: files come before the job that they are given to.
                if time.time() - folder.stat().st_mtime > _NEW_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)
                continue
            if state in ENDED:
                shutil.rmtree(folder / GIVEN, ignore_errors=True)

    def _next(self) -> None:
        with self._lock:
            if self._closed or not self._waiting or len(self._running) >= self._at_once:
                return
            job_id = self._waiting.popleft()
            if self.book.get(job_id).state in ENDED:
                threading.Thread(target=self._next, daemon=True).start()
                return
            self._running[job_id] = self._begin(job_id)
        threading.Thread(target=self._watch, args=(job_id,), daemon=True).start()

    def _watch(self, job_id: str) -> None:
        self._running[job_id].join()
        with self._lock:
            if self._closed:
                return
        self._say_died(job_id)
        with self._lock:
            del self._running[job_id]
        self._next()

    def _say_died(self, job_id: str) -> None:
        """One that ended as it should has said so before, and stays as it is."""
        # A store that is down is told by whoever looks for silent jobs, a minute after it is back.
        with suppress(StoreError):
            self.book.end(job_id, JobState.DIED)
