"""Digits of both scripts are the same numbers."""

from hypothesis import given

from network_service.domain.thai.digits import to_arabic, to_thai
from tests.domain.thai.writing import thai_texts


def test_each_digit_has_its_twin():
    assert to_arabic("๐๑๒๓๔๕๖๗๘๙") == "0123456789"
    assert to_thai("0123456789") == "๐๑๒๓๔๕๖๗๘๙"


def test_what_is_no_digit_stays():
    assert to_arabic("หมู่ที่ ๑๒/3 ²") == "หมู่ที่ 12/3 ²"
    assert to_thai("ข้อ 1.2 ก") == "ข้อ ๑.๒ ก"


@given(thai_texts)
def test_there_and_back_is_the_text_in_one_script(text: str):
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert to_thai(to_arabic(text)) == to_thai(text)
