"""`network-service export`: what goes out comes back in without change."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["out.xlsx", "out.json"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_an_export_imported_again_changes_nothing_here_and_makes_the_same_network_elsewhere(
    run_on_sample: Run, tmp_path: Path, name: str, language: str
):
    run = run_on_sample
    assert run("export", "--out", tmp_path / name, "--lang", language).exit_code == 0
    again = json.loads(run("import", tmp_path / name, "--json").stdout)
    assert (again["written"], again["faults"]) == (0, [])
    elsewhere = ("--store", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    assert run("import", tmp_path / name, *elsewhere).exit_code == 0
    hashes = []
    for store in ((), elsewhere):
        run("analyse", "--as-of", "2026-10-01", "--out", tmp_path / "out", *store)
        hashes.append(json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))["snapshot"])
    assert hashes[0] == hashes[1]


def test_a_format_we_do_not_write_is_wrong_use(run_on_sample: Run, tmp_path: Path):
    assert run_on_sample("export", "--out", tmp_path / "out.docx").exit_code == 2
    assert not (tmp_path / "out.docx").exists()


def test_other_programs_get_their_files_and_the_user_is_told_what_they_leave_out(run_on_sample: Run, tmp_path: Path):
    told = run_on_sample("export", "--out", tmp_path / "out.net", "--only-actors", "--lang", "en")
    assert told.exit_code == 0
    for said in ("out.net", "out.sector.clu", "other records were left out", "other columns"):
        assert said in told.stdout
    found = json.loads(run_on_sample("export", "--out", tmp_path / "out.dl", "--json").stdout)
    assert (found["format"], found["files"]) == ("dl", [str(tmp_path / "out.dl")])
    assert [one["code"] for one in found["left_out"]] == ["export.left.dl"]
    assert run_on_sample("export", "--out", tmp_path / "a.json", "--format", "popolo", "--only-actors").exit_code == 2
