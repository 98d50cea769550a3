"""No text that leaves is a formula, and every text comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.ingest.formula_guard import guard, unguard

SIGNS = "=+-@\t\r\0＝＋－＠"


@pytest.mark.parametrize("text", ["=1+1", "+cmd|x", "-2+3", "@SUM(A1)", "\t=1", "＝1", "'=1", "''@x", "=HYPERLINK(1)"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str):
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+66812345678", "-1.5", "+1,000.25", "ก", "1=1", "'", "'ก", ""])
def test_plain_numbers_and_ordinary_texts_stay(text: str):
    assert guard(text) == text


@given(st.text(alphabet=st.one_of(st.sampled_from(SIGNS + "'15"), st.characters())))
def test_what_was_guarded_comes_back_and_begins_with_no_sign(text: str):
    assert unguard(guard(text)) == text
    assert guard(text)[:1] not in tuple(SIGNS) or guard(text).lstrip("+-")[:1].isdigit()
