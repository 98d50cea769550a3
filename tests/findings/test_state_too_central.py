from network_service.findings.finding import Finding
from network_service.findings.state_too_central import state_too_central
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import network


def found(snapshot: Snapshot, least: int = 2) -> list[Finding]:
    return state_too_central(snapshot, in_depth(snapshot), Thresholds(brokerage_paths=least))


def test_half_of_the_ways_is_not_too_much() -> None:
    assert found(network("b1 b2 g1 k1 k2 v1", "b1-g1 g1-k1 b2-v1 v1-k2")) == []


def test_more_than_half_is_told_with_the_share_of_the_members() -> None:
    [finding] = found(network("a1 b1 b2 g1 k1 k2 v1", "b1-g1 g1-k1 a1-g1 b2-v1 v1-k2"))
    assert (finding.evidence["share"], finding.evidence["share_of_members"]) == (2 / 3, 1 / 7)
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("sector", "state")
    assert (finding.members_affected, finding.severity.value) == (6, "major")


def test_too_few_ways_say_nothing() -> None:
    snapshot = network("b1 g1 k1 k2", "b1-g1 g1-k1 g1-k2")
    assert len(found(snapshot, least=2)) == 1
    assert found(snapshot, least=3) == []
    assert found(network(""), least=1) == []


def test_members_of_unknown_sector_are_said_in_both_languages() -> None:
    [finding] = found(network("b1 g1 k1 k2 x1", "b1-g1 g1-k1 g1-k2"))
    assert finding.parameters["unknown"] == 1
    assert "government holds 2, that is 100.0%" in sentence(finding, messages_in("en"))
    assert sentence(finding, messages_in("th")).endswith("ยังไม่ทราบภาคส่วนของสมาชิก 1 ราย")
