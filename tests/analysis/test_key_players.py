"""Key players: every set tried by hand on small networks, shapes of known answer, and bounds that hold."""

from itertools import combinations
from math import comb
from random import Random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.analysis.fragmenting import fewest_pairs, pairs_joined
from network_service.analysis.key_players import key_players_fragmentation, key_players_reach
from network_service.analysis.unknown import TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks, permuted
from tests.trials import trials

small = settings(max_examples=trials(60, 1_000), deadline=None)


def pairs_without(graph: nx.Graph, actors: tuple[int, ...]) -> int:
    rest = graph.subgraph(set(graph) - set(actors))
    return sum(comb(len(part), 2) for part in nx.connected_components(rest))


def reached_from(graph: nx.Graph, actors: tuple[int, ...], steps: int) -> int:
    near = set().union(*(nx.single_source_shortest_path_length(graph, actor, cutoff=steps) for actor in actors))
    return len(near - set(actors))


@small
@given(networks())
def test_one_walk_says_what_each_absence_leaves(snapshot: Snapshot) -> None:
    graph, size = undirected(snapshot), len(snapshot.actors)
    assert pairs_joined(size, snapshot.undirected) == [pairs_without(graph, (actor,)) for actor in graph]
    if size > 2:
        beside = pairs_joined(size, snapshot.undirected, [1])
        assert beside == [pairs_without(graph, (1, actor)) for actor in graph]


@small
@given(networks(largest=9), st.integers(1, 3))
def test_no_set_fragments_more_than_the_one_found(snapshot: Snapshot, count: int) -> None:
    graph, found = undirected(snapshot), key_players_fragmentation(snapshot, count=count)
    others = len(graph) - count
    if others < 2:
        assert (found.actors, found.value, found.bound, found.reason) == ((), None, None, TOO_FEW_ACTORS)
        return
    fewest = min(pairs_without(graph, actors) for actors in combinations(graph, count))
    assert found.value == pytest.approx(1 - fewest / comb(others, 2), abs=1e-9)
    assert found.exact
    assert pairs_without(graph, found.actors) == fewest
    assert found.before == pytest.approx(1 - pairs_without(graph, ()) / comb(len(graph), 2), abs=1e-9)
    assert fewest_pairs(len(graph), snapshot.undirected, count) <= fewest


@small
@given(networks(largest=9), st.integers(1, 3), st.integers(1, 3))
def test_no_set_reaches_more_than_the_one_found(snapshot: Snapshot, count: int, steps: int) -> None:
    graph, found = undirected(snapshot), key_players_reach(snapshot, count=count, steps=steps)
    others = len(graph) - count
    if others < 1:
        assert (found.actors, found.value, found.reason) == ((), None, TOO_FEW_ACTORS)
        return
    most = max(reached_from(graph, actors, steps) for actors in combinations(graph, count))
    assert found.value == pytest.approx(most / others, abs=1e-9)
    assert found.exact
    assert reached_from(graph, found.actors, steps) == most


@small
@given(networks(), st.integers(1, 4))
def test_what_is_found_without_trying_all_is_what_it_says_and_within_its_bound(snapshot: Snapshot, count: int) -> None:
    graph, others = undirected(snapshot), len(snapshot.actors) - count
    if others < 2:
        return
    broken = key_players_fragmentation(snapshot, count=count, most_steps=0)
    assert broken.value == pytest.approx(1 - pairs_without(graph, broken.actors) / comb(others, 2), abs=1e-9)
    best = key_players_fragmentation(snapshot, count=count).value
    assert broken.value is not None
    assert best is not None
    assert broken.bound is not None
    assert broken.value <= best + 1e-9 <= broken.bound + 2e-9
    reached = key_players_reach(snapshot, count=count, most_steps=0)
    assert reached.value == pytest.approx(reached_from(graph, reached.actors, 2) / others, abs=1e-9)
    best = key_players_reach(snapshot, count=count).value
    assert reached.value is not None
    assert best is not None
    assert reached.bound is not None
    # The set counts itself in the 63 % of Nemhauser, Wolsey and Fisher 1978.
    assert reached.value * others + count >= (1 - 1 / 2.718281828) * (best * others + count) - 1e-9
    assert reached.value <= best + 1e-9 <= reached.bound + 2e-9


