"""Columns of contacts and sensitive data are faults of the column alone, contacts in texts of people of their cell."""

import json

import pytest

from network_service.ingest.json_file import read_json
from network_service.messages import messages_in
from tests.ingest.workbooks import PROVINCE, faults, imported, of_kind

PEOPLE = ["given name", "family name", "nickname", "note"]


def test_a_refused_column_is_one_fault_at_its_header_and_the_rows_are_read_without_it():
    found = imported(
        People=[
            ["แบบสำรวจ"],
            [*PEOPLE, "โทรศัพท์", "ศาสนา"],
            ["มาลี", None, None, None, "-", None],
            ["ดำ", None, None, None, 1, "x"],
        ]
    )
    assert faults(found) == [("column.contact", "E2"), ("column.sensitive", "F2")]
    assert [one.given_name for one in of_kind(found, "person")] == ["มาลี", "ดำ"]
    assert found.refused == 0
    assert not found.is_clean
    assert all(fault.value == "" for fault in found.faults)


def test_an_empty_refused_column_is_only_a_note():
    found = imported(People=[[*PEOPLE, "e-mail"], ["มาลี"]])
    assert found.is_clean
    assert [(note.code, note.parameters["letters"]) for note in found.notes] == [("column_refused_empty", "E")]


def test_contacts_of_offices_are_refused_for_now_with_their_own_sentence():
    found = imported(Actors=[["level", "name", "โทรศัพท์", "ศาสนา"], ["group", "ชมรม ก", "053123456", "พุทธ"]])
    assert faults(found) == [("column.office_contact", "C1")]
    for language in ("th", "en"):
        words = messages_in(language)
        assert "โทรศัพท์" in found.faults[0].sentence(words)
        assert found.faults[0].cure(words)
    assert [note.code for note in found.notes] == ["column_not_read"]


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize(
    ("header", "section"), [("ศาสนา", "26"), ("เลขบัตรประชาชน", "22"), ("วันเกิด", "22"), ("อีเมล", "")]
)
def test_the_sentence_says_why(header: str, section: str, language: str):
    [fault] = imported(People=[[*PEOPLE, header], ["มาลี", None, None, None, "x"]]).faults
    words = messages_in(language)
    assert header in fault.sentence(words)
    assert section in fault.sentence(words)
    assert fault.cure(words)


def test_contacts_and_citizen_numbers_in_texts_of_people_are_faults_of_the_cell():
    found = imported(
        People=[
            PEOPLE,
            ["มาลี", "ใจดี", None, "โทร ๐๘๑-๒๓๔-๕๖๗๘"],
            ["ดำ", "0812345678", "แดง", "ตามคำสั่งที่ 1234/2569"],
            ["เขียว", None, "line id: green1", "1-1017-00230-70-8"],
            ["ขาว", None, "น้อย", "ลงวันที่ 15/01/2569 เวลา 09.30 น."],
        ]
    )
    assert set(faults(found)) == {
        ("person.contact_in_text", "D2"),
        ("person.contact_in_text", "B3"),
        ("person.contact_in_text", "C4"),
        ("person.citizen_number_in_text", "D4"),
    }
    assert [one.given_name for one in of_kind(found, "person")] == ["ขาว"]


def test_json_is_held_to_the_same():
    person = {"kind": "person", "province": PROVINCE, "id": "00000000-0000-0000-0000-000000000001", "given_name": "มาลี"}
    file = {"format": "network-service", "format_version": 1, "province": PROVINCE, "records": [person]}
    assert read_json(json.dumps(file).encode(), PROVINCE, {}).faults == ()
    person["note"] = "malee@example.com"
    [fault] = read_json(json.dumps(file).encode(), PROVINCE, {}).faults
    assert (fault.code, fault.column) == ("person.contact_in_text", "note")
