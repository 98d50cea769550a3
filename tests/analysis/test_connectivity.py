"""Components, articulation points and bridges against networkx and against taking the actor or tie out."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given

from network_service.analysis.connectivity import (
    CutPoint,
    articulation_points,
    bridges,
    components,
    connectedness,
    fragmentation,
)
from network_service.analysis.unknown import TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import cut_off_by_removal, smaller_side_by_removal, undirected
from tests.analysis.networks import network, networks, with_isolate

CHAIN = 20_000


@given(networks())
def test_components_are_those_of_networkx_largest_first(snapshot: Snapshot) -> None:
    expected = sorted(nx.connected_components(undirected(snapshot)), key=lambda part: (-len(part), min(part)))
    assert components(snapshot).parts == tuple(tuple(sorted(part)) for part in expected)


@given(networks(largest=16))
def test_articulation_points_are_those_of_networkx_and_cut_off_whom_removal_cuts_off(snapshot: Snapshot) -> None:
    graph, found = undirected(snapshot), articulation_points(snapshot).points
    assert {point.actor for point in found} == set(nx.articulation_points(graph))
    assert len({point.actor for point in found}) == len(found)
    for point in found:
        assert list(point.cut_off) == sorted(cut_off_by_removal(graph, point.actor))


@given(networks(largest=16))
def test_bridges_are_those_of_networkx_with_the_side_that_removal_leaves_smaller(snapshot: Snapshot) -> None:
    graph, found = undirected(snapshot), bridges(snapshot).bridges
    assert {(bridge.source, bridge.target) for bridge in found} == {tuple(sorted(ends)) for ends in nx.bridges(graph)}
    for bridge in found:
        assert set(bridge.smaller_side) == smaller_side_by_removal(graph, bridge.source, bridge.target)


@given(networks())
def test_those_that_cut_off_most_stand_first(snapshot: Snapshot) -> None:
    points = [(-len(point.cut_off), point.actor) for point in articulation_points(snapshot).points]
    ties = [(-len(tie.smaller_side), tie.source, tie.target) for tie in bridges(snapshot).bridges]
    assert (points, ties) == (sorted(points), sorted(ties))


@given(networks())
def test_an_isolate_is_a_part_of_its_own_and_changes_nothing_else(snapshot: Snapshot) -> None:
    wider = with_isolate(snapshot)
    assert components(wider).parts == (*components(snapshot).parts, (len(snapshot.actors),))
    assert components(wider).isolates == (*components(snapshot).isolates, len(snapshot.actors))
    assert articulation_points(wider).points == articulation_points(snapshot).points
    assert bridges(wider).bridges == bridges(snapshot).bridges


def test_an_empty_network_comes_apart_nowhere() -> None:
    empty = network(0)
    assert (components(empty).parts, articulation_points(empty).points, bridges(empty).bridges) == ((), (), ())


def test_a_pair_has_a_bridge_and_no_articulation_point() -> None:
    pair = network("ab", ["ab"], mutual=True)
    assert articulation_points(pair).points == ()
    (bridge,) = bridges(pair).bridges
    assert (bridge.source, bridge.target, list(bridge.smaller_side)) == (0, 1, [1])


def test_of_two_equal_parts_the_one_with_the_first_actor_stays() -> None:
    (point,) = articulation_points(network("bac", ["ba", "ac"])).points
    assert (point.actor, tuple(point.cut_off)) == (1, (2,))


def test_the_middle_of_a_star_cuts_off_all_but_one() -> None:
    (point,) = articulation_points(network(5, [(4, 0), (4, 1), (4, 2), (4, 3)])).points
    assert point == CutPoint(4, (1, 2, 3))


def test_whom_a_point_cuts_off_behaves_as_the_sequence_it_is() -> None:
    point = articulation_points(network("abcd", ["ab", "bc", "cd", "db"])).points[0]
    assert (point.actor, len(point.cut_off), point.cut_off[0], list(point.cut_off[:1])) == (1, 1, 0, [0])
    assert 0 in point.cut_off
    assert 2 not in point.cut_off
    assert hash(point) == hash(CutPoint(1, (0,)))


def test_a_chain_of_20_000_is_answered_without_listing_what_each_cuts_off() -> None:
    # Listed, these would be 10^8 numbers; each actor in the middle third cuts off thousands.
    chain = network(CHAIN, zip(range(CHAIN - 1), range(1, CHAIN), strict=True))
    points, ties = articulation_points(chain).points, bridges(chain).bridges
    assert len(points) == CHAIN - 2
    assert len(ties) == CHAIN - 1
    assert (points[0].actor, len(points[0].cut_off)) == (CHAIN // 2 - 1, CHAIN // 2 - 1)
    assert list(ties[0].smaller_side) == list(range(CHAIN // 2, CHAIN))


@given(networks())
def test_connectedness_counts_the_pairs_with_a_path(snapshot: Snapshot) -> None:
    graph, one, other = undirected(snapshot), connectedness(snapshot), fragmentation(snapshot)
    pairs = [nx.has_path(graph, a, b) for a, b in combinations(graph, 2)]
    if pairs:
        assert one.value == pytest.approx(sum(pairs) / len(pairs), abs=1e-12)
        assert other.value == pytest.approx(1 - one.value, abs=1e-12)


def test_two_equal_halves_leave_less_than_half_of_the_pairs() -> None:
    halves = network(6, [(0, 1), (1, 2), (3, 4), (4, 5)])
    assert connectedness(halves).value == pytest.approx(6 / 15)
    assert fragmentation(network(4)).value == 1
    assert components(halves).sizes == (3, 3)


@pytest.mark.parametrize("size", [0, 1])
def test_below_two_actors_there_is_no_pair_to_connect(size: int) -> None:
    for found in (connectedness(network(size)), fragmentation(network(size))):
        assert (found.value, found.reason) == (None, TOO_FEW_ACTORS)
