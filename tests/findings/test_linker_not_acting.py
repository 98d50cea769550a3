from dataclasses import replace

import pytest

from network_service.findings.finding import Finding
from network_service.findings.linker_not_acting import linker_not_acting
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.networks import measured, network, organisation_linker, person_linker


def found(snapshot: Snapshot) -> list[Finding]:
    return linker_not_acting(snapshot, measured(snapshot), Thresholds())


def cases(snapshot: Snapshot) -> dict[str, str | None]:
    return {finding.subjects[0].id: finding.case for finding in found(snapshot)}


def test_an_organisation_tied_only_to_its_own_sector_does_not_act() -> None:
    [finding] = found(network("b1 g1 g2", "g1-g2 g2-b1", linkers=[organisation_linker("g1")]))
    assert finding.case is None
    assert finding.evidence["cross_sector_ties"] == 0
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("actor", "g1")


def test_one_tie_to_another_sector_is_acting() -> None:
    assert found(network("b1 g1", "g1-b1", linkers=[organisation_linker("g1")])) == []


def test_a_person_acts_through_the_actor_it_speaks_for() -> None:
    assert found(network("b1 g1", "g1-b1", linkers=[person_linker("p", "g1")])) == []
    [finding] = found(network("b1 b2 g1", "b1-b2", linkers=[person_linker("p", "g1")]))
    assert (finding.case, finding.parameters["actor"]) == ("person", "G1")
    assert (finding.subjects[0].kind, finding.subjects[0].id) == ("person", "p")


@pytest.mark.parametrize(
    ("actors", "ties", "speaks_for", "case"),
    [
        ("b1 g1", "g1-b1", None, "actor_not_known"),
        ("b1 g1", "g1-b1", "g9", "actor_not_shown"),
        ("b1 x1", "x1-b1", "x1", "sector_not_known"),
        ("g1 x1", "g1-x1", "g1", "sector_not_known"),
        ("g1 g2 x1", "g1-x1 g1-g2", "g1", "sector_not_known"),
    ],
)
def test_what_cannot_be_told_is_said_and_never_nought(actors: str, ties: str, speaks_for: str, case: str) -> None:
    [finding] = found(network(actors, ties, linkers=[person_linker("p", speaks_for)]))
    assert finding.case == case
    assert finding.evidence["cross_sector_ties"] is None
    assert finding.severity == "major"


def test_an_actor_of_unknown_sector_acts_where_its_neighbours_are_of_two() -> None:
    assert found(network("b1 g1 x1", "x1-b1 x1-g1", linkers=[person_linker("p", "x1")])) == []


def test_an_actor_of_unknown_sector_without_any_tie_does_not_act() -> None:
    assert cases(network("b1 b2 x1", "b1-b2", linkers=[person_linker("p", "x1")])) == {"p": "person"}


def test_while_no_tie_is_recorded_nobody_is_said_not_to_act() -> None:
    assert found(network("b1 g1", linkers=[person_linker("p", "g1"), person_linker("q", None)])) == []


def test_a_known_tie_to_another_sector_decides_whatever_the_others_are() -> None:
    assert found(network("b1 g1 x1", "g1-b1 g1-x1", linkers=[organisation_linker("g1")])) == []


def test_who_links_several_groups_is_one_linker_and_acts_where_it_acts_for_one() -> None:
    twice = [person_linker("p", "g1", "one"), person_linker("p", "g2", "two")]
    assert found(network("b1 g1 g2", "g2-b1", linkers=twice)) == []
    assert cases(network("b1 b2 g1 g2", "b1-b2", linkers=twice)) == {"p": "person"}
    half_known = [person_linker("p", "g1", "one"), person_linker("p", None, "two")]
    assert cases(network("b1 b2 g1", "b1-b2", linkers=half_known)) == {"p": "actor_not_known"}


def five_linkers(idle: int) -> Snapshot:
    """A network with five linkers, the last of whom have no tie."""
    ties = " ".join(f"g{number}-b1" for number in range(5 - idle))
    return network("b1 g0 g1 g2 g3 g4", ties, linkers=[organisation_linker(f"g{number}") for number in range(5)])


def test_four_of_five_linkers_acting_satisfy_step_2() -> None:
    [finding] = found(five_linkers(idle=1))
    assert (finding.severity.value, finding.evidence["gate"]) == ("major", None)


def test_three_of_five_linkers_acting_fail_step_2() -> None:
    findings = found(five_linkers(idle=2))
    assert len(findings) == 2
    assert {(finding.severity.value, finding.evidence["gate"]) for finding in findings} == {
        ("critical", "identify_linkers")
    }


def test_linkers_who_cannot_be_judged_do_not_fail_the_step() -> None:
    snapshot = five_linkers(idle=1)
    linkers = (*snapshot.linkers[1:], person_linker("p", None))
    assert [finding.severity.value for finding in found(replace(snapshot, linkers=linkers))] == ["major", "major"]


def test_a_network_without_linkers_has_none() -> None:
    assert found(network("b1 g1")) == []
