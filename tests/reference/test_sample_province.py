"""The workbook that comes with the program is the sample province, to the record."""

from pathlib import Path

from examples.sample_province import sample_records
from network_service.documents.workbook_export import write_workbook
from network_service.ingest.reading import read_file
from network_service.reference.sample_province import SAMPLE_PROVINCE, sample_workbook


def records_in(path: Path) -> dict[str, object]:
    source = read_file(path)
    assert source.province == SAMPLE_PROVINCE
    imported = source.assemble({})
    assert imported.is_clean
    return {record.id: record for record in imported.records}


def test_the_shipped_workbook_holds_the_sample_as_it_is_built_today():
    with sample_workbook() as path:
        assert records_in(path) == {record.id: record for record in sample_records()}


def test_writing_it_anew_gives_the_same_records(tmp_path: Path):
    write_workbook(tmp_path / "TH-98.xlsx", sample_records(), "th")
    with sample_workbook() as path:
        assert records_in(tmp_path / "TH-98.xlsx") == records_in(path)
