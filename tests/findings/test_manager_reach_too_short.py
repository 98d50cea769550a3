from dataclasses import replace

from network_service.findings.finding import Finding
from network_service.findings.manager_reach_too_short import manager_reach_too_short
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Manager, Snapshot, SubNetworkInfo
from tests.findings.in_depth import in_depth
from tests.findings.networks import network


def lead(actor: str | None, person: str = "m", of: str = "n", role: str = "lead") -> Manager:
    return Manager(person, f"คุณ{person}", of, role, actor, None)


def found(snapshot: Snapshot) -> list[Finding]:
    return manager_reach_too_short(snapshot, in_depth(snapshot), Thresholds())


def test_a_manager_who_reaches_three_of_four_is_found_and_step_3_fails() -> None:
    [finding] = found(network("b1 g1 g2 g3 k1", "g1-g2 g2-g3 g1-b1", managers=[lead("g1")]))
    assert (finding.evidence["reach"], finding.members_affected) == (0.75, 1)
    assert (finding.severity.value, finding.evidence["gate"]) == ("critical", "designate_network_manager")
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("person", "m")


def test_four_of_five_are_enough() -> None:
    assert found(network("b1 g1 g2 g3 k1 k2", "g1-g2 g2-g3 g1-b1 g1-k1", managers=[lead("g1")])) == []


def test_three_steps_are_too_far() -> None:
    [finding] = found(network("g1 g2 g3 g4", "g1-g2 g2-g3 g3-g4", managers=[lead("g1")]))
    assert finding.evidence["reached"] == 2


def test_of_two_leads_none_is_critical_by_its_reach() -> None:
    findings = found(network("g1 g2 g3", "g1-g2", managers=[lead("g1"), lead("g3", "other")]))
    assert {finding.severity.value for finding in findings} == {"major"}
    assert len(findings) == 2


def test_a_deputy_and_a_manager_of_a_sub_network_need_not_reach_all() -> None:
    snapshot = network("g1 g2 g3", managers=[lead("g1", role="deputy"), lead("g2", of="s")])
    assert found(replace(snapshot, sub_networks=(SubNetworkInfo("s", "ย่อย", "area_data", ()),))) == []


def test_where_the_actor_is_not_known_or_not_shown_nothing_is_said() -> None:
    assert found(network("g1 g2", managers=[lead(None), lead("g9", "other")])) == []


def test_alone_there_is_nobody_to_reach() -> None:
    assert found(network("g1", managers=[lead("g1")])) == []


def test_sentence_in_both_languages() -> None:
    [finding] = found(network("b1 g1 g2 g3 k1", "g1-g2 g2-g3 g1-b1", managers=[lead("g1")]))
    assert "reaches 75.0% of the other members" in sentence(finding, messages_in("en"))
    assert "ร้อยละ 75.0" in sentence(finding, messages_in("th"))
