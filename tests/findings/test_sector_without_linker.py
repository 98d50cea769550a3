from dataclasses import replace

import pytest

from network_service.findings.finding import Finding
from network_service.findings.sector_without_linker import sector_without_linker
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.networks import measured, network, organisation_linker, person_linker


def found(snapshot: Snapshot) -> dict[str, Finding]:
    findings = sector_without_linker(snapshot, measured(snapshot), Thresholds())
    return {finding.subjects[0].id: finding for finding in findings}


def test_a_required_sector_with_members_and_no_linker_fails_step_2() -> None:
    findings = found(network("b1 b2 g1", linkers=[organisation_linker("g1")]))
    assert findings.keys() == {"business"}
    assert findings["business"].severity == "critical"
    assert findings["business"].evidence["gate"] == "identify_linkers"
    assert findings["business"].members_affected == 2


def test_a_person_serves_the_sector_of_the_actor_it_speaks_for() -> None:
    assert found(network("g1", linkers=[person_linker("p", "g1")])) == {}


def test_a_linker_who_has_not_accepted_is_designated_all_the_same() -> None:
    assert found(network("g1", linkers=[replace(organisation_linker("g1"), accepted=False)])) == {}


def test_a_sector_without_members_needs_no_linker() -> None:
    assert "business" not in found(network("g1 v1", linkers=[organisation_linker("g1")]))


@pytest.mark.parametrize("citizens", ["c1 c2", "c1 c2 c3"])
def test_a_sector_that_is_not_required_is_minor_whatever_its_size(citizens: str) -> None:
    findings = found(network(f"{citizens} g1", linkers=[organisation_linker("g1")]))
    assert findings["citizen"].severity == "minor"
    assert findings["citizen"].members_affected == len(citizens.split())


def test_without_any_linker_on_record_it_is_not_known_and_not_critical() -> None:
    findings = found(network("c1 g1"))
    assert {finding.case for finding in findings.values()} == {"none_recorded"}
    assert findings["state"].severity == "major"
    assert findings["citizen"].severity == "minor"


def test_a_linker_of_unknown_sector_may_be_the_sectors_own() -> None:
    linkers = [organisation_linker("g1"), person_linker("p", None), person_linker("p", None, "other")]
    finding = found(network("b1 g1", linkers=linkers))["business"]
    assert finding.severity == "major"
    assert finding.parameters["unknown"] == 1


def test_a_linker_of_several_groups_is_known_by_one_of_them() -> None:
    linkers = [person_linker("p", "g1"), person_linker("p", None, "other")]
    assert found(network("b1 g1", linkers=linkers))["business"].severity == "critical"
