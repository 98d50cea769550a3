"""Who is missed: removals, the weakest point and the best stand-in, each found once more by trying."""

from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.analysis.condition import Condition, Remaining
from network_service.analysis.example import eight_actors
from network_service.analysis.removal import removal
from network_service.analysis.stand_in import best_stand_in
from network_service.analysis.unknown import NO_TIE, NOBODY_CUT_OFF, TOO_FEW_ACTORS
from network_service.analysis.weakest_point import weakest_point
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import cut_off_by_removal, undirected
from tests.analysis.networks import network, networks, permuted, with_isolate
from tests.trials import trials

small = settings(max_examples=trials(60, 1_000), deadline=None)


def efficiency(graph: nx.Graph) -> float | None:
    return float(nx.global_efficiency(graph)) if len(graph) > 1 else None


def without(graph: nx.Graph, *actors: int) -> nx.Graph:
    return graph.subgraph(set(graph) - set(actors)).copy()


def place(snapshot: Snapshot, name: str) -> int:
    return snapshot.actors.names.index(name)


@small
@given(networks(), st.sets(st.integers(0, 11), max_size=5))
def test_the_condition_is_that_of_the_network_without_them(snapshot: Snapshot, gone: set[int]) -> None:
    gone = {actor for actor in gone if actor < len(snapshot.actors)}
    graph, found = without(undirected(snapshot), *gone), removal(snapshot, gone)
    parts = [len(part) for part in nx.connected_components(graph)]
    pairs = len(graph) * (len(graph) - 1)
    assert found.after == Condition(
        actors=len(graph),
        ties=graph.number_of_edges(),
        components=len(parts),
        largest_component=max(parts, default=0),
        reachability=pytest.approx(sum(part * (part - 1) for part in parts) / pairs, abs=1e-9) if pairs else None,
        efficiency=pytest.approx(efficiency(graph), abs=1e-9) if pairs else None,
    )
    assert found.before == removal(snapshot, []).after
    assert found.reason == (TOO_FEW_ACTORS if not pairs and len(snapshot.actors) else None)


@small
@given(networks(largest=9))
def test_one_actor_cuts_off_whom_it_does_as_an_articulation_point(snapshot: Snapshot) -> None:
    graph = undirected(snapshot)
    for actor in graph:
        assert set(removal(snapshot, [actor]).cut_off) == cut_off_by_removal(graph, actor)


def test_two_together_cut_off_what_neither_does_alone() -> None:
    ring = network(6, nx.cycle_graph(6).edges)
    assert removal(ring, [0]).cut_off == ()
    assert removal(ring, [0, 2]).cut_off == (1,)
    assert removal(ring, [0, 3]).cut_off == (4, 5)


def test_eight_actors_without_two_of_them() -> None:
    # The golden vector, computed by two independent programs.
    snapshot = eight_actors()
    found = removal(snapshot, [place(snapshot, "g1")])
    assert found.after.efficiency == pytest.approx(0.432540, abs=5e-7)
    assert found.efficiency_ratio == pytest.approx(0.7289, abs=5e-5)
    assert removal(snapshot, [place(snapshot, "c2")]).after.efficiency == pytest.approx(0.404762, abs=5e-7)


def test_a_ratio_is_known_only_where_there_was_something_to_lose() -> None:
    assert removal(network(3), [0]).efficiency_ratio is None
    assert removal(network("ab", ["ab"]), [0]).efficiency_ratio is None
    assert removal(with_isolate(network("abc", ["ab", "bc", "ac"])), [3]).efficiency_ratio == pytest.approx(2)


@small
@given(networks(largest=10), st.integers(0, 3))
def test_the_weakest_point_is_found_though_not_all_are_tried(snapshot: Snapshot, most_between: int) -> None:
    graph = undirected(snapshot)
    between = nx.betweenness_centrality(graph, normalized=False) if len(graph) else {}
    looked_at = set(nx.articulation_points(graph))
    looked_at |= set(sorted(graph, key=lambda actor: (-round(between[actor], 9), actor))[: most_between + 1])
    found = weakest_point(snapshot, most_between=most_between + 1)
    if len(graph) < 3 or not graph.number_of_edges():
        known = (NO_TIE if len(graph) > 2 else TOO_FEW_ACTORS) if len(graph) else None
        assert (found.value, found.actor, found.of_all, found.reason) == (None, None, False, known)
        return
    ratios = {actor: nx.global_efficiency(without(graph, actor)) / nx.global_efficiency(graph) for actor in graph}
    assert found.value == pytest.approx(min(ratios[actor] for actor in looked_at), abs=1e-9)
    assert found.actor is not None
    assert ratios[found.actor] == pytest.approx(found.value, abs=1e-9)
    if found.of_all:
        assert min(ratios.values()) >= (found.value or 0) - 1e-9


