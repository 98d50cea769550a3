"""Free text of persons: contacts and citizen numbers are found, orders, days and other numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from network_service.domain.nodes import Organization, Person
from network_service.domain.personal_data import PersonalData, personal_data_in
from network_service.domain.references import with_references
from network_service.domain.thai.digits import to_thai
from network_service.domain.ties import BelongsTo
from network_service.store.mapping import to_record, to_row

PHONES = [
    "0812345678", "081-234-5678", "081 234 5678", "08-1234-5678", "081.234.5678", "โทร.0912345678", "โทร 02-345-6789",
    "053123456", "053-123-456", "053 123456", "053-123456", "0-5312-3456", "0-2123-4567", "+66812345678",
    "+66 81 234 5678", "(+66) 81-234-5678", "0066812345678", "+66 (0) 81 234 5678", "+66 2 123 4567",
    "ติดต่อ๐๘๑-๒๓๔-๕๖๗๘ได้", "โทร 053-123-456 ต่อ 12", "0812345678/0898765432", "089\u00a0123\u00a04567",
    "(081) 234-5678", "081 - 234 - 5678", "081\u2014234\u20145678", "081\u2212234\u22125678", "0812-34-5678",
    "0812-345678", "081-23-45678", "０８１２３４５６７８", "tel0812345678", "66812345678",
]  # fmt: skip
EMAILS = [
    "a.b@example.go.th",
    "somchai@example.com",
    "เมล:x_1@mail.example.org ",
    "A+B@EXAMPLE.CO.TH",
    "a @ example.com",
    "สมชาย@example.com",
    "a＠example.com",
]
LINES = [
    "LINE ID: somchai99",
    "Line: @somchai",
    "ไลน์ไอดี somchai",
    "ไลน์: som.chai",
    "ID Line somchai_9",
    "ไอดีไลน์ = abc1",
    "Line：somchai",
    "ไลน์ somchai99",
    "line @somchai",
    "line.me/ti/p/abc",
]
# Built by the rule as the registration office states it: weights 13 to 2, the rest of 11 taken from 11.
CITIZENS = [
    "1101700230708",
    "1-1017-00230-70-8",
    "1 1017 00230 70 8",
    "เลข 1101700230708 ค่ะ",
    to_thai("1-1017-00230-70-8"),
    "1\u20131017\u201300230\u201370\u20138",
    "1 - 1017 - 00230 - 70 - 8",
    "1.1017.00230.70.8",
    "ID1101700230708",
    "１１０１７００２３０７０８",
]
HARMLESS = [
    "คำสั่งที่ 1234/2569", "ตามคำสั่งจังหวัดที่ ๑๒๓๔/๒๕๖๙ ลงวันที่ ๑๕ มกราคม ๒๕๖๙", "ที่ มท 0211.2/ว 1234", "ที่ ชม 0023.3/12345",
    "06-07-2569 09.30", "05-06-2569 09:00 น.", "วันที่ 01/02/2569", "2026-01-15", "15 ม.ค. 69", "งบ 1,234,567,890 บาท",
    "0.812345678", "พ.ศ. 2565-2569", "1101700230707", "ประชุมครั้งที่ 08/2569-12/2569", "หมู่ 1-9 ตำบล ก", "@นายก",
    "online 2569", "on-line: ประชุม", "line 12", "สายด่วน 1567", "ที่ 0812345678/2569", "ข้อ 08.12.34", "",
    "1234567890123456", "a1b2c3d4-0812-3456-7890-0812345678ab",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, PersonalData.PHONE) for text in PHONES),
        *((text, PersonalData.EMAIL) for text in EMAILS),
        *((text, PersonalData.LINE_ACCOUNT) for text in LINES),
        *((text, PersonalData.CITIZEN_NUMBER) for text in CITIZENS),
        *((text, None) for text in HARMLESS),
    ],
)
def test_what_a_text_holds_is_told_by_kind(text: str, kind: PersonalData | None):
    assert personal_data_in(text) is kind


_WORDS = st.text("กขคงจนมยรลวสอะาิีุูเแโไใ่้์ abcABC.,;:()-", max_size=12)
_SHORT_NUMBERS = st.integers(0, 9_999_999).map(str) | st.integers(0, 99_999).map(str).map(to_thai)


@given(st.lists(st.tuples(_WORDS.map(lambda word: f"{word}ก"), _SHORT_NUMBERS), max_size=6))
def test_texts_whose_numbers_have_seven_digits_at_most_raise_no_alarm(pieces: list[tuple[str, str]]):
    assert personal_data_in("".join(word + number for word, number in pieces)) is None


@given(st.integers(1, 9_999), st.integers(2400, 2699), st.sampled_from(["คำสั่งที่ {}/{}", "ที่ ชม {}/{}", "มติ {}/{} ข้อ 2"]))
def test_order_numbers_are_no_telephone_numbers(number: int, year: int, pattern: str):
    text = pattern.format(f"{number:04}", year)
    assert personal_data_in(text) is personal_data_in(to_thai(text)) is None


@given(
    st.dates(), st.times(), st.sampled_from(["%d-%m-%Y %H:%M", "%d-%m-%Y %H.%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H%M"])
)
def test_days_and_times_are_no_telephone_numbers(day, time, pattern: str):
    assert personal_data_in(f"{day:{pattern.partition(' ')[0]}} {time:{pattern.partition(' ')[2]}}") is None


def _person(**fields: object) -> Person:
    identity = {"id": "00000000-0000-0000-0000-000000000001", "province": "TH-98", "given_name": "สมหญิง"}
    return Person.model_validate(identity | fields)


_FIELDS = [
    *("given_name", "family_name", "nickname", "note", "titles"),
    *("source_key", "source_instrument", "recorded_by", "verifier"),
]


@pytest.mark.parametrize("field", _FIELDS)
def test_a_person_is_refused_at_the_field_that_holds_a_contact(field: str):
    def value(text: str) -> object:
        return (text,) if field == "titles" else text

    with pytest.raises(ValidationError) as caught:
        _person(**{field: value("โทร ๐๘๑-๒๓๔-๕๖๗๘")})
    [error] = caught.value.errors()
    assert (error["loc"], str(error["ctx"]["error"])) == ((field,), "person.contact_in_text")
    with pytest.raises(ValidationError, match=r"person\.citizen_number_in_text"):
        _person(**{field: value("1101700230708")})
    assert _person(**{field: value("ผู้ใหญ่บ้าน หมู่ 4")})


def test_the_note_of_a_tie_holds_no_contact_and_no_note_a_citizen_number():
    ends = {"source": "00000000-0000-0000-0000-000000000001", "target": "00000000-0000-0000-0000-000000000002"}
    identity = {"id": "00000000-0000-0000-0000-000000000003", "province": "TH-98"}
    with pytest.raises(ValidationError, match=r"person\.contact_in_text"):
        BelongsTo.model_validate(identity | ends | {"note": "โทร 081-234-5678"})
    with pytest.raises(ValidationError, match=r"person\.citizen_number_in_text"):
        Organization.model_validate(identity | {"name": "สมาคม", "note": "ประธาน 1101700230708"})
    assert Organization.model_validate(identity | {"name": "สมาคม", "note": "โทร 053-123-456"})


def test_what_a_store_kept_before_the_rule_can_still_be_read():
    old = _person().model_copy(update={"note": "โทร 081-234-5678"})
    assert to_record(old.kind, to_row(old).data) == old


def test_what_a_store_kept_before_the_rule_can_still_turn_to_another_record():
    ends = {"source": "00000000-0000-0000-0000-000000000001", "target": "00000000-0000-0000-0000-000000000002"}
    identity = {"id": "00000000-0000-0000-0000-000000000003", "province": "TH-98"}
    old = BelongsTo.model_validate(identity | ends).model_copy(update={"note": "โทร 081-234-5678"})
    turned = with_references(old, {ends["target"]: "00000000-0000-0000-0000-000000000004"})
    assert turned == old.model_copy(update={"target": "00000000-0000-0000-0000-000000000004"})
