"""The declaration covers every record whole, and every name in it has one meaning in both languages."""

import pytest

from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.vocabulary import vocabularies
from network_service.ingest.sheets.column import Sheet
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import (
    column_wording,
    columns_by_header,
    example_rows,
    sheet_named,
    sheet_wording,
)

BY_ROW = {"id", "province", "kind"}
"""Fields that follow from the row itself."""


def test_every_kind_of_record_has_one_sheet():
    kinds = [kind for sheet in SHEETS for kind in sheet.kinds]
    assert sorted(kinds) == sorted(RECORD_TYPES)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.code)
def test_every_field_of_a_record_has_a_column(sheet: Sheet):
    fields = {column.field for column in sheet.columns if not column.part}
    for kind in sheet.kinds:
        assert set(RECORD_TYPES[kind].model_fields) - BY_ROW <= fields
    known = set().union(*(RECORD_TYPES[kind].model_fields for kind in sheet.kinds))
    assert fields - {""} <= known


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.code)
def test_titles_and_headers_are_complete_and_mean_one_thing_each(sheet: Sheet):
    wording = sheet_wording(sheet.code)
    for title in (sheet.code, wording.title.thai, wording.title.english):
        assert sheet_named(title) is sheet
        assert len(title) <= 31
    assert wording.purpose.thai
    assert wording.purpose.english
    for column in sheet.columns:
        told = column_wording(sheet.code, column.code)
        for header in (column.code, told.header.thai, told.header.english):
            assert columns_by_header(sheet.code)[header.casefold().replace("_", " ").replace("-", " ")] == column.code
        assert told.help.thai
        assert told.help.english
        assert len(told.examples) in (1, example_rows(sheet.code))
        assert all(bool(one.thai) == bool(one.english) for one in told.examples)


def test_columns_of_words_name_vocabularies_that_exist():
    named = {column.vocabulary for sheet in SHEETS for column in sheet.columns if column.vocabulary}
    assert named <= set(vocabularies())
