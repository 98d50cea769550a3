"""Fields of records are told in the reader's words, never by the codes that the store keeps."""

from datetime import date

import pytest

from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.merged import Merged
from network_service.messages import messages_in
from network_service.operations.field_words import heading, value_in_words
from network_service.operations.plan import differences
from tests.snapshot.records import node, tie

THAI, ENGLISH = messages_in("th"), messages_in("en")
OFFICE, CLUB = node("organization", "สำนักงาน ก"), node("group", "ชมรม ข")
NAMES = {OFFICE.id: "สำนักงาน ก"}


@pytest.mark.parametrize(
    ("kind", "field", "value", "thai", "english"),
    [
        ("organization", "sector", "state", "ภาครัฐ", "government"),
        ("organization", "parent", OFFICE.id, "สำนักงาน ก", "สำนักงาน ก"),
        ("organization", "last_verified_on", "2026-01-20", "20 มกราคม 2569", "20 January 2026"),
        ("organization", "aliases", ["ก.", "ข."], "ก.; ข.", "ก.; ข."),
        ("agreement", "budget_baht", 36_000_000, "36,000,000", "36,000,000"),
        ("agreement", "annex_written_jointly", False, "ไม่ใช่", "No"),
        ("organization", "note", None, "–", "–"),
        ("organization", "kind", "group", "กลุ่ม", "Group"),
    ],
)
def test_values_are_said_as_the_workbook_says_them(kind: str, field: str, value: object, thai: str, english: str):
    record = node("organization", "ชื่อ").model_copy(update={"kind": kind})
    assert value_in_words(record, field, value, NAMES, THAI) == thai
    assert value_in_words(record, field, value, NAMES, ENGLISH).casefold() == english.casefold()


def test_an_end_is_told_by_its_last_day():
    told = tie("collaborates_with", OFFICE, CLUB)
    assert value_in_words(told, "valid_to", date(2025, 6, 1).isoformat(), {}, THAI) == "31 พฤษภาคม 2568"


def test_every_field_that_can_change_has_a_heading():
    codes = [
        (kind, field)
        for kind in RECORD_TYPES.keys() - {"merged"}
        for field in RECORD_TYPES[kind].model_fields.keys() - {"id", "province"}
        if heading(OFFICE.model_copy(update={"kind": kind}), field, THAI) == field
    ]
    assert codes == []
    assert heading(OFFICE, "mission_type", ENGLISH) == "mission"


def test_what_a_merge_changes_is_told_by_the_headings_of_what_it_was():
    gone = Merged(id=OFFICE.id, province=OFFICE.province, name="สำนักงาน ก", was="organization", into=CLUB.id)
    told = {heading(gone, one.field, THAI) for one in differences(OFFICE, gone)}
    assert not any(one.isascii() for one in told)
    assert value_in_words(gone, "was", "organization", {}, THAI) == "องค์กร"
    assert value_in_words(gone, "into", CLUB.id, {CLUB.id: "ชมรม ข"}, THAI) == "ชมรม ข"
