"""Reach, eccentricity, average path length, diameter and efficiency: networkx, plain loops, laws and borders."""

from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.closeness import distances, distances_weighted
from network_service.analysis.sectors import Share
from network_service.analysis.unknown import FEW_STRENGTHS, NO_TIE, TOO_FEW_ACTORS, WITHOUT_TIES
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted, with_isolate


def lengths_of(graph: nx.Graph, weight: str | None = None) -> dict[tuple[int, int], float]:
    """Distances by pair, from networkx."""
    if weight is None:
        found = dict(nx.all_pairs_shortest_path_length(graph))
    else:
        found = dict(nx.all_pairs_dijkstra_path_length(graph, weight=weight))
    return {(a, b): found[a][b] for a, b in combinations(graph, 2) if b in found[a]}


@given(networks())
def test_agrees_with_networkx(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    if size < 2:
        return
    graph, found = undirected(snapshot), distances(snapshot)
    pairs = lengths_of(graph)
    assert found.lengths.global_efficiency.value == pytest.approx(nx.global_efficiency(graph), abs=1e-9)
    assert found.lengths.average_path_length.connected == Share(len(pairs), size * (size - 1) // 2)
    if pairs:
        assert found.lengths.average_path_length.value == pytest.approx(sum(pairs.values()) / len(pairs), abs=1e-9)
        assert found.lengths.diameter.value == max(pairs.values())
    for actor, far in enumerate(found.eccentricity.values):
        part = graph.subgraph(nx.node_connected_component(graph, actor))
        assert far == (nx.eccentricity(part, actor) if len(part) > 1 else None)


@given(networks(), st.sampled_from([2, 3, 4]))
def test_reach_counts_whom_networkx_finds_in_so_many_steps(snapshot: Snapshot, steps: int) -> None:
    size = len(snapshot.actors)
    if size > 1:
        graph, found = undirected(snapshot), distances(snapshot, steps=steps).reach
        near = [len(nx.single_source_shortest_path_length(graph, actor, steps)) - 1 for actor in graph]
        assert found.values == pytest.approx([count / (size - 1) for count in near], abs=1e-9)
        assert (found.method.measure, found.method.parameters) == (f"reach_{steps}", {"steps": steps})


@given(networks())
def test_weighted_agrees_with_networkx(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    if size < 2 or (snapshot.strength_cover() or 0) < 0.6:
        return
    graph, found = undirected(snapshot), distances_weighted(snapshot)
    pairs = lengths_of(graph, "length")
    assert found.lengths.average_path_length.value == pytest.approx(sum(pairs.values()) / len(pairs), abs=1e-9)
    assert found.lengths.diameter.value == pytest.approx(max(pairs.values()), abs=1e-9)
    efficiency = 2 * sum(1 / length for length in pairs.values()) / (size * (size - 1))
    assert found.lengths.global_efficiency.value == pytest.approx(efficiency, abs=1e-9)
    for actor, far in enumerate(found.eccentricity.values):
        own = [length for ends, length in pairs.items() if actor in ends]
        assert far == (pytest.approx(max(own), abs=1e-9) if own else None)


@given(networks(), st.randoms(use_true_random=False))
def test_does_not_depend_on_the_order_of_the_actors(snapshot: Snapshot, random: Random) -> None:
    order = list(range(len(snapshot.actors)))
    random.shuffle(order)
    here, there = distances(snapshot), distances(permuted(snapshot, order))
    for before, after in ((here.reach, there.reach), (here.eccentricity, there.eccentricity)):
        assert after.values == tuple(before.values[old] for old in order)
    assert there.lengths.diameter.value == here.lengths.diameter.value
    assert there.lengths.average_path_length.value == here.lengths.average_path_length.value
    assert there.lengths.global_efficiency.value == pytest.approx(here.lengths.global_efficiency.value, abs=1e-12)


@given(networks())
def test_an_isolate_has_no_eccentricity_and_lengthens_nothing(snapshot: Snapshot) -> None:
    here, wider = distances(snapshot), distances(with_isolate(snapshot))
    if len(snapshot.actors):
        assert wider.eccentricity.values == (*here.eccentricity.values, None)
        assert wider.eccentricity.reason == WITHOUT_TIES
        assert wider.reach.values[-1] == 0
    assert wider.lengths.diameter.value == here.lengths.diameter.value
    assert wider.lengths.average_path_length.value == here.lengths.average_path_length.value
    assert wider.lengths.diameter.connected.present == here.lengths.diameter.connected.present


@given(networks())
def test_efficiency_is_the_mean_of_harmonic_closeness_and_reach_grows_with_the_steps(snapshot: Snapshot) -> None:
    size = len(snapshot.actors)
    if size > 1:
        two, three = distances(snapshot), distances(snapshot, steps=3)
        mean = sum(value or 0 for value in two.harmonic.values) / size
        assert two.lengths.global_efficiency.value == pytest.approx(mean, abs=1e-12)
        assert all(a <= b for a, b in zip(two.reach.values, three.reach.values, strict=True))


def test_known_shapes() -> None:
    complete = distances(network(5, [(a, b) for a, b in combinations(range(5), 2)]))
    assert (complete.lengths.diameter.value, complete.lengths.global_efficiency.value) == (1, 1)
    star = distances(network("abcd", ["ab", "ac", "ad"]))
    assert star.eccentricity.values == (1, 2, 2, 2)
    assert star.lengths.average_path_length.value == pytest.approx((3 * 1 + 3 * 2) / 6)
    path = distances(network(6, [(place, place + 1) for place in range(5)]))
    assert path.eccentricity.values == (5, 4, 3, 3, 4, 5)
    assert path.reach.values == (2 / 5, 3 / 5, 4 / 5, 4 / 5, 3 / 5, 2 / 5)


def test_a_path_too_long_for_the_first_engine_is_measured_by_the_next() -> None:
    found = distances(network(100, [(place, place + 1) for place in range(99)]))
    assert found.lengths.diameter.value == 99
    assert found.lengths.average_path_length.value == pytest.approx(101 / 3)
    assert found.reach.values[50] == 4 / 99


def test_without_a_tie_no_way_has_a_length() -> None:
    lengths = distances(network(3)).lengths
    assert (lengths.diameter.value, lengths.diameter.reason) == (None, NO_TIE)
    assert (lengths.average_path_length.value, lengths.average_path_length.reason) == (None, NO_TIE)
    assert (lengths.global_efficiency.value, lengths.global_efficiency.reason) == (0, None)
    assert lengths.diameter.connected == Share(0, 3)


@pytest.mark.parametrize("size", [0, 1])
def test_alone_nothing_is_known(size: int) -> None:
    found = distances(network(size))
    assert found.reach.values == found.eccentricity.values == (None,) * size
    assert found.reach.reason == found.eccentricity.reason == (TOO_FEW_ACTORS if size else None)
    for measure in (found.lengths.average_path_length, found.lengths.diameter, found.lengths.global_efficiency):
        assert (measure.value, measure.reason) == (None, TOO_FEW_ACTORS)


def test_weighted_is_not_known_without_strengths_but_who_is_connected_is() -> None:
    found = distances_weighted(network("abcd", ["ab", "bc"]))
    assert (found.eccentricity.values, found.eccentricity.reason) == ((None,) * 4, FEW_STRENGTHS)
    for measure in (found.lengths.average_path_length, found.lengths.diameter, found.lengths.global_efficiency):
        assert (measure.value, measure.reason) == (None, FEW_STRENGTHS)
    assert found.lengths.diameter.connected == Share(3, 6)
    assert found.lengths.diameter.method.measure == "diameter_weighted"


def test_reach_is_told_for_few_steps_only() -> None:
    with pytest.raises(ValueError, match="steps"):
        distances(network(3), steps=7)
