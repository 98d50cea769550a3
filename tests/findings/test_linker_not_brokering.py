import pytest

from network_service.findings.finding import Finding
from network_service.findings.linker_not_acting import linker_not_acting
from network_service.findings.linker_not_brokering import linker_not_brokering
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import measured, network, organisation_linker, person_linker


def found(snapshot: Snapshot) -> list[Finding]:
    return linker_not_brokering(snapshot, in_depth(snapshot), Thresholds())


def test_a_linker_who_is_the_end_of_every_way_brings_nobody_together() -> None:
    [finding] = found(network("b1 g1 g2", "g1-b1 b1-g2", linkers=[organisation_linker("g1")]))
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("actor", "g1")
    assert (finding.evidence["paths_across"], finding.severity.value) == (0, "major")


def test_one_way_between_two_sectors_is_brokerage() -> None:
    assert found(network("b1 g1 g2", "g2-g1 g1-b1", linkers=[organisation_linker("g1")])) == []


def test_a_way_that_a_direct_tie_shortens_is_none() -> None:
    assert len(found(network("b1 g1 g2", "g2-g1 g1-b1 g2-b1", linkers=[organisation_linker("g1")]))) == 1


def test_standing_between_two_of_one_other_sector_is_not_across() -> None:
    assert len(found(network("b1 b2 g1", "b1-g1 g1-b2", linkers=[organisation_linker("g1")]))) == 1


def test_who_does_not_act_at_all_is_told_by_the_other_rule_only() -> None:
    snapshot = network("b1 g1 g2", "g1-g2 g2-b1", linkers=[organisation_linker("g1")])
    assert found(snapshot) == []
    assert len(linker_not_acting(snapshot, measured(snapshot), Thresholds())) == 1


@pytest.mark.parametrize("speaks_for", [None, "g9", "x1"])
def test_whose_brokerage_is_not_known_nothing_is_said_of(speaks_for: str | None) -> None:
    assert found(network("b1 g1 x1", "x1-b1 x1-g1", linkers=[person_linker("p", speaks_for)])) == []


def test_who_brokers_for_one_of_two_groups_is_a_broker() -> None:
    twice = [person_linker("p", "g1", "one"), person_linker("p", "g2", "two")]
    assert found(network("b1 b2 g1 g2 g3", "g1-b1 g3-g2 g2-b2", linkers=twice)) == []


def test_partners_of_unknown_sector_are_counted_once_and_said() -> None:
    snapshot = network("b1 g1 x1", "g1-b1 x1-g1 g1-x1", linkers=[person_linker("p", "g1")])
    [finding] = found(snapshot)
    assert (finding.case, finding.parameters["unknown"]) == ("person", 1)
    assert sentence(finding, messages_in("en")).endswith("The sector of 1 partner is not known.")
    assert "G1 ซึ่งตนเป็นผู้แทน" in sentence(finding, messages_in("th"))


def test_without_any_collaboration_nothing_is_said() -> None:
    assert found(network("b1 g1", linkers=[organisation_linker("g1")])) == []
