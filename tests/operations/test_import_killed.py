"""An import that is killed leaves all or nothing, and the next one finishes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from network_service.reference.sample_provinces import sample_files
from network_service.store.sqlite.store import SqliteStore
from tests.trials import trials

KILLS = trials(10, 100)


def importing(workbook: Path, store: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", "from network_service.cli.main import app; app()"]
    return subprocess.Popen(
        [*command, "import", str(workbook), "--store", f"sqlite:///{store}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def await_the_writing(store: Path, child: "subprocess.Popen[bytes]") -> None:
    """Wait until the write-ahead log grows: from then on the import is being committed."""
    log = store.with_name(store.name + "-wal")
    while child.poll() is None and not (log.exists() and log.stat().st_size):
        time.sleep(0.0005)


def test_an_import_killed_at_any_moment_is_whole_or_absent(tmp_path: Path):
    """Every second kill falls into the commit, the others are spread over the time that a whole import takes."""
    with sample_files("TH-98") as (workbook, *_):
        start = time.monotonic()
        whole = importing(workbook, tmp_path / "whole.sqlite")
        assert whole.wait(60) == 0
        lasts = time.monotonic() - start
        with SqliteStore.open(tmp_path / "whole.sqlite") as store:
            records = sum(1 for _ in store.records())
        partial = []
        for number in range(KILLS):
            path = tmp_path / f"killed-{number}.sqlite"
            with SqliteStore.open(path):
                pass
            child = importing(workbook, path)
            if number % 2:
                await_the_writing(path, child)
                time.sleep(0.001 * (number // 2))
            else:
                time.sleep(lasts * number / KILLS)
            child.send_signal(signal.SIGKILL)
            child.wait(10)
            with SqliteStore.open(path) as store:
                found = sum(1 for _ in store.records())
                if found not in (0, records) or store.check():
                    partial.append((number, found, store.check()))
        assert partial == []
        assert importing(workbook, path).wait(60) == 0
        with SqliteStore.open(path) as store:
            assert (sum(1 for _ in store.records()), store.revision(), store.check()) == (records, 1, [])
