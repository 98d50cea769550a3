import pytest

from network_service.findings.agreement_ending import agreement_ending
from tests.findings.affairs import found, in_days, told
from tests.process.hand import agreement, situation


@pytest.mark.parametrize(("days", "count"), [(1, 1), (90, 1), (91, 0)])
def test_an_agreement_with_ninety_days_left_is_found(days: int, count: int) -> None:
    assert len(found(agreement_ending, situation(agreements=[agreement("m", "", ends_on=in_days(days))]))) == count


def test_day_and_days_left_are_said_and_members_counted() -> None:
    ending = agreement("m", "b1 g1 k1 v9", ends_on=in_days(17))
    [finding] = found(agreement_ending, situation("b1 g1 k1", agreements=[ending]))
    assert (finding.subjects[0].kind, finding.evidence["last_day"]) == ("agreement", "2026-01-31")
    assert (finding.members_affected, finding.severity.value) == (3, "major")
    assert "จะมีผลถึงวันที่ 31 มกราคม 2569 (เหลือ 17 วัน นับรวมวันนี้)" in told(finding, "th")
    assert "holds until 31 January 2026 (17 days left, today included)." in told(finding, "en")


def test_the_last_day_itself_is_said_so() -> None:
    [finding] = found(agreement_ending, situation("b1", agreements=[agreement("m", "b1", ends_on=in_days(1))]))
    assert "holds until 15 January 2026: today is its last day." in told(finding, "en")
    assert finding.severity.value == "minor"


def test_an_agreement_without_an_end_ends_at_no_day() -> None:
    assert found(agreement_ending, situation(agreements=[agreement("m", "", ends_on=None)])) == []


def test_the_number_of_days_is_a_setting_and_the_matter_the_same_day_after_day() -> None:
    one = situation(agreements=[agreement("m", "", ends_on=in_days(40))])
    other = situation(agreements=[agreement("m", "", ends_on=in_days(30))])
    assert found(agreement_ending, one, ending_days=30) == []
    assert found(agreement_ending, one)[0].id == found(agreement_ending, other)[0].id
