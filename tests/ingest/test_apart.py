"""A parser in another process may eat, loop, die or raise: what becomes of it is said, and the process is gone."""

import inspect
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from network_service import errors
from network_service.errors import FaultyInput, NetworkServiceError, RefusedForSafety, UnreadableFile
from network_service.ingest import apart
from network_service.ingest.apart import SMALL_BYTES, is_small, parse_apart, parse_large_apart
from network_service.ingest.content import NamedContent
from network_service.ingest.foreign.recognise import Hints
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.parsing import OurJson, parse, unheard
from network_service.ingest.xlsx.reader import read_workbook
from tests.ingest import hostile_parsers as hostile
from tests.ingest.workbooks import xlsx

MIB = 1024 * 1024
ROOT = Path(__file__).parents[2]
ACTORS = [["level", "name", "sector"], *(["group", f"ชมรม {number}", "ชุมชน"] for number in range(5))]
GOOD = NamedContent("good.xlsx", xlsx(Actors=ACTORS))
ERRORS = [
    name
    for name, one in inspect.getmembers(errors, inspect.isclass)
    if issubclass(one, NetworkServiceError) and one.__module__ == errors.__name__
]


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def run(by, tmp_path: Path, *, told=unheard, encoding=None, memory=256 * MIB, seconds=60):
    """Run a parser apart, and see that its process has ended by the time an answer is there."""
    files, threads = [NamedContent("x", str(tmp_path).encode())], threading.active_count()
    try:
        return parse_apart(files, LIMITS, Hints(encoding), told, memory=memory, seconds=seconds, by=by)
    finally:
        assert not is_there(int((tmp_path / "pid").read_text()))
        assert threading.active_count() == threads


@pytest.mark.parametrize(
    "by",
    [
        hostile.allocates,
        hostile.allocates_small,
        hostile.kills_itself,
        hostile.runs_out_within_the_parser_of_xml,
    ],
)
def test_what_takes_too_much_memory_or_breaks_down_is_refused(tmp_path: Path, by):
    with pytest.raises(RefusedForSafety) as caught:
        run(by, tmp_path)
    assert (caught.value.code, caught.value.parameters) == ("safety.too_much_memory", {"limit": 256})


@pytest.mark.parametrize("by", [hostile.loops, hostile.sleeps])
def test_what_takes_too_long_is_refused_whether_it_works_or_waits(tmp_path: Path, by):
    with pytest.raises(RefusedForSafety) as caught:
        run(by, tmp_path, seconds=3)
    assert (caught.value.code, caught.value.parameters) == ("safety.too_long", {"limit": 3})


def test_what_ends_of_itself_without_an_answer_is_a_defect_and_no_fault_of_the_file(tmp_path: Path):
    with pytest.raises(ChildProcessError, match="3"):
        run(hostile.ends, tmp_path)


@pytest.mark.parametrize("name", ERRORS)
def test_each_error_of_ours_is_itself_after_a_journey(name: str):
    kind = getattr(errors, name)
    error = kind("a.code", ["one"], place="ก") if kind is FaultyInput else kind("a.code", place="ก")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.args, vars(again), str(again)) == (kind, error.args, vars(error), str(error))


@pytest.mark.parametrize("name", ["UnreadableFile", "RefusedForSafety", "FaultyInput"])
def test_an_error_of_ours_comes_back_with_code_and_parameters(tmp_path: Path, name: str):
    with pytest.raises(getattr(errors, name)) as caught:
        run(hostile.raises, tmp_path, encoding=name)
    assert caught.type is getattr(errors, name)
    assert caught.value.code == "a.code"
    if name == "FaultyInput":
        assert caught.value.faults == ("one", "two")
        assert caught.value.parameters == {"count": 2, "path": "ก.xlsx"}
    else:
        assert caught.value.parameters == {"limit": 7, "name": "ก"}


def test_an_error_that_cannot_travel_is_told_in_words(tmp_path: Path):
    with pytest.raises(RuntimeError, match="heard nonetheless"):
        run(hostile.raises_what_does_not_travel, tmp_path)


def test_what_a_library_prints_is_no_answer(tmp_path: Path):
    assert run(hostile.prints, tmp_path, encoding="utf-8") == OurJson({"heard": "utf-8"})


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_whatever_happens_here_meanwhile_ends_the_other_process(tmp_path: Path, error: type[BaseException]):
    def told(done: int, total: int) -> None:
        assert done == hostile.BEGUN
        assert is_there(int((tmp_path / "pid").read_text()))
        raise error

    with pytest.raises(error):
        run(hostile.sleeps, tmp_path, told=told)


