from dataclasses import replace

from network_service.findings.finding import Finding
from network_service.findings.manager_without_deputy import manager_without_deputy
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Manager, SubNetworkInfo
from tests.findings.networks import measured, network


def manager(person: str, role: str, of: str = "n") -> Manager:
    return Manager(person, f"คุณ{person}", of, role, "g1", "state")


def found(*managers: Manager) -> list[Finding]:
    snapshot = network("b1 g1", "g1-b1", managers=managers)
    snapshot = replace(snapshot, sub_networks=(SubNetworkInfo("s", "ย่อย", "area_data", ()),))
    return manager_without_deputy(snapshot, measured(snapshot), Thresholds())


def test_a_lead_without_deputy_fails_step_3() -> None:
    [finding] = found(manager("m", "lead"))
    assert (finding.subjects[0].id, finding.severity.value) == ("m", "critical")
    assert finding.evidence["gate"] == "designate_network_manager"
    assert finding.members_affected == 2


def test_a_deputy_closes_it() -> None:
    assert found(manager("m", "lead"), manager("d", "deputy")) == []


def test_nobody_is_their_own_deputy() -> None:
    [finding] = found(manager("m", "lead"), manager("m", "deputy"))
    assert finding.severity == "major"


def test_a_deputy_of_a_sub_network_is_none_of_the_province() -> None:
    assert len(found(manager("m", "lead"), manager("d", "deputy", of="s"))) == 1


def test_a_deputy_of_another_network_leaves_it_major() -> None:
    [finding] = found(manager("m", "lead"), manager("d", "deputy", of="other"))
    assert (finding.severity.value, finding.evidence["gate"]) == ("major", None)


def test_without_a_lead_there_is_nobody_to_stand_in_for() -> None:
    assert found() == []
    assert found(manager("c", "lead", of="s")) == []


def test_sentence_in_both_languages() -> None:
    [finding] = found(manager("m", "lead"))
    assert sentence(finding, messages_in("en")).startswith("คุณm manages the network of 2 members")
    assert "รองผู้จัดการเครือข่าย" in sentence(finding, messages_in("th"))
