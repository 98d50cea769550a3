"""A process killed while it writes loses nothing that it has acknowledged, and leaves nothing half-written."""

import multiprocessing
import os
import signal
from contextlib import suppress

from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.connection import Connections
from tests.store.records import change_set, organization
from tests.trials import trials

FORK = multiprocessing.get_context("fork")
SIZE = 5


def records_of(number):
    return [organization(f"{number} {n}", note=f"ชุด {number}") for n in range(SIZE)]


def write_on(path, pipe):
    """Write one change set after the other, and acknowledge each."""
    with SqliteStore.open(path, audit_key=b"k" * 32) as store:
        number = 0
        while True:
            store.apply(change_set(*records_of(number), key=str(number)))
            pipe.send(number)
            number += 1


def acknowledged_before_the_kill(path, wanted):
    """Kill a writer after so many acknowledgements; the number it had given by then."""
    here, there = FORK.Pipe(duplex=False)
    child = FORK.Process(target=write_on, args=(path, there))
    child.start()
    there.close()
    for _ in range(wanted):
        here.recv()
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    count = wanted
    with suppress(EOFError, OSError):  # the end of the pipe, or of half a message
        while True:
            here.recv()
            count += 1
    here.close()
    return count


def assert_whole(path, acknowledged):
    with SqliteStore.open(path, audit_key=b"k" * 32) as store:
        assert store.check() == []
        sets: dict[str, int] = {}
        for found in store.records():
            sets[found.record.note] = sets.get(found.record.note, 0) + 1
        assert set(sets.values()) <= {SIZE}
        assert acknowledged <= len(sets) <= acknowledged + 1
        assert store.revision() == len(sets) == len(list(store.audit()))
        # Who sends the last one again, not knowing whether it was written, does no harm.
        store.apply(change_set(*records_of(acknowledged), key=str(acknowledged)))
        assert store.revision() == acknowledged + 1


def test_no_acknowledged_write_is_lost_and_none_is_partial(tmp_path, rng):
    for trial in range(trials(10, 200)):
        path = tmp_path / f"{trial}.sqlite"
        assert_whole(path, acknowledged_before_the_kill(path, rng.randint(1, 12)))


def test_a_writer_killed_at_any_statement_leaves_the_change_set_whole_or_absent(tmp_path):
    statement = 0
    while True:
        statement += 1
        path = tmp_path / f"{statement}.sqlite"
        child = FORK.Process(target=_write_and_die, args=(path, statement))
        child.start()
        child.join()
        if child.exitcode != -signal.SIGKILL:
            break
        assert_whole(path, 1)
    assert child.exitcode == 0
    assert statement > 8


def _write_and_die(path, statement):
    left = [statement]

    def count(_text: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    store = SqliteStore.open(path, audit_key=b"k" * 32)
    store.apply(change_set(*records_of(0), key="0"))
    writer: Connections = store._connections
    writer._writer.set_trace_callback(count)
    store.apply(change_set(*records_of(1), key="1"))
    os._exit(0)
