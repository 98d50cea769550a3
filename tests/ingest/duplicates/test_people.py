"""Persons who are perhaps one. All names are invented."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.nodes import Person
from network_service.ingest.duplicates.pair import Verdict
from network_service.ingest.duplicates.people import probable_duplicates
from tests.ingest.duplicates.records import organisation, person, record_id

OFFICE = organisation(99, "สำนักงาน").id
TOGETHER = {record_id(1): [OFFICE], record_id(2): [OFFICE]}
APART: Mapping[str, list[str]] = {}


def said(one: Person, other: Person, belonging: Mapping[str, list[str]] = APART) -> tuple[Verdict, str] | None:
    found = probable_duplicates([one, other], belonging)
    return (found[0].verdict, found[0].reason.code) if found else None


def test_only_where_all_is_the_same_are_two_records_likely_one():
    one, other = (person(n, "ทดสอบ", "นามสมมุติ", titles=("นาย",), nickname="ลอง") for n in (1, 2))
    assert said(one, other, TOGETHER) == (Verdict.LIKELY, "person_all_same")
    assert said(one, other) == (Verdict.REVIEW, "person_same_name")
    assert said(one, other.model_copy(update={"nickname": None}), TOGETHER) == (Verdict.REVIEW, "person_same_name")
    assert said(one, other.model_copy(update={"titles": ("ดร.",)}), TOGETHER) == (Verdict.REVIEW, "person_other_title")


@pytest.mark.parametrize("family", ["นามสมมุต", "นามสมมุดิ", "นามสมุมติ", "นาามสมมุติ", "นานสมมุติ"])
def test_family_names_one_letter_apart_are_proposed(family: str):
    assert said(person(1, "ทดสอบ", "นามสมมุติ"), person(2, "ทดสอบ", family)) == (Verdict.REVIEW, "person_family_near")


def test_names_that_differ_in_marks_are_proposed():
    assert said(person(1, "แก้วตา", "ลองดูก่อน"), person(2, "แกวตา", "ลองดูกอน")) == (
        Verdict.REVIEW,
        "person_without_marks",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(1, "ทดสอบ", "นามสมมุติ", nickname="ลอง"), person(2, "ลอง", "นามสมมุติ")),
        (person(1, "ลอง", "นามสมมุติ"), person(2, "ทดสอบ", "นามสมมุติ", nickname="ลอง")),
        (person(1, "ทดสอบ", "นามสมมุติ", nickname="ลอง"), person(2, "ทดแทน", "นามสมมุติ", nickname="ลอง")),
    ],
)
def test_a_nickname_that_fits_is_proposed(one: Person, other: Person):
    assert said(one, other) == (Verdict.REVIEW, "person_nickname")


def test_a_given_name_alone_needs_an_affiliation_in_common():
    one, other = person(1, "ทดสอบ", "นามสมมุติ"), person(2, "ทดสอบ")
    assert said(one, other, TOGETHER) == (Verdict.REVIEW, "person_without_family")
    assert said(one, other) is None


def test_a_family_name_that_changed_needs_a_nickname_and_an_affiliation_in_common():
    one, other = person(1, "ทดสอบ", "นามสมมุติ", nickname="ลอง"), person(2, "ทดสอบ", "ครอบครัวใหม่", nickname="ลอง")
    assert said(one, other, TOGETHER) == (Verdict.REVIEW, "person_other_family")
    assert said(one, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ทดสอบ", "นามสมมุติ"), ("ทดลอง", "นามสมมุติ")),
        (("ทดสอบ", "นามสมมุติ"), ("ทดสอบ", "ครอบครัวใหม่")),
        (("ทดสอบ", "ดี"), ("ทดสอบ", "มี")),
    ],
)
def test_different_people_are_not_proposed(one: tuple[str, str], other: tuple[str, str]):
    assert said(person(1, *one), person(2, *other)) is None


def test_many_persons_of_one_name_make_no_more_pairs_than_persons():
    assert len(probable_duplicates([person(n, "ทดสอบ", "นามสมมุติ") for n in range(50)])) == 49


few = st.text("กขา่", min_size=1, max_size=4)
persons = st.lists(
    st.fixed_dictionaries({"given_name": few, "family_name": st.none() | few, "nickname": st.none() | few}), max_size=6
).map(lambda rows: [person(number, **row) for number, row in enumerate(rows)])


@given(persons, st.randoms(use_true_random=False))
def test_the_order_changes_nothing_and_nobody_is_their_own_duplicate(people: list[Person], chance: Any):
    belonging = {record_id(number): [OFFICE] for number in range(0, 6, 2)}
    found = probable_duplicates(people, belonging)
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert probable_duplicates(shuffled, belonging) == found
    assert all(pair.one < pair.other for pair in found)
    about = {record_id(0)}
    assert probable_duplicates(people, belonging, about) == [pair for pair in found if {pair.one, pair.other} & about]
