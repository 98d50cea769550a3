"""An import that is killed leaves all or nothing, and the next one finishes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from network_service.reference.sample_province import sample_workbook
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


def test_an_import_killed_at_any_moment_is_whole_or_absent(tmp_path: Path):
    """Kills are spread over the time a whole import takes, so that some fall into the writing."""
    with sample_workbook() as workbook:
        start = time.monotonic()
        whole = importing(workbook, tmp_path / "whole.sqlite")
        assert whole.wait(60) == 0
        lasts = time.monotonic() - start
        with SqliteStore.open(tmp_path / "whole.sqlite") as store:
            records = sum(1 for _ in store.records())
        partial = []
        for number in range(KILLS):
            path = tmp_path / f"killed-{number}.sqlite"
            child = importing(workbook, path)
            # The first half of the time is start-up, which writes nothing.
            time.sleep(lasts * (0.5 + 0.5 * number / KILLS))
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
