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
    [
        '<row r="2"/><row r="1"/>',
        '<row r="1"/><row r="1"/>',
        '<row r="1"><c r="B1"/><c r="A1"/></row>',
        '<row r="1"><c r="A1"/><c r="A1"/></row>',
        '<row r="0"/>',
        '<row r="2"><c r="A1"/></row>',
        '<row r="2"><c r="A 2"/></row>',
        '<row r="2"><c r="ZZZZ2"/></row>',
        '<c r="A1"/>',
        '</sheetData><sheetData><row r="1"/>',
    ],
)
def test_what_a_reader_would_pass_over_in_silence_is_refused(inside: str):
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


def test_formulas_and_merges_are_seen():
    found = sheet('<row><c r="A1"><f>B1</f></c></row><mergeCell ref = "$A$2:B3"/>')
    assert (found.formulas, found.unvalued, found.merged) == (1, {(1, 0)}, [MergedRange(2, 3, 0, 1)])


def test_a_formula_has_a_value_also_where_that_is_an_empty_text():
    found = sheet('<row r="7"><c r="A7"><f>B1</f><v>1</v></c><c r="B7" t="str"><f>""</f><v></v></c></row>')
    assert (found.formulas, found.unvalued) == (2, set())
    assert sheet('<row r="7"><c r="A7"><f>B1</f><v></v></c></row>').unvalued == {(7, 0)}


def test_errors_are_heard_at_their_cell_and_no_other_text_is():
    cells = '<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c><v>5</v></c><c t="e"><v>#SPILL!</v></c>'
    found = sheet(f'<row r="3">{cells}</row><oddFooter>x</oddFooter>')
    assert found.errors == {(3, 1): "#DIV/0!", (3, 3): "#SPILL!"}


@pytest.mark.parametrize(
    "content",
    [
        "<worksheet/>".encode("utf-16"),
        b'<?xml version="1.0" encoding="windows-874"?><worksheet/>',
        b"<worksheet><sheetData><row><c><v><![CDATA[x]]></v></c></row></sheetData></worksheet>",
    ],
)
def test_a_sheet_of_which_the_reader_would_give_nothing_is_refused(content: bytes):
    with pytest.raises(UnreadableFile, match=r"damaged"):
        survey(BytesIO(content), Part.SHEET, LIMITS)


def test_a_formula_in_a_comment_is_none_and_costs_nothing():
    assert not sheet("<!--" + "<mergeCell <f " * 100_000 + "-->").formulas


@pytest.mark.parametrize(
    ("inside", "part", "limits"),
    [
        ("<xf/>" * 20, Part.TREE, Limits(part_elements=10)),
        ("<row/>" * 20, Part.SHEET, Limits(elements=10)),
        ("<si/>" * 20, Part.TEXTS, Limits(text_elements=10)),
        ('<mergeCell ref="A1:B1"/>' * 4, Part.SHEET, Limits(merged=3)),
        ('<row><c r="XFE1"/></row>', Part.SHEET, Limits()),
        ("".join(f'<row r="{n}"><c r="Z{n}"><v>1</v></c></row>' for n in range(1, 9)), Part.SHEET, Limits(cells=100)),
    ],
)
def test_what_would_cost_out_of_all_proportion_is_refused(inside: str, part: Part, limits: Limits):
    with pytest.raises(RefusedForSafety):
        sheet(inside, limits, part)


def test_an_ordinary_sheet_passes_with_the_limits_as_they_are():
    found = sheet("".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="D{n}"/></row>' for n in range(2, 500)))
    assert (found.formulas, found.merged, found.last_row) == (0, [], 499)


@pytest.mark.parametrize(
    "start", ['<?xml version="1.0" encoding="foo"?>', "<unclosed>", '<!DOCTYPE a [<!ENTITY b "c">]>']
)
def test_what_cannot_be_read_is_refused_as_such(start: str):
    with pytest.raises((UnreadableFile, RefusedForSafety)):
        survey(BytesIO(f"{start}<a/>".encode()), Part.TREE, Limits())
