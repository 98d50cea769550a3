"""Tables open rightly in Thai Excel, and nothing in them is run."""

import csv
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from network_service.documents.table import write_csv, write_table_xlsx
from network_service.ingest.formula_guard import unguard

ROWS = [
    ["ชมรม ก", 3, 0.5, None, True, date(2026, 10, 1)],
    ["=HYPERLINK(1)", -1, 1e-9, "-5", False, None],
    ["+66812345678", 0, 2.0, "＝1", None, None],
]


def test_csv_has_the_mark_guards_texts_and_leaves_the_unknown_empty(tmp_path: Path):
    path = tmp_path / "t.csv"
    write_csv(path, ["ชื่อ", "n", "x", "=h", "b", "d"], ROWS)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert lines[0][3] == "'=h"
    assert lines[1] == ["ชมรม ก", "3", "0.5", "", "TRUE", "2026-10-01"]
    assert lines[2] == ["'=HYPERLINK(1)", "-1", "1e-09", "-5", "FALSE", ""]
    assert lines[3][:4] == ["+66812345678", "0", "2.0", "'＝1"]
    assert [unguard(line[0]) for line in lines[1:]] == [row[0] for row in ROWS]


def test_xlsx_keeps_types_and_has_no_formula(tmp_path: Path):
    path = tmp_path / "t.xlsx"
    write_table_xlsx(path, "ข้อค้นพบ: ปี 2569/2570", ["ชื่อ", "n", "x", "=h", "b", "d"], ROWS, mark="ข้อมูลสังเคราะห์")
    (sheet,) = load_workbook(path).worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet.oddHeader.center.text == "ข้อมูลสังเคราะห์"
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    assert [cell.value for cell in sheet[3]][:5] == ["=HYPERLINK(1)", -1, 1e-9, "-5", False]
    assert sheet["F2"].is_date
