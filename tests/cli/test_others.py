"""The other commands, and what all commands share."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from network_service import __version__
from network_service.cli.exit_status import STATUS_OF, Exit, status_of
from network_service.cli.main import COMMANDS
from network_service.domain.error_sentence import sentence_of
from network_service.errors import NetworkServiceError, StaleWrite, StoreError
from tests.cli.conftest import Run


def test_the_version_is_the_packages(run: Run):
    assert run("--version").stdout.split() == ["network-service", __version__]
    assert version("network-service") == __version__


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "--lang" in result.stdout


def test_the_demonstration_prints_the_findings_in_thai_and_says_where_the_map_is(run: Run, tmp_path: Path):
    result = run("demo")
    assert result.exit_code == 0, result.output
    assert re.search(r"ข้อค้นพบ \d+ ข้อ", result.stdout)
    assert str(tmp_path / "demo-output" / "map.html") in result.stdout
    assert (tmp_path / "demo-output" / "map.html").stat().st_size > 500_000
    assert not (tmp_path / "store.sqlite").exists(), "the demonstration leaves the installation's own store alone"


def test_the_demonstration_can_be_repeated(run: Run, tmp_path: Path):
    first = run("demo")
    one = (tmp_path / "demo-output" / "map.html").read_bytes()
    second = run("demo")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert (tmp_path / "demo-output" / "map.html").read_bytes() == one


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_template_can_be_imported_once_it_names_its_province(run: Run, tmp_path: Path, language: str):
    assert run("template", "--out", tmp_path / "t.xlsx", "--lang", language).exit_code == 0
    report = json.loads(run("import", tmp_path / "t.xlsx", "--province", "TH-98", "--dry-run", "--json").stdout)
    assert report["rows"]["read"] == report["rows"]["accepted"] + report["rows"]["refused"]
    assert report["added"] == [], "example rows are never imported"


@pytest.mark.parametrize(
    ("options", "sheets"),
    [
        ([], ["network", "actors", "people", "posts", "affiliations", "collaborations"]),
        (["--step", "2", "--step", "3"], ["network", "linkers", "managers"]),
        (["--step", "5"], ["network", "sub_networks", "communities", "bodies", "seats", "meetings"]),
    ],
)
def test_a_template_is_of_the_core_or_of_the_steps_asked_for(run: Run, options: list[str], sheets: list[str]):
    assert json.loads(run("template", *options, "--json").stdout)["sheets"] == sheets


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--step", "2", "--all"], "template.step_or_all"),
        (["--step", "8"], "template.unknown_step"),
        (["--province", "TH-78"], "place.unknown_province"),
    ],
)
def test_a_template_that_cannot_be_is_said(run: Run, tmp_path: Path, options: list[str], code: str):
    result = run("template", *options, "--json")
    assert json.loads(result.stderr)["error"] == code
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_template_makes_no_store(run: Run, tmp_path: Path):
    assert run("template", "--province", "TH-98").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["network-template.xlsx"]


def test_the_doctor_looks_without_making_a_store_and_sees_one_that_is_there(run: Run, sample: Path, tmp_path: Path):
    before = run("doctor", "--json")
    assert before.exit_code == 0
    assert not (tmp_path / "store.sqlite").exists()
    run("import", sample)
    after = {check["part"]: check for check in json.loads(run("doctor", "--json").stdout)}
    assert after["doctor.provinces"]["seen"] == "TH-98"
    assert after["doctor.soundness"]["state"] == "good"


def test_the_doctor_says_that_a_store_is_damaged(run: Run, tmp_path: Path):
    (tmp_path / "store.sqlite").write_bytes(b"no database" * 1000)
    result = run("doctor", "--json")
    assert result.exit_code == 3
    assert [check["state"] for check in json.loads(result.stdout)].count("bad") == 1


def test_output_into_a_file_can_say_thai_whatever_the_systems_code_page(tmp_path: Path):
    command = [sys.executable, "-c", "from network_service.cli.main import main; main()", "doctor"]
    for page in ("cp1252", "ascii"):
        environment = {**os.environ, "PYTHONIOENCODING": page, "PYTHONPATH": str(Path(__file__).parents[2])}
        environment["NETWORK_SERVICE_STORE"] = f"sqlite:///{tmp_path / 'none.sqlite'}"
        answer = subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False)
        assert answer.returncode == 0, answer.stderr
        assert "ที่เก็บข้อมูล" in answer.stdout.decode("utf-8")


def test_an_interrupt_is_said_and_ends_as_shells_expect(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("network_service.cli.import_file.import_network", interrupted)
    result = run("import", sample, "--lang", "en")
    assert (result.exit_code, "half-written" in result.stderr) == (130, True)


@pytest.mark.parametrize("command", [("template", "--out", "none/t.xlsx"), ("template", "--out", ".")])
def test_a_place_that_cannot_be_written_is_wrong_use_and_said(run: Run, command: tuple[str, ...]):
    result = run(*command, "--lang", "en")
    assert result.exit_code == 2
    assert result.stderr


def test_every_error_ends_in_a_status_and_the_narrowest_kind_decides():
    leaves = [NetworkServiceError]
    for kind in leaves:
        leaves += kind.__subclasses__()
    for kind in leaves[1:]:
        assert any(issubclass(kind, known) for known, _ in STATUS_OF), kind
    assert status_of(StaleWrite("store.stale")) == status_of(StoreError("x")) == Exit.STORE


def test_an_error_without_a_sentence_still_says_its_code():
    assert "no.such.code" in sentence_of(StoreError("no.such.code", place=1), "th")


def test_errors_are_json_for_machines(run: Run, tmp_path: Path):
    result = run("analyse", "--out", tmp_path / "out", "--json", "--lang", "en")
    assert json.loads(result.stderr)["error"] == "province.empty_store"
