"""Instruments are known after their end, as what has lapsed may still be cited."""

from datetime import date
from pathlib import Path

import pytest

from network_service.snapshot.affairs.instruments import Cited
from tests.snapshot.affairs.province import NET, A, B, affairs_of
from tests.snapshot.records import DAY, node, tie


def test_an_instrument_is_in_force_until_its_end_or_until_another_takes_its_place(tmp_path: Path) -> None:
    live = node("instrument", "ยังใช้", instrument_kind="order", valid_to=date(2026, 10, 2))
    over = node("instrument", "หมดอายุ", instrument_kind="certificate", valid_to=DAY)
    old, new = (node("instrument", name, instrument_kind="order") for name in ("ฉบับเดิม", "ฉบับใหม่"))
    coming = node("instrument", "ยังไม่ลงนาม", instrument_kind="order", signed_on=date(2026, 10, 2))
    affairs = affairs_of(tmp_path, NET, live, over, old, new, coming, tie("supersedes", new, old))
    assert {one.name: one.in_force for one in affairs.instruments} == {
        "ยังใช้": True,
        "หมดอายุ": False,
        "ฉบับเดิม": False,
        "ฉบับใหม่": True,
    }
    assert affairs.instrument[old.id].superseded_by == new.id
    assert affairs.instrument[over.id].expires_on == DAY
    assert not affairs.instrument[over.id].is_order


def test_an_order_that_is_to_take_effect_tomorrow_has_taken_no_ones_place_yet(tmp_path: Path) -> None:
    old = node("instrument", "ฉบับเดิม", instrument_kind="order")
    new = node("instrument", "ฉบับใหม่", instrument_kind="order", valid_from=date(2026, 10, 2))
    affairs = affairs_of(tmp_path, NET, old, new, tie("supersedes", new, old))
    assert [(one.name, one.in_force) for one in affairs.instruments] == [("ฉบับเดิม", True)]


@pytest.mark.parametrize(
    ("signed_by", "governor"),
    [
        ("ผู้ว่าราชการจังหวัดตัวอย่าง", True),
        ("นายทดลอง สมมุติ ผู้ว่าราชการจังหวัด", True),
        ("รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดตัวอย่าง", True),
        ("Governor of the province", True),
        ("รองผู้ว่าราชการจังหวัด", False),
        ("Deputy Governor", False),
        ("สำนักงานจังหวัด", False),
        (None, None),
    ],
)
def test_who_signed_is_told_by_the_post(tmp_path: Path, signed_by: str | None, governor: bool | None) -> None:
    signed = node("instrument", "คำสั่ง", instrument_kind="order", signed_by=signed_by)
    assert [one.signed_by_governor for one in affairs_of(tmp_path, NET, signed).instruments] == [governor]


def test_records_cite_by_number_by_paper_and_by_source_and_each_thing_once(tmp_path: Path) -> None:
    one = node("instrument", "คำสั่งหนึ่ง", instrument_kind="order", number="12", year=2026)
    paper = node("instrument", "หนังสือรับรอง", instrument_kind="certificate")
    body = node("body", "คณะ", body_kind="steering_committee", order_number="12/2569")
    other = node("body", "คณะสอง", body_kind="executive_committee", source_instrument="คำสั่งจังหวัด ที่ ๑๒/๒๕๖๙")
    none = node("body", "คณะสาม", body_kind="monitoring_committee", order_number="99/2569")
    seat = tie("appointed_to", A, body, order_number="12/2569", source_instrument="คำสั่งหนึ่ง")
    member = tie("member_of", A, NET, status="certified", certified_by=paper.id, source_instrument="12/2569")
    past = tie("member_of", B, NET, status="certified", certified_by=paper.id, valid_to=DAY)
    affairs = affairs_of(tmp_path, NET, A, B, one, paper, body, other, none, seat, member, past)
    assert set(affairs.cited) == {
        Cited(body.id, "body", "order_number", (one.id,)),
        Cited(other.id, "body", "source_instrument", (one.id,)),
        Cited(seat.id, "appointed_to", "order_number", (one.id,)),
        Cited(member.id, "member_of", "certified_by", (paper.id,)),
        Cited(member.id, "member_of", "source_instrument", (one.id,)),
    }
    assert {one.name: len(one.orders) for one in affairs.bodies} == {"คณะ": 1, "คณะสอง": 1, "คณะสาม": 0}
    assert next(one for one in affairs.bodies if one.name == "คณะสาม").order_number == "99/2569"
