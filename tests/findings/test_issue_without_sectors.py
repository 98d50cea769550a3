from network_service.findings.issue_without_sectors import issue_without_sectors
from tests.findings.affairs import found, told
from tests.process.hand import involved, issue, situation

KNOWN = issue("known", stakeholder_sectors=("state",))


def test_an_issue_without_any_stakeholder_is_found() -> None:
    [finding] = found(issue_without_sectors, situation("g1", issues=[KNOWN, issue("i", workers=involved("g1"))]))
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("issue", "i")]
    assert (finding.severity.value, finding.members_affected, finding.case) == ("minor", 1, None)
    assert "ประเด็น “ประเด็น i” ยังไม่ได้ระบุ" in told(finding, "th")
    assert "is named as a stakeholder of the issue “ประเด็น i”" in told(finding, "en")


def test_a_group_or_organisation_with_a_stake_is_of_a_sector() -> None:
    assert found(issue_without_sectors, situation(issues=[KNOWN, issue("i", stakeholders=("g1",))])) == []


def test_groups_of_the_population_alone_are_of_no_sector() -> None:
    [finding] = found(issue_without_sectors, situation(issues=[KNOWN, issue("i", population_groups=("p1", "p2"))]))
    assert finding.case == "population_only"
    assert "2 groups of the population are named" in told(finding, "en")
    assert "เฉพาะกลุ่มประชากร 2 กลุ่ม" in told(finding, "th")


def test_absence_answers_once_stakeholders_of_some_issue_are_recorded() -> None:
    assert found(issue_without_sectors, situation(issues=[issue("i"), issue("j", population_groups=("p1",))])) == []


def test_what_is_done_asks_for_nothing() -> None:
    assert found(issue_without_sectors, situation(issues=[KNOWN, issue("i", status="completed")])) == []


def test_three_members_at_work_make_it_major() -> None:
    busy = situation("b1 g1 k1", issues=[KNOWN, issue("i", workers=involved("b1 g1 k1"))])
    assert [finding.severity.value for finding in found(issue_without_sectors, busy)] == ["major"]
