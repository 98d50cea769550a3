"""The empty workbook that an office fills: drop-downs, help at every header, one example row a sheet."""

from pathlib import Path

from network_service.documents.whole_file import whole_file
from network_service.documents.workbook_layout import WorkbookLayout
from network_service.ingest.sheets.column import Column, Sheet
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording
from network_service.ingest.values import Written, read_value, write_value

_ONLY_IN_EXPORTS = frozenset({"source_key"})
"""Columns that an office has no use for: they keep what an export could not say otherwise."""


def write_template(path: Path, language: str) -> None:
    """Write the template in `th` or `en`. Its example rows are marked, and are passed over when it is read."""
    with whole_file(path) as written:
        layout = WorkbookLayout(language)
        layout.explain()
        for sheet in SHEETS:
            columns = [column for column in sheet.columns if column.code not in _ONLY_IN_EXPORTS]
            layout.fill(sheet, [_example(sheet, columns, language)], columns, example=True)
        workbook = layout.finish()
        workbook.save(written)


def _example(sheet: Sheet, columns: list[Column], language: str) -> dict[str, Written]:
    row = {}
    for column in columns:
        text = column_wording(sheet.code, column.code).example.in_language(language)
        row[column.code] = write_value(column, read_value(column, text), language) if text else None
    return row
