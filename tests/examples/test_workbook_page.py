"""The manual page of the workbook says every sheet and column as they are declared today."""

from examples.workbook_page import PAGE, page
from network_service.ingest.sheets.declaration import SHEETS, STEPS
from network_service.ingest.sheets.wording import column_wording, sheet_wording

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_table_is_the_declaration():
    assert page(TEXT) == TEXT, "python -m examples.workbook_page writes it anew"


def test_every_sheet_and_every_header_is_in_it():
    for sheet in SHEETS:
        assert f"#### {sheet_wording(sheet.code).title.thai} (`{sheet.code}`)" in TEXT
        for column in sheet.columns:
            assert f"| {column_wording(sheet.code, column.code).header.thai} |" in TEXT


def test_the_table_of_templates_names_every_sheet_of_each_step():
    for step in STEPS:
        (row,) = (line for line in TEXT.splitlines() if line.startswith(f"| `template --step {step}` |"))
        titles = [sheet_wording(sheet.code).title.thai for sheet in SHEETS if sheet.step == step]
        assert [title for title in titles if title not in row] == []
