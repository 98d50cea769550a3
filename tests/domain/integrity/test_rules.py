"""Where a rule ends: what is so near to its violation that it could be taken for one, and is none."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest

from network_service.domain.integrity.rules import check_network
from network_service.domain.integrity.same_time import clashes
from network_service.domain.record import Record
from network_service.domain.vocabulary import STATUS_MAY_FOLLOW, MembershipStatus
from tests.snapshot.records import DAY, node, tie

OFFICE = node("organization", "สำนักงาน ก")
NETWORK = node("sub_network", "เครือข่ายย่อย", sub_network_kind="area_data")
ORDER = node("instrument", "คำสั่งแต่งตั้ง", instrument_kind="order", number="12/2568")


def codes(*records: Record) -> list[str]:
    return [one.code.removeprefix("integrity.") for one in check_network(records, DAY)]


def member(ordinal: int, status: str, first: date | None, end: date | None = None, **fields: Any) -> Record:
    return tie("member_of", OFFICE, NETWORK, ordinal, status=status, valid_from=first, valid_to=end, **fields)


def test_a_membership_that_begins_on_the_day_after_the_last_is_no_second_one():
    turn = date(2025, 3, 1)
    records = [OFFICE, NETWORK, member(1, "invited", None, turn), member(2, "self_declared", turn)]
    assert all(codes(*order) == [] for order in permutations(records))


def test_who_had_left_for_a_day_may_begin_anew():
    gone, back = date(2025, 3, 1), date(2025, 3, 2)
    said = {"source_instrument": "หนังสือ"}
    assert codes(OFFICE, NETWORK, member(1, "certified", None, gone, **said), member(2, "invited", back)) == []
    assert codes(OFFICE, NETWORK, member(1, "certified", None, gone, **said), member(2, "invited", gone)) == [
        "membership_goes_back"
    ]


def test_every_status_may_follow_itself_and_lead_to_the_end_but_only_onward_to_certification():
    assert all(MembershipStatus.ENDED in after for after in STATUS_MAY_FOLLOW.values())
    onward = (MembershipStatus.INVITED, MembershipStatus.SELF_DECLARED, MembershipStatus.CERTIFIED)
    for place, status in enumerate(onward):
        assert STATUS_MAY_FOLLOW[status].issuperset(onward[place:])
        assert STATUS_MAY_FOLLOW[status].isdisjoint(onward[:place])
    assert STATUS_MAY_FOLLOW.keys() == set(MembershipStatus)


def test_of_ten_at_once_each_later_one_is_told_once():
    ties = [member(ordinal, "invited", date(2025, 1, ordinal)) for ordinal in range(1, 11)]
    found = list(clashes(reversed(ties), lambda _: "all"))
    assert [later for later, _ in found] == ties[1:]


def test_a_tie_left_open_beside_an_agreement_that_ended_says_nothing_wrong():
    agreement = node("agreement", "บันทึกข้อตกลง", agreement_kind="mou", valid_to=date(2026, 1, 1))
    assert codes(OFFICE, agreement, tie("party_to", OFFICE, agreement)) == []


@pytest.mark.parametrize(("ends", "told"), [(DAY, ["outlasts_what_it_names"]), (date(2026, 10, 2), [])])
def test_an_open_tie_outlasts_only_what_has_ended_by_the_day(ends: date, told: list[str]):
    group = node("group", "กลุ่ม", valid_to=ends)
    assert codes(OFFICE, group, tie("collaborates_with", OFFICE, group)) == told


def test_what_happened_stays_true_when_those_who_took_part_are_gone():
    group = node("group", "กลุ่ม", valid_to=date(2026, 1, 1))
    activity = node("activity", "เวที", held_on=date(2025, 6, 1))
    assert codes(group, activity, tie("participated_in", group, activity)) == []


@pytest.mark.parametrize(
    "text",
    ["12/2568", "12 / 2568", "คำสั่งจังหวัด ที่ ๑๒/๒๕๖๘", "คำสั่งที่12/2568", "คำสั่ง (12/2568)", "คำสั่งแต่งตั้ง"],
)
def test_an_order_is_found_by_its_name_or_its_number_in_any_digits(text: str):
    ended = ORDER.model_copy(update={"valid_to": DAY})
    assert codes(ended, node("body", "คณะ", body_kind="steering_committee", order_number=text)) == ["cites_expired"]


def test_an_order_of_another_number_or_still_in_force_is_not_the_one_that_ended():
    ended = ORDER.model_copy(update={"valid_to": DAY})
    for text in ("112/2568", "12/2569", "ลงวันที่ 1/12/2568", "1/12/2568"):
        assert codes(ended, node("body", "คณะ", body_kind="steering_committee", order_number=text)) == []
    assert codes(ORDER, node("body", "คณะ", body_kind="steering_committee", order_number="12/2568")) == []


def test_what_ended_before_its_order_did_was_never_without_one():
    ended = ORDER.model_copy(update={"valid_to": DAY})
    body = node("body", "คณะ", body_kind="steering_committee", order_number="12/2568", valid_to=date(2026, 9, 1))
    assert codes(ended, body) == []


def test_an_order_that_takes_effect_later_has_superseded_nothing_yet():
    old, new = ORDER, node("instrument", "คำสั่งใหม่", instrument_kind="minutes", valid_from=date(2026, 10, 2))
    body = node("body", "คณะ", body_kind="steering_committee", order_number="12/2568")
    assert codes(old, new, tie("supersedes", new, old), body) == []


def test_political_capital_between_organisations_is_in_order():
    other = node("group", "กลุ่ม")
    assert codes(OFFICE, other, tie("shares_resource", OFFICE, other, resource_kind="political_capital")) == []


def test_a_record_is_doubted_once_for_an_order_that_two_of_its_fields_name_and_that_ended_when_replaced():
    old, new = ORDER.model_copy(update={"valid_to": DAY}), node("instrument", "คำสั่งใหม่", instrument_kind="order")
    said = {"order_number": "12/2568", "source_instrument": "คำสั่งจังหวัด ที่ 12/2568"}
    body = node("body", "คณะ", body_kind="steering_committee", **said)
    assert codes(old, body) == ["cites_expired"]
    (found,) = check_network((old, new, tie("supersedes", new, old), body), DAY)
    assert (found.code, found.field) == ("integrity.cites_superseded", "order_number")
    other = node("instrument", "หนังสือ", instrument_kind="certificate", number="9/2568", valid_to=DAY)
    both = node("body", "คณะอื่น", body_kind="steering_committee", **said | {"source_instrument": "9/2568"})
    assert codes(old, other, both) == ["cites_expired", "cites_expired"]
