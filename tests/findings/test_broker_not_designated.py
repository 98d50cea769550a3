from dataclasses import replace

from network_service.findings.broker_not_designated import broker_not_designated
from network_service.findings.finding import Finding
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Manager, Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import network, organisation_linker, person_linker

HUB = "a1 b1 g1 k1 v1 v2"
WAYS = "a1-g1 b1-g1 k1-g1 g1-v1 g1-v2"
"""Three sources and two targets of other sectors: six ways through g1, and none through anybody else."""
LINKER = [organisation_linker("v1")]


def found(snapshot: Snapshot, thresholds: Thresholds | None = None) -> list[Finding]:
    return broker_not_designated(snapshot, in_depth(snapshot), thresholds or Thresholds(brokerage_paths=6))


def test_who_holds_all_ways_and_is_no_linker_is_found_with_the_numbers() -> None:
    [finding] = found(network(HUB, WAYS, linkers=LINKER))
    assert finding.subjects[0].id == "g1"
    assert (finding.evidence["paths_across"], finding.evidence["share"]) == (6, 1.0)
    assert (finding.severity.value, finding.members_affected) == ("minor", 1)


def test_a_linker_a_manager_and_who_one_speaks_for_are_designated() -> None:
    assert found(network(HUB, WAYS, linkers=[organisation_linker("g1")])) == []
    assert found(network(HUB, WAYS, linkers=[*LINKER, person_linker("p", "g1")])) == []
    manager = Manager("m", "คุณเอ็ม", "n", "lead", "g1", "state")
    assert found(network(HUB, WAYS, linkers=LINKER, managers=[manager])) == []


def test_fewer_ways_than_the_least_are_no_brokerage() -> None:
    snapshot = network(HUB, WAYS, linkers=LINKER)
    assert found(snapshot, Thresholds(brokerage_paths=7)) == []
    assert found(snapshot, Thresholds()) == []


def test_the_share_itself_is_not_more_than_the_share() -> None:
    snapshot = network(HUB, WAYS, linkers=LINKER)
    assert found(snapshot, replace(Thresholds(), brokerage_paths=6, broker_share=1.0)) == []
    assert len(found(snapshot, replace(Thresholds(), brokerage_paths=6, broker_share=0.99))) == 1


def test_where_no_linker_is_recorded_nobody_can_be_told_to_be_none() -> None:
    assert found(network(HUB, WAYS)) == []


def test_linkers_whose_actor_is_not_known_are_said() -> None:
    [finding] = found(network(HUB, WAYS, linkers=[*LINKER, person_linker("p", None), person_linker("p", None, "k")]))
    assert finding.parameters["unknown"] == 1
    assert "1 linker speaks" in sentence(finding, messages_in("en"))
    assert "6 เส้นทาง" in sentence(finding, messages_in("th"))
