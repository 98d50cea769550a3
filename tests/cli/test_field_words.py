"""Changes are told as the workbook tells them: headers, words, days of the reader's era, ends by the last day."""

import pytest

from network_service.cli.field_words import fields_in_words
from network_service.ingest.sheets.column import ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.operations.plan import FieldChange
from tests.cli.conftest import Run

OFFICE = "สำนักงานจังหวัดตัวอย่าง"
OTHER = "6f5c9c0e-6d2b-5d0a-9c53-3f0a5b7f2e11"


@pytest.mark.parametrize(
    ("kind", "change", "thai", "english"),
    [
        ("organization", ("valid_to", None, "2026-10-01"), "– → 30 ก.ย. 2569", "– → 30 Sep 2026"),
        ("agreement", ("signed_on", "2026-02-28", None), "28 ก.พ. 2569 → –", "28 Feb 2026 → –"),
        ("organization", ("parent", None, OTHER), f"– → {OFFICE}", f"– → {OFFICE}"),
        ("organization", ("sector", "state", "business"), "ภาครัฐ → ภาคธุรกิจ", "Government → Business"),
        ("plan", ("fiscal_year", 2026, 2027), "2569 → 2570", "2026 → 2027"),
        ("collaborates_with", ("formal", False, True), "ไม่ใช่ → ใช่", "no → yes"),
        ("organization", ("aliases", [], ["ก", "ข"]), "– → ก; ข", "– → ก; ข"),
        ("merged", ("kind", "group", "merged"), "กลุ่ม → ", "Group → "),
    ],
)
def test_a_value_is_told_as_its_cell_shows_it(kind: str, change: tuple[str, object, object], thai: str, english: str):
    for language, expected in (("th", thai), ("en", english)):
        said = fields_in_words(kind, [FieldChange(*change)], {OTHER: OFFICE}, language)
        assert expected.casefold() in said.casefold()


_VALUES = {
    **dict.fromkeys((ValueType.DATE, ValueType.LAST_DAY), "2026-10-01"),
    **dict.fromkeys((ValueType.WHOLE, ValueType.YEAR), 2026),
    ValueType.TEXTS: ["ก"],
    ValueType.TITLES: ["ก"],
    ValueType.NUMBER: 2.5,
    ValueType.YES_NO: True,
}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.code)
def test_every_field_of_a_sheet_has_a_header_and_no_code_is_left_in_it(sheet):
    for column in sheet.columns:
        if column.field and not column.part and column.type in _VALUES:
            change = FieldChange(column.field, None, _VALUES[column.type])
            said = fields_in_words(sheet.kinds[0], [change], {}, "th")
            assert not said.startswith(f"{column.field}:")
            assert "2026-10-01" not in said


def test_the_preview_of_an_ending_names_the_last_day_that_was_typed(run_on_sample: Run):
    shown = run_on_sample("end", OFFICE, "--on", "30 ก.ย. 2569", "--dry-run").stdout
    assert "30 ก.ย. 2569" in shown
    assert "2026-10-01" not in shown
    assert "valid_to" not in shown


def test_what_a_merge_empties_and_its_reversal_fills_is_told_by_the_words_of_what_the_record_was():
    changes = (
        FieldChange("kind", "organization", "merged"),
        FieldChange("was", None, "organization"),
        FieldChange("into", None, OTHER),
        FieldChange("sector", "academic", None),
        FieldChange("last_verified_on", "2026-05-14", None),
    )
    back = tuple(FieldChange(one.field, one.after, one.before) for one in changes)
    for kind, fields in (("merged", changes), ("organization", back)):
        told = fields_in_words(kind, fields, {OTHER: OFFICE}, "th").splitlines()
        assert not any(line.partition(":")[0].isascii() for line in told)
        assert "องค์กร" in told[0]
        assert "ภาควิชาการ" in told[3]
        assert "14 พ.ค. 2569" in told[4]


def test_a_merge_is_taken_back_on_screen(run_on_sample: Run):
    gone = "ที่ทำการปกครองจังหวัดตัวอย่าง"
    assert run_on_sample("merge", gone, OFFICE).exit_code == 0
    shown = run_on_sample("unmerge", gone, "--dry-run")
    assert (shown.exit_code, "last_verified_on" in shown.stdout) == (0, False)
