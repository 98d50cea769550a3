"""Names stand in the order of the Thai dictionary.

``data/collation.txt`` holds province names and common words in the order of ICU 78.2's Thai collation, an
implementation of its own.
"""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.thai.sorting import sort_key
from network_service.domain.thai.text import canonical
from tests.domain.thai.writing import DATA, hostile_texts, thai_texts

COLLATED = (DATA / "collation.txt").read_text(encoding="utf-8").split()


def in_order(*names: str) -> bool:
    return all(sort_key(first) < sort_key(second) for first, second in pairwise(names))


def test_shuffled_words_come_back_in_the_order_of_icu():
    shuffled = random.Random(2569).sample(COLLATED, len(COLLATED))
    assert sorted(shuffled, key=sort_key) == COLLATED


@pytest.mark.parametrize(
    "names",
    [
        ("ก่อน", "กอบ", "กะทิ", "กา", "กำ", "กิ่ง"),
        ("กา", "เก", "เก่า", "แก", "โก", "ใกล้", "ไก่", "ขา"),  # sorted under their consonant
        ("เกา", "เก่า", "เก้า", "เกาะ"),  # tones count only where all letters are the same
        ("กอง", "ก้อง", "กองทุน"),
        ("ปา", "ป่า", "ป้า", "ป๊า", "ป๋า"),
        ("ฤทธิ์", "ลม", "ฦ", "วัด"),
        ("อา", "ฮา", "เฮ"),
        ("หมู่ 1", "หมู่ ๒", "หมู่ 3"),
        ("100", "2", "กอง", "ฮา", "Alpha", "beta", "Gamma"),
        ("เชียงราย", "เชียงใหม่"),
        ("นครนายก", "นครปฐม", "นครพนม", "นครราชสีมา", "นครศรีธรรมราช", "นครสวรรค์", "นนทบุรี", "นราธิวาส", "น่าน"),
    ],
)
def test_a_known_order_holds(names: tuple[str, ...]):
    assert in_order(*names)


def test_the_same_number_in_either_script_stands_together():
    assert sorted(["หมู่ 3", "หมู่ 2", "หมู่ ๑", "หมู่ ๒", "หมู่ 1"], key=sort_key) == [
        "หมู่ 1",
        "หมู่ ๑",
        "หมู่ 2",
        "หมู่ ๒",
        "หมู่ 3",
    ]


def test_every_latin_letter_comes_after_thai():
    assert in_order("ฮ", "a", "Z")
    assert in_order("ฮ", "é")


def test_white_space_dots_and_dashes_do_not_part_what_belongs_together():
    assert in_order("กขก", "ก-ข ค", "กขง")
    assert in_order("อ.บ.ต. ก", "อบต. ข")


def test_a_key_is_letters_then_marks_then_the_name():
    assert sort_key(" เก่า ๒") == "กเา2\u000100300\u0001เก่า ๒"
    assert sort_key("Ab") == "\uf061\uf062\u000100\u0001Ab"


@given(hostile_texts, hostile_texts)
def test_two_texts_have_one_key_exactly_when_they_have_one_canonical_form(first: str, second: str):
    assert (sort_key(first) == sort_key(second)) is (canonical(first) == canonical(second))


@given(thai_texts)
def test_the_key_is_that_of_the_canonical_form(text: str):
    assert sort_key(text) == sort_key(canonical(text))
    assert sort_key(f" \u00a0{text}\u200b ") == sort_key(text)


@given(hostile_texts)
def test_a_key_has_three_parts_that_no_text_can_forge(text: str):
    letters, marks, name = sort_key(text).split("\u0001")
    assert set(marks) <= set("0123456")
    assert marks.count("0") == len(letters)
    assert name == canonical(text)


@given(thai_texts, thai_texts)
def test_utf8_bytes_sort_as_the_keys_do(first: str, second: str):
    one, other = sort_key(first), sort_key(second)
    assert (one < other) is (one.encode("utf-8") < other.encode("utf-8"))


@given(st.lists(thai_texts, max_size=6))
def test_the_order_does_not_depend_on_where_the_names_stood(names: list[str]):
    assert sorted(map(canonical, names), key=sort_key) == sorted(map(canonical, reversed(names)), key=sort_key)
