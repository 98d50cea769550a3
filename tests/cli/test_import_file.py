"""`network-service import`: previews, refuses, writes once, and says so."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from network_service.errors import RefusedForSafety
from network_service.ingest import apart
from tests.cli.conftest import Run


@pytest.fixture
def faulty(sample: Path, tmp_path: Path) -> Path:
    """The sample with one cell that no reader can understand."""
    workbook = load_workbook(sample)
    sheet = workbook["ภาคี"] if "ภาคี" in workbook.sheetnames else workbook.worksheets[2]
    headers = [cell.value for cell in sheet[1]]
    column = next(place for place, header in enumerate(headers, start=1) if header and "ภาคส่วน" in str(header))
    sheet.cell(row=5, column=column).value = "ภาคอวกาศ"
    path = tmp_path / "faulty.xlsx"
    workbook.save(path)
    return path


def told(result) -> dict:
    return json.loads(result.stdout)


def test_the_same_file_twice_writes_only_once(run: Run, sample: Path):
    first, second = run("import", sample, "--json"), run("import", sample, "--json")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert told(first)["written"] == len(told(first)["added"]) > 900
    assert (told(second)["written"], told(second)["unchanged"]) == (0, told(first)["written"])
    assert told(second)["revision"] is None


def test_a_dry_run_shows_what_would_be_added_and_writes_nothing(run: Run, sample: Path):
    preview = run("import", sample, "--dry-run", "--json")
    assert (preview.exit_code, told(preview)["written"]) == (0, 0)
    assert len(told(preview)["added"]) > 900
    assert told(run("import", sample, "--json"))["written"] == len(told(preview)["added"])


def test_one_faulty_cell_stops_the_whole_file_and_is_named(run: Run, faulty: Path):
    result = run("import", faulty, "--json")
    assert result.exit_code == 1
    report = told(result)
    assert (report["written"], report["revision"]) == (0, None)
    assert report["rows"]["read"] == report["rows"]["accepted"] + report["rows"]["refused"]
    assert any(fault["value"] == "ภาคอวกาศ" and fault["row"] == 5 for fault in report["faults"])


def test_the_good_rows_are_taken_on_request_and_the_status_still_says_faults(run: Run, faulty: Path):
    result = run("import", faulty, "--accept-good", "--json")
    assert result.exit_code == 1
    assert told(result)["written"] > 800
    assert told(result)["rows"]["refused"] >= 1


def test_faults_are_told_in_the_language_asked_for(run: Run, faulty: Path):
    thai, english = run("import", faulty), run("import", faulty, "--lang", "en")
    assert "ข้อผิดพลาด" in thai.stdout
    assert "fault" in english.stdout
    assert "ภาคอวกาศ" in thai.stdout
    assert "ภาคอวกาศ" in english.stdout


def test_replacing_a_sheet_ends_what_the_file_no_longer_names(run: Run, sample: Path, tmp_path: Path):
    run("import", sample)
    workbook = load_workbook(sample)
    sheet = workbook["สายสัมพันธ์"]
    sheet.delete_rows(sheet.max_row)
    shorter = tmp_path / "shorter.xlsx"
    workbook.save(shorter)
    assert told(run("import", shorter, "--json"))["ended"] == []
    preview = told(run("import", shorter, "--replace", "collaborations", "--dry-run", "--json"))
    assert [change["kind"] for change in preview["ended"]] == ["collaborates_with"]


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"not a workbook", 1), (b"", 1), (b"PK\x03\x04 cut short", 1)],
)
def test_what_is_no_workbook_is_refused_with_a_sentence(run: Run, tmp_path: Path, content: bytes, status: int):
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    result = run("import", path)
    assert result.exit_code == status
    assert "✗" in result.stderr
    assert "Traceback" not in result.output


def test_an_unknown_store_is_wrong_use_and_a_damaged_one_a_store_error(run: Run, sample: Path, tmp_path: Path):
    assert run("import", sample, "--store", "oracle://x").exit_code == 2
    (tmp_path / "broken.sqlite").write_bytes(b"this is no database at all" * 100)
    assert run("import", sample, "--store", f"sqlite:///{tmp_path / 'broken.sqlite'}").exit_code == 3


def test_a_sheet_that_does_not_exist_cannot_be_replaced(run: Run, sample: Path):
    assert run("import", sample, "--replace", "no-such-sheet").exit_code == 2


def test_a_marked_copy_is_written_where_there_are_faults_and_can_be_mended_and_imported(
    run: Run, sample: Path, faulty: Path, tmp_path: Path
):
    out = tmp_path / "marked.xlsx"
    assert told(run("import", sample, "--dry-run", "--json", "--marked-copy", out))["marked_copy"] is None
    assert not out.exists()
    result = run("import", faulty, "--marked-copy", out, "--lang", "en")
    assert result.exit_code == 1
    assert str(out) in result.stdout
    workbook = load_workbook(out)
    assert workbook.worksheets[0].title == "Faults to mend"
    [cell] = [cell for row in workbook["กลุ่มและองค์กร"].iter_rows() for cell in row if cell.value == "ภาคอวกาศ"]
    cell.value = "ภาครัฐ"
    workbook.save(out)
    assert run("import", out, "--json").exit_code == 0


@pytest.mark.parametrize(("name", "written"), [("no/such/folder/m.xlsx", 0), ("m.xlsx", 1)])
def test_where_the_marked_copy_cannot_be_written_nothing_is_imported(run: Run, faulty: Path, name: str, written: int):
    result = run("import", faulty, "--accept-good", "--marked-copy", name)
    assert result.exit_code == (1 if written else 2)
    assert bool(told(run("import", faulty, "--accept-good", "--dry-run", "--json"))["unchanged"]) is bool(written)


def test_a_marked_copy_of_json_or_over_the_file_itself_is_wrong_use(run: Run, faulty: Path, tmp_path: Path):
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    assert run("import", tmp_path / "a.json", "--marked-copy", "m.xlsx").exit_code == 2
    assert run("import", faulty, "--marked-copy", faulty).exit_code == 2


def test_a_large_file_is_parsed_in_another_process_and_the_report_is_the_same(
    run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
):
    here = told(run("import", sample, "--dry-run", "--json"))
    monkeypatch.setattr(apart, "SMALL_BYTES", 0)
    monkeypatch.setattr(apart, "parse", None)  # nobody parses here
    assert told(run("import", sample, "--dry-run", "--json")) == here


def test_a_file_that_takes_too_long_is_refused_and_nothing_is_written(
    run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch
):
    def sleeping(*_: object, memory: int, seconds: int) -> None:
        assert memory == 300 * 1024 * 1024
        raise RefusedForSafety("safety.too_long", limit=seconds)

    monkeypatch.setattr(apart, "SMALL_BYTES", 0)
    monkeypatch.setattr(apart, "parse_apart", sleeping)
    monkeypatch.setenv("NETWORK_SERVICE_PARSE_MEMORY", "300")
    monkeypatch.setenv("NETWORK_SERVICE_PARSE_SECONDS", "7")
    refused = run("import", sample, "--lang", "en")
    assert (refused.exit_code, "longer than 7 seconds" in " ".join(refused.stderr.split())) == (4, True)
    assert "TH-98" not in run("changes", "--lang", "en").stdout
