"""The workbooks that come with the program are the invented provinces, to the byte and to the record."""

from pathlib import Path

import pytest

from examples.__main__ import SHIPPED, write_all
from examples.provinces import SHAPES, province_records
from network_service.ingest.reading import read_file
from network_service.reference.sample_provinces import SAMPLE_PROVINCE, SAMPLE_PROVINCES, sample_files

LARGEST = 600_000


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    write_all(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.xlsx")}


def test_what_is_shipped_is_what_is_written_today_to_the_byte(written: Path):
    assert contents(written) == contents(SHIPPED), "run `python -m examples`"


def test_all_of_it_is_small(written: Path):
    assert sum(map(len, contents(written).values())) < LARGEST


def test_files_come_in_the_order_of_their_months():
    with sample_files(SAMPLE_PROVINCE) as paths:
        names = [path.stem for path in paths]
    assert names == ["2025-11", "2025-12", *(f"2026-{month:02}" for month in range(1, 11))]


@pytest.mark.parametrize("province", [code for code in SAMPLE_PROVINCES if code != SAMPLE_PROVINCE])
def test_a_province_made_by_rule_is_read_without_a_fault_to_the_record(province: str):
    with sample_files(province) as (path,):
        source = read_file(path)
        imported = source.assemble({})
    assert source.province == province
    assert imported.is_clean
    assert {one.id: one for one in imported.records} == {one.id: one for one in province_records(SHAPES[province])}
