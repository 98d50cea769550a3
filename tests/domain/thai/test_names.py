"""People's names come apart into titles, given name and family name; no half name is made. All names are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.thai.names import PersonName, display_name, person_sort_key, split_person_name
from network_service.domain.thai.text import canonical
from network_service.domain.thai.titles import title_forms, titles
from tests.domain.thai.writing import hostile_texts, thai_texts

WITH_TITLES = [
    ("นายสมชาย ใจดี", ("นาย",), "สมชาย", "ใจดี"),
    ("นาย สมชาย  ใจดี", ("นาย",), "สมชาย", "ใจดี"),
    ("นางสมศรี ใจดี", ("นาง",), "สมศรี", "ใจดี"),
    ("นางสาวสมหญิง ใจดี", ("นางสาว",), "สมหญิง", "ใจดี"),
    ("น.ส.สมหญิง ใจดี", ("น.ส.",), "สมหญิง", "ใจดี"),
    ("นส. สมหญิง ใจดี", ("นส.",), "สมหญิง", "ใจดี"),
    ("ด.ช.กล้า ใจดี", ("ด.ช.",), "กล้า", "ใจดี"),
    ("เด็กหญิงแก้ว ใจดี", ("เด็กหญิง",), "แก้ว", "ใจดี"),
    ("นายดี ใจงาม", ("นาย",), "ดี", "ใจงาม"),
    ("นายJohn Smith", ("นาย",), "John", "Smith"),
    ("ผู้ช่วยศาสตราจารย์ ดร.สมชาย ใจดี", ("ผู้ช่วยศาสตราจารย์", "ดร."), "สมชาย", "ใจดี"),
    ("ผศ.ดร.สมชาย ใจดี", ("ผศ.", "ดร."), "สมชาย", "ใจดี"),
    ("ผศ. ดร. สมชาย ใจดี", ("ผศ.", "ดร."), "สมชาย", "ใจดี"),
    ("ผศ ดร สมชาย ใจดี", ("ผศ.", "ดร."), "สมชาย", "ใจดี"),
    ("รองศาสตราจารย์สมชาย ใจดี", ("รองศาสตราจารย์",), "สมชาย", "ใจดี"),
    ("ศ.เกียรติคุณ ดร.สมชาย ใจดี", ("ศ.เกียรติคุณ", "ดร."), "สมชาย", "ใจดี"),
    ("นายดร.สมชาย ใจดี", ("นาย", "ดร."), "สมชาย", "ใจดี"),
    ("พล.อ.สมชาย ใจดี", ("พล.อ.",), "สมชาย", "ใจดี"),
    ("พล.ต.อ.สมชาย ใจดี", ("พล.ต.อ.",), "สมชาย", "ใจดี"),
    ("พ.ต.อ สมชาย ใจดี", ("พ.ต.อ.",), "สมชาย", "ใจดี"),
    ("พ.อ.(พิเศษ) สมชาย ใจดี", ("พ.อ.(พิเศษ)",), "สมชาย", "ใจดี"),
    ("ร.ต.หญิง สมศรี ใจดี", ("ร.ต.หญิง",), "สมศรี", "ใจดี"),
    ("ร้อยตำรวจเอกหญิงสมศรี ใจดี", ("ร้อยตำรวจเอกหญิง",), "สมศรี", "ใจดี"),
    ("ร.ต. หญิง สมศรี ใจดี", ("ร.ต.หญิง",), "สมศรี", "ใจดี"),
    ("สิบต\u0e4d\u0e32รวจเอกสมชาย ใจดี", ("สิบตำรวจเอก",), "สมชาย", "ใจดี"),
    ("ว่าที่ร้อยตรี สมชาย ใจดี", ("ว่าที่ร้อยตรี",), "สมชาย", "ใจดี"),
    ("ว่าที่ ร.ต.สมชาย ใจดี", ("ว่าที่ ร.ต.",), "สมชาย", "ใจดี"),
    ("ว่าที่ร.ต.หญิง สมศรี ใจดี", ("ว่าที่ ร.ต.หญิง",), "สมศรี", "ใจดี"),
    ("นาวาอากาศเอกสมชาย ใจดี", ("นาวาอากาศเอก",), "สมชาย", "ใจดี"),
    ("น.ท. สมชาย ใจดี", ("น.ท.",), "สมชาย", "ใจดี"),
    ("นายกองเอก สมชาย ใจดี", ("นายกองเอก",), "สมชาย", "ใจดี"),
    ("พล.ต.อ. ดร. ม.ล.สมชาย ทองคำ ณ เมืองเก่า", ("พล.ต.อ.", "ดร.", "ม.ล."), "สมชาย", "ทองคำ ณ เมืองเก่า"),
    ("หม่อมราชวงศ์สมชาย ใจดี", ("หม่อมราชวงศ์",), "สมชาย", "ใจดี"),
    ("ม.ร.ว.สมชาย ใจดี", ("ม.ร.ว.",), "สมชาย", "ใจดี"),
    ("ศาสตราจารย์นายแพทย์สมชาย ใจดี", ("ศาสตราจารย์", "นายแพทย์"), "สมชาย", "ใจดี"),
    ("ทพญ.สมศรี ใจดี", ("ทพญ.",), "สมศรี", "ใจดี"),
    ("พระสมชาย สุเมโธ", ("พระ",), "สมชาย", "สุเมโธ"),
    ("พระมหาสมชาย สุเมโธ", ("พระมหา",), "สมชาย", "สุเมโธ"),
    ("พระครูสมุห์สมชาย", ("พระครูสมุห์",), "สมชาย", None),
    ("พระครูสมชาย", ("พระครู",), "สมชาย", None),
    ("Asst. Prof. Dr. John Smith", ("Asst. Prof.", "Dr."), "John", "Smith"),
    ("Mr.John Smith", ("Mr.",), "John", "Smith"),
]

WITHOUT_TITLES = [
    ("สมชาย ใจดี", "สมชาย", "ใจดี"),
    ("สมชาย", "สมชาย", None),
    ("นางาม ใจดี", "นางาม", "ใจดี"),  # what นาง leaves begins with a vowel
    ("นายิกา ใจดี", "นายิกา", "ใจดี"),
    ("นายน์ ใจดี", "นายน์", "ใจดี"),  # a silent letter
    ("นายก", "นายก", None),  # one letter
    ("คุณากร ใจดี", "คุณากร", "ใจดี"),
    ("คุณธรรม ใจดี", "คุณธรรม", "ใจดี"),  # คุณ counts only with a space after it
    ("ดร ใจดี", "ดร", "ใจดี"),  # without its dot, and no two names after it
    ("นายกเทศมนตรีตำบลริมน้ำ", "นายกเทศมนตรีตำบลริมน้ำ", None),
    ("นายอำเภอเมืองริมน้ำ", "นายอำเภอเมืองริมน้ำ", None),
    ("ว่าที่", "ว่าที่", None),
    ("Missy Brown", "Missy", "Brown"),
    ("Major Brown", "Major", "Brown"),
    ("นาย", "นาย", None),
    ("ดร.", "ดร.", None),
    ("", "", None),
    (" \u200b ", "", None),
]


@pytest.mark.parametrize(("text", "stack", "given_name", "family"), WITH_TITLES)
def test_titles_come_off_in_order_and_leave_the_name(
    text: str, stack: tuple[str, ...], given_name: str, family: str | None
):
    assert split_person_name(text) == PersonName(stack, given_name, family)


@pytest.mark.parametrize(("text", "given_name", "family"), WITHOUT_TITLES)
def test_what_only_begins_like_a_title_stays_whole(text: str, given_name: str, family: str | None):
    assert split_person_name(text) == PersonName((), given_name, family)


def test_the_longer_title_gives_way_where_it_would_leave_half_a_name():
    assert split_person_name("นางสาวิตรี ใจดี") == PersonName(("นาง",), "สาวิตรี", "ใจดี")


def test_a_name_spelled_like_a_title_is_a_name_after_a_title():
    assert split_person_name("นายพลเอก ใจดี") == PersonName(("นาย",), "พลเอก", "ใจดี")
    assert split_person_name("ร.ต. หญิง ใจดี") == PersonName(("ร.ต.",), "หญิง", "ใจดี")
    assert split_person_name("ร.ต. หญิงแก้ว ใจดี") == PersonName(("ร.ต.",), "หญิงแก้ว", "ใจดี")
    assert split_person_name("พ.อ.พิเศษ ใจดี") == PersonName(("พ.อ.",), "พิเศษ", "ใจดี")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (PersonName(("นาย",), "สมชาย", "ใจดี"), "นายสมชาย ใจดี"),
        (PersonName(("นางสาว",), "สมหญิง", None), "นางสาวสมหญิง"),
        (PersonName(("ผู้ช่วยศาสตราจารย์", "ดร."), "สมชาย", "ใจดี"), "ผู้ช่วยศาสตราจารย์ ดร. สมชาย ใจดี"),
        (PersonName(("ศาสตราจารย์", "นายแพทย์"), "สมชาย", "ใจดี"), "ศาสตราจารย์ นายแพทย์สมชาย ใจดี"),
        (PersonName(("พลตำรวจเอก",), "สมชาย", "ใจดี"), "พลตำรวจเอก สมชาย ใจดี"),
        (PersonName(("ว่าที่ร้อยตรีหญิง",), "สมศรี", "ใจดี"), "ว่าที่ร้อยตรีหญิง สมศรี ใจดี"),
        (PersonName(("พระมหา",), "สมชาย", "สุเมโธ"), "พระมหาสมชาย สุเมโธ"),
        (PersonName(("หม่อมหลวง",), "สมชาย", "ใจดี"), "หม่อมหลวงสมชาย ใจดี"),
        (PersonName(("Miss",), "Mary", "Smith"), "Miss Mary Smith"),
        (PersonName(("กำนัน",), "สมชาย", "ใจดี"), "กำนัน สมชาย ใจดี"),
        (PersonName(("นาย",), "ก", None), "นาย ก"),  # นายก is a mayor
        (PersonName(("นาง",), "สาวรี", "ใจดี"), "นาง สาวรี ใจดี"),  # not นางสาว รี
        (PersonName((), "สมชาย", None), "สมชาย"),
    ],
)
def test_a_name_is_shown_as_thai_is_written(name: PersonName, shown: str):
    assert display_name(name) == shown


def test_people_are_sorted_by_given_name_whatever_their_titles():
    texts = ["พล.อ.ขจร ก", "นายเกียรติ ข", "ศ.ดร.กมล ฮ", "นางสาวกมล ใจดี", "กมลา ก", "พระไกร", "Mr. Adam Smith"]
    people = sorted(map(split_person_name, texts), key=person_sort_key)
    assert [person.given_name for person in people] == ["กมล", "กมล", "กมลา", "เกียรติ", "ไกร", "ขจร", "Adam"]
    assert [person.family_name for person in people[:2]] == ["ใจดี", "ฮ"]


words = st.text(st.sampled_from("กขมสนรว"), min_size=2, max_size=5)


@given(st.sampled_from(sorted(title_forms())), st.sampled_from(["", " "]), words, words)
def test_every_spelling_of_every_title_is_told_from_the_name(spelling: str, space: str, given_name: str, family: str):
    form = title_forms()[spelling]
    if form.ends_open or not form.joins:
        space = " "
    name = split_person_name(f"{spelling}{space}{given_name} {family}")
    assert name == PersonName((form.kept,), given_name, family)


started_with_titles = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "ว่าที่", "ว่าที่ "]),
    st.sampled_from([title.thai or title.short or title.english for title in titles()]),
    st.sampled_from(["", " ", "หญิง", "ดร.", "พิเศษ "]),
    thai_texts,
)


@given(hostile_texts | started_with_titles)
def test_a_name_that_is_shown_reads_as_the_same_name(text: str):
    name = split_person_name(text)
    assert split_person_name(display_name(name)) == name


@given(hostile_texts | started_with_titles)
def test_nothing_of_a_name_is_lost_or_added(text: str):
    name = split_person_name(text)
    left = " ".join((*name.titles, name.given_name, name.family_name or ""))
    bare = canonical(text).replace(" ", "")
    assert left.replace(" ", "").replace(".", "") == bare.replace(".", "")
    assert name.given_name or not bare


@given(thai_texts)
def test_the_order_of_people_does_not_depend_on_their_title(text: str):
    name = split_person_name(text)
    titled = PersonName(("นาย", *name.titles), name.given_name, name.family_name)
    assert person_sort_key(titled) == person_sort_key(name)
