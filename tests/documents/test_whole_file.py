"""A file is written whole or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from network_service.documents.whole_file import whole_file
from network_service.errors import UsageError


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text("old", encoding="utf-8")

    def write_half() -> None:
        with whole_file(path) as written:
            written.write_text("half", encoding="utf-8")
            raise KeyError

    with pytest.raises(KeyError):
        write_half()
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("a.json", "old")]


def test_what_succeeds_takes_its_place(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text("old", encoding="utf-8")
    with whole_file(path) as written:
        written.write_text("new", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "old"
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("a.json", "new")]


def test_a_database_is_never_overwritten(tmp_path: Path):
    path = tmp_path / "store.xlsx"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
    before = path.read_bytes()
    with pytest.raises(UsageError, match=r"cli\.over_database"), whole_file(path):
        pass
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["store.xlsx"]
