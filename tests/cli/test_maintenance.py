"""Maintenance from the command line: turned on, told, and turned off again."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

OFFICE = "สำนักงานจังหวัดตัวอย่าง"


@pytest.mark.parametrize(
    ("language", "on", "refused", "off"),
    [
        ("th", "งดรับการบันทึก สั่งโดย os:", "งดรับการบันทึกชั่วคราว", "รับการบันทึกตามปกติ"),
        ("en", "refuses writes, turned on by os:", "refuses writes for maintenance", "takes writes as usual"),
    ],
)
def test_writes_are_refused_from_on_to_off(run_on_sample: Run, language: str, on: str, refused: str, off: str):
    run, say = run_on_sample, ("--lang", language)
    assert off in run("maintenance", *say).stdout
    assert on in run("maintenance", "on", *say).stdout
    assert on in run("maintenance", *say).stdout
    shown = run("end", OFFICE, "--on", "2026-09-30", *say)
    assert (shown.exit_code, refused in shown.stderr) == (3, True)
    assert run("history", OFFICE, *say).exit_code == 0
    assert off in run("maintenance", "off", *say).stdout
    assert run("end", OFFICE, "--on", "2026-09-30", *say).exit_code == 0


def test_machines_are_told_who_and_since_when(run_on_sample: Run):
    run = run_on_sample
    told = json.loads(run("maintenance", "on", "--json").stdout)
    assert told["on"] is True
    assert told["principal"].startswith("os:")
    assert told == json.loads(run("maintenance", "--json").stdout)
    assert json.loads(run("maintenance", "off", "--json").stdout) == {"on": False, "principal": None, "since": None}


def test_no_store_is_made_to_be_asked(run: Run, tmp_path: Path):
    shown = run("maintenance", "--json")
    assert (shown.exit_code, json.loads(shown.stderr)["error"]) == (3, "store.absent")
    assert list(tmp_path.iterdir()) == []