def test_the_kite_falls_apart_at_heather() -> None:
    # Counted by hand: without Heather seven reach each other, and two; 1 - (21 + 1) / 36.
    graph = nx.krackhardt_kite_graph()
    found = key_players_fragmentation(network(graph.nodes, graph.edges), count=1)
    assert (found.actors, found.value, found.before) == ((7,), pytest.approx(14 / 36), 0.0)


@pytest.mark.parametrize(
    ("graph", "actors", "fragmentation"),
    [
        (nx.star_graph(6), (0,), 1.0),
        (nx.path_graph(7), (3,), 1 - 6 / 15),
        (nx.complete_graph(6), (0,), 0.0),
        (nx.empty_graph(4), (0,), 1.0),
        (nx.barbell_graph(4, 1), (4,), 1 - 12 / 28),
    ],
)
def test_shapes_of_known_answer(graph: nx.Graph, actors: tuple[int, ...], fragmentation: float) -> None:
    found = key_players_fragmentation(network(sorted(graph), graph.edges), count=1)
    assert (found.actors, found.value) == (actors, pytest.approx(fragmentation))


def test_where_nobody_is_a_single_point_the_most_tied_are_named() -> None:
    ring = nx.cycle_graph(8)
    ring.add_edges_from([(5, 1), (5, 2), (5, 3)])
    for most_steps in (0, 5_000_000):
        assert key_players_fragmentation(network(8, ring.edges), count=1, most_steps=most_steps).actors == (5,)


def test_three_of_a_karate_club_are_good_even_without_trying_all() -> None:
    graph = nx.karate_club_graph()
    snapshot = network(graph.nodes, graph.edges)
    fewest = min(pairs_without(graph, actors) for actors in combinations(graph, 3))
    for most_steps in (0, 5_000_000):
        found = key_players_fragmentation(snapshot, count=3, most_steps=most_steps)
        assert pairs_without(graph, found.actors) == fewest
    assert key_players_reach(snapshot, count=2, steps=1, most_steps=0).value == pytest.approx(
        max(reached_from(graph, actors, 1) for actors in combinations(graph, 2)) / 32
    )


def test_a_closely_knit_network_has_a_near_bound() -> None:
    graph = nx.gnp_random_graph(60, 0.4, seed=2)
    found = key_players_fragmentation(network(60, graph.edges), count=4, most_steps=0)
    assert found.exact
    assert found.value == 0.0


def test_progress_ends_at_all_and_stops_the_search() -> None:
    snapshot = network(30, nx.gnp_random_graph(30, 0.1, seed=1).edges)
    for measure in (key_players_fragmentation, key_players_reach):
        for most_steps in (0, 5_000_000):
            told: list[tuple[int, int]] = []
            measure(
                snapshot, count=2, most_steps=most_steps, progress=lambda done, of, told=told: told.append((done, of))
            )
            assert told == sorted(told)
            assert told[-1][0] == told[-1][1]

        def stop(done: int, of: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            measure(snapshot, count=2, progress=stop)


@small
@given(networks(largest=9), st.randoms(use_true_random=False))
def test_in_which_order_the_actors_stand_changes_no_figure(snapshot: Snapshot, chance: Random) -> None:
    order = list(range(len(snapshot.actors)))
    chance.shuffle(order)
    other = permuted(snapshot, order)
    for measure in (key_players_fragmentation, key_players_reach):
        assert measure(other, count=2).value == pytest.approx(measure(snapshot, count=2).value, abs=1e-9)
