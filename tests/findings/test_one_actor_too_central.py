import pytest

from network_service.findings.finding import Finding
from network_service.findings.one_actor_too_central import one_actor_too_central
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.snapshot.model import Snapshot
from tests.findings.in_depth import in_depth
from tests.findings.networks import network

STAR = "g1-b1 g1-b2 g1-b3 g1-b4"


def found(snapshot: Snapshot, most: float = 0.5) -> list[Finding]:
    return one_actor_too_central(snapshot, in_depth(snapshot), Thresholds(greatest_centralisation=most))


def test_the_centre_of_a_star_is_found_with_all_who_depend_on_it() -> None:
    [finding] = found(network("b1 b2 b3 b4 g1", STAR))
    assert (finding.subjects[0].id, finding.evidence["centralisation"]) == ("g1", 1.0)
    assert (finding.members_affected, finding.severity.value) == (4, "major")


def test_a_ring_depends_on_nobody() -> None:
    assert found(network("g1 g2 g3 g4", "g1-g2 g2-g3 g3-g4 g1-g4")) == []


def test_centralisation_at_the_threshold_is_not_above_it() -> None:
    snapshot = network("b1 b2 b3 b4 g1", STAR)
    value = in_depth(snapshot).betweenness_centralisation.value
    assert value is not None
    assert found(snapshot, value) == []
    assert len(found(snapshot, value - 0.01)) == 1


@pytest.mark.parametrize("actors", ["", "g1", "b1 g1"])
def test_fewer_than_three_have_no_centre(actors: str) -> None:
    assert found(network(actors)) == []


def test_sentence_in_both_languages() -> None:
    [finding] = found(network("b1 b2 b3 b4 g1", STAR))
    assert "depends too much on G1, who lies on 100%" in sentence(finding, messages_in("en"))
    assert "พึ่งพา G1 มากเกินไป" in sentence(finding, messages_in("th"))
