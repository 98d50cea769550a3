from datetime import date

from network_service.findings.issue_without_activity import issue_without_activity
from tests.findings.affairs import found, told
from tests.process.hand import activity, involved, issue, situation

ISSUES = [issue("i", workers=involved("b1 g1 k1")), issue("j")]


def test_an_issue_that_no_activity_concerns_is_found() -> None:
    about = [activity("a", concerns=("j",), held_on=date(2020, 1, 1)), activity("b")]
    [finding] = found(issue_without_activity, situation("b1 g1 k1", issues=ISSUES, activities=about))
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("issue", "i")]
    assert (finding.severity.value, finding.members_affected) == ("major", 3)
    assert (finding.evidence["activities_recorded"], finding.evidence["activities_not_known"]) == (2, 1)
    assert "จากกิจกรรมที่บันทึกไว้ 2 รายการ ยังไม่มีกิจกรรมใดเกี่ยวกับประเด็น “ประเด็น i”" in told(finding, "th")
    assert "No activity recorded (2 in all) is about the issue “ประเด็น i”." in told(finding, "en")
    assert "What one of the activities is about is not recorded." in told(finding, "en")


def test_a_cancelled_activity_does_not_count() -> None:
    activities = [activity("a", concerns=("j",)), activity("b", concerns=("i",), status="cancelled")]
    assert len(found(issue_without_activity, situation(issues=ISSUES, activities=activities))) == 1
    planned = [activity("a", concerns=("j",)), activity("b", concerns=("i",), status="planned")]
    assert found(issue_without_activity, situation(issues=ISSUES, activities=planned)) == []


def test_nothing_is_said_where_it_is_not_recorded_what_activities_concern() -> None:
    assert found(issue_without_activity, situation(issues=ISSUES, activities=[activity("a")])) == []


def test_what_is_done_asks_for_nothing() -> None:
    done = situation(issues=[issue("i", status="completed")], activities=[activity("a", concerns=("j",))])
    assert found(issue_without_activity, done) == []
