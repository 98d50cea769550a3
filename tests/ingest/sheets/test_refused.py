"""Headers that mean contacts, identity numbers, births or sensitive data are known; other words are left alone."""

import csv
from importlib.resources import files

import pytest

from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.refused import PEOPLE_SHEETS, Refusal, refusal_of
from network_service.ingest.sheets.wording import column_wording


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("โทรศัพท์", Refusal.CONTACT),
        ("เบอร์โทรศัพท์มือถือ (ถ้ามี)", Refusal.CONTACT),
        ("โทร.", Refusal.CONTACT),
        ("ที่อยู่ตามทะเบียนบ้าน", Refusal.CONTACT),
        ("ไลน์ไอดี", Refusal.CONTACT),
        ("LINE", Refusal.CONTACT),
        ("Line_ID *", Refusal.CONTACT),
        ("E-mail", Refusal.CONTACT),
        ("Home address", Refusal.CONTACT),
        ("Mobile no.", Refusal.CONTACT),
        ("ชื่อ/เบอร์โทร", Refusal.CONTACT),
        ("เลขประจำตัวประชาชน 13 หลัก", Refusal.IDENTITY),
        ("Passport number", Refusal.IDENTITY),
        ("วัน/เดือน/ปีเกิด", Refusal.BIRTH),
        ("Date of birth", Refusal.BIRTH),
        ("ศาสนาที่นับถือ", Refusal.SENSITIVE),
        ("พรรคการเมืองที่สังกัด", Refusal.SENSITIVE),
        ("โรคประจำตัว", Refusal.SENSITIVE),
        ("หมู่โลหิต", Refusal.SENSITIVE),
        ("Race", Refusal.SENSITIVE),
        ("Health / disability", Refusal.SENSITIVE),
        ("วันที่อยู่ในตำแหน่ง", None),
        ("line ministry", None),
        ("contact person", None),
        ("racecourse", None),
        ("addressed", None),
        ("สีที่ชอบ", None),
        ("", None),
    ],
)
def test_a_header_is_refused_for_what_it_says(header: str, reason: Refusal | None):
    assert refusal_of(header, "people") is reason


def test_elsewhere_only_contacts_are_refused_and_said_to_be_of_offices():
    assert refusal_of("โทรศัพท์", "actors") is Refusal.OFFICE_CONTACT
    assert refusal_of("ศาสนา", "actors") is None
    assert refusal_of("ศาสนา", "actors", about_people={"actors"}) is Refusal.SENSITIVE


def test_no_header_of_ours_is_refused():
    headers = [
        (one, sheet.code)
        for sheet in SHEETS
        for column in sheet.columns
        for header in [column_wording(sheet.code, column.code).header]
        for one in (header.thai, header.english, column.code)
    ]
    assert [one for one in headers if refusal_of(*one) is not None] == []


def test_the_words_stand_once_each_with_a_known_reason():
    text = files("network_service.ingest").joinpath("data", "refused_columns.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len({row["word"] for row in rows}) == len(rows)
    assert {row["reason"] for row in rows} == {"contact", "identity", "birth", "sensitive"}
    assert {row["language"] for row in rows} == {"th", "en"}
    assert {sheet.code for sheet in SHEETS} >= PEOPLE_SHEETS
