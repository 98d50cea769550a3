"""`network-service backup` and `restore`: what is said, with which status, and what is there afterwards."""

import json
import sqlite3
from pathlib import Path

import pytest

from network_service.store.sqlite import SqliteStore
from tests.cli.conftest import Run
from tests.store.records import node, put


def erase_one(path: Path) -> str:
    """Add a person to a store and erase them; the id."""
    person = node("person", "สมหญิง", family_name="ลับเฉพาะ")
    with SqliteStore.open(path) as store:
        put(store, person)
        store.erase([person.id], principal="os:tester", reason_code="request")
    return person.id


def test_a_backup_is_made_and_restored(run_on_sample: Run, tmp_path: Path):
    made = json.loads(run_on_sample("backup", "copy.sqlite", "--json").stdout)
    assert (Path(made["path"]).name, made["revision"]) == ("copy.sqlite", 1)
    assert made["bytes"] == (tmp_path / "copy.sqlite").stat().st_size
    before = run_on_sample("export", "--out", "before.json")
    assert before.exit_code == 0
    run_on_sample("undo", "1")
    restored = json.loads(run_on_sample("restore", "copy.sqlite", "--json").stdout)
    assert (restored["revision"], restored["erased_again"], restored["backup"]["audit_head"]) == (
        2,
        0,
        made["audit_head"],
    )
    assert Path(restored["kept"]).is_file()
    run_on_sample("export", "--out", "after.json")
    one, other = (json.loads((tmp_path / name).read_text("utf-8")) for name in ("before.json", "after.json"))
    assert one["records"] == other["records"]
    assert run_on_sample("doctor", "--head", made["audit_head"]).exit_code == 0


def test_a_folder_takes_backups_named_by_the_time(run_on_sample: Run, tmp_path: Path):
    (tmp_path / "copies").mkdir()
    assert run_on_sample("backup", "copies").exit_code == 0
    [made] = (tmp_path / "copies").iterdir()
    assert made.name.startswith("network-2")
    assert made.name.endswith("Z.sqlite")


@pytest.mark.parametrize("language", ["th", "en"])
def test_what_was_done_is_said(run_on_sample: Run, tmp_path: Path, language: str):
    said = run_on_sample("backup", "copy.sqlite", "--lang", language).stdout
    assert "copy.sqlite" in said
    erase_one(tmp_path / "store.sqlite")
    run_on_sample("backup", "later.sqlite")
    said = run_on_sample("restore", "copy.sqlite", "--lang", language).stdout
    assert "replaced-" in said
    assert "1" in said


def test_what_was_erased_does_not_come_back(run_on_sample: Run, tmp_path: Path):
    person = node("person", "สมหญิง", family_name="ลับเฉพาะ")
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        put(store, person)
    run_on_sample("backup", "copy.sqlite")
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        store.erase([person.id], principal="os:tester", reason_code="request")
    result = run_on_sample("restore", "copy.sqlite", "--lang", "en")
    assert "1 record that was erased after this backup was erased again." in result.stdout
    assert "สมหญิง".encode() not in (tmp_path / "store.sqlite").read_bytes()


def test_a_wrong_file_is_a_fault_named_and_the_store_is_as_it_was(run_on_sample: Run, tmp_path: Path):
    (tmp_path / "wrong.sqlite").write_bytes(b"no backup" * 500)
    result = run_on_sample("restore", "wrong.sqlite", "--lang", "en")
    assert (result.exit_code, "wrong.sqlite" in result.stderr) == (1, True)
    assert run_on_sample("doctor").exit_code == 0


def test_a_backup_that_would_overwrite_or_of_nothing_is_wrong_use(run: Run, tmp_path: Path):
    (tmp_path / "there.sqlite").touch()
    for out in ("there.sqlite", "new.sqlite"):
        assert run("backup", out).exit_code == 2
    assert not (tmp_path / "new.sqlite").exists()


def test_an_unsound_store_is_no_backup(run_on_sample: Run, tmp_path: Path):
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("UPDATE record_version SET valid_to = '2031-01-01' WHERE kind = 'body'")
    assert run_on_sample("backup", "copy.sqlite").exit_code == 3
    doctor = run_on_sample("doctor", "--lang", "en")
    assert doctor.exit_code == 3
    assert "searched by differs" in "".join(doctor.stdout.split("\n"))


def test_the_doctor_says_that_the_head_kept_outside_is_not_in_the_audit(run_on_sample: Run):
    result = run_on_sample("doctor", "--head", "f" * 64, "--json")
    assert result.exit_code == 3
    sound = {check["part"]: check for check in json.loads(result.stdout)}["doctor.soundness"]
    assert (sound["state"], sound["seen"]) == ("bad", "store.check.head")
