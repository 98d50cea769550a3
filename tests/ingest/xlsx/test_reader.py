"""What stands in a file's cells is what is read: every row of it, and nothing that is not there."""

from datetime import datetime

import pytest
from openpyxl import Workbook as OpenpyxlWorkbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.raw import CellTrouble
from network_service.ingest.xlsx.reader import read_workbook
from tests.ingest.workbooks import package, saved, text_row, xlsx


def only(content: bytes):
    (sheet,) = read_workbook(content).sheets
    return sheet


def test_a_sheet_that_lies_about_its_size_is_read_to_its_end():
    rows = "".join(text_row(number, "group", f"g{number}") for number in range(1, 5_001))
    sheet = only(package(f'<dimension ref="A1:B1"/><sheetData>{rows}</sheetData>'))
    assert len(sheet.rows) == 5_000
    assert (sheet.rows[-1].number, list(sheet.rows[-1].cells)) == (5_000, ["group", "g5000"])


def test_rows_without_content_are_no_rows_and_the_others_keep_their_numbers():
    sheet = only(xlsx(Actors=[["a"], [], [None, "  "], ["b"], [], []]))
    assert [(row.number, list(row.cells)) for row in sheet.rows] == [(1, ["a"]), (4, ["b"])]


def test_numbers_truths_and_days_keep_their_types():
    sheet = only(xlsx(Actors=[[1, 2.5, 3.0, True, datetime(2026, 10, 1), "007"]]))
    assert list(sheet.rows[0].cells) == [1, 2.5, 3, True, datetime(2026, 10, 1), "007"]


def test_a_formula_gives_its_stored_value_and_is_counted():
    row = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"x"</f><v>x</v></c></row>'
    sheet = only(package(f"<sheetData>{row}</sheetData>"))
    assert list(sheet.rows[0].cells) == [2, "x"]
    assert sheet.formulas == 2


def test_a_formula_without_a_value_is_trouble_at_its_cell_and_never_an_empty_one():
    row = (
        text_row(1, "a", "b") + '<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="B2"><f>A2</f></c></row>'
    )
    sheet = only(package(f"<sheetData>{row}</sheetData>"))
    assert list(sheet.rows[1].cells) == ["x", CellTrouble("cell.formula_without_value", "")]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!"])
def test_an_error_is_trouble_and_never_a_text(error: str):
    sheet = only(package(f'<sheetData><row r="1"><c r="A1" t="e"><v>{error}</v></c></row></sheetData>'))
    assert list(sheet.rows[0].cells) == [CellTrouble("cell.error", error)]


def test_merged_cells_are_known_by_their_block():
    workbook = OpenpyxlWorkbook()
    workbook.active["A2"] = "x"
    workbook.active.merge_cells("A2:B4")
    (block,) = only(saved(workbook)).merged
    assert block.shown == "A2:B4"


def test_hidden_sheets_are_read_and_known_as_hidden():
    workbook = OpenpyxlWorkbook()
    workbook.active["A1"] = "x"
    hidden = workbook.create_sheet("ซ่อน")
    hidden["A1"] = "y"
    hidden.sheet_state = "veryHidden"
    assert [(sheet.hidden, len(sheet.rows)) for sheet in read_workbook(saved(workbook)).sheets] == [
        (False, 1),
        (True, 1),
    ]


def test_sheets_that_nobody_wants_are_named_and_not_looked_at():
    found = read_workbook(xlsx(a=[["x"]], b=[["y"]]), wanted=lambda title: title == "b").sheets
    assert [(sheet.title, sheet.read, len(sheet.rows)) for sheet in found] == [("a", False, 0), ("b", True, 1)]


def test_line_ends_as_excel_writes_them_are_line_ends():
    assert only(package(f"<sheetData>{text_row(1, 'a_x000D_b', '_x005F_x0041_')}</sheetData>")).rows[0].cells == [
        "a\rb",
        "_x0041_",
    ]


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell():
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>'
    assert only(package(f"<sheetData>{row}</sheetData>")).rows[0].cells == [1]


def test_trouble_outside_of_the_block_of_values_keeps_its_place():
    rows = (
        '<row r="1"><c r="A1"><f>B1</f></c></row><row r="3"><c r="B3" t="str"><v>x</v></c><c r="D3"><f>B1</f></c></row>'
        '<row r="9"><c r="C9"><f>B1</f></c></row>'
    )
    trouble = CellTrouble("cell.formula_without_value", "")
    assert [(row.number, list(row.cells)) for row in only(package(f"<sheetData>{rows}</sheetData>")).rows] == [
        (1, [trouble]),
        (3, [None, "x", None, trouble]),
        (9, [None, None, trouble]),
    ]


def test_an_error_that_makes_a_sheet_unreadable_is_named_with_its_cell():
    cell = '<c r="B7" t="e"><f>A:A</f><v>#SPILL!</v></c>'
    with pytest.raises(UnreadableFile, match=r"error_cell") as caught:
        only(package(f'<sheetData><row r="7">{cell}</row></sheetData>'))
    assert caught.value.parameters == {"sheet": "Actors", "cell": "B7", "error": "#SPILL!"}


def test_a_day_of_the_other_calendar_of_excel_is_that_day():
    workbook = OpenpyxlWorkbook()
    workbook.epoch = CALENDAR_MAC_1904
    workbook.active["A1"] = datetime(2026, 10, 1)
    assert only(saved(workbook)).rows[0].cells == [datetime(2026, 10, 1)]


def test_a_mark_far_below_and_far_right_is_refused_before_the_block_is_made():
    rows = '<row r="1"><c r="ZZ1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    with pytest.raises(RefusedForSafety, match=r"too_many_cells"):
        only(package(f"<sheetData>{rows}</sheetData>"))
