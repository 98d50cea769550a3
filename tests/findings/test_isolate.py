from network_service.findings.finding import Finding, Severity
from network_service.findings.isolate import isolate
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Manager, Snapshot
from tests.findings.networks import measured, network, organisation_linker, person_linker


def found(snapshot: Snapshot) -> list[Finding]:
    return isolate(snapshot, measured(snapshot), Thresholds())


def test_each_actor_without_a_tie_is_a_finding_of_its_own() -> None:
    findings = found(network("g1 g2 g3 g4", "g1-g2"))
    assert [finding.subjects[0].id for finding in findings] == ["g3", "g4"]
    assert {finding.members_affected for finding in findings} == {1}


def test_no_finding_where_everybody_is_tied() -> None:
    assert found(network("g1 g2 b1", "g1-g2 g2-b1")) == []


def test_the_only_actor_of_a_network_is_no_isolate() -> None:
    assert found(network("g1")) == []
    assert found(network("")) == []


def test_while_no_tie_is_recorded_nobody_is_said_to_have_none() -> None:
    assert found(network("b1 g1 g2")) == []


def test_an_isolate_is_minor_even_where_one_actor_is_more_than_a_tenth_of_all() -> None:
    [finding] = found(network("b1 b2 g1 g2 g3", "g1-g2 g2-b1 b1-b2"))
    assert finding.severity is Severity.MINOR


def test_the_only_member_of_a_required_sector_is_major() -> None:
    [finding] = found(network("b1 g1 g2", "g1-g2"))
    assert finding.severity is Severity.MAJOR
    assert finding.evidence["only_member_of_its_sector"] is True


def test_the_only_member_of_another_sector_or_of_one_not_known_is_minor() -> None:
    findings = found(network("c1 g1 g2 x1", "g1-g2"))
    assert [finding.severity for finding in findings] == [Severity.MINOR, Severity.MINOR]


def test_an_actor_that_a_linker_or_manager_speaks_for_is_major() -> None:
    snapshot = network(
        "g1 g2 g3 g4 g5 g6",
        "g1-g2",
        linkers=[person_linker("p", "g3"), organisation_linker("g5")],
        managers=[Manager("m", "M", "network", "lead", "g4", "state")],
    )
    severities = {finding.subjects[0].id: finding.severity.value for finding in found(snapshot)}
    assert severities == {"g3": "major", "g4": "major", "g5": "major", "g6": "minor"}
