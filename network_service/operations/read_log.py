"""Who read what is not for members: an append-only log of its own, without any value that was read.

Entries wait a second at most, so that a page of records costs one write and not one each; what still waits when a
process dies is lost with it, and no more than that second.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Protocol

from network_service.domain.principal import Principal
from network_service.errors import StoreError, StoreUnavailable
from network_service.operations.access import permit_whole
from network_service.store.application import ApplicationRecords, Json

COLLECTION = "read_log"
"""Collection of application records; each entry is one batch of readings."""

WAIT_SECONDS = 1.0
"""The longest that a reading waits before it is written (field classes of the dictionary, 5.2)."""
BATCH = 500
"""Readings that are written at once though the second is not over."""
MOST_WAITING = 10_000
"""Readings that may wait for a store that cannot be written; then nothing guarded is read any more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: when, by whom, through which operation, of which records."""

    at: datetime
    principal: str
    operation: str
    record_ids: tuple[str, ...]


class Timer(Protocol):
    """Calls something later, in another thread."""

    def __call__(self, seconds: float, call: Callable[[], None]) -> None:
        """Call after so many seconds."""
        ...


def in_a_thread(seconds: float, call: Callable[[], None]) -> None:
    """Call later in a thread that keeps no process from ending: who ends it closes the log."""
    timer = threading.Timer(seconds, call)
    timer.daemon = True
    timer.start()


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ReadLog:
    """Takes readings from all threads of a process and writes them in batches."""

    def __init__(
        self,
        application: ApplicationRecords,
        *,
        clock: Callable[[], datetime] = _utc_now,
        later: Timer = in_a_thread,
    ) -> None:
        """Write to these application records; `later` begins the wait of a batch."""
        self._application = application
        self._clock = clock
        self._later = later
        self._lock = threading.Lock()
        self._waiting: list[Reading] = []
        self._timed = False

    def note(self, principal: Principal, operation: str, record_ids: Sequence[str]) -> None:
        """Take a reading down; `StoreUnavailable` where too many wait already: what cannot be logged is not shown."""
        if not record_ids:
            return
        with self._lock:
            if len(self._waiting) >= MOST_WAITING:
                raise StoreUnavailable("read_log.full")
            self._waiting.append(Reading(self._clock(), principal.name, operation, tuple(record_ids)))
            full, timed, self._timed = len(self._waiting) >= BATCH, self._timed, True
        if full:
            self.flush()
        elif not timed:
            self._later(WAIT_SECONDS, self.flush)

    def flush(self) -> None:
        """Write what waits; where the store cannot be written, it waits on."""
        with self._lock:
            batch, self._waiting, self._timed = self._waiting, [], False
        if not batch:
            return
        value: list[Json] = [[one.at.isoformat(), one.principal, one.operation, list(one.record_ids)] for one in batch]
        try:
            self._application.append(COLLECTION, value)
        except StoreError:
            with self._lock:
                self._waiting = batch + self._waiting
                timed, self._timed = self._timed, True
            if not timed:
                self._later(WAIT_SECONDS, self.flush)

    def close(self) -> None:
        """Write what waits, for good: `StoreUnavailable` where that cannot be."""
        self.flush()
        if self._waiting:
            raise StoreUnavailable("read_log.lost", count=len(self._waiting))


def readings(
    principal: Principal, application: ApplicationRecords, *, after: str | None = None, limit: int = 100
) -> list[tuple[str, tuple[Reading, ...]]]:
    """Batches of readings with their keys, oldest first, after a key: for who answers for the log itself."""
    permit_whole(principal, "read_log")
    found = application.entries(COLLECTION, after=after, limit=limit)
    return [(entry.key, tuple(_readings(entry.value))) for entry in islice(found, limit)]


def _readings(value: Json) -> Iterator[Reading]:
    for row in value if isinstance(value, list) else ():
        if isinstance(row, list):
            at, principal, operation, ids = row
            yield Reading(datetime.fromisoformat(str(at)), str(principal), str(operation), tuple(map(str, ids)))
