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
