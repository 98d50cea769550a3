from network_service.findings.finding import Finding
from network_service.findings.sector_without_members import sector_without_members
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.networks import measured, network


def found(snapshot: Snapshot, thresholds: Thresholds | None = None) -> list[Finding]:
    return sector_without_members(snapshot, measured(snapshot), thresholds or Thresholds())


def test_a_required_sector_without_members_fails_step_1() -> None:
    findings = found(network("b1 g1 v1"))
    assert [finding.subjects[0].id for finding in findings] == ["community", "academic"]
    assert {(finding.severity.value, finding.evidence["gate"]) for finding in findings} == {
        ("critical", "define_composition")
    }


def test_nothing_is_missing_where_all_required_sectors_have_members() -> None:
    assert found(network("a1 b1 g1 k1 v1")) == []


def test_which_sectors_are_required_is_set_by_the_office() -> None:
    assert found(network("g1"), Thresholds(required_sectors=frozenset({"state"}))) == []
    [finding] = found(network("g1"), Thresholds(required_sectors=frozenset({"state", "citizen"})))
    assert finding.subjects[0].id == "citizen"


def test_members_of_unknown_sector_are_said_and_make_it_major() -> None:
    [finding] = found(network("b1 g1 k1 v1 x1 x2"))
    assert finding.severity == "major"
    assert finding.parameters["unknown"] == 2
    assert finding.evidence["gate"] is None


def test_an_empty_network_says_nothing() -> None:
    assert found(network("")) == []
