"""The disk fails at each single call of a write in turn: nothing acknowledged is lost, nothing is there in part.

`strace` lets one system call fail; where it may not, or is not there, files that may not grow beyond each single page
of the write fail instead. That half runs everywhere.
"""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from network_service.errors import StoreUnavailable, UsageError
from tests.house.tree import ROOT
from tests.store.records import put
from tests.store.sqlite.sets import FORK, SIZE, opened, records_of, whole_sets
from tests.store.sqlite.sweep import BURNT, SETS, turn
from tests.trials import trials

STRACE = shutil.which("strace")
FAULTS = [("pwrite64", "ENOSPC", 100), ("pwrite64", "EIO", 100), ("fdatasync", "EIO", 8)]
"""System call, error, and more calls than a start and three writes make of it."""
EXPECTED = {"store.disk_full", "store.io_error", "store.stopped", "store.unknown_end"}


@pytest.fixture
def original(tmp_path):
    """A store with one change set, closed."""
    path = tmp_path / "original.sqlite"
    with opened(path) as store:
        put(store, *records_of(0))
    return path


def assert_whole(path, told):
    """The next start needs no repair: all that was acknowledged is there, and nothing by halves."""
    with opened(path) as store:
        assert store.check() == []
        there = whole_sets(store)
        assert {0, *told["acknowledged"]} <= there
        assert len(there) == told["read"] or told["told"]
        assert told["read"] >= 1 + len(told["acknowledged"])
        assert len(list(store.records())) == SIZE * len(there)
        put(store, *records_of(9))
    assert set(told["told"]) <= EXPECTED


def injected(call, error, folder, turns):
    """What each turn told, its own call of that number having failed."""
    command = [STRACE, "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}"]
    command += ["-e", f"inject={call}:error={error}:when={BURNT}", sys.executable, "-m", "tests.store.sqlite.sweep"]
    done = subprocess.run(
        [*command, call, str(folder), *map(str, turns)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def may_trace():
    """Whether `strace` is there and may look at a process; in many containers it may not."""
    return STRACE is not None and not subprocess.run([STRACE, "-qq", "-o", os.devnull, "true"], check=False).returncode


@pytest.mark.parametrize(("call", "error", "calls"), FAULTS)
def test_a_call_that_fails_costs_nothing_that_was_acknowledged(original, tmp_path, rng, call, error, calls):
    if not may_trace():
        return  # the pages below fail everywhere
    every = range(1, calls + 1)
    turns = list(every) if trials(0, 1) else sorted({*rng.sample(every, 5), 1, 2})
    for number in turns:
        shutil.copy(original, tmp_path / f"{number}.sqlite")
    answers = injected(call, error, tmp_path, turns)
    assert [one["turn"] for one in answers] == turns
    assert answers[0]["told"], "the first call is one that is needed"
    assert not trials(0, 1) or not answers[-1]["told"], "no call is left that would not fail"
    for told in answers:
        assert_whole(tmp_path / f"{told['turn']}.sqlite", told)
        if not told["told"]:
            assert told["acknowledged"] == list(range(1, 1 + SETS))
        if error == "EIO" and told["told"]:
            assert set(told["told"][1:]) <= {"store.stopped"}, "after a failure of the disk nothing more is written"


def _grow_no_further(path, limit, pipe):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    pipe.send(turn(path, after=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))))
    os._exit(0)


def test_a_file_that_may_not_grow_by_one_page_more_costs_nothing_that_was_acknowledged(original, tmp_path, rng):
    frame = 4096 + 24
    every = range(80)
    failed = 0
    for number in every if trials(0, 1) else sorted({*rng.sample(every, 12), 0}):
        path = tmp_path / f"limit {number}.sqlite"
        shutil.copy(original, path)
        here, there = FORK.Pipe(duplex=False)
        child = FORK.Process(target=_grow_no_further, args=(path, 32 + number * frame + rng.randrange(frame), there))
        child.start()
        there.close()
        told = here.recv()
        child.join()
        failed += bool(told["told"])
        assert_whole(path, told)
    assert failed


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte, or `None` where this process may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "false", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    mounted = not subprocess.run(command, check=False, capture_output=True).returncode
    yield folder if mounted else None
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_loses_nothing_and_goes_on_when_there_is_room(small_disk):
    if small_disk is None:
        return  # a limit of pages fills up everywhere (test_faults.py), as do the files above
    filler, number = small_disk / "filler", 0
    filler.write_bytes(b"x" * 300_000)
    with opened(small_disk / "x.sqlite") as store:
        with suppress(StoreUnavailable):
            for number in range(1_000):
                put(store, *records_of(number))
        with pytest.raises(StoreUnavailable, match=r"store\.disk_full"):
            put(store, *records_of(number))
        assert whole_sets(store) == set(range(number))
        with pytest.raises((StoreUnavailable, UsageError)) as error:
            store.back_up(small_disk / "copy.sqlite")
        assert error.value.parameters["path"] == str(small_disk / "copy.sqlite")
        assert not (small_disk / "copy.sqlite").exists()
        filler.unlink()
        put(store, *records_of(number))
        assert (whole_sets(store), store.check()) == (set(range(number + 1)), [])
