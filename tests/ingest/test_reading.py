"""A file is known by its content; its province is the one asked for or the one it names."""

import hashlib
from pathlib import Path

import pytest

from network_service.errors import UnreadableFile, UsageError
from network_service.ingest.reading import read_file
from network_service.messages import LANGUAGES, messages_in
from tests.ingest.workbooks import xlsx

ACTORS = [["level", "name"], ["group", "ก"]]


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_workbook_names_its_province_and_its_checksum(tmp_path: Path):
    content = xlsx(Network=[["province", "name"], ["th-98", "ก"]], Actors=ACTORS)
    source = read_file(written(tmp_path, "a.xlsx", content))
    assert (source.province, source.sha256) == ("TH-98", hashlib.sha256(content).hexdigest())
    assert source.assemble({}).faults == ()


def test_json_is_known_by_its_content_whatever_its_name(tmp_path: Path):
    content = b'\xef\xbb\xbf {"format": "network-service", "format_version": 1, "province": "TH-98", "records": [1]}'
    assert read_file(written(tmp_path, "a.xlsx", content)).assemble({}).read == 1


def test_a_workbook_without_any_sheet_of_ours_is_refused_and_told_ours(tmp_path: Path):
    path = written(tmp_path, "a.xlsx", xlsx(Sheet1=ACTORS, Totals=[["a", 1]]))
    with pytest.raises(UnreadableFile) as caught:
        read_file(path, province="TH-98")
    assert caught.value.code == "unreadable.none_of_ours"
    for language in LANGUAGES:
        sentence = messages_in(language).text(caught.value.code, **caught.value.parameters)
        assert all(title in sentence for title in ("เครือข่ายจังหวัด (Network)", "กลุ่มและองค์กร", "Parties"))


def test_sheets_of_ours_without_rows_are_no_fault(tmp_path: Path):
    path = written(tmp_path, "a.xlsx", xlsx(Sheet1=[["a"]], Actors=[["level", "name"]]))
    assert read_file(path, province="TH-98").assemble({}).is_clean


def test_a_file_of_another_province_than_asked_for_is_at_fault(tmp_path: Path):
    path = written(tmp_path, "a.xlsx", xlsx(Network=[["province", "name"], ["TH-50", "ก"]]))
    assert [fault.code for fault in read_file(path, province="TH-98").assemble({}).faults] == ["network.other_province"]


@pytest.mark.parametrize(
    ("network", "asked", "code"),
    [
        ([["province", "name"]], None, "ingest.province_needed"),
        ([["province", "name"], ["เชียงใหม่", "ก"]], None, "ingest.province_not_a_code"),
        ([["province", "name"]], "50", "ingest.province_not_a_code"),
    ],
)
def test_a_province_must_be_named_by_its_code(tmp_path: Path, network, asked: str | None, code: str):
    with pytest.raises(UsageError) as caught:
        read_file(written(tmp_path, "a.xlsx", xlsx(Network=network, Actors=ACTORS)), province=asked)
    assert caught.value.code == code


def test_the_province_of_the_example_row_is_not_the_files(tmp_path: Path):
    network = [["id", "province", "name"], ["EXAMPLE", "TH-99", "x"]]
    assert read_file(written(tmp_path, "a.xlsx", xlsx(Network=network)), province="TH-98").province == "TH-98"
