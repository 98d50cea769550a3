"""Which two actors are proposed, rule by rule, on networks small enough to choose by hand."""

from collections.abc import Callable

from network_service.findings.closing.ground import Ground
from network_service.findings.closing.joining import tie_that_closes
from network_service.findings.communities_not_bridged import communities_not_bridged
from network_service.findings.finding import Finding
from network_service.findings.isolate import isolate
from network_service.findings.linker_not_acting import linker_not_acting
from network_service.findings.linker_not_brokering import linker_not_brokering
from network_service.findings.manager_reach_too_short import manager_reach_too_short
from network_service.findings.one_actor_too_central import one_actor_too_central
from network_service.findings.sector_pair_too_thin import sector_pair_too_thin
from network_service.findings.sector_pair_without_ties import sector_pair_without_ties
from network_service.findings.sector_without_linker import sector_without_linker
from network_service.findings.single_point_of_failure import single_point_of_failure
from network_service.findings.split_component import split_component
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Manager, Snapshot
from tests.findings.in_depth import InDepth, in_depth
from tests.findings.networks import network, organisation_linker, person_linker

Rule = Callable[[Snapshot, InDepth, Thresholds], list[Finding]]
LOOSELY = Thresholds(cut_off_share=1.0, thin_pair_expected=1.0)


def ties(rule: Rule, snapshot: Snapshot, groups: str = "", thresholds: Thresholds = LOOSELY) -> list[str]:
    """What is proposed for each finding of a rule, as `g1-b1`; `-` where nothing is."""
    measures = in_depth(snapshot, groups)
    ground = Ground(snapshot, measures, thresholds)
    told = []
    for finding in rule(snapshot, measures, thresholds):
        ends = tie_that_closes(finding, ground)
        told.append("-".join(snapshot.actors.ids[end] for end in ends or ()) or "-")
    return told


BROKERS = "b1-g1 g1-k1 g1-k2 b1-b2 b2-k3"
"""Two ways lead through g1, from business to community; one through b2, from its own sector to community."""


def test_an_isolate_goes_to_the_broker_of_its_own_sector() -> None:
    assert ties(isolate, network("b1 b2 b3 g1 k1 k2 k3", BROKERS)) == ["b3-b2"]


def test_where_its_own_sector_has_no_broker_it_goes_to_that_of_another() -> None:
    assert ties(isolate, network("a1 b1 b2 g1 k1 k2 k3", BROKERS)) == ["a1-g1"]


def test_an_isolate_is_not_led_to_whom_many_hang_on_already() -> None:
    # Without g1 two of seven are cut off, k1 and k2; without b2 one, k3.
    careful = Thresholds(cut_off_share=0.25)
    assert ties(isolate, network("a1 b1 b2 g1 k1 k2 k3", BROKERS), thresholds=careful) == ["a1-b2"]


def test_a_part_is_joined_within_the_sector_that_both_have() -> None:
    snapshot = network("b1 b2 g1 g2 g3 k8 k9 v1", "b1-g1 g1-g2 g2-g3 g3-v1 b2-k8 k8-k9")
    assert ties(split_component, snapshot) == ["b2-b1"]


def test_without_a_shared_sector_the_best_placed_of_both_are_joined() -> None:
    snapshot = network("g1 g2 g3 k1 k2", "g1-g2 g2-g3 k1-k2")
    assert ties(split_component, snapshot) == ["k1-g2"]


def test_of_two_equally_large_parts_one_is_joined_to_the_other() -> None:
    assert ties(split_component, network("g1 g2 k1 k2", "g1-g2 k1-k2")) == ["k1-g1"]


def test_two_sectors_are_joined_by_their_best_placed_who_are_not_tied() -> None:
    assert ties(sector_pair_without_ties, network("g1 g2 k1 k2", "g1-g2 k1-k2")) == ["g1-k1"]
    thin = network("g1 g2 g3 k1 k2 k3", "g1-g2 g1-g3 g2-g3 k1-k2 k1-k3 k2-k3 g1-k1")
    assert ties(sector_pair_too_thin, thin) == ["g1-k2"]


def test_a_single_point_is_made_up_for_by_its_neighbours() -> None:
    assert ties(single_point_of_failure, network("g1 g2 g3", "g1-g2 g2-g3")) == ["g1-g3"]
    assert ties(one_actor_too_central, network("g1 g2 g3", "g1-g2 g2-g3")) == ["g1-g3"]


def test_a_linker_who_does_not_act_goes_to_the_best_placed_of_another_sector() -> None:
    snapshot = network("g1 g2 k1 k2", "g1-g2 k1-k2 k2-g2", linkers=[person_linker("p", "g1")])
    assert ties(linker_not_acting, snapshot) == ["g1-k2"]


def test_where_the_actor_of_a_linker_is_not_known_nothing_is_proposed() -> None:
    nobody = [person_linker("p", None), person_linker("q", "g9"), person_linker("r", "x1")]
    assert ties(linker_not_acting, network("b1 g1 x1", "g1-b1 x1-b1", linkers=nobody)) == ["-", "-", "-"]


def test_a_linker_who_does_not_broker_goes_to_whom_its_partner_does_not_know() -> None:
    # k1 is tied to the partner b1 already, b2 is of the partner's sector: a way across begins with g2 or k2.
    snapshot = network("b1 b2 g1 k1 k2", "g1-b1 b1-k1 k1-k2 b2-k1", linkers=[organisation_linker("g1")])
    assert ties(linker_not_brokering, snapshot) == ["g1-k2"]


def test_a_manager_goes_to_whom_most_of_those_farther_away_are_tied() -> None:
    lead = Manager("m", "คุณเอ็ม", "n", "lead", "g1", "state")
    snapshot = network("g1 g2 g3 k1 k2 k3 v1", "g1-g2 g2-g3 g3-k1 k1-k2 k1-k3", managers=[lead])
    assert ties(manager_reach_too_short, snapshot) == ["g1-k1"]


def test_a_manager_who_is_a_linker_for_another_actor_goes_from_the_managed_one() -> None:
    lead = Manager("m", "คุณเอ็ม", "n", "lead", "g1", "state")
    snapshot = network("b1 g1 g2 g3", "g2-g3", linkers=[person_linker("m", "b1")], managers=[lead])
    assert ties(manager_reach_too_short, snapshot) == ["g1-g2"]


def test_a_community_gets_a_second_tie_to_the_one_it_is_joined_with() -> None:
    actors, inside = "b1 b2 b3 g1 g2 g3 g4", "g1-g2 g1-g3 g1-g4 b1-b2 b2-b3"
    snapshot = network(actors, f"{inside} g1-b2")
    assert ties(communities_not_bridged, snapshot, "g1 g2 g3 g4 | b1 b2 b3") == ["b2-g2"]


def test_what_asks_for_no_tie_gets_none() -> None:
    assert ties(sector_without_linker, network("g1 g2", "g1-g2")) == ["-"]
