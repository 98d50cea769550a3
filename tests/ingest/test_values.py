"""Each type of cell reads what it writes, and what people type for it."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.ingest.fault import Terms
from network_service.ingest.raw import CellTrouble
from network_service.ingest.sheets.column import Column, ValueType
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording
from network_service.ingest.values import ValueFault, choices_of, read_value, write_value
from tests.domain.strategies import days, some, texts

TEXT = Column("x", ValueType.TEXT, "x")
TEXTS = Column("x", ValueType.TEXTS, "x")
TITLES = Column("x", ValueType.TITLES, "x")
DATE = Column("x", ValueType.DATE, "x")
LAST_DAY = Column("x", ValueType.LAST_DAY, "x")
WHOLE = Column("x", ValueType.WHOLE, "x")
NUMBER = Column("x", ValueType.NUMBER, "x")
YES_NO = Column("x", ValueType.YES_NO, "x")
SECTOR = Column("x", ValueType.TERM, "x", vocabulary="sector")
SECTORS = Column("x", ValueType.TERMS, "x", vocabulary="sector")


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        (TEXT, 101, "101"),
        (TEXT, 1.5, "1.5"),
        (TEXT, True, "TRUE"),
        (TEXT, datetime(2026, 10, 1), "2026-10-01"),
        (TEXT, "  ก\nข  ", "ก ข"),
        (TEXT, "\u200e", None),
        (TEXTS, "ก; ข ;;\nค;", ("ก", "ข", "ค")),
        (TEXTS, r"ก\;ข; ค\\", ("ก;ข", "ค\\")),
        (TITLES, "ผศ. ดร.", ("ผศ.", "ดร.")),
        (TITLES, "นาง", ("นาง",)),
        (TITLES, "ท่าน ผู้หญิง; ดร.", ("ท่าน ผู้หญิง", "ดร.")),
        (DATE, "๑๕ มกราคม ๒๕๖๙", date(2026, 1, 15)),
        (DATE, datetime(2569, 1, 15), date(2026, 1, 15)),
        (DATE, 46_000, date(2025, 12, 9)),
        (LAST_DAY, "30/9/2569", date(2026, 10, 1)),
        (DATE, "46000", date(2025, 12, 9)),
        (WHOLE, "๑,๒๕๐", 1250),
        (WHOLE, "3.0", 3),
        (NUMBER, "1.234,5", 1234.5),
        (NUMBER, "0,125", 0.125),
        (NUMBER, "1.0E-5", 0.00001),
        (YES_NO, "ไม่ใช่", False),
        (YES_NO, "Yes", True),
        (YES_NO, 0, False),
        (YES_NO, True, True),
        (SECTOR, "ภาครัฐ", "state"),
        (SECTOR, "CIVIL SOCIETY", "civil_society"),
        (SECTORS, "ภาครัฐ, community;state", ("state", "community")),
    ],
)
def test_people_may_write_it_in_several_ways(column: Column, cell: object, value: object):
    assert read_value(column, cell) == value


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        (DATE, "เมื่อวาน", "date.not_a_date"),
        (DATE, "29/2/2568", "date.no_such_day"),
        (DATE, "15/1/69", "date.ambiguous_year"),
        (DATE, True, "date.not_a_date"),
        (DATE, 12, "date.not_a_date"),
        (LAST_DAY, "31/12/9999", "date.ambiguous_year"),
        (WHOLE, "1.250", "value.not_whole"),
        (WHOLE, "สาม", "value.not_whole"),
        (WHOLE, "1234,567", "value.ambiguous_number"),
        (NUMBER, "1234,567", "value.ambiguous_number"),
        (NUMBER, "1,2,3", "value.not_a_number"),
        (NUMBER, "nan", "value.not_a_number"),
        (NUMBER, float("inf"), "value.not_a_number"),
        (YES_NO, "อาจจะ", "value.not_yes_or_no"),
        (SECTOR, "ภาครั", "value.unknown_word_near"),
        (SECTOR, "xyz", "value.unknown_word"),
        (SECTORS, "ภาครัฐ; xyz", "value.unknown_word"),
        (TEXT, CellTrouble("cell.error", "#REF!"), "cell.error"),
    ],
)
def test_what_cannot_be_read_has_a_code(column: Column, cell: object, code: str):
    with pytest.raises(ValueFault) as caught:
        read_value(column, cell)
    assert caught.value.code == code


def test_an_unknown_word_names_the_words_that_may_stand_there():
    level = Column("level", ValueType.TERM, "kind", vocabulary="actor_level", choices=("group", "organization"))
    with pytest.raises(ValueFault) as caught:
        read_value(level, "person")
    assert caught.value.parameters["choices"] == Terms("actor_level", ("group", "organization"))


@given(texts=some(texts, most=4), language=st.sampled_from(["th", "en"]))
def test_lists_of_any_texts_are_read_as_they_were_written(texts: tuple[str, ...], language: str):
    for column in (TEXTS, TITLES):
        written = write_value(column, texts, language)
        assert (read_value(column, written) if written is not None else ()) == texts


@given(day=days, language=st.sampled_from(["th", "en"]))
def test_days_are_read_as_they_were_written(day: date, language: str):
    for column in (DATE, LAST_DAY):
        written = write_value(column, day, language)
        cell = written if isinstance(written, str) else datetime.combine(written, datetime.min.time())
        assert read_value(column, cell) == day


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_choice_that_is_offered_is_read(language: str):
    for sheet in SHEETS:
        for column in sheet.columns:
            words = choices_of(column, language)
            assert len({read_value(column, word) for word in words}) == len(words)


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_example_is_read(language: str):
    for sheet in SHEETS:
        for column in sheet.columns:
            examples = [one.in_language(language) for one in column_wording(sheet.code, column.code).examples]
            assert all(read_value(column, one) not in (None, ()) for one in examples if one)
