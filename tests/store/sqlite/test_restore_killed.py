"""A process killed while it restores or backs up leaves all or nothing."""

import os
import shutil
import signal
import sys

from network_service.store.sqlite import connection, copying
from tests.store.records import organization, put
from tests.store.sqlite.sets import FORK, SIZE, opened, records_of
from tests.trials import trials

EVENTS = {"execute", "executemany", "backup", "fsync", "link", "mkdir", "rmdir", "unlink", "rename", "fetchone"}


def _die_at(event, path, copy, out, portion):
    """Restore, and back up again; die without warning at the n-th thing that touches the disk."""
    left = [event]

    def count(_frame, what, function):
        name = getattr(function, "__name__", "") if what == "c_call" else _frame.f_code.co_name
        if (what == "c_call" and name in EVENTS) or (what == "call" and name == "follow"):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    connection._PORTION = copying._PAGES = portion
    store = opened(path)
    sys.setprofile(count)
    store.restore(copy, principal="os:t")
    store.back_up(out)
    sys.setprofile(None)
    os._exit(left[0] % 251 and 1)


def test_a_restoration_and_a_backup_killed_at_any_moment_leave_all_or_nothing(tmp_path, rng):
    original, copy = tmp_path / "original.sqlite", tmp_path / "copy.sqlite"
    with opened(original) as store:
        put(store, *records_of(0))
        store.back_up(copy)
        put(store, *records_of(1))
        store.erase([records_of(0)[0].id], principal="os:t", reason_code="request")
        put(store, organization("0 0 ใหม่", note="ชุด 0"))
    events = _events(tmp_path, original, copy)
    assert events > 100
    some = range(1, events + 1) if trials(0, 1) else sorted(rng.sample(range(1, events + 1), 20))
    for event in some:
        folder = tmp_path / str(event)
        folder.mkdir()
        live, out = folder / "store.sqlite", folder / "out.sqlite"
        shutil.copy(original, live)
        child = FORK.Process(target=_die_at, args=(event, live, copy, out, 8))
        child.start()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        with opened(live) as store:
            assert store.check() == []
            assert store.history(records_of(0)[0].id) == []
            found = {one.record.note for one in store.records()}
            assert found in ({"ชุด 0", "ชุด 1"}, {"ชุด 0"})
            assert len(list(store.records())) == (2 * SIZE if len(found) == 2 else SIZE - 1)
        if out.exists():
            with opened(out) as made:
                assert made.check() == []
        shutil.rmtree(folder)


def _events(tmp_path, original, copy):
    """How many moments there are to die at."""
    folder = tmp_path / "counted"
    folder.mkdir()
    shutil.copy(original, folder / "store.sqlite")
    here, there = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_count, args=(folder / "store.sqlite", copy, folder / "out.sqlite", there))
    child.start()
    counted = here.recv()
    child.join()
    return counted


def _count(path, copy, out, pipe):
    """The same way without dying; the number of moments passed."""
    counted = [0]

    def count(frame, what, function):
        name = getattr(function, "__name__", "") if what == "c_call" else frame.f_code.co_name
        counted[0] += (what == "c_call" and name in EVENTS) or (what == "call" and name == "follow")

    connection._PORTION = copying._PAGES = 8
    store = opened(path)
    sys.setprofile(count)
    store.restore(copy, principal="os:t")
    store.back_up(out)
    sys.setprofile(None)
    pipe.send(counted[0])
    os._exit(0)