def test_the_weakest_of_eight_actors() -> None:
    # The golden vector: c2, ratio .6820.
    snapshot = eight_actors()
    found = weakest_point(snapshot)
    assert (found.actor, found.value, found.of_all) == (place(snapshot, "c2"), pytest.approx(0.682, abs=5e-5), True)


def test_of_equally_weak_points_the_first_counts() -> None:
    found = weakest_point(network(6, nx.cycle_graph(6).edges))
    assert (found.actor, found.of_all) == (0, True)


def test_a_star_hangs_on_its_middle() -> None:
    found = weakest_point(network(7, nx.star_graph(6).edges))
    assert (found.value, found.actor, found.of_all) == (0.0, 0, True)


@small
@given(networks(largest=10))
def test_no_tie_between_neighbours_restores_more(snapshot: Snapshot) -> None:
    graph = undirected(snapshot)
    for actor in graph:
        rest, found = without(graph, actor), best_stand_in(snapshot, actor)
        part = {member: number for number, members in enumerate(nx.connected_components(rest)) for member in members}
        pairs = [(a, b) for a, b in combinations(sorted(graph[actor]), 2) if part[a] != part[b]]
        assert found.without.efficiency == (pytest.approx(efficiency(rest)) if len(rest) > 1 else None)
        if not pairs:
            assert (found.ends, found.restored, found.reason) == (None, 0, NOBODY_CUT_OFF)
            assert found.with_tie == found.without
            continue
        after = {}
        for pair in pairs:
            joined = rest.copy()
            joined.add_edge(*pair)
            after[pair] = nx.global_efficiency(joined)
        best = max(after.values())
        assert found.with_tie.efficiency == pytest.approx(best, abs=1e-9)
        assert found.ends == min(pair for pair in pairs if after[pair] > best - 1e-9)
        size = len(rest) * (len(rest) - 1) / 2
        assert found.with_tie.reachability == pytest.approx((found.without.reachability or 0) + found.restored / size)


def test_a_star_of_thousands_is_no_longer_than_its_leaves() -> None:
    found = best_stand_in(network(3_001, nx.star_graph(3_000).edges), 0)
    assert (found.ends, found.restored, found.without.components) == ((1, 2), 1, 3_000)


def test_progress_is_told_and_stops_the_search() -> None:
    snapshot, told = eight_actors(), []
    weakest_point(snapshot, progress=lambda done, of: told.append((done, of)))
    assert told == [(done, 8) for done in range(1, 9)]
    told.clear()
    best_stand_in(snapshot, place(snapshot, "g1"), progress=lambda done, of: told.append((done, of)))
    assert told == [(done, 4) for done in range(1, 5)]

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    for measure in (weakest_point, lambda shown, progress: best_stand_in(shown, 3, progress=progress)):
        with pytest.raises(KeyboardInterrupt):
            measure(snapshot, progress=stop)


def test_what_remains_keeps_its_numbers() -> None:
    left = Remaining.of(4, network("abcd", ["ab", "cd", "bd"]).undirected, [1])
    assert (left.kept, left.parts()) == ((0, 2, 3), [[2, 3], [0]])


@small
@given(networks(largest=8), st.randoms(use_true_random=False))
def test_in_which_order_the_actors_stand_changes_no_figure(snapshot: Snapshot, chance: Random) -> None:
    order = list(range(len(snapshot.actors)))
    chance.shuffle(order)
    other = permuted(snapshot, order)
    assert weakest_point(other).value == pytest.approx(weakest_point(snapshot).value, abs=1e-9)
    for now, before in enumerate(order):
        one, same = best_stand_in(snapshot, before), best_stand_in(other, now)
        assert same.with_tie.efficiency == pytest.approx(one.with_tie.efficiency, abs=1e-9)
        assert len(removal(other, [now]).cut_off) == len(removal(snapshot, [before]).cut_off)
