"""What goes out as a workbook or JSON comes back the same: nothing lost, nothing run, nothing half-written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from network_service.documents.json_export import write_json
from network_service.documents.workbook_export import write_workbook
from network_service.domain.record import Record
from network_service.ingest.reading import read_file
from tests.domain.strategies import PROVINCE, networks

LAW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def by_id(records) -> dict[str, Record]:
    return {record.id: record for record in records}


@given(records=networks(), language=st.sampled_from(["th", "en"]))
@LAW
def test_a_workbook_read_back_gives_equal_records_with_or_without_the_stored_ones(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record], language: str
):
    path = tmp_path_factory.mktemp("export") / "network.xlsx"
    write_workbook(path, records, language)
    for known in ({}, by_id(records)):
        imported = read_file(path).assemble(known)
        assert imported.faults == ()
        assert by_id(imported.records) == by_id(records)


@given(records=networks())
@LAW
def test_json_read_back_gives_equal_records(tmp_path_factory: pytest.TempPathFactory, records: list[Record]):
    path = tmp_path_factory.mktemp("export") / "network.json"
    write_json(path, records, PROVINCE)
    imported = read_file(path).assemble({})
    assert imported.faults == ()
    assert by_id(imported.records) == by_id(records)


@given(records=networks())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_cell_of_an_export_is_a_formula(tmp_path_factory: pytest.TempPathFactory, records: list[Record]):
    path = tmp_path_factory.mktemp("export") / "network.xlsx"
    write_workbook(path, records, "th")
    cells = [cell for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]
