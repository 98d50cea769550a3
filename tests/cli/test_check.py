"""`network-service check`: what is said, and with which status."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from network_service.domain.record import Record
from tests.cli.conftest import Run
from tests.domain.integrity.breaking import CONTRADICTING, DOUBTFUL
from tests.snapshot.records import a_network, node, store_with


def fill(folder: Path, *records: Record) -> None:
    """A store in the place that `run` takes, with records that no import would let in."""
    with store_with(folder, a_network(), *records):
        pass
    (folder / "network.sqlite").rename(folder / "store.sqlite")


def test_the_sample_contradicts_itself_in_nothing(run_on_sample: Run):
    report = json.loads(run_on_sample("check", "--json", "--as-of", "2026-10-01").stdout)
    assert (report["province"], report["contradictions"], report["unsound"]) == ("TH-98", 0, [])
    assert {one["weight"] for one in report["violations"]} <= {"doubt"}


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_contradiction_is_a_fault_and_is_said_with_its_records_id_and_cure(run: Run, tmp_path: Path, language: str):
    person, office, tie = CONTRADICTING["political_capital_of_person"].records
    fill(tmp_path, person, office, tie)
    result = run("check", "--lang", language)
    assert result.exit_code == 1
    said = "".join(result.stdout.split())
    assert tie.id in said
    assert "ทดลองpolitical→ทดลองpolitical-office" in said
    assert "26" in said, "the section of the law that says why"


def test_doubts_alone_are_no_fault(run: Run, tmp_path: Path):
    fill(tmp_path, *DOUBTFUL["meeting_to_come"].records)
    result = run("check", "--as-of", "1 ต.ค. 2569", "--json")
    assert result.exit_code == 0
    assert [one["code"] for one in json.loads(result.stdout)["violations"]] == ["integrity.meeting_to_come"]
    later = run("check", "--as-of", "2 ต.ค. 2569", "--lang", "en")
    assert (later.exit_code, "nothing is doubtful" in later.stdout) == (0, True)


def test_a_store_that_is_not_sound_says_so_before_all_else(run_on_sample: Run, tmp_path: Path):
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("UPDATE record_version SET valid_to = '2031-01-01' WHERE kind = 'body'")
    result = run_on_sample("check", "--lang", "en")
    assert result.exit_code == 3
    assert result.stdout.startswith("The store is not sound")


def test_an_empty_store_is_wrong_use(run: Run):
    assert run("check", "--lang", "en").exit_code == run("export", "--out", "x.json").exit_code
    assert "check" in run("--help").stdout


def test_of_many_records_of_which_the_same_is_said_the_first_are_listed_and_the_rest_is_counted(
    run: Run, tmp_path: Path
):
    fill(tmp_path, *(node("group", f"กลุ่มที่ {n}", last_verified_on=date(2026, 10, 2)) for n in range(53)))
    result = run("check", "--lang", "en", "--as-of", "2026-10-01")
    assert result.stdout.count("still to come") == 5
    assert "48 more" in "".join(result.stdout.replace("\n", " "))
    assert "Doubts: 53" in result.stdout


def test_what_is_said_of_one_record_alone_is_not_hidden_by_what_is_said_of_many(run_on_sample: Run):
    said = "".join(run_on_sample("check", "--as-of", "2026-10-01", "--lang", "en").stdout.split())
    assert all(name in said for name in ("กลุ่มศิลปวัฒนธรรมเมืองตัวอย่าง", "ชมรมโรงสีข้าวจังหวัดตัวอย่าง"))
    assert "and9more" in said, "of fourteen that still cite one superseded order"
