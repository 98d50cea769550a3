"""All files of a result appear together, or none does."""

from pathlib import Path

import pytest

from network_service.documents.output_folder import OutputFolder
from network_service.errors import UsageError


def test_files_are_in_place_when_the_block_has_ended_and_nothing_else_is(tmp_path: Path):
    with OutputFolder(tmp_path / "new" / "out") as folder:
        folder.text("map.html", "ก\n")
        folder.path("table.csv").write_text("a")
        assert not (tmp_path / "new" / "out" / "map.html").exists()
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == ["map.html", "table.csv"]
    assert folder.written["map.html"].read_bytes() == "ก\n".encode()


def half_way(out: Path) -> None:
    with OutputFolder(out) as folder:
        folder.text("map.html", "new")
        raise RuntimeError


def test_an_error_half_way_leaves_what_was_there(tmp_path: Path):
    (tmp_path / "map.html").write_text("old")
    with pytest.raises(RuntimeError):
        half_way(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]
    assert (tmp_path / "map.html").read_text() == "old"


def test_a_folder_that_cannot_be_made_is_said_with_its_name(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageError) as caught, OutputFolder(tmp_path / "file"):
        pass
    assert caught.value.parameters["path"] == str(tmp_path / "file")


def write_new(out: Path) -> None:
    with OutputFolder(out) as folder:
        for name in ("map.html", "findings.xlsx", "summary.json"):
            folder.text(name, "new")


def test_where_one_old_file_cannot_be_replaced_all_old_files_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """As on Windows, where Excel holds the file it has open."""
    for name in ("map.html", "findings.xlsx", "summary.json"):
        (tmp_path / name).write_text("old")
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self == tmp_path / "findings.xlsx":
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(UsageError) as caught:
        write_new(tmp_path)
    assert caught.value.parameters["path"] == str(tmp_path / "findings.xlsx")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(
        ("map.html", "findings.xlsx", "summary.json"), "old"
    )


def test_a_folder_in_the_place_of_a_file_is_left_alone_and_said(tmp_path: Path):
    (tmp_path / "map.html").mkdir()
    (tmp_path / "map.html" / "precious.txt").write_text("kept")
    with pytest.raises(UsageError) as caught:
        write_new(tmp_path)
    assert caught.value.parameters["path"] == str(tmp_path / "map.html")
    assert (tmp_path / "map.html" / "precious.txt").read_text() == "kept"
