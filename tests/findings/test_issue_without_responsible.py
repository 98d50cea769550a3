from network_service.findings.issue_without_responsible import issue_without_responsible
from tests.findings.affairs import found, told
from tests.process.hand import involved, issue, plan, service, situation

CARRIED = issue("carried", workers=involved("g1"))


def test_an_open_issue_that_nobody_works_on_is_found() -> None:
    [finding] = found(issue_without_responsible, situation("b1", issues=[CARRIED, issue("i", stakeholders=("b1",))]))
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("issue", "i")]
    assert (finding.severity.value, finding.members_affected) == ("minor", 1)
    assert "ยังไม่พบบันทึกว่ามีบุคคล องค์กร หรือกลุ่มใดรับดำเนินการ" in told(finding, "th")
    assert "recorded as working on the issue “ประเด็น i”" in told(finding, "en")


def test_work_on_anything_lets_absence_answer_and_none_says_nothing() -> None:
    assert found(issue_without_responsible, situation(issues=[issue("i")], plans=[plan("p")])) == []
    for work in ({"plans": [plan("p", workers=involved("g1"))]}, {"services": [service("s", workers=involved("g1"))]}):
        assert len(found(issue_without_responsible, situation(issues=[issue("i")], **work))) == 1


def test_what_is_done_asks_for_nothing() -> None:
    assert found(issue_without_responsible, situation(issues=[CARRIED, issue("i", status="cancelled")])) == []
