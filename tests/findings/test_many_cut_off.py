from itertools import pairwise

import pytest

from network_service.findings.closing.effect import Effects
from network_service.findings.closing.ground import Ground
from network_service.findings.finding import Finding
from network_service.findings.many_cut_off import many_cut_off
from network_service.findings.split_component import split_component
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import measured, network


def beside(main: int, *others: int) -> Snapshot:
    """A chain of state offices, and chains of companies apart from it; one of one actor is an isolate."""
    sizes = {"g": main, **{f"b{place}": size for place, size in enumerate(others)}}
    ids = {one: [f"{one}-{number}".replace("-", "_") for number in range(size)] for one, size in sizes.items()}
    ties = [f"{one}-{other}" for chain in ids.values() for one, other in pairwise(chain)]
    return network(" ".join(one for chain in ids.values() for one in chain), " ".join(ties))


def found(snapshot: Snapshot, **numbers: float) -> list[Finding]:
    return many_cut_off(snapshot, measured(snapshot), Thresholds(**numbers))  # type: ignore[arg-type]


def test_isolates_and_small_groups_count_together_and_are_one_critical_finding() -> None:
    [finding] = found(beside(20, 1, 1, 2))
    assert (finding.severity.value, finding.members_affected) == ("critical", 4)
    assert finding.evidence["share"] == pytest.approx(4 / 24)
    assert (finding.evidence["outside_alone"], finding.evidence["outside_groups"]) == (2, 1)


def test_a_tenth_of_the_actors_is_not_yet_many() -> None:
    assert found(beside(18, 1, 1)) == []
    assert len(found(beside(17, 1, 1))) == 1
    assert found(beside(17, 1, 1), cut_off_share=0.2) == []


def test_one_large_group_and_a_single_actor_are_told_by_their_own_rules() -> None:
    group = beside(17, 3, 1)
    assert found(group) == []
    assert [one.severity.value for one in split_component(group, measured(group), Thresholds())] == ["critical"]
    assert found(beside(4, 1)) == []


def test_while_no_tie_is_recorded_nobody_is_cut_off() -> None:
    assert found(network("g1 g2 g3")) == []
    assert found(network("")) == []


def test_it_is_one_matter_whoever_is_outside() -> None:
    assert found(beside(20, 1, 1, 1))[0].id == found(beside(20, 2, 2))[0].id


def test_sentence_in_both_languages() -> None:
    [finding] = found(beside(20, 1, 1, 2))
    assert sentence(finding, messages_in("en")).startswith(
        "4 of the 24 members (16.7%) are not connected to the main part of the network, which has 20:"
    )
    assert "สมาชิก 4 ราย จาก 24 ราย (ร้อยละ 16.7)" in sentence(finding, messages_in("th"))


def test_no_single_tie_closes_it_so_that_none_is_proposed() -> None:
    snapshot = beside(20, 1, 1, 2)
    measures = in_depth(snapshot)
    [finding] = many_cut_off(snapshot, measures, Thresholds())
    assert Effects(Ground(snapshot, measures, Thresholds())).of(finding) is None
