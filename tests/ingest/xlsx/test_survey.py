"""What a part costs and hides is known before anything is built of it."""

from io import BytesIO

import pytest

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import MergedRange
from network_service.ingest.xlsx.survey import Part, Survey, survey


def sheet(inside: str, limits: Limits = LIMITS, part: Part = Part.SHEET, encoding: str = "utf-8") -> Survey:
    return survey(BytesIO(f"<worksheet><sheetData>{inside}</sheetData></worksheet>".encode(encoding)), part, limits)


@pytest.mark.parametrize(
    "inside",
    ['<row r="2"/><row r="1"/>', '<row r="1"/><row r="1"/>', '<row r="1"><c r="B1"/><c r="A1"/></row>', '<row r="0"/>'],
)
def test_what_openpyxl_would_pass_over_in_silence_is_refused(inside: str):
    with pytest.raises(UnreadableFile, match=r"out_of_order"):
        sheet(inside)


@pytest.mark.parametrize("number", ["-1", "", "2.0", "x", "²", " 2", "+2"])
def test_a_row_whose_number_is_none_is_refused_and_never_lost(number: str):
    with pytest.raises(UnreadableFile, match=r"out_of_order"):
        sheet(f'<row r="1"/><row r="{number}"/>')


def test_a_row_far_below_is_refused_by_its_number_before_any_row_above_it_is_counted():
    sheet('<row r="1048576"/>')  # the last one of a sheet
    with pytest.raises(RefusedForSafety, match=r"too_many_rows"):
        sheet('<row r="99999999"/>')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_formulas_and_merges_are_seen_in_any_encoding(encoding: str):
    found = sheet('<row><c r="A1"><f>B1</f></c></row><mergeCell ref = "$A$2:B3"/>', encoding=encoding)
    assert (found.has_formula, found.merged) == (True, [MergedRange(2, 3, 0, 1)])


def test_a_formula_in_a_comment_is_none_and_costs_nothing():
    assert not sheet("<!--" + "<mergeCell <f " * 100_000 + "-->").has_formula


@pytest.mark.parametrize(
    ("inside", "part", "limits"),
    [
        ("<a/>" * 20, Part.SHEET, Limits(part_elements=10)),
        ("<a/>" * 20, Part.TEXTS, Limits(part_elements=10)),
        ("<xf/>" * 20, Part.TREE, Limits(part_elements=10)),
        ("<row/>" * 20, Part.SHEET, Limits(elements=10)),
        ("<si/>" * 20, Part.TEXTS, Limits(text_elements=10)),
        ('<mergeCell ref="A1:B1"/>' * 4, Part.SHEET, Limits(merged=3)),
        ('<row><c r="XFE1"/></row>', Part.SHEET, Limits()),
        ("".join(f'<row r="{n}"><c r="Z{n}"/></row>' for n in range(1, 9)), Part.SHEET, Limits(cells=100)),
    ],
)
def test_what_would_cost_out_of_all_proportion_is_refused(inside: str, part: Part, limits: Limits):
    with pytest.raises(RefusedForSafety):
        sheet(inside, limits, part)


def test_an_ordinary_sheet_passes_with_the_limits_as_they_are():
    found = sheet("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="D{n}"/></row>' for n in range(2, 500)))
    assert (found.has_formula, found.merged) == (False, [])


@pytest.mark.parametrize(
    "start", ['<?xml version="1.0" encoding="foo"?>', "<unclosed>", '<!DOCTYPE a [<!ENTITY b "c">]>']
)
def test_what_cannot_be_read_is_refused_as_such(start: str):
    with pytest.raises((UnreadableFile, RefusedForSafety)):
        survey(BytesIO(f"{start}<a/>".encode()), Part.TREE, Limits())


def test_the_titles_of_sheets_are_told():
    found = survey(BytesIO(b'<workbook><sheets><sheet name="x"/></sheets></workbook>'), Part.TREE, Limits())
    assert found.titles == ["x"]
