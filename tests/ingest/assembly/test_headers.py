"""Sheets and columns are found by code, Thai or English; what is not read is said, and what is missing is named."""

import pytest

from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.assembly.header import find_layouts
from network_service.ingest.raw import RawSheet, Workbook
from tests.ingest.workbooks import PROVINCE, by_id, cells, faults, imported, of_kind

THAI = {
    "เครือข่ายจังหวัด": [["รหัสจังหวัด", "ชื่อเครือข่าย", "ข้อมูลสังเคราะห์"], ["TH-98", "เครือข่าย ก", "ใช่"]],
    "กลุ่มและองค์กร": [
        ["ระดับ", "ชื่อ", "ภาคส่วน", "ระดับพื้นที่", "สถานภาพภาคี", "เป็นภาคีตั้งแต่วันที่", "การเปิดเผย"],
        ["องค์กร", "สำนักงาน ก", "ภาครัฐ", "จังหวัด", "ได้รับการรับรอง", "๑ ต.ค. ๒๕๖๘", "เจ้าหน้าที่"],
        ["กลุ่ม", "ชมรม ข", "ชุมชน", "ตำบล", "ไม่เป็นภาคี", None, None],
    ],
    "สายสัมพันธ์": [["ผู้แจ้ง", "ทำงานร่วมกับ", "ความถี่", "เป็นทางการ"], ["สำนักงาน ก", "ชมรม ข", "ทุกเดือน", "ไม่ใช่"]],
}
ENGLISH = {
    "Network": [["province code", "name", "synthetic"], ["TH-98", "เครือข่าย ก", "yes"]],
    "ACTORS": [
        ["Level", "name*", "SECTOR", "area level", "membership status", "member from", "visibility"],
        ["organisation", "สำนักงาน ก", "government", "province", "certified", "2025-10-01", "officers"],
        ["group", "ชมรม ข", "community", "sub-district", "not a member", None, None],
    ],
    "Collaborations": [["from", "to", "frequency", "formal"], ["สำนักงาน ก", "ชมรม ข", "monthly", "no"]],
}
CODES = {
    "network": [["province", "name", "synthetic"], ["th-98", "เครือข่าย ก", "TRUE"]],
    "actors": [
        ["level", "name", "sector", "area_level", "membership_status", "member_from", "visibility"],
        ["organization", "สำนักงาน ก", "state", "province", "certified", "1 Oct 2025", "officer"],
        ["group", "ชมรม ข", "community", "subdistrict", "ไม่เป็นภาคี", None, None],
    ],
    "collaborations": [["from", "to", "frequency", "formal"], ["สำนักงาน  ก", "ชมรม ข", 3, 0]],
}


@pytest.mark.parametrize("sheets", [ENGLISH, CODES], ids=["english", "codes"])
def test_thai_english_and_codes_give_equal_records(sheets):
    thai, other = (assemble(find_layouts(cells(**one)), PROVINCE, {}) for one in (THAI, sheets))
    assert (thai.faults, other.faults) == ((), ())
    assert by_id(thai) == by_id(other)
    assert len(thai.records) == 5


def test_a_table_below_a_title_is_found_and_the_rows_above_are_said():
    found = imported(Actors=[["รายชื่อภาคี ปี 2569"], [], ["level", "name"], ["group", "ชมรม ก"]])
    assert [record.name for record in of_kind(found, "group")] == ["ชมรม ก"]
    assert [(note.code, note.parameters["row"]) for note in found.notes] == [("rows_above_header", 3)]


def test_sheets_and_columns_that_are_not_read_are_said_with_what_was_probably_meant():
    found = imported(
        Actors=[["level", "name", "sectr", "สีประจำชมรม"], ["group", "ชมรม ก", "ชุมชน", 1]], Acters=[["x"]], งบ=[]
    )
    assert [(note.code, note.parameters.get("near")) for note in found.notes] == [
        ("column_near", ("sector",)),
        ("column_not_read", None),
        ("sheet_near", ("Actors",)),
        ("sheet_not_read", None),
    ]


def test_a_missing_required_column_is_one_fault_and_refuses_every_row_of_its_sheet():
    found = imported(
        Actors=[["level", "nmae"], ["group", "ชมรม ก"], ["group", "ชมรม ข"]],
        Collaborations=[["from", "to"], ["ชมรม ก", "ชมรม ข"]],
    )
    assert faults(found) == [("header.missing_near", "B1")]
    assert [(count.read, count.refused) for count in found.counts[1:]] == [(2, 2), (1, 1)]


def test_a_column_that_stands_twice_and_a_sheet_without_headers_are_faults():
    found = imported(Actors=[["level", "name", "ชื่อ"], ["group", "ก", "ข"]], People=[["สมชาย", "ใจดี"]])
    assert faults(found) == [("header.twice", "C1"), ("sheet.no_header", "")]
    assert (found.read, found.refused) == (3, 2)


def test_hidden_sheets_and_formulas_are_said():
    sheet = RawSheet(
        "Actors", cells(a=[["level", "name"], ["group", "ชมรม ก"]]).sheets[0].rows, hidden=True, formulas=2
    )
    found = assemble(
        find_layouts(Workbook((*cells(Network=[["province", "name"], ["TH-98", "ก"]]).sheets, sheet))), PROVINCE, {}
    )
    assert [note.code for note in found.notes] == ["sheet_hidden", "formulas"]
    assert found.is_clean


def test_merged_cells_refuse_the_rows_they_touch_by_name_and_no_others():
    (sheet,) = cells(a=[["level", "name"], ["group", "ก"], [None, "ข"], ["group", "ค"]]).sheets
    from network_service.ingest.raw import MergedRange

    merged = RawSheet("Actors", sheet.rows, merged=(MergedRange(2, 3, 0, 0), MergedRange(2, 2, 5, 9)))
    network = cells(Network=[["province", "name"], ["TH-98", "เครือข่าย"]]).sheets
    found = assemble(find_layouts(Workbook((*network, merged))), PROVINCE, {})
    assert ("cell.merged", "A2") in faults(found)
    assert {fault.row for fault in found.faults} == {2, 3}
    assert [record.name for record in of_kind(found, "group")] == ["ค"]
