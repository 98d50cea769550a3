"""Ctrl-C at any stage of an import, in a real process: nothing is written, no process and no file stays behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from network_service.store.sqlite.store import SqliteStore
from tests.ingest.workbooks import xlsx

ROOT = Path(__file__).parents[2]
ROWS = 1_050
PROGRAM = """
import os, signal, sys, threading
from datetime import date
from functools import partial
from pathlib import Path
from network_service.domain.principal import local_operator
from network_service.ingest import apart
from network_service.operations.import_network import ImportOptions, import_network
from network_service.store.sqlite.store import SqliteStore

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has jobs in the background ignore it
folder, stage, least, delay = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
processes = []
start = apart.subprocess.Popen
apart.subprocess.Popen = lambda *args, **more: processes.append(start(*args, **more)) or processes[-1]

def progress(said, done, total):
    if said == stage and done >= least:
        if delay:
            threading.Timer(delay, os.kill, (os.getpid(), signal.SIGINT)).start()
        else:
            os.kill(os.getpid(), signal.SIGINT)

with SqliteStore.open(folder / "store.sqlite") as store:
    try:
        by = partial(apart.parse_apart, memory=1 << 30, seconds=60)
        options = ImportOptions(day=date(2026, 10, 1), province="TH-98")
        import_network(local_operator("t"), store, folder / "a.xlsx", options, progress, by)
        print("whole", end=" ")
        threading.Event().wait(2 * delay)
    except KeyboardInterrupt:
        print("interrupted", end=" ")
[process] = processes
print(process.returncode is not None, end=" ")
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("alone")
"""


@pytest.fixture(scope="module")
def workbook() -> bytes:
    actors = [["level", "name", "sector"], *(["group", f"ชมรม {number}", "ชุมชน"] for number in range(ROWS))]
    return xlsx(Network=[["province", "name"], ["TH-98", "เครือข่าย"]], Actors=actors)


def interrupted(folder: Path, workbook: bytes, stage: str, least: int = 0, delay: float = 0) -> str:
    (folder / "a.xlsx").write_bytes(workbook)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), stage, str(least), str(delay)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGINT), done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("stage", "least"),
    [
        ("progress.reading_file", 1),  # the other process is at work
        ("progress.checking", 0),
        ("progress.writing", 0),
    ],
)
def test_an_import_interrupted_at_a_stage_leaves_nothing(tmp_path: Path, workbook: bytes, stage: str, least: int):
    assert interrupted(tmp_path, workbook, stage, least) == "interrupted True alone\n"
    assert {path.name.split("-")[0] for path in tmp_path.iterdir()} == {"a.xlsx", "store.sqlite"}
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        assert (list(store.records()), store.revision(), store.check()) == ([], 0, [])


@pytest.mark.parametrize("delay", [0.03])
def test_an_import_interrupted_while_it_writes_is_whole_or_absent(tmp_path: Path, workbook: bytes, delay: float):
    told = interrupted(tmp_path, workbook, "progress.writing", delay=delay).split()
    assert told[1:] in (["True", "alone"], [])
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        found = sum(1 for _ in store.records())
        assert (found, store.revision()) in ((0, 0), (2 * ROWS + 1, 1)), "the network, the actors and their memberships"
        assert store.check() == []
