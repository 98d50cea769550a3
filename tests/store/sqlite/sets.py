"""Change sets of five records each, that tell of themselves whether they are whole, and a process that writes them."""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress

from network_service.store.sqlite import SqliteStore
from tests.store.records import change_set, organization

FORK = multiprocessing.get_context("fork")
KEY = b"k" * 32
SIZE = 5


def opened(path, **options):
    return SqliteStore.open(path, audit_key=KEY, **options)


def records_of(number):
    return [organization(f"{number} {n}", note=f"ชุด {number}") for n in range(SIZE)]


def whole_sets(store):
    """The numbers of the change sets that are there; fails where one is there in part."""
    sets: dict[str, int] = {}
    for found in store.records():
        sets[found.record.note] = sets.get(found.record.note, 0) + 1
    assert set(sets.values()) <= {SIZE}
    return {int(note.removeprefix("ชุด ")) for note in sets}


def write_on(path, pipe, first):
    """Write one change set after the other and acknowledge each; wait where the store is busy."""
    with opened(path, busy_seconds=30) as store:
        number = first
        while True:
            store.apply(change_set(*records_of(number), key=str(number)))
            pipe.send(number)
            number += 1


class Writer:
    """Another process that writes until it is killed."""

    def __init__(self, path, first=0):
        self.pipe, there = FORK.Pipe(duplex=False)
        self.process = FORK.Process(target=write_on, args=(path, there, first))
        self.process.start()
        there.close()
        self.acknowledged = set()

    def hear(self, more):
        """Wait for some more acknowledgements."""
        for _ in range(more):
            self.acknowledged.add(self.pipe.recv())
        while self.pipe.poll():
            self.acknowledged.add(self.pipe.recv())

    def end(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.join()
        with suppress(EOFError, OSError):
            while True:
                self.acknowledged.add(self.pipe.recv())
        return self.acknowledged
