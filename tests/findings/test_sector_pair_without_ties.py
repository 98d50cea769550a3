from hypothesis import given

from network_service.analysis.example import eight_actors
from network_service.findings.finding import Finding
from network_service.findings.sector_pair_without_ties import sector_pair_without_ties
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.networks import measured, network, networks, with_tie


def found(snapshot: Snapshot) -> list[Finding]:
    return sector_pair_without_ties(snapshot, measured(snapshot), Thresholds())


def pairs(snapshot: Snapshot) -> set[tuple[str, ...]]:
    return {tuple(subject.id for subject in finding.subjects) for finding in found(snapshot)}


def test_the_published_example_has_five_of_its_ten_pairs_untied() -> None:
    assert pairs(eight_actors()) == {
        ("state", "community"),
        ("civil_society", "business"),
        ("community", "business"),
        ("community", "academic"),
        ("business", "academic"),
    }


def test_evidence_counts_members_and_possible_pairs() -> None:
    [finding] = found(network("b1 b2 g1 g2 g3", "g1-g2 b1-b2"))
    assert finding.evidence["possible_pairs"] == 6
    assert (finding.evidence["members_state"], finding.evidence["members_business"]) == (3, 2)
    assert finding.members_affected == 5


def test_one_tie_is_enough() -> None:
    assert found(network("b1 b2 g1 g2 g3", "g3-b2")) == []


def test_a_sector_that_is_absent_makes_no_pair() -> None:
    assert found(network("g1 g2")) == []


def test_a_required_sector_makes_it_major_and_so_do_three_members() -> None:
    assert found(network("c1 g1 g2", "g1-g2"))[0].severity == "major"
    assert found(network("c1 p1 x1 x2", "x1-x2"))[0].severity == "minor"
    assert found(network("c1 c2 p1", "c1-c2"))[0].severity == "major"


def test_while_no_tie_is_recorded_no_pair_is_said_to_have_none() -> None:
    assert found(network("b1 g1")) == []


def test_a_tie_to_an_actor_of_unknown_sector_ties_no_pair_but_is_said() -> None:
    [finding] = found(network("b1 g1 x1", "g1-x1 x1-b1"))
    assert finding.parameters["unknown"] == 1


@given(networks())
def test_one_more_tie_never_adds_a_pair_and_takes_away_its_own_at_most(snapshot: Snapshot) -> None:
    before, sectors = pairs(snapshot), snapshot.actors.sectors
    if not len(snapshot.undirected):
        return
    for other in range(1, len(sectors)):
        after = pairs(with_tie(snapshot, 0, other))
        assert after <= before
        assert {frozenset(pair) for pair in before - after} <= {frozenset((sectors[0], sectors[other]))}
