import pytest

from network_service.findings.stale_data import stale_data
from network_service.process.situation import Situation
from tests.findings.affairs import days_ago, found, told
from tests.process.hand import actor, situation


def province(**ages: int | None) -> Situation:
    """Members, and how many days ago each was last checked."""
    actors = [
        actor(one, last_verified_on=None if days is None else days_ago(days)) for one, days in sorted(ages.items())
    ]
    return situation(" ".join(sorted(ages)), actors=actors)


@pytest.mark.parametrize(("days", "count"), [(365, 0), (366, 1)])
def test_more_than_a_year_is_stale(days: int, count: int) -> None:
    assert len(found(stale_data, province(g1=days, b1=3))) == count


def test_how_many_of_which_sector_is_said_once_for_all() -> None:
    [finding] = found(stale_data, province(b1=400, g1=500, g2=900, g3=10, k1=None, x1=700))
    assert (finding.evidence["stale"], finding.evidence["records"], finding.evidence["never_checked"]) == (4, 6, 1)
    assert (finding.evidence["stale_state"], finding.evidence["stale_sector_not_known"]) == (2, 1)
    assert finding.evidence["share"] == pytest.approx(4 / 6)
    assert (finding.severity.value, finding.members_affected) == ("major", 4)
    assert "4 ราย จาก 6 ราย (ร้อยละ 66.7) ไม่ได้ตรวจสอบมาเกิน 365 วัน แยกเป็น ภาครัฐ 2 ราย และภาคธุรกิจ 1 ราย" in told(
        finding, "th"
    )
    assert "4 of 6 records of organisations and groups (66.7%)" in told(finding, "en")
    assert ": government 2 and business 1. Of one more record no check is noted at all." in told(finding, "en")


def test_what_was_never_checked_is_not_called_stale() -> None:
    assert found(stale_data, province(g1=None, b1=None)) == []
    assert found(stale_data, province(g1=None, b1=3)) == []


def test_where_no_sector_is_known_none_is_listed() -> None:
    [finding] = found(stale_data, province(x1=400, x2=3))
    assert (finding.case, finding.severity.value) == ("no_sector", "minor")
    assert "of no known sector, was last checked" in told(finding, "en")


def test_records_of_those_who_are_no_members_count_and_affect_no_member() -> None:
    outside = situation("b1", actors=province(b1=3, g1=400).affairs.actors)
    [finding] = found(stale_data, outside)
    assert (finding.evidence["stale"], finding.members_affected) == (1, 0)
