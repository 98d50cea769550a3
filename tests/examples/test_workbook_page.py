"""The manual page of the workbook says every sheet and column as they are declared today."""

from examples.workbook_page import PAGE, page
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording, sheet_wording

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_table_is_the_declaration():
    assert page(TEXT) == TEXT, "python -m examples.workbook_page writes it anew"


def test_every_sheet_and_every_header_is_in_it():
    for sheet in SHEETS:
        assert f"#### {sheet_wording(sheet.code).title.thai} (`{sheet.code}`)" in TEXT
        for column in sheet.columns:
            assert f"| {column_wording(sheet.code, column.code).header.thai} |" in TEXT
