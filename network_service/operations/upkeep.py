"""What a service does now and then though nobody asks: drop what has expired, say which jobs died."""

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from network_service.errors import StoreError
from network_service.store.application import ApplicationRecords

EVERY_SECONDS = 60.0
"""How often; a job may be silent for three times as long before it counts as dead."""


class Upkeep:
    """A thread that looks after the store while a service runs; several services may do so at once."""

    def __init__(
        self,
        application: ApplicationRecords,
        tend_jobs: Callable[[], object],
        now: Callable[[], datetime],
        *,
        wait: Callable[[float], bool] | None = None,
    ) -> None:
        """Look after these records and jobs; `wait` waits between two rounds, and answers whether it is over."""
        self._application, self._tend_jobs, self._now = application, tend_jobs, now
        self._over = threading.Event()
        self._wait = wait or self._over.wait
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)

    def start(self) -> None:
        """Begin with a round at once: the process before this one may have died."""
        self._thread.start()

    def close(self) -> None:
        """End, when a round that is under way is done."""
        self._over.set()
        self._thread.join()

    def round(self) -> None:
        """Do all of it once; what a store refuses now, being down, busy or under maintenance, the next round does."""
        with suppress(StoreError):
            self._application.expire(self._now())
        with suppress(StoreError):
            self._tend_jobs()

    def _run(self) -> None:
        while True:
            self.round()
            if self._wait(EVERY_SECONDS):
                return
