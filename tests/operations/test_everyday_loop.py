"""The everyday loop: export, edit cells in a spreadsheet program, import; what was edited changes and nothing else."""

from datetime import date

import pytest
from openpyxl import load_workbook

from network_service.domain.principal import local_operator
from network_service.ingest.sheets.wording import column_wording, sheet_wording
from network_service.operations.export_network import export_network
from network_service.operations.import_network import ImportOptions, import_network
from network_service.operations.undo_change_set import undo_change_set
from network_service.reference.sample_provinces import SAMPLE_DAY, sample_files
from network_service.store.sqlite.store import SqliteStore

USER = local_operator("tester")


def cell(book, language, sheet, column, row):
    """A cell of an exported workbook, by what its sheet and its column are called there."""
    found = book[sheet_wording(sheet).title.in_language(language)]
    header = column_wording(sheet, column).header.in_language(language)
    place = next(one.column for one in found[1] if one.value == header)
    return found.cell(row=row, column=place)


@pytest.mark.parametrize("language", ["th", "en"])
def test_an_export_edited_in_three_cells_changes_three_fields(tmp_path, language):
    path = tmp_path / "network.xlsx"
    with SqliteStore.open(tmp_path / "store.sqlite") as store:
        with sample_files("TH-98") as (workbook, *_):
            import_network(USER, store, workbook, ImportOptions(day=SAMPLE_DAY))
        export_network(USER, store, path, language=language)
        book = load_workbook(path)
        cell(book, language, "actors", "aliases", 5).value = "ชื่อใหม่"
        cell(book, language, "actors", "last_verified_on", 9).value = date(2026, 11, 20)
        frequency = cell(book, language, "collaborations", "frequency", 12)
        others = {cell(book, language, "collaborations", "frequency", row).value for row in range(2, 40)}
        frequency.value = sorted(others - {None, frequency.value})[0]
        book.save(path)
        before = {found.record.id: found.record for found in store.records()}
        report = import_network(USER, store, path, ImportOptions(day=SAMPLE_DAY))
        assert report.faults == ()
        changed = sorted((change.record.kind, field.field) for change in report.plan.changes for field in change.fields)
        assert changed == [
            ("collaborates_with", "frequency"),
            ("organization", "aliases"),
            ("organization", "last_verified_on"),
        ]
        assert (report.written, report.plan.unchanged) == (3, len(before) - 3)
        undo_change_set(USER, store, "2")
        assert {found.record.id: found.record for found in store.records()} == before
