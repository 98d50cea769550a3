"""Work that computes is done in other processes, each with the store open for itself: never in a request's thread."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from network_service.errors import StoreBusy
from network_service.store.base import Store

Found = TypeVar("Found")
Work = Callable[[Store], Found]
"""What is to be done with the store; it travels to another process, so that it is a function of a module, or a part of
one with its arguments filled in."""

PATIENCE_SECONDS = 60.0
"""How long a request waits for work; what comes later is kept for who asks again."""


class Workers:
    """Processes that work; where one was killed, for its memory or by hand, the next work finds new ones."""

    def __init__(self, make: Callable[[], Executor], within: Callable[[Work[object]], Callable[[], object]]) -> None:
        """Processes come from `make`; `within` wraps a work so that another process finds the store for it."""
        self._make, self._within = make, within
        self._lock = threading.Lock()
        self._pool: Executor | None = None

    def begin(self, work: Work[Found]) -> Future[Found]:
        """Have a work done."""
        with self._lock:
            if self._pool is None:
                self._pool = self._make()
            try:
                return self._pool.submit(self._within(work))  # type: ignore[arg-type]
            except BrokenProcessPool:
                self._pool = self._make()
                return self._pool.submit(self._within(work))  # type: ignore[arg-type]

    def done(self, work: Work[Found]) -> Found:
        """The outcome of a work; `StoreBusy` where it takes too long or its process died."""
        return outcome(self.begin(work))

    def close(self) -> None:
        """End the processes; work that has not begun is dropped."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
                self._pool = None


def outcome(coming: Future[Found]) -> Found:
    """What a work gave; `StoreBusy` where it takes too long or its process died."""
    try:
        return coming.result(PATIENCE_SECONDS)
    except TimeoutError as error:
        raise StoreBusy("work.takes_long") from error
    except BrokenProcessPool as error:
        raise StoreBusy("work.process_died") from error
