import pytest

from network_service.findings.finding import Finding
from network_service.findings.manager_term_ending import manager_term_ending
from network_service.snapshot.affairs.actors import PersonAffairs
from network_service.snapshot.affairs.meetings import NetworkAffairs
from tests.findings.affairs import found, in_days, term, told
from tests.process.hand import NET, manager, situation

NETWORKS = [
    NetworkAffairs(NET, "เครือข่าย", "province_network", None, ()),
    NetworkAffairs("sub", "เครือข่ายย่อย", "sub_network", None, ()),
]


def of(network: str, role: str, days: int) -> list[Finding]:
    return found(
        manager_term_ending,
        situation(
            "g1",
            networks=NETWORKS,
            people=[PersonAffairs("p1", "คุณ p1", "g1", None)],
            managers=[manager("g1", role, network)],
            terms=[term("manages", "p1", network, in_days(days), role), term("links", "p1", "g1", in_days(3))],
        ),
    )


@pytest.mark.parametrize(("days", "count"), [(1, 1), (90, 1), (91, 0)])
def test_a_term_with_ninety_days_left_is_found(days: int, count: int) -> None:
    assert len(of(NET, "deputy", days)) == count


def test_the_lead_manager_is_told_as_such() -> None:
    [finding] = of(NET, "lead", 17)
    assert (finding.case, finding.severity.value, finding.members_affected) == ("lead", "major", 1)
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("person", "p1"), ("province_network", NET)]
    assert "วาระของ คุณ p1 ผู้จัดการเครือข่ายหลักของ เครือข่าย จะสิ้นสุดวันที่ 31 มกราคม 2569" in told(finding, "th")
    assert "lead manager of เครือข่าย, ends on 31 January 2026 (17 days left, today included)." in told(finding, "en")


def test_a_co_ordinator_of_a_sub_network_is_told_by_its_network() -> None:
    [finding] = of("sub", "co_ordinator", 17)
    assert (finding.case, finding.subjects[1].kind) == (None, "sub_network")
    assert "in managing เครือข่ายย่อย" in told(finding, "en")
    assert of("sub", "lead", 17)[0].case is None


def test_one_manager_of_two_networks_is_two_matters() -> None:
    assert of("sub", "lead", 17)[0].id != of(NET, "lead", 17)[0].id
