"""A text too long for its place is a fault before anything is computed of it that takes the square of its length."""

import json
import unicodedata
from collections.abc import Iterator

import pytest

from network_service.domain.record import MAX_NOTE, MAX_TEXT
from network_service.domain.thai import text as thai_text
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.assembly.header import find_layouts
from network_service.ingest.json_file import read_json
from network_service.ingest.reading import province_of_tables
from network_service.ingest.sheets.column import Column, ValueType, terms_of
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.values import ValueFault, read_value, write_value
from tests.ingest.workbooks import PROVINCE, cells, faults, imported

MARKS = "ก" + "\u0301\u0323" * 50_000
COLUMNS = {column.type: column for sheet in SHEETS for column in sheet.columns}
LONGEST_NORMALISED = 2 * MAX_NOTE


class Measured:
    """`unicodedata` as the text forms use it, which notes the longest text that it was given."""

    def __init__(self) -> None:
        self.longest = 0

    def normalize(self, form: str, text: str) -> str:
        self.longest = max(self.longest, len(text))
        return unicodedata.normalize(form, text[:LONGEST_NORMALISED])  # type: ignore[arg-type]

    def is_normalized(self, form: str, text: str) -> bool:
        self.longest = max(self.longest, len(text))  # where a quick look does not tell, it normalises
        return unicodedata.is_normalized(form, text[:LONGEST_NORMALISED])  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test here may have a long text normalised; time itself is not asked."""
    spy = Measured()
    monkeypatch.setattr(thai_text, "unicodedata", spy)
    yield
    assert spy.longest < LONGEST_NORMALISED


@pytest.mark.parametrize("column", COLUMNS.values(), ids=lambda column: column.type.value)
def test_every_type_of_column_refuses_it(column: Column):
    with pytest.raises(ValueFault) as caught:
        read_value(column, MARKS)
    assert caught.value.code == "value.too_long"


def test_a_workbook_with_it_in_every_cell_is_full_of_faults_and_nothing_else():
    for sheet in SHEETS:
        header = [column.code for column in sheet.columns]
        found = assemble(find_layouts(cells(**{sheet.code: [header, [MARKS] * len(header)]})), PROVINCE, {})
        told = [fault for fault in found.faults if fault.row == 2]
        assert {fault.code for fault in told} == {"value.too_long"}
        assert len(told) == len(header)
        assert all(len(fault.value) <= 80 for fault in told)


def test_headers_titles_and_province_codes_may_be_as_long_as_they_like():
    found = imported(Actors=[["level", "name", MARKS], ["group", "ก", "x"]], **{MARKS: [["a"], ["b"]]})
    assert found.faults == ()
    assert all(len(str(value)) <= 80 for note in found.notes for value in note.parameters.values())
    workbook = cells(Network=[["id", "province", "name"], [MARKS, "TH-98", "ก"]])
    assert province_of_tables(find_layouts(workbook)) == "TH-98"


def test_white_space_around_a_text_does_not_make_it_long():
    header = " " * 1_000 + "name" + " " * 1_000
    found = imported(Actors=[["level", header], ["group" + " " * 1_000, " " * 1_000 + "ก"]])
    assert found.faults == ()


def test_a_note_may_be_long_and_a_name_may_not():
    header = ["level", "name", "note"]
    assert imported(Actors=[header, ["group", "ก" * MAX_TEXT, "ก" * MAX_NOTE]]).faults == ()
    too_long = imported(Actors=[header, ["group", "ก" * (MAX_TEXT + 1), "ก" * (MAX_NOTE + 1)]])
    assert faults(too_long) == [("value.too_long", "B2"), ("value.too_long", "C2")]
    assert [fault.parameters["limit"] for fault in too_long.faults] == [MAX_TEXT, MAX_NOTE]


def test_many_texts_of_one_cell_are_measured_one_by_one():
    several = tuple(f"{number}" * MAX_TEXT for number in range(5))
    for kind in (ValueType.TEXTS, ValueType.TITLES):
        column = COLUMNS[kind]
        assert read_value(column, write_value(column, several, "th")) == several
    words = "; ".join(["state"] * 500)
    assert read_value(terms_of("to_sectors", "sector"), words) == ("state",)


def test_json_refuses_it_in_every_field():
    group = {"id": MARKS, "kind": "group", "province": PROVINCE, "name": MARKS, "aliases": [MARKS], "note": MARKS}
    head = {"format": "network-service", "format_version": 1, "province": PROVINCE}
    found = read_json(json.dumps(head | {MARKS: 1, "records": [group, group | {"kind": MARKS}]}).encode(), PROVINCE, {})
    assert {fault.column for fault in found.faults} == {"id", "name", "aliases", "note", "kind"}
    assert found.accepted == 0
    assert all(len(str(note.parameters["key"])) <= 80 for note in found.notes)
