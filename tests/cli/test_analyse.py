"""`network-service analyse`: the files, what they say of themselves, and the planted gaps found end to end."""

import csv
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pyarrow.parquet import read_table

from examples.sample_province.planted import PLANTED
from network_service.findings.rules_of_gaps import RULES_OF_GAPS
from tests.cli.conftest import Run, invoke

TABLES = {
    *("centrality", "ties", "brokerage", "cutpoints", "key_players", "robustness", "mixing", "sectors", "network"),
    *("communities", "community_summary", "bodies", "interlock", "readiness", "factors", "factor_parts"),
    *("considerations", "doubt", "findings", "codebook"),
}
FILES = {
    *("map.html", "report.html", "findings.json", "findings.xlsx", "codebook.md", "summary.json"),
    *(f"{name}.csv" for name in TABLES),
}
COLUMNS = {
    *("id", "name", "sector", "actor_level", "area_level", "degree", "degree_count", "in_degree", "out_degree"),
    *("strength", "betweenness", "betweenness_weighted", "closeness", "closeness_weighted"),
    *("harmonic", "harmonic_weighted", "synthetic"),
}


@pytest.fixture(scope="module")
def analysed(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, analysed once for all tests that only read."""
    out = tmp_path_factory.mktemp("analysed")
    result = invoke("analyse", "--as-of", "2026-10-01", "--out", out, "--store", f"sqlite:///{imported}")
    assert result.exit_code == 0, result.output
    return out


def test_all_files_are_written_and_nothing_else(analysed: Path):
    assert {path.name for path in analysed.iterdir()} == FILES


def test_every_planted_gap_is_found_through_workbook_store_and_measures(analysed: Path):
    findings = json.loads((analysed / "findings.json").read_text(encoding="utf-8"))["findings"]
    found = {(finding["rule"], frozenset(subject["id"] for subject in finding["subjects"])) for finding in findings}
    planted = {(gap.rule, frozenset(subject.id for subject in gap.subjects)) for gap in PLANTED}
    assert planted <= found
    of_gaps = {rule.__name__ for rule in RULES_OF_GAPS}
    assert {one for one in found if one[0] in of_gaps} == planted
    critical = {finding["rule"] for finding in findings if finding["severity"] == "critical"}
    assert critical <= of_gaps | {"step_condition_fails"}, "a building step's gate, or many cut off"


def test_centrality_names_every_actor_once_with_every_measure(analysed: Path):
    raw = (analysed / "centrality.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel shows Thai only with a byte order mark"
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert set(rows[0]) >= COLUMNS
    assert len({row["id"] for row in rows}) == len(rows) == 142
    assert all(0 <= float(row["betweenness"]) <= 1 for row in rows)


def test_the_summary_says_what_every_file_was_made_from(analysed: Path):
    summary = json.loads((analysed / "summary.json").read_text(encoding="utf-8"))
    assert summary["files"].keys() == FILES - {"summary.json"}
    for name, made in summary["files"].items():
        assert made["lens"]["as_of"] == "2026-10-01", name
        assert made["revision"] == summary["revision"] == 1
        assert made["snapshot"] == summary["snapshot"]
        assert "seed" in made
    assert summary["files"]["centrality.csv"]["methods"]["betweenness"]["engine"] == "igraph"
    assert summary["hidden_by_lens"]["actors_not_active"] == 8
    assert summary["synthetic"] is True
    index = summary["network_measures"]["e_i_index"]
    assert index["internal_density"]
    assert index["external_density"]


def test_findings_for_excel_have_thai_headers_and_as_many_rows(analysed: Path):
    sheet = load_workbook(analysed / "findings.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:2] == ("ลำดับ", "ระดับ")
    findings = json.loads((analysed / "findings.json").read_text(encoding="utf-8"))["findings"]
    assert len(rows) == 1 + len(findings) > len(PLANTED)


def places_on(page: Path) -> list[tuple[float, float]]:
    """Where the page draws its actors, from the data it carries."""
    data = re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', page.read_text(encoding="utf-8"), re.S)
    assert data is not None
    return [(node["x"], node["y"]) for node in json.loads(data[1])["nodes"]]


def test_the_map_keeps_its_places_from_one_analysis_to_the_next(analysed: Path, imported: Path, tmp_path: Path):
    invoke("analyse", "--as-of", "2026-10-01", "--out", tmp_path / "again", "--store", f"sqlite:///{imported}")
    assert places_on(tmp_path / "again" / "map.html") == places_on(analysed / "map.html")
    assert len(set(places_on(analysed / "map.html"))) == 142


def test_english_is_english(run_on_sample: Run, tmp_path: Path):
    result = run_on_sample("analyse", "--as-of", "1 ต.ค. 2569", "--out", tmp_path / "en", "--lang", "en")
    assert result.exit_code == 0
    assert re.search(r"\d+ findings", result.stdout)
    assert 'lang="en"' in (tmp_path / "en" / "map.html").read_text(encoding="utf-8")


def test_an_empty_store_says_what_to_do_first(run: Run, tmp_path: Path):
    result = run("analyse", "--out", tmp_path / "out", "--lang", "en")
    assert result.exit_code == 1
    assert "network-service import" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_province_the_store_does_not_have_is_named(run_on_sample: Run, tmp_path: Path):
    result = run_on_sample("analyse", "--province", "TH-10", "--out", tmp_path / "out", "--lang", "en")
    assert result.exit_code == 1
    assert "TH-98" in result.stderr


def test_a_date_that_is_none_is_wrong_use(run: Run, tmp_path: Path):
    assert run("analyse", "--as-of", "29 ก.พ. 2568", "--out", tmp_path / "out").exit_code == 2


def test_machines_get_json_only(run_on_sample: Run, tmp_path: Path):
    result = run_on_sample("analyse", "--as-of", "2026-10-01", "--out", tmp_path / "out", "--json")
    assert len(json.loads(result.stdout)["findings"]) > len(PLANTED)


def test_a_network_too_large_to_draw_still_has_its_figures(
    run_on_sample: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("network_service.maps.sector_map.MOST_ACTORS", 100)
    result = run_on_sample("analyse", "--as-of", "2026-10-01", "--out", tmp_path / "out", "--lang", "en")
    assert result.exit_code == 0
    assert "none was drawn" in result.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES - {"map.html"}
    assert "map.html" not in json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))["files"]


def test_findings_are_about_what_is_recorded_also_under_a_minimum_strength(run_on_sample: Run, tmp_path: Path):
    result = run_on_sample(
        "analyse", "--as-of", "2026-10-01", "--out", tmp_path / "out", "--minimum-strength", "5", "--json"
    )
    told = json.loads(result.stdout)
    assert len(told["findings"]) > len(PLANTED)
    assert told["hidden"]["ties"] > 200


def test_another_day_does_not_forget_where_actors_were(run_on_sample: Run, tmp_path: Path):
    def analysed_on(day: str, out: str) -> Path:
        run_on_sample("analyse", "--as-of", day, "--out", tmp_path / out)
        return tmp_path / out / "map.html"

    first = places_on(analysed_on("2026-10-01", "1"))
    analysed_on("2025-01-01", "2")
    assert places_on(analysed_on("2026-10-01", "3")) == first


def test_a_day_on_which_there_was_no_network_is_said(run_on_sample: Run, tmp_path: Path):
    result = run_on_sample("analyse", "--as-of", "2001-01-01", "--out", tmp_path / "out", "--lang", "en")
    assert result.exit_code == 1
    assert "no network in force" in result.stderr


def test_tables_as_parquet_hold_the_rows_of_the_csv(run_on_sample: Run, tmp_path: Path):
    run_on_sample("analyse", "--as-of", "2026-10-01", "--out", tmp_path / "out", "--quick", "--parquet")
    for name in TABLES:
        with (tmp_path / "out" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            headers, *rows = csv.reader(file)
        table = read_table(tmp_path / "out" / f"{name}.parquet")
        assert (table.column_names, table.num_rows) == (headers, len(rows)), name
