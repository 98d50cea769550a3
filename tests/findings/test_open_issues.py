import pytest

from network_service.findings.open_issues import members_concerned, open_issues
from tests.process.hand import involved, issue, situation


@pytest.mark.parametrize(
    ("status", "count"),
    [("completed", 0), ("cancelled", 0), ("open", 1), ("planned", 1), ("in_execution", 1), (None, 1)],
)
def test_an_issue_is_open_until_it_is_completed_or_cancelled(status: str | None, count: int) -> None:
    assert len(open_issues(situation(issues=[issue("i", status=status)]).affairs)) == count


def test_members_with_a_stake_and_members_at_work_are_counted_once() -> None:
    snapshot = situation("b1 g1").snapshot
    assert members_concerned(snapshot, issue("i", stakeholders=("b1", "z9"), workers=involved("b1 g1 v1"))) == 2
