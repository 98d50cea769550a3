"""What is only another spelling, and what may be another word."""

import pytest

from network_service.ingest.duplicates.spelling import is_slip, without_marks


@pytest.mark.parametrize(("one", "other"), [("ศ", "ส"), ("ณ", "น"), ("ะ", ""), ("ย์", ""), ("", " "), ("ใ", "ไ")])
def test_letters_that_sound_alike_are_a_slip_in_any_name(one: str, other: str):
    assert is_slip(one, other, known_words=False)
    assert is_slip(other, one, known_words=False)


@pytest.mark.parametrize(("one", "other"), [("่", "้"), ("ม", "น"), ("ร", ""), ("้", "")])
def test_a_tone_or_a_letter_is_a_slip_only_in_the_words_of_offices(one: str, other: str):
    assert is_slip(one, other, known_words=True)
    assert not is_slip(one, other, known_words=False)


@pytest.mark.parametrize(("one", "other"), [("นา", "ไร่"), ("", "เขต"), ("a", ""), ("1", "2")])
def test_more_letters_and_other_scripts_are_another_word(one: str, other: str):
    assert not is_slip(one, other, known_words=True)


def test_marks_are_left_out():
    assert without_marks("แก้วตาสวรรค์") == "แกวตาสวรร"
