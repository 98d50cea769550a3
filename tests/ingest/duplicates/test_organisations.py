"""Organisations that are probably one: which are proposed, why, and the laws that hold for any names."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.nodes import Actor
from network_service.ingest.duplicates.organisations import probable_duplicates
from network_service.ingest.duplicates.pair import Pair, Verdict
from tests.domain.thai.writing import thai_texts
from tests.ingest.duplicates.records import group, organisation, record_id

STEMS = [
    "อบต.ริมยม",
    "องค์การบริหารส่วนตำบลริมยม",
    "ชมรม ก",
    "ชมรม ข",
    "สสจ.ลำพูน",
    "กลุ่มทอผ้าบ้านริมยม",
    "กลุ่มทอผา บ.ริมยม",
    "รพ. 1",
]
names = (st.sampled_from(STEMS) | thai_texts.map(str.strip)).filter(lambda name: any(map(str.isalpha, name)))


@st.composite
def provinces(draw: st.DrawFn) -> list[Actor]:
    """A few actors whose names, other names and districts are often near."""
    return [
        organisation(
            number,
            draw(names),
            aliases=tuple(draw(st.lists(names, max_size=2))),
            district=draw(st.sampled_from([None, "เมือง", "แม่ทา"])),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


def one_pair(*actors: Actor, **options: Any) -> Pair:
    found = probable_duplicates(actors, **options)
    assert len(found) == 1
    return found[0]


@given(provinces(), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing_and_no_record_is_its_own_duplicate(actors: list[Actor], chance: Any):
    found = probable_duplicates(actors, ["ลำพูน"])
    shuffled = list(actors)
    chance.shuffle(shuffled)
    assert probable_duplicates(shuffled, ["ลำพูน"]) == found
    assert all(pair.one < pair.other and 80 <= pair.score <= 100 for pair in found)
    assert len({(pair.one, pair.other) for pair in found}) == len(found)


@given(names, names)
def test_two_records_are_as_near_whichever_comes_first(one: str, other: str):
    here = probable_duplicates([organisation(1, one), organisation(2, other)])
    there = probable_duplicates([organisation(1, other), organisation(2, one)])
    assert [(pair.score, pair.verdict, pair.reason) for pair in here] == [
        (pair.score, pair.verdict, pair.reason.turned()) for pair in there
    ]


@given(provinces(), st.integers(0, 5))
def test_asking_for_some_gives_what_asking_for_all_gives_of_them(actors: list[Actor], asked: int):
    about = {record_id(asked)}
    everything = probable_duplicates(actors)
    assert probable_duplicates(actors, about=about) == [pair for pair in everything if {pair.one, pair.other} & about]


def test_another_name_that_is_the_others_name_is_likely():
    pair = one_pair(organisation(1, "สภาผู้ใหญ่ใจดี", aliases=("เครือข่ายยิ้มแย้ม",)), organisation(2, "เครือข่าย ยิ้มแย้ม"))
    assert (pair.verdict, pair.reason.code) == (Verdict.LIKELY, "same_alias")


def test_another_name_that_many_share_proves_nothing():
    actors = [organisation(n, name, aliases=("อบต.",)) for n, name in enumerate(("สวน", "ทะเล", "ภูเขา"))]
    found = probable_duplicates(actors)
    assert {pair.verdict for pair in found} == {Verdict.REVIEW}


def test_another_name_does_not_make_one_of_two_places():
    pair = one_pair(organisation(1, "อบต.ริมยม", aliases=("อบต.",)), organisation(2, "อบต.หนองซาง", aliases=("อบต.",)))
    assert (pair.verdict, pair.reason.code) == (Verdict.REVIEW, "other_place")


def test_one_name_in_two_districts_is_for_a_person_to_look_at():
    pair = one_pair(organisation(1, "ชมรมผู้สูงอายุ", district="เมือง"), organisation(2, "ชมรมผู้สูงอายุ", district="อำเภอแม่ทา"))
    assert (pair.verdict, pair.reason.code) == (Verdict.REVIEW, "other_place")
    assert pair.reason.parameters == {"one": "เมือง", "other": "อำเภอแม่ทา"}


@pytest.mark.parametrize("district", ["แม่ทา", "อ.แม่ทา", "อ. แม่ทา", "อำเภอ แม่ทา", "เขตแม่ทา"])
def test_the_word_before_a_district_does_not_make_it_another(district: str):
    written = "อำเภอแม่ทา"
    pair = one_pair(organisation(1, "ชมรมผู้สูงอายุ", district=district), organisation(2, "ชมรมผู้สูงอายุ", district=written))
    assert pair.verdict is Verdict.LIKELY


def test_a_group_and_an_organisation_of_one_name_are_for_a_person_to_look_at():
    pair = one_pair(organisation(1, "ชมรมรักษ์น้ำ"), group(2, "ชมรมรักษ์น้ำ"))
    assert (pair.verdict, pair.reason.code) == (Verdict.REVIEW, "other_kind")


def test_records_of_two_provinces_are_never_a_pair():
    elsewhere = organisation(2, "ชมรมรักษ์น้ำ").model_copy(update={"province": "TH-97"})
    assert probable_duplicates([organisation(1, "ชมรมรักษ์น้ำ"), elsewhere]) == []


@pytest.mark.parametrize(("one", "other"), [("ศอพ.ลำพูน", "ศอส.ลำพูน"), ("กขค", "กขง")])
def test_abbreviations_that_differ_in_a_letter_are_not_proposed(one: str, other: str):
    assert probable_duplicates([organisation(1, one), organisation(2, other)]) == []


@pytest.mark.parametrize(
    ("one", "other", "code", "said"),
    [
        ("ชมรมผู้สูงอายุลำพูน", "ชมรมผู้สูงอายุลำปูน", "other_place", ("ลำพูน", "ลำปูน")),
        ("ชมรมผู้สูงอายุ", "ชมรมผู้สูงอายุ 2", "other_number", ("-", "2")),
        ("สมาคมคนรักป่าและลำธารเหนือ", "สมาคมคนรักป่าและลำธารใต้", "other_direction", ("เหนือ", "ใต้")),
        ("โรงเรียนสวนทดสอบวิทยา", "โรงเรียนสวนทดลองวิทยา", "other_name", ("สวนทดสอบวิทยา", "สวนทดลองวิทยา")),
        ("สภาเด็กและเยาวชนอำเภอแม่ทา", "สภาเด็กและเยาวชนตำบลแม่ทา", "other_level", ("อำเภอ", "ตำบล")),
    ],
)
def test_what_tells_two_names_apart_is_named(one: str, other: str, code: str, said: tuple[str, str]):
    pair = one_pair(organisation(1, one), organisation(2, other), places=["ลำพูน"])
    assert (pair.verdict, pair.reason.code) == (Verdict.REVIEW, code)
    assert (pair.reason.parameters["one"], pair.reason.parameters["other"]) == said
    assert pair.reason.tells_apart


def test_the_number_of_the_register_makes_one_of_two_names():
    names = ("ร้านสวนดอกไม้", "บริษัท ทะเลทราย จำกัด")
    actors = [organisation(n, name, juristic_id="0000000000001") for n, name in enumerate(names)]
    pair = one_pair(*actors)
    assert (pair.verdict, pair.reason.code) == (Verdict.LIKELY, "same_juristic_id")


def test_many_records_of_one_name_make_no_more_pairs_than_records():
    assert len(probable_duplicates([organisation(n, "ชมรมรักษ์น้ำ") for n in range(50)])) == 49
