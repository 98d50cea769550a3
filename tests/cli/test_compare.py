"""`network-service compare`: what changed, in sentences, for machines and as a table."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, invoke

OFFICE = "สำนักงานจังหวัดตัวอย่าง"
DAYS = ("--from-day", "1 ต.ค. 2568", "--to-day", "2026-10-01")
REVISIONS = ("--from-revision", "1", "--as-of", "2026-10-01")


@pytest.fixture(scope="module")
def ended(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store whose second revision has no leading office any more; tests only read it."""
    path = tmp_path_factory.mktemp("ended") / "store.sqlite"
    shutil.copyfile(imported, path)
    store = f"sqlite:///{path}"
    assert invoke("end", OFFICE, "--on", "2026-09-30", "--with-ties", "--store", store).exit_code == 0
    return store


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "th",
            (
                "เปรียบเทียบข้อมูลรุ่นที่ 1 กับรุ่นที่ 2",
                "มิได้หมายความว่าเครือข่ายเปลี่ยนไป",
                "สมาชิก: จาก 142 เป็น 141 ราย",
                f"{OFFICE} (ภาครัฐ) ออกไป",
                "ขั้นที่ 3 การกำหนดตัวผู้จัดการเครือข่าย: พร้อม → ยังไม่ทราบ",
                "ข้อค้นพบ:",
            ),
        ),
        (
            "en",
            (
                "revision 1 of the data compared with revision 2",
                "it does not mean that the network changed meanwhile",
                "Members: 142 → 141; 0 joined, 1 left, 0 altered",
                f"{OFFICE} (government) left; its record ended or was removed.",
                ": ready → not known",
                "Findings:",
            ),
        ),
    ],
)
def test_two_revisions_are_told_in_sentences(ended: str, language: str, sentences: tuple[str, ...]):
    result = invoke("compare", *REVISIONS, "--lang", language, "--store", ended)
    assert result.exit_code == 0, result.output
    for sentence in sentences:
        assert sentence in result.stdout


def test_two_days_say_that_the_world_changed_and_the_table_has_all_of_it(ended: str, tmp_path: Path):
    result = invoke("compare", *DAYS, "--out", tmp_path / "change.csv", "--lang", "en", "--store", ended)
    assert result.exit_code == 0, result.output
    assert "none of it is a correction of records" in result.stdout
    assert str(tmp_path / "change.csv") in result.stdout
    rows = list(csv.DictReader((tmp_path / "change.csv").read_text(encoding="utf-8-sig").splitlines()))
    joined = [row["name"] for row in rows if (row["what"], row["kind"]) == ("actor", "joined")]
    assert len(joined) > 20
    assert all(f"{name} (" in result.stdout for name in joined)


def test_machines_get_json_only(ended: str):
    told = json.loads(invoke("compare", *DAYS, "--json", "--store", ended).stdout)
    assert (told["days"], told["cause"], told["file"]) == (["2025-10-01", "2026-10-01"], "world", None)
    assert told["findings"]["opened"]


def test_where_nothing_changed_it_is_said(ended: str):
    shown = invoke("compare", "--from-revision", "2", "--store", ended).stdout
    assert "ไม่มีสิ่งใดเปลี่ยนแปลง" in shown
    assert "Nothing changed." in invoke("compare", "--from-revision", "2", "--lang", "en", "--store", ended).stdout


@pytest.mark.parametrize(
    ("options", "status", "sentence"),
    [
        (("--from-day", "2026-01-01", "--from-revision", "1"), 2, "either two days"),
        ((), 2, "--from-revision"),
        (("--from-day", "2026-02-01", "--to-day", "2026-01-01"), 2, "(1 February 2026) comes after"),
        (("--from-revision", "7"), 2, "comes after"),
        (("--from-revision", "1", "--to-revision", "7"), 1, "There is no revision 7; the latest is 2"),
        (("--from-revision", "0"), 1, "nothing to compare"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(
    ended: str, options: tuple[str, ...], status: int, sentence: str
):
    result = invoke("compare", *options, "--lang", "en", "--store", ended)
    assert (result.exit_code, sentence in result.stderr) == (status, True), result.output


def test_an_empty_store_says_what_to_do_first(run: Run):
    result = run("compare", "--from-day", "2026-01-01", "--lang", "en")
    assert result.exit_code == 1
    assert "network-service import" in result.stderr
