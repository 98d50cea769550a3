"""Abbreviations of offices are written out where they are words of their own, and nowhere else."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.thai.offices import expand_offices, office_abbreviations
from network_service.domain.thai.text import canonical
from tests.domain.thai.writing import hostile_texts, thai_texts

EXPANDED = [
    ("สสจ.เชียงใหม่", "สำนักงานสาธารณสุขจังหวัดเชียงใหม่"),
    ("สสจ. เชียงใหม่", "สำนักงานสาธารณสุขจังหวัดเชียงใหม่"),
    ("สสจ เชียงใหม่", "สำนักงานสาธารณสุขจังหวัดเชียงใหม่"),
    ("ส.ส.จ.เชียงใหม่", "สำนักงานสาธารณสุขจังหวัดเชียงใหม่"),
    ("สสจ.จ.เชียงใหม่", "สำนักงานสาธารณสุขจังหวัดเชียงใหม่"),
    ("สนง.สสจ.เชียงใหม่", "สำนักงานสาธารณสุขจังหวัดเชียงใหม่"),
    ("สนง. เกษตร จ.ลำพูน", "สำนักงานเกษตร จังหวัดลำพูน"),
    ("สสอ.แม่ริม", "สำนักงานสาธารณสุขอำเภอแม่ริม"),
    ("อบจ.ลำพูน", "องค์การบริหารส่วนจังหวัดลำพูน"),
    ("อบต.ริมยม", "องค์การบริหารส่วนตำบลริมยม"),
    ("อบต.ริมยม อ.เมือง จ.ลำพูน", "องค์การบริหารส่วนตำบลริมยม อำเภอเมือง จังหวัดลำพูน"),
    ("ทต.ริมยม", "เทศบาลตำบลริมยม"),
    ("ทม.ริมยม", "เทศบาลเมืองริมยม"),
    ("ทน.เชียงใหม่", "เทศบาลนครเชียงใหม่"),
    ("พมจ.ลำพูน", "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดลำพูน"),
    ("ปภ.จ.ลำพูน", "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดลำพูน"),
    ("รพ.สต.บ้านริมยม", "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านริมยม"),
    ("รพ.ริมยม", "โรงพยาบาลริมยม"),
    ("สพป.ลำพูน เขต 1", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำพูน เขต 1"),
    ("กอ.รมน.จว.ลำพูน", "กองอำนวยการรักษาความมั่นคงภายในจังหวัดลำพูน"),
    ("ส.ป.ก.", "สำนักงานการปฏิรูปที่ดิน"),
    ("ธ.ก.ส. สาขาริมยม", "ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตรสาขาริมยม"),
    ("มทบ.33", "มณฑลทหารบกที่33"),
    ("มทบ.ที่ ๓๓", "มณฑลทหารบกที่ ๓๓"),
    ("ม.4 ต.ริมยม", "หมู่ที่4 ตำบลริมยม"),
    ("ม.เชียงใหม่", "มหาวิทยาลัยเชียงใหม่"),
    ("ชมรม อสม. ตำบลริมยม", "ชมรม อาสาสมัครสาธารณสุขประจำหมู่บ้านตำบลริมยม"),
    ("ชมรม (อสม.)", "ชมรม (อาสาสมัครสาธารณสุขประจำหมู่บ้าน)"),
    ("สสจ.", "สำนักงานสาธารณสุขจังหวัด"),
]
UNTOUCHED = [
    "เดือน ต.ค. 69",  # a month, not a sub-district
    "อ.ส.ค.",
    "รสสจ.ลำพูน",  # not a word of its own
    "จ. ",
    "ม.ล.ทดสอบ",
    "ม.ร.ว.ทดสอบ",
    "สสจลำพูน",
    "รพวน",
    "จ.123",
    "",
]
LISTED = (
    "สสจ. อบจ. อบต. ทต. ทม. ทน. พมจ. ปภ.จ. ปภ. รพ.สต. รพ. รพศ. รพท. สนง. จ. อ. ต. ม. พช. พช.จ. สพป. สพม. ศธจ. ส.ป.ก. "
    "ทสจ. กศน. สกร. สสอ. ธ.ก.ส. อปท. สภ. ตชด. มทบ. กอ.รมน.จว. ปศจ. กษจ. กษอ. พณจ. อสจ."
)
pieces = st.sampled_from([form for one in office_abbreviations() for form in (one.short, *one.other)])
names = st.lists(pieces | thai_texts | st.sampled_from([" ", "ริมยม", "1", "จังหวัด", "ที่"]), max_size=5).map("".join)


@pytest.mark.parametrize(("name", "full"), EXPANDED)
def test_an_abbreviation_of_its_own_is_written_out(name: str, full: str):
    assert expand_offices(name) == full


@pytest.mark.parametrize("name", UNTOUCHED)
def test_what_only_looks_like_an_abbreviation_stays(name: str):
    assert expand_offices(name) == canonical(name)


@pytest.mark.parametrize("short", LISTED.split())
def test_every_abbreviation_of_the_domain_dictionary_is_known(short: str):
    assert short in {one.short for one in office_abbreviations()}


def test_each_spelling_means_one_thing_in_one_place():
    places = Counter(
        (form, one.before) for one in office_abbreviations() for form in {one.short, *one.other, one.short.rstrip(".")}
    )
    assert [place for place, count in places.items() if count > 1] == []


def test_the_data_file_is_in_canonical_form_and_says_what_must_follow():
    for one in office_abbreviations():
        assert all(canonical(form) == form for form in (one.short, *one.other, one.thai))
        assert one.before in {"any", "word", "number"}
        assert "." not in one.thai


def test_what_is_not_confirmed_is_marked():
    unsure = {one.short for one in office_abbreviations() if not one.confirmed}
    assert "พช." in unsure
    assert unsure.isdisjoint({"สสจ.", "อบจ.", "อบต.", "ทต.", "ทม.", "ทน.", "จ.", "อ.", "ต.", "ม."})


@given(names | hostile_texts)
def test_writing_out_twice_changes_nothing_more(name: str):
    once = expand_offices(name)
    assert expand_offices(once) == once
    assert canonical(once) == once
