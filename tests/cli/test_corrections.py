"""The commands that correct: preview, write, refuse with a sentence, and say how to take it back."""

import json

import pytest

from tests.cli.conftest import Run

OFFICE, ADMINISTRATION = "สำนักงานจังหวัดตัวอย่าง", "ที่ทำการปกครองจังหวัดตัวอย่าง"


def told(result):
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_an_import_is_found_in_the_list_previewed_and_undone_by_its_id(run_on_sample: Run):
    run = run_on_sample
    (entry,) = told(run("changes", "--json"))
    assert (entry["operation"], entry["revision"], entry["about"]["file"]) == ("import", 1, "TH-98.xlsx")
    listed = run("changes").stdout
    assert entry["change_set"][:8] in listed
    assert "TH-98.xlsx" in listed
    preview = told(run("undo", entry["change_set"][:8], "--dry-run", "--json"))
    assert (preview["revision"], len(preview["changes"])) == (None, entry["records"])
    undone = told(run("undo", entry["change_set"][:8], "--json"))
    assert (undone["revision"], {change["action"] for change in undone["changes"]}) == (2, {"remove"})
    assert "province.empty_store" in run("export", "--out", "o.json", "--json").stderr
    assert "ไม่มีสิ่งที่ต้องบันทึก" in run("undo", "1").stdout


def test_ending_says_how_many_ties_stay_open_and_how_to_take_it_back(run_on_sample: Run):
    run = run_on_sample
    preview = run("end", OFFICE, "--on", "30 ก.ย. 2569", "--dry-run")
    assert preview.exit_code == 0
    assert "--with-ties" in preview.stdout
    ended = told(run("end", OFFICE, "--on", "30 ก.ย. 2569", "--with-ties", "--json"))
    assert (ended["last_day"], ended["revision"], ended["open_ties"]) == ("2026-09-30", 2, 0)
    refused = run("end", OFFICE, "--on", "2026-09-30", "--lang", "en")
    assert refused.exit_code == 1
    assert "already ends on 30 September 2026" in refused.stderr
    assert "already" not in run("end", OFFICE, "--on", "2026-09-30").stderr


def test_a_change_since_stands_in_the_way_of_undoing_and_is_named(run_on_sample: Run):
    run = run_on_sample
    run("end", OFFICE, "--on", "2026-09-30")
    refused = run("undo", "1", "--json")
    assert refused.exit_code == 1
    (conflict,) = json.loads(refused.stdout)["conflicts"]
    assert (conflict["name"], conflict["code"], conflict["by"]["revision"]) == (OFFICE, "changed", 2)
    for language, sentence in (("th", "ยังไม่ได้บันทึกสิ่งใด"), ("en", "Nothing was written")):
        shown = run("undo", "1", "--lang", language)
        assert (shown.exit_code, sentence in shown.stdout, OFFICE in shown.stdout) == (1, True, True)


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_merge_is_previewed_written_told_in_the_history_and_taken_back(run_on_sample: Run, language: str):
    run = run_on_sample
    before = told(run("history", ADMINISTRATION, "--json"))
    preview = run("merge", ADMINISTRATION, OFFICE, "--dry-run", "--lang", language)
    assert preview.exit_code == 0, preview.output
    assert ADMINISTRATION in preview.stdout
    merged = told(run("merge", ADMINISTRATION, OFFICE, "--reason", "จดซ้ำ", "--json"))
    assert (merged["revision"], merged["gone"]) == (2, before[0]["id"])
    assert merged["differing"]
    assert merged["said_twice"]
    history = run("history", merged["gone"], "--lang", language)
    assert history.exit_code == 0
    assert "จดซ้ำ" in history.stdout
    assert OFFICE in history.stdout
    undone = told(run("unmerge", ADMINISTRATION, "--json"))
    assert (undone["revision"], undone["undone"]["operation"]) == (3, "merge")
    assert run("unmerge", ADMINISTRATION, "--lang", language).exit_code == 1


def test_what_is_not_there_is_said_with_what_to_do(run_on_sample: Run):
    run = run_on_sample
    assert "exactly as recorded" in run("history", "ไม่มีชื่อนี้", "--lang", "en").stderr
    assert "changes" in run("undo", "99", "--lang", "en").stderr
    assert run("merge", OFFICE, OFFICE).exit_code == 1
