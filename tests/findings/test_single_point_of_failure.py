from typing import Any

from network_service.analysis.example import eight_actors
from network_service.findings.finding import Finding
from network_service.findings.single_point_of_failure import single_point_of_failure
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot
from tests.findings.networks import measured, network, organisation_linker

RING = [f"g{number:02}" for number in range(27)]


def ringed(more: str, ties: str, **parts: list[Any]) -> Snapshot:
    """A ring of 27 state offices, none of which anything hangs on, and what is tied to it."""
    ring = " ".join(f"{one}-{other}" for one, other in zip(RING, [*RING[1:], RING[0]], strict=True))
    return network(" ".join(sorted([*more.split(), *RING])), f"{ring} {ties}", **parts)


def found(snapshot: Snapshot, thresholds: Thresholds | None = None) -> dict[str, Finding]:
    findings = single_point_of_failure(snapshot, measured(snapshot), thresholds or Thresholds())
    return {finding.subjects[0].id: finding for finding in findings}


def test_the_published_example_hangs_on_three_actors() -> None:
    findings = found(eight_actors())
    told = {actor: (found.parameters["names"], found.evidence["sectors_cut_off"]) for actor, found in findings.items()}
    assert told == {
        "g1": (("b1",), ("business",)),
        "c2": (("k1", "k2"), ("community",)),
        "k1": (("k2",), ("community",)),
    }


def test_a_ring_a_pair_and_an_empty_network_have_no_single_point() -> None:
    assert found(ringed("", "")) == {}
    assert found(network("g1 g2", "g1-g2")) == {}
    assert found(network("")) == {}


def test_who_is_cut_off_is_counted_besides_the_actor_itself() -> None:
    findings = found(ringed("b1 b2", "g00-b1 g00-b2"))
    assert findings.keys() == {"g00"}
    assert (findings["g00"].members_affected, findings["g00"].evidence["cut_off"]) == (2, 2)
    assert findings["g00"].evidence["share"] == 2 / 29


def test_a_tenth_cut_off_is_not_yet_critical_and_more_is() -> None:
    tenth = found(ringed("c1 c2 c3", "g00-c1 g00-c2 g00-c3"))["g00"]
    assert (tenth.evidence["share"], tenth.severity.value) == (0.1, "major")
    assert found(ringed("c1 c2 c3 c4", "g00-c1 g00-c2 g00-c3 g00-c4"))["g00"].severity == "critical"


def test_below_three_it_is_minor_unless_the_actor_is_a_linker() -> None:
    assert found(ringed("c1 c2", "g00-c1 g00-c2"))["g00"].severity == "minor"
    linked = ringed("c1 c2", "g00-c1 g00-c2", linkers=[organisation_linker("g00")])
    assert found(linked)["g00"].severity == "major"


def test_a_required_sector_that_hangs_on_one_actor_fails_step_2() -> None:
    finding = found(ringed("b1 b2", "g00-b1 g00-b2"))["g00"]
    assert (finding.severity.value, finding.case) == ("critical", "whole_sector")
    assert finding.evidence["gate"] == "identify_linkers"


def test_a_sector_can_hang_on_its_own_member() -> None:
    finding = found(ringed("b1 b2 b3", "g00-b1 g13-b1 b1-b2 b1-b3"))["b1"]
    assert finding.case == "whole_sector"


def test_a_sector_with_another_member_left_does_not_hang_on_it() -> None:
    finding = found(ringed("b1 b2", "g00-b1 g05-b2 g06-b2"))["g00"]
    assert (finding.severity.value, finding.case) == ("minor", None)


def test_while_the_sector_of_somebody_left_is_not_known_no_sector_is_said_to_hang_on_it() -> None:
    finding = found(ringed("b1 x1", "g00-b1 g05-x1 g06-x1"))["g00"]
    assert (finding.severity.value, finding.case) == ("minor", None)
    unknown_too = found(ringed("b1 x1", "g00-b1 g00-x1"))["g00"]
    assert unknown_too.evidence["sectors_cut_off"] == ("business",)


def test_names_are_listed_in_dictionary_order_up_to_a_bound_and_the_rest_counted() -> None:
    leaves = [f"c{number}" for number in range(8)]
    finding = found(ringed(" ".join(leaves), " ".join(f"g00-{leaf}" for leaf in leaves)))["g00"]
    assert finding.parameters["names"] == ("C0", "C1", "C2", "C3", "C4")
    assert finding.parameters["names_more"] == 3
    exactly = found(ringed("c0 c1", "g00-c0 g00-c1"), Thresholds(names_listed=2))["g00"]
    assert (exactly.parameters["names"], exactly.parameters["names_more"]) == (("C0", "C1"), 0)
