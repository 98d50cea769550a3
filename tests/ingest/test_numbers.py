"""Numbers are read where the places of their marks leave one reading, and refused where there are two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.thai.digits import to_thai
from network_service.ingest.numbers import TwoReadings, number_digits


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1250", 1250),
        ("-3.5", -3.5),
        ("−3.5", -3.5),
        ("๑,๒๕๐.๕", 1250.5),
        ("1,250", 1250),
        ("12,345,678", 12345678),
        ("1 250", 1250),
        ("1\u00a0234\u202f567,5", 1234567.5),
        ("1,5", 1.5),
        ("1,25", 1.25),
        ("0,125", 0.125),
        ("12,3456", 12.3456),
        ("1.234.567", 1234567),
        ("1.234,5", 1234.5),
        ("1.234", 1.234),  # a point before decimals, as in Thailand
        ("1.0E-5", 0.00001),
        ("2e3", 2000),
        ("007", 7),
    ],
)
def test_a_number_of_one_reading_is_read(text: str, number: float):
    digits = number_digits(text)
    assert digits is not None
    assert float(digits) == number


@pytest.mark.parametrize("text", ["1234,567", "0001,250", "12345,678"])
def test_a_comma_of_two_readings_is_refused(text: str):
    with pytest.raises(TwoReadings):
        number_digits(text)
    digits = number_digits(text, decimal_comma=True)
    assert digits is not None
    assert float(digits) == float(text.replace(",", "."))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "x",
        "1,2,3",
        "1,23,456",
        "1..5",
        "1.5.5",
        "5 บาท",
        "nan",
        "inf",
        "1e999",
        "0x10",
        "1_000",
        "9" * 16,
        "1-2",
    ],
)
def test_what_is_no_number_has_no_digits(text: str):
    assert number_digits(text) is None


def test_a_file_with_decimal_commas_is_read_so():
    assert number_digits("1,250", decimal_comma=True) == "1.250"
    assert number_digits("1.250,5", decimal_comma=True) == "1250.5"


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_reads_the_same_with_marks_and_in_thai_digits(number: int):
    for written in (str(number), f"{number:,}", to_thai(f"{number:,}"), f"{number:,}".replace(",", " ")):
        assert number_digits(written) == str(number)


@given(st.text(max_size=30) | st.from_regex(r"-?[0-9.,eE ]{1,20}", fullmatch=True))
def test_any_text_is_a_number_or_none(text: str):
    try:
        digits = number_digits(text)
    except TwoReadings:
        return
    assert digits is None or abs(float(digits)) < float("inf")
