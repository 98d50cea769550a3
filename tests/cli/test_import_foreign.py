"""Files of other programs at the command line: several files, mappings, directions, and the network they make."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.house.tree import ROOT

FOLDER = ROOT / "tests" / "data" / "foreign"


def exported(run: Run, tmp_path: Path) -> list[dict[str, object]]:
    run("export", "--out", tmp_path / "out.json")
    return list(json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["records"])


def ties(records: list[dict[str, object]]) -> list[dict[str, object]]:
    return [record for record in records if record["kind"] == "collaborates_with"]


@pytest.mark.parametrize(("language", "name"), [("th", "เครือข่ายที่ยังไม่ได้ตั้งชื่อ"), ("en", "Unnamed network")])
def test_two_files_of_nobodys_province_make_the_unnamed_network_which_is_then_analysed(
    run: Run, tmp_path: Path, language: str, name: str
):
    files = [FOLDER / "kumu-connections.csv", FOLDER / "kumu-elements.csv"]
    first = run("import", *files, "--lang", language)
    assert first.exit_code == 0
    assert "Kumu" in first.stdout
    report = json.loads(run("import", *files, "--json").stdout)
    assert (report["province"], report["written"]) == ("TH-00", 0)
    analysed = run("analyse", "--out", tmp_path / "results", "--lang", language)
    assert analysed.exit_code == 0
    assert name in analysed.stdout


def test_a_mapping_is_said_saved_and_used_again(run: Run, tmp_path: Path):
    (tmp_path / "a.csv").write_text("Who,Whom,Times\nก,ข,4\n", encoding="utf-8")
    said = ["--map", "Who=source", "--map", "Whom=target", "--map", "ties.Times=frequency"]
    assert run("import", "a.csv", *said, "--save-mapping", "columns.json").exit_code == 0
    assert [tie["frequency"] for tie in ties(exported(run, tmp_path))] == [4]
    (tmp_path / "b.csv").write_text("Who,Whom,Times\nข,ค,2\n", encoding="utf-8")
    assert run("import", "b.csv", "--mapping", "columns.json").exit_code == 0
    assert sorted(str(tie["frequency"]) for tie in ties(exported(run, tmp_path))) == ["2", "4"]


def test_a_field_that_there_is_not_is_wrong_use_and_names_those_there_are(run: Run):
    result = run("import", FOLDER / "gephi-edges.csv", "--map", "Weight=nonsense", "--lang", "en")
    assert result.exit_code == 2
    assert "frequency" in result.stderr


def test_ties_without_a_direction_are_read_as_said(run: Run, tmp_path: Path):
    assert run("import", FOLDER / "florentine-edges.csv", "--undirected").exit_code == 0
    assert {tie["mutual"] for tie in ties(exported(run, tmp_path))} == {True}


def test_the_only_network_in_the_store_is_meant(run_on_sample: Run, tmp_path: Path):
    (tmp_path / "a.csv").write_text("from,to\nสำนักงานจังหวัดตัวอย่าง,ชมรมใหม่ทดลอง\n", encoding="utf-8")
    report = json.loads(run_on_sample("import", "a.csv", "--json").stdout)
    assert (report["province"], report["faults"]) == ("TH-98", [])
    assert report["written"] == 3, "the new actor, its membership, and the tie"


def test_a_real_province_gets_a_network_of_its_name(run: Run, tmp_path: Path):
    assert run("import", FOLDER / "florentine-edges.csv", "--province", "TH-55").exit_code == 0
    (network,) = [record for record in exported(run, tmp_path) if record["kind"] == "province_network"]
    assert network["name"] == "เครือข่ายบริหารกิจการสาธารณะระดับจังหวัด น่าน"


def test_an_encoding_that_nobody_knows_is_named_with_those_that_are(run: Run):
    result = run("import", FOLDER / "thai-excel.csv", "--encoding", "klingon", "--lang", "en")
    assert result.exit_code == 2
    assert "klingon" in result.stderr


def test_no_file_of_another_program_replaces_a_sheet(run: Run):
    files = [FOLDER / "kumu-elements.csv", FOLDER / "kumu-connections.csv"]
    run("import", *files)
    result = run("import", files[1], "--replace", "actors", "--lang", "en")
    assert result.exit_code == 2
    assert "--replace" in result.stderr
