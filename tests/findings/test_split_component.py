from itertools import pairwise
from typing import Any

from network_service.findings.finding import Finding, Severity
from network_service.findings.split_component import split_component
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.networks import measured, network, person_linker


def chain(letter: str, size: int) -> tuple[str, str]:
    """Actors one after the other, and their ties."""
    ids = [f"{letter}{number:02}" for number in range(size)]
    return " ".join(ids), " ".join(f"{one}-{other}" for one, other in pairwise(ids))


def beside(main: int, apart: int, **parts: list[Any]) -> Snapshot:
    """A chain of state offices, and apart from it one of companies."""
    (companies, business), (offices, state) = chain("b", apart), chain("g", main)
    return network(f"{companies} {offices}", f"{business} {state}", **parts)


def found(snapshot: Snapshot) -> list[Finding]:
    return split_component(snapshot, measured(snapshot), Thresholds())


def test_a_pair_apart_from_the_main_part_is_found_with_its_members() -> None:
    [finding] = found(beside(18, 2))
    assert [subject.id for subject in finding.subjects] == ["b00", "b01"]
    assert finding.members_affected == 2
    assert finding.evidence["largest_component"] == 18


def test_an_isolate_is_no_component() -> None:
    assert found(beside(2, 1)) == []


def test_a_network_in_one_piece_and_one_without_ties_have_none() -> None:
    assert found(network("g1 g2 g3", "g1-g2 g2-g3")) == []
    assert found(network("g1 g2 g3")) == []
    assert found(network("")) == []


def test_of_two_equal_parts_that_with_the_lowest_id_is_the_main_one() -> None:
    [finding] = found(beside(2, 2))
    assert [subject.id for subject in finding.subjects] == ["g00", "g01"]


def test_a_tenth_of_the_actors_is_not_yet_critical() -> None:
    [finding] = found(beside(18, 2))
    assert finding.evidence["share"] == 0.1
    assert finding.severity is Severity.MINOR


def test_more_than_a_tenth_of_the_actors_is_critical() -> None:
    [finding] = found(beside(17, 2))
    assert finding.severity is Severity.CRITICAL


def test_three_actors_are_major_and_so_are_two_with_a_linker_among_them() -> None:
    assert found(beside(30, 3))[0].severity is Severity.MAJOR
    assert found(beside(30, 2))[0].severity is Severity.MINOR
    assert found(beside(30, 2, linkers=[person_linker("p", "b01")]))[0].severity is Severity.MAJOR