def test_the_other_process_ends_when_this_one_is_killed(tmp_path: Path):
    program = """
import os, signal, sys
from network_service.ingest.apart import parse_apart
from network_service.ingest.content import NamedContent
from network_service.ingest.foreign.recognise import Hints
from network_service.ingest.limits import LIMITS
from tests.ingest.hostile_parsers import sleeps
def told(done, total):
    os.kill(os.getpid(), signal.SIGKILL)
parse_apart([NamedContent("x", sys.argv[1].encode())], LIMITS, Hints(), told, memory=2**28, seconds=60, by=sleeps)
"""
    # The other process holds the pipe of standard error no longer than it lives.
    killed = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=tmp_path
    )
    assert killed.wait(60) == -signal.SIGKILL
    orphan = int((tmp_path / "pid").read_text())
    for _ in range(600):
        if not is_there(orphan) or "State:\tZ" in Path(f"/proc/{orphan}/status").read_text():
            return
        threading.Event().wait(0.1)
    raise AssertionError("still there")


def test_a_file_parsed_apart_is_what_it_is_when_parsed_here():
    heard = []
    found = parse_apart(
        [GOOD], LIMITS, None, lambda done, total: heard.append((done, total)), memory=1024 * MIB, seconds=60
    )
    assert found == parse([GOOD], LIMITS, Hints(), unheard) == read_workbook(GOOD.content)
    assert [row.number for row in found.sheets[0].rows] == [1, 2, 3, 4, 5, 6]


def test_reading_says_how_many_of_how_many_rows_it_read():
    content = xlsx(Actors=ACTORS[:1] + ACTORS[1:2] * 2_500)
    heard: list[tuple[int, int]] = []
    read_workbook(content, told=lambda done, total: heard.append((done, total)))
    assert heard == [(1_000, 2_501), (2_000, 2_501)]


HOSTILE_FILES = {
    "objects": (b'{"format": "network-service", "format_version": 1, "records": [' + b"{}," * 700_001, LIMITS),
    "rows": (GOOD.content, Limits(rows=3)),
    "nested": (b'{"format": "network-service", "records": ' + b"[" * 100_000, LIMITS),
    "cut off": (GOOD.content[:-30], LIMITS),
    "unpacked": (GOOD.content, Limits(unpacked_bytes=1_000)),
}


@pytest.mark.parametrize(
    ("name", "limited"), [*((name, True) for name in HOSTILE_FILES), ("objects", False), ("rows", False)]
)
def test_the_verdict_is_the_same_here_and_apart_with_limits_of_the_system_and_without(name: str, limited: bool):
    content, limits = HOSTILE_FILES[name]
    files = [NamedContent("x", content)]
    with pytest.raises((RefusedForSafety, UnreadableFile)) as here:
        parse(files, limits, Hints(), unheard)
    with pytest.raises((RefusedForSafety, UnreadableFile)) as there:
        # Without limits of the system, as on Windows: more than any machine has.
        parse_apart(files, limits, Hints(), unheard, memory=512 * MIB if limited else 1 << 50, seconds=60)
    assert (type(here.value), here.value.code, here.value.parameters) == (
        type(there.value),
        there.value.code,
        there.value.parameters,
    )


def test_json_of_very_many_values_is_refused_before_they_are_made():
    values = {"format": "network-service", "format_version": 1, "province": "TH-98", "records": [{}, [], {"a": 1}]}
    files = [NamedContent("x", json.dumps(values).encode())]
    # Three commas and an opening at the top, then two commas and four openings.
    assert parse(files, Limits(json_values=10), Hints(), unheard) == OurJson(values)
    with pytest.raises(RefusedForSafety, match=r"safety\.too_many_elements"):
        parse(files, Limits(json_values=9), Hints(), unheard)


def test_only_what_is_small_packed_and_unpacked_is_parsed_here(monkeypatch: pytest.MonkeyPatch):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(5 * MIB))
    assert is_small([GOOD])
    assert is_small([NamedContent("x", b"a" * SMALL_BYTES)])
    assert not is_small([NamedContent("x", b"a" * SMALL_BYTES), NamedContent("y", b"a")])
    assert not is_small([NamedContent("x", packed.getvalue())])
    assert not is_small([NamedContent("x", GOOD.content[:-30])])
    monkeypatch.setattr(apart, "SMALL_BYTES", len(GOOD.content) - 1)
    started = []
    process = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *a, **k: started.append(a) or process(*a, **k))
    for most, count in ((len(GOOD.content), 0), (len(GOOD.content) - 1, 1)):
        monkeypatch.setattr(apart, "SMALL_BYTES", most)
        found = parse_large_apart([GOOD], LIMITS, None, unheard, memory=1024 * MIB, seconds=60)
        assert [sheet.title for sheet in found.sheets] == ["Actors"]
        assert len(started) == count
