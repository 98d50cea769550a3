"""Months by name; the numbers are counted from the calendar, not from the tables."""

import calendar

import pytest

from network_service.domain.thai.months import (
    ENGLISH_MONTHS,
    ENGLISH_MONTHS_SHORT,
    THAI_MONTHS,
    THAI_MONTHS_SHORT,
    english_month,
    thai_month,
)


def test_the_ending_of_a_thai_month_tells_its_length():
    lengths = {"คม": 31, "ยน": 30, "พันธ์": 28}
    for number, name in enumerate(THAI_MONTHS, 1):
        assert calendar.monthrange(2025, number)[1] == next(days for end, days in lengths.items() if name.endswith(end))


def test_each_short_thai_month_is_known_as_its_long_one():
    for number, (long, short) in enumerate(zip(THAI_MONTHS, THAI_MONTHS_SHORT, strict=True), 1):
        assert thai_month(long) == thai_month(short) == number


def test_english_months_are_those_of_the_calendar():
    assert list(ENGLISH_MONTHS) == list(calendar.month_name)[1:]
    assert list(ENGLISH_MONTHS_SHORT) == list(calendar.month_abbr)[1:]


@pytest.mark.parametrize(("name", "number"), [("มกราคม", 1), ("ก.พ.", 2), ("มีค", 3), ("พ. ค.", 5), ("พ.ย", 11)])
def test_a_thai_month_is_known_with_and_without_dots(name: str, number: int):
    assert thai_month(name) == number


@pytest.mark.parametrize(("name", "number"), [("JANUARY", 1), ("feb.", 2), ("Sept.", 9), ("May", 5)])
def test_an_english_month_is_known_in_any_case(name: str, number: int):
    assert english_month(name) == number


def test_other_words_are_no_months():
    assert thai_month("พ.ศ.") is None
    assert thai_month("January") is None
    assert english_month("มกราคม") is None
    assert english_month("") is None
