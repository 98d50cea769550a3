from dataclasses import replace

import pytest

from network_service.analysis.partitions import Agreement
from network_service.findings.communities_not_bridged import communities_not_bridged
from network_service.findings.finding import Finding
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import network, organisation_linker

ACTORS = "b1 b2 b3 g1 g2 g3 g4 k1 k2 k3"
GROUPS = "g1 g2 g3 g4 | b1 b2 b3 | k1 k2 k3"
INSIDE = "g1-g2 g1-g3 g1-g4 g2-g3 b1-b2 b2-b3 k1-k2 k2-k3"


def found(ties: str, groups: str = GROUPS, snapshot: Snapshot | None = None) -> list[Finding]:
    snapshot = snapshot or network(ACTORS, f"{INSIDE} {ties}")
    return communities_not_bridged(snapshot, in_depth(snapshot, groups), Thresholds())


def centres(findings: list[Finding]) -> set[str]:
    return {subject.id for finding in findings for subject in finding.subjects}


def test_a_community_on_a_single_tie_is_found_by_the_member_with_most_ties() -> None:
    [finding] = found("g1-b1 g2-b2 g1-k1")
    assert centres([finding]) == {"k2"}
    assert (finding.members_affected, finding.evidence["ties_to_others"]) == (3, 1)
    assert finding.severity == "major"


def test_one_tie_to_each_of_two_others_does_not_bridge() -> None:
    [finding] = found("g1-b1 g2-b2 g1-k1 b1-k3")
    assert (centres([finding]), finding.parameters["count"]) == ({"k2"}, 2)


def test_two_ties_bridge_whoever_makes_them() -> None:
    assert found("g1-b1 g2-b2 g1-k1 g1-k2") == []


def test_bridged_to_a_third_is_bridged() -> None:
    assert found("g1-b1 g2-b2 b1-k1 b2-k2") == []


def test_two_bridged_to_each_other_only_are_one_part_apart() -> None:
    # The companies and the community groups together are six, more than the four offices.
    findings = found("b1-k1 b2-k2 g1-b1")
    assert centres(findings) == {"g1"}


def test_a_community_without_any_tie_to_the_others_is_told_by_another_rule() -> None:
    assert found("g1-b1 g2-b2") == []


def test_a_pair_of_members_is_no_community() -> None:
    small = network("g1 g2 g3 g4 k1 k2", "g1-g2 g1-g3 g1-g4 k1-k2 g1-k1")
    assert found("", groups="g1 g2 g3 g4 | k1 k2", snapshot=small) == []


def test_a_network_without_ties_or_without_actors_has_none() -> None:
    assert found("", groups="", snapshot=network("g1 g2")) == []
    assert found("", groups="", snapshot=network("")) == []


def test_sentence_in_both_languages() -> None:
    [finding] = found("g1-b1 g2-b2 g1-k1")
    assert sentence(finding, messages_in("en")).startswith("The 3 members around K2 work mostly among themselves")
    assert "K2 เป็นศูนย์กลาง" in sentence(finding, messages_in("th"))


@pytest.mark.parametrize(("mutual", "rand", "count"), [(0.8, 0.8, 1), (0.79, 0.9, 0), (0.9, 0.79, 0), (1.0, 1.0, 1)])
def test_where_the_borders_are_uncertain_nothing_is_said(mutual: float, rand: float, count: int) -> None:
    snapshot = network(ACTORS, f"{INSIDE} g1-b1 g2-b2 g1-k1")
    measures = in_depth(snapshot, GROUPS)
    unsure = replace(measures.communities, stability=Agreement(mutual, rand))
    told = communities_not_bridged(snapshot, replace(measures, communities=unsure), Thresholds())
    assert len(told) == count


def test_it_is_followed_by_its_centre_however_many_ties_it_has() -> None:
    [one] = found("g1-b1 g2-b2 g1-k1")
    [other] = found("g1-b1 g2-b2 g1-k1 b1-k3")
    assert one.id == other.id


def test_a_linker_in_it_makes_a_pair_major_where_pairs_count() -> None:
    snapshot = network("g1 g2 g3 k1 k2", "g1-g2 g1-g3 k1-k2 g1-k1", linkers=[organisation_linker("k2")])
    thresholds = Thresholds(community_members=2)
    [finding] = communities_not_bridged(snapshot, in_depth(snapshot, "g1 g2 g3 | k1 k2"), thresholds)
    assert finding.severity == "major"
