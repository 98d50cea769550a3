"""`network-service duplicates`: proposes, says what to type, remembers what a person decided."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from network_service.bootstrap import this_user
from tests.cli.conftest import Run


@pytest.fixture
def run_on_two(run: Run, tmp_path: Path) -> Run:
    """Commands on a province in which one office stands twice."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Network"
    for row in (["province code", "name"], ["TH-98", "Network"]):
        sheet.append(row)
    actors = book.create_sheet("Actors")
    for row in (["level", "name"], ["organisation", "สสจ.ตัวอย่าง"], ["organisation", "สำนักงานสาธารณสุขจังหวัดตัวอย่าง"]):
        actors.append(row)
    book.save(tmp_path / "two.xlsx")
    report = json.loads(run("import", tmp_path / "two.xlsx", "--json", "--lang", "en").stdout)
    assert report["faults"] == []
    assert any("สสจ.ตัวอย่าง" in note and "perhaps one" in note for note in report["notes"])
    return run


@pytest.mark.parametrize(("language", "said"), [("th", "น่าจะซ้ำ"), ("en", "likely")])
def test_a_pair_is_listed_with_reason_and_command(run_on_two: Run, language: str, said: str):
    result = run_on_two("duplicates", "--lang", language)
    assert result.exit_code == 0
    for part in (said, "สสจ.ตัวอย่าง", "network-service merge", "network-service duplicates --different"):
        assert part in result.stdout


def test_a_pair_called_different_is_remembered(run_on_two: Run):
    (pair,) = json.loads(run_on_two("duplicates", "--json").stdout)["proposals"]
    assert pair["verdict"] == "likely"
    assert pair["merge"] == f"network-service merge {pair['gone']['id']} {pair['kept']['id']}"
    assert set(pair["sentences"]) == {"th", "en"}
    command = pair["different"].split()[1:]
    assert run_on_two(*command, "--reason", "คนละสำนักงาน").exit_code == 0
    again = json.loads(run_on_two("duplicates", "--json").stdout)
    assert (again["proposals"], again["declared_different"]) == ([], 1)
    (left_out,) = again["different"]
    assert (left_out["by"], left_out["reason"]) == (this_user().name, "คนละสำนักงาน")
    assert {left_out["one"]["id"], left_out["other"]["id"]} == {pair["gone"]["id"], pair["kept"]["id"]}
    for part in ("1", left_out["by"], "คนละสำนักงาน"):
        assert part in run_on_two("duplicates").stdout


def test_an_id_that_is_none_is_a_fault_and_remembers_nothing(run_on_two: Run):
    result = run_on_two("duplicates", "--different", "x", "y", "--lang", "en")
    assert result.exit_code == 1
    assert "There is no organisation" in result.stderr
