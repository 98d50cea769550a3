r"""Texts that look the same are the same; what is stored is what was typed.

The expected forms are written with escapes, mark by mark, from the rules; none was taken from the code's own output.
"""

import csv
import re
import unicodedata
from unittest.mock import patch

import pytest
from hypothesis import given

from network_service.domain.thai import text as module
from network_service.domain.thai.text import canonical, clean, match_form
from tests.domain.thai.writing import DATA, hostile_texts, thai_texts, unescaped

NAME_PAIRS = list(csv.DictReader((DATA / "name_pairs.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  ชมรมคนรักป่า\u00a0", "ชมรมคนรักป่า"),
        ("ชมรม\nคนรักป่า", "ชมรม คนรักป่า"),
        ("ชมรม\r\nคนรักป่า", "ชมรม คนรักป่า"),
        ("ชมรม\tคนรักป่า", "ชมรม คนรักป่า"),
        ("ชมรม\u2028คนรักป่า", "ชมรม คนรักป่า"),
        ("ชม\u0000รม", "ชมรม"),
        ("ชม\u001b[31mรม", "ชม[31mรม"),
        ("\u202eชมรม\u202c\u200f\u2067", "ชมรม"),
        ("ชม\ud800รม", "ชมรม"),
        ("ชม\uffffรม\U0001ffff", "ชมรม"),
        ("", ""),
        ("\n\t ", ""),
    ],
)
def test_clean_takes_away_what_is_no_text(typed: str, stored: str):
    assert clean(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "น\u0e4d\u0e49า",  # SARA AM in two pieces
        "ก\u0e48\u0e35",  # tone before vowel
        "เเม่",
        "ชมรม\u200bคนรักป่า",  # a word break is a real one in Thai
        "ชมรม  คนรักป่า",
        "Cafe\u0301",
        "หมู่ ๑๒",
        "👨\u200d👩\u200d👧",
    ],
)
def test_clean_keeps_what_was_typed(typed: str):
    assert clean(typed) == typed


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("ก\u0e48\u0e35", "ก\u0e35\u0e48"),
        ("สิทธ\u0e4c\u0e34", "สิทธ\u0e34\u0e4c"),
        ("พันธ\u0e4c\u0e38", "พันธ\u0e38\u0e4c"),
        ("ก\u0e49\u0e31น", "ก\u0e31\u0e49น"),
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
        ("น\u0e33\u0e49", "น\u0e49\u0e33"),
        ("น\u0e49\u0e33\u0e49", "น\u0e49\u0e33"),
        ("น\u0e33\u0e49\u0e49", "น\u0e49\u0e33"),
        ("ก\u0e4d\u0e32", "ก\u0e33"),
        ("ก\u0e4d\u200b\u0e32", "ก\u0e33"),
        ("\u0e40\u0e40ม\u0e48", "\u0e41ม\u0e48"),
        ("\u0e40\u200b\u0e40ม\u0e48", "\u0e41ม\u0e48"),
        ("ป\u0e48\u0e48า", "ป\u0e48า"),
        ("ป\u0e38\u0e38", "ป\u0e38"),
        ("ก\u0e48\u0e34\u0e48", "ก\u0e34\u0e48"),
        ("  ก\u00a0 \u3000ข  ", "ก ข"),
        ("ก \u200b ข", "ก ข"),
        ("\u200b ก", "ก"),
        ("soft\u00adhyphen", "softhyphen"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_canonical_spells_what_looks_the_same_alike(typed: str, same: str):
    assert canonical(typed) == same


@pytest.mark.parametrize("text", ["น้ำ", "กำ", "ก่ำ", "A²①", "ก\u0e48\u0e49", "ฤ\u0e45", "\u0e40\u0e41", "ก\u0e4d"])
def test_canonical_leaves_a_right_spelling_alone(text: str):
    assert canonical(text) == text


def test_canonical_never_splits_sara_am_as_nfkc_would():
    assert unicodedata.normalize("NFKC", "น้ำ") != "น้ำ"
    assert canonical("น้ำ") == "น้ำ"


def test_the_pairs_are_two_hundred_and_of_both_kinds():
    assert len(NAME_PAIRS) == 200
    assert {pair["expected"] for pair in NAME_PAIRS} == {"same", "different"}


@pytest.mark.parametrize("pair", NAME_PAIRS, ids=lambda pair: f"{pair['expected']}: {pair['reason']}")
def test_two_names_match_exactly_when_they_look_the_same(pair: dict[str, str]):
    first, second = unescaped(pair["first"]), unescaped(pair["second"])
    assert (match_form(first) == match_form(second)) is (pair["expected"] == "same")


@given(hostile_texts)
def test_a_cleaned_text_can_be_written_to_any_file_and_is_clean(text: str):
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in cleaned)
    assert cleaned == cleaned.strip()


@given(hostile_texts)
def test_the_canonical_form_is_its_own_canonical_form(text: str):
    form = canonical(text)
    assert canonical(form) == form
    assert clean(form) == form
    assert unicodedata.is_normalized("NFC", form)


@given(hostile_texts)
def test_the_canonical_form_does_not_depend_on_cleaning(text: str):
    assert canonical(clean(text)) == canonical(text)


@given(hostile_texts)
def test_the_match_form_is_its_own_match_form_and_knows_no_case(text: str):
    form = match_form(text)
    assert match_form(form) == form
    assert match_form(canonical(text)) == form
    assert match_form(text.casefold()) == form


@given(thai_texts)
def test_no_rule_is_left_to_apply(text: str):
    form = canonical(text)
    for wrong in ("\u0e40\u0e40", "\u0e4d\u0e32", "\u0e4d\u0e48\u0e32", "\u0e33\u0e48", "  ", "\u200b", "\u00a0"):
        assert wrong not in form
    for late in "\u0e48\u0e49\u0e4a\u0e4b\u0e4c":
        assert late * 2 not in form
        assert not any(late + vowel in form for vowel in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39")


@given(hostile_texts)
def test_the_quick_look_passes_over_no_text_that_a_rule_would_change(text: str):
    before = clean(text)
    with patch.object(module, "_UNSETTLED", re.compile("")):  # finds something in any text
        slow = module._respell(before)
    assert module._respell(before) == slow
