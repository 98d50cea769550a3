import pytest

from network_service.findings.instrument_ending import instrument_ending
from network_service.snapshot.affairs.instruments import Cited
from tests.findings.affairs import found, in_days, told
from tests.process.hand import body, member, order, seat, situation


@pytest.mark.parametrize(("days", "count"), [(1, 1), (90, 1), (91, 0)])
def test_an_order_with_ninety_days_left_is_found(days: int, count: int) -> None:
    assert len(found(instrument_ending, situation(instruments=[order("o", expires_on=in_days(days))]))) == count


@pytest.mark.parametrize(
    "told_too", [{"instrument_kind": "minutes"}, {"in_force": False, "superseded_by": "p"}, {"expires_on": None}]
)
def test_minutes_what_was_replaced_and_what_has_no_end_are_not(told_too: dict[str, object]) -> None:
    papers = [order("o", **{"expires_on": in_days(5), **told_too})]
    assert found(instrument_ending, situation(instruments=papers)) == []


def test_whom_it_certifies_and_seats_and_what_rests_on_it_is_told() -> None:
    province = situation(
        "b1 g1 k1",
        instruments=[order("o", expires_on=in_days(17))],
        cited=[Cited("m1", "member_of", "certified_by", ("o",)), Cited("q", "body", "order_number", ("n", "o"))],
        memberships=[member("b1", status="certified", paper="o"), member("k1"), member("z9", paper="o")],
        bodies=[body("q", "executive_committee", "1/2569", ["o"])],
        seats=[seat("q", "g1"), seat("q", "b1")],
    )
    [finding] = found(instrument_ending, province)
    assert (finding.members_affected, finding.severity.value, finding.evidence["records"]) == (2, "minor", 2)
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("instrument", "o")
    assert "คำสั่ง o จะมีผลถึงวันที่ 31 มกราคม 2569 (เหลือ 17 วัน นับรวมวันนี้)" in told(finding, "th")
    assert "คำสั่ง o holds until 31 January 2026 (17 days left, today included). Records that rest on it: 2." in told(
        finding, "en"
    )
