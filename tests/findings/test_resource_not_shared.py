import pytest

from network_service.findings.finding import Finding
from network_service.findings.resource_not_shared import resource_not_shared
from network_service.process.situation import Situation
from network_service.snapshot.affairs.actors import PersonAffairs
from network_service.snapshot.affairs.collaboration import Flow
from tests.findings.affairs import found, told
from tests.process.hand import NET, actor, linker, situation


def province(ties: str, *flows: Flow, offers: str = "place", needs: str = "place", **affairs: object) -> Situation:
    """The community k1 in need and the state's g1 that offers, with b1 and v1 between."""
    actors = [actor("b1"), actor("g1", offers=(offers,)), actor("k1", needs=(needs,)), actor("v1")]
    return situation("b1 g1 k1 v1", ties, actors=actors, flows=flows, **affairs)  # type: ignore[arg-type]


def only(situation: Situation) -> Finding:
    [finding] = found(resource_not_shared, situation)
    return finding


@pytest.mark.parametrize(("ties", "count"), [("k1-g1", 1), ("k1-b1 b1-g1", 1), ("k1-b1 b1-v1 v1-g1", 0), ("", 0)])
def test_two_steps_are_close_by_and_three_are_not(ties: str, count: int) -> None:
    assert len(found(resource_not_shared, province(ties))) == count


def test_how_far_away_and_of_whom_is_said() -> None:
    finding = only(province("k1-b1 b1-g1"))
    assert (finding.evidence["in_need"], finding.evidence["offered_by"]) == (("k1",), ("g1",))
    assert [(subject.kind, subject.id) for subject in finding.subjects] == [("resource_kind", "place")]
    assert "ภาคีสมาชิก 1 รายต้องการสถานที่" in told(finding, "th")
    assert "1 member needs a resource, place, that another within two steps offers" in told(finding, "en")
    assert (finding.severity.value, finding.members_affected) == ("minor", 1)


def test_those_in_need_of_one_kind_are_told_together_each_with_who_is_closest() -> None:
    actors = [actor("g1", offers=("place",)), actor("g2", offers=("place",))]
    actors += [actor(f"k{number}", needs=("place",)) for number in range(1, 8)]
    ties = " ".join(f"k{number}-g2" for number in range(1, 8))
    finding = only(situation("g1 g2 k1 k2 k3 k4 k5 k6 k7", f"g1-g2 {ties}", actors=actors))
    assert (finding.members_affected, finding.severity.value) == (7, "major")
    assert set(finding.evidence["offered_by"]) == {"g2"}, "g1 is two steps away, g2 one"  # type: ignore[arg-type]
    assert "K1 – G2, K2 – G2, K3 – G2, K4 – G2, K5 – G2 and 2 more" in told(finding, "en")


def test_a_linker_in_need_is_major() -> None:
    assert only(province("k1-g1", linkers=[linker("k1")])).severity.value == "major"


def test_another_kind_does_not_meet_the_need() -> None:
    assert found(resource_not_shared, province("k1-g1", needs="budget")) == []


def test_what_flows_to_the_one_in_need_or_to_the_whole_network_is_shared() -> None:
    assert found(resource_not_shared, province("k1-g1", Flow("g1", "k1", "place", None))) == []
    assert found(resource_not_shared, province("k1-g1", Flow("g1", NET, "place", None))) == []


def test_what_flows_elsewhere_of_another_kind_or_the_other_way_is_not() -> None:
    elsewhere = (Flow("g1", "b1", "place", None), Flow("g1", "k1", "budget", None), Flow("k1", "g1", "place", None))
    assert len(found(resource_not_shared, province("k1-g1", *elsewhere))) == 1


def test_a_person_shares_for_the_actor_it_speaks_for() -> None:
    people = [PersonAffairs("p", "คุณ p", "g1", None), PersonAffairs("q", "คุณ q", None, None)]
    flows = (Flow("q", "k1", "place", None), Flow("p", "k1", "place", None))
    assert found(resource_not_shared, province("k1-g1", *flows, people=people)) == []
    assert len(found(resource_not_shared, province("k1-g1", flows[0], people=people))) == 1


def test_nobody_offers_to_itself_and_each_offer_is_judged_alone() -> None:
    actors = [actor("g1", offers=("place",)), actor("g2", offers=("place",)), actor("k1", needs=("place",))]
    own = [actor("k1", needs=("place",), offers=("place",)), actor("g1")]
    assert found(resource_not_shared, situation("g1 k1", "g1-k1", actors=own)) == []
    shared = situation("g1 g2 k1", "g1-k1 g2-k1", actors=actors, flows=[Flow("g1", "k1", "place", None)])
    assert only(shared).evidence["offered_by"] == ("g2",)


def test_who_is_no_member_neither_offers_nor_needs() -> None:
    actors = [actor("g1", offers=("place",)), actor("k1", needs=("place",))]
    assert found(resource_not_shared, situation("g1 b1", "g1-b1", actors=[*actors, actor("b1")])) == []
    assert found(resource_not_shared, situation("k1 b1", "k1-b1", actors=[*actors, actor("b1")])) == []
