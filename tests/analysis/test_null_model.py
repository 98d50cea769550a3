"""Networks of chance: all equally likely, degrees kept, and figures compared with what was drawn another way."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from network_service.analysis.cohesion import density, density_directed, reciprocity
from network_service.analysis.example import eight_actors
from network_service.analysis.mixing import e_i_index
from network_service.analysis.null_model import NullFigure, null_model
from network_service.analysis.result import Method, method
from network_service.analysis.rewiring import Rewiring
from network_service.analysis.unknown import NO_OTHER_NETWORK, NO_TIE_WITH_SECTORS, TOO_FEW_ACTORS
from network_service.bootstrap import worker_pool
from network_service.snapshot.model import Snapshot
from tests.analysis.networks import network, networks
from tests.trials import trials


@pytest.fixture(scope="module")
def karate() -> Snapshot:
    graph = nx.karate_club_graph()
    return network(graph.nodes, graph.edges, sectors=[graph.nodes[member]["club"] for member in graph])


@dataclass(frozen=True)
class Told:
    value: float | None
    method: Method
    reason: str | None = None


def about(name: str, of: Callable[[Snapshot], float | None], lens: str = "U") -> Callable[[Snapshot], Told]:
    """A figure made here: any function of the snapshot."""
    parts = {"definition": "", "normalisation": "", "engine": "", "engine_version": ""}
    return lambda snapshot: Told(of(snapshot), method(snapshot, name, network=lens, **parts))


@settings(max_examples=trials(60, 1_000), deadline=None)
@given(networks())
def test_everybody_keeps_its_ties_and_no_tie_is_doubled_or_a_loop(snapshot: Snapshot) -> None:
    for edges in (snapshot.undirected, snapshot.directed):
        size = len(snapshot.actors)
        walk = Rewiring(size, edges, seed=3)
        walk.walk(10)
        source, target = walk.ends
        assert (source != target).all()
        assert len(set(walk.keys().tolist())) == len(edges)
        before, after = [edges.source, edges.target], [source, target]
        if not edges.directed:
            before, after = [np.concatenate(before)], [np.concatenate(after)]
        for was, now in zip(before, after, strict=True):
            assert np.bincount(was, minlength=size).tolist() == np.bincount(now, minlength=size).tolist()


@pytest.mark.parametrize("shape", ["circle", "triangle with a tail", "four arcs"])
def test_every_network_of_the_degrees_is_drawn_as_often(shape: str) -> None:
    graph = {
        "circle": nx.cycle_graph(6),
        "triangle with a tail": nx.Graph([(0, 1), (1, 2), (2, 3), (3, 4), (0, 2)]),
        "four arcs": nx.DiGraph([(0, 1), (1, 2), (2, 0), (3, 1), (1, 3)]),
    }[shape]
    snapshot = network(len(graph), graph.edges)
    edges = snapshot.directed if graph.is_directed() else snapshot.undirected
    walk, size, drawn = Rewiring(len(graph), edges, seed=1), len(graph), trials(400, 1_500)
    found: Counter[tuple[int, ...]] = Counter()
    for _ in range(drawn):
        walk.walk(20)
        found[tuple(sorted(walk.keys().tolist()))] += 1
    pairs = list(permutations(range(size), 2) if graph.is_directed() else combinations(range(size), 2))
    wanted = degrees(graph.edges, size, directed=graph.is_directed())
    possible = {
        tuple(sorted(a * size + b for a, b in ties))
        for ties in combinations(pairs, graph.number_of_edges())
        if degrees(ties, size, directed=graph.is_directed()) == wanted
    }
    assert set(found) <= possible
    expected = drawn / len(possible)
    chi_squared = sum((found[each] - expected) ** 2 / expected for each in possible)
    freedom = len(possible) - 1
    # The mean of chi-squared is `freedom`, its standard deviation the root of twice that.
    assert abs(chi_squared - freedom) < 4 * (2 * freedom) ** 0.5


def degrees(ties: object, size: int, *, directed: bool) -> list[list[int]]:
    ends = np.array(list(ties)).T  # type: ignore[call-overload]
    sides = ends if directed else [ends.ravel()]
    return [np.bincount(side, minlength=size).tolist() for side in sides]


def test_the_karate_club_is_compared_with_what_single_exchanges_give(karate: Snapshot) -> None:
    graph, clubs = nx.karate_club_graph(), karate.actors.sectors
    drawn = []
    for seed in range(40):
        other = nx.double_edge_swap(nx.Graph(graph.edges), nswap=300, max_tries=100_000, seed=seed)
        inside = sum(clubs[a] == clubs[b] for a, b in other.edges)
        drawn.append((78 - 2 * inside) / 78)
    [found] = null_model(karate, [e_i_index], seed=4, samples=80)
    # 40 and 80 draws of deviation .1: the means differ by .02 as a rule.
    assert found.mean == pytest.approx(float(np.mean(drawn)), abs=0.06)
    assert found.value == pytest.approx(-0.7179, abs=5e-5)  # Zachary 1977: 11 ties outside, 67 inside
    assert found.percentile == 0.0
    assert found.z is not None
    assert found.z < -5
    assert found.low is not None
    assert found.high is not None
    assert found.low < np.mean(drawn) < found.high


def test_what_the_degrees_decide_is_at_fifty_and_not_unusual(karate: Snapshot) -> None:
    for found in null_model(karate, [density, density_directed], seed=1, samples=5):
        assert (found.percentile, found.z, found.samples) == (50.0, None, 5)
        assert found.mean == pytest.approx(found.value)


def test_each_figure_has_its_own_network_left_to_chance(karate: Snapshot) -> None:
    undirected, directed = null_model(karate, [e_i_index, reciprocity], seed=1, samples=5)
    assert (undirected.method.network, directed.method.network) == ("U", "D")
    # Nothing is returned in the club as declared, and by chance something is now and then.
    assert directed.value == 0.0


def test_percentiles_count_below_and_half_of_the_equal(karate: Snapshot) -> None:
    values = iter([3.0, 1.0, 2.0, 3.0, 3.0 + 1e-13, 9.0])
    [found] = null_model(karate, [about("told", lambda _: next(values))], seed=1, samples=5)
    assert (found.measure, found.value, found.samples) == ("told", 3.0, 5)
    assert found.percentile == pytest.approx(100 * (2 + 1) / 5)
    assert found.mean == pytest.approx(18 / 5)


def test_what_is_not_known_of_a_network_of_chance_does_not_count(karate: Snapshot) -> None:
    values = iter([3.0, None, 2.0, None])
    [found] = null_model(karate, [about("told", lambda _: next(values))], seed=1, samples=3)
    assert (found.samples, found.percentile) == (1, 100.0)


def test_the_same_seed_gives_the_same_figures(karate: Snapshot) -> None:
    one, other = (null_model(karate, [e_i_index], seed=8, samples=20) for _ in range(2))
    assert one == other
    assert null_model(karate, [e_i_index], seed=9, samples=20)[0].mean != one[0].mean
    assert one[0].method.seed == 8


def nothing_said(found: NullFigure) -> bool:
    return (found.percentile, found.mean, found.low, found.high, found.z, found.samples) == (*[None] * 5, 0)


def test_nothing_is_said_of_few_actors_nor_where_nothing_can_change() -> None:
    cases = [
        (eight_actors(), TOO_FEW_ACTORS),
        (network(12, nx.star_graph(11).edges, sectors=["state"] * 6 + ["business"] * 6), NO_OTHER_NETWORK),
        (network(10, [(0, 1)], sectors=["state"] * 10), NO_OTHER_NETWORK),
        (network(12), NO_TIE_WITH_SECTORS),
        (network(0), NO_TIE_WITH_SECTORS),
    ]
    for snapshot, reason in cases:
        [found] = null_model(snapshot, [e_i_index], seed=1)
        assert nothing_said(found)
        assert found.reason == reason
    assert null_model(network(0), [about("told", lambda _: 1.0)], seed=1)[0].reason is None


def test_progress_is_told_a_sample_and_stops_it(karate: Snapshot) -> None:
    told: list[tuple[int, int]] = []
    null_model(karate, [e_i_index, reciprocity], seed=1, samples=3, progress=lambda done, of: told.append((done, of)))
    assert told == [(done, 6) for done in range(1, 7)]

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        null_model(karate, [e_i_index], seed=1, progress=stop)


def test_the_figures_are_the_same_where_other_processes_take_them(karate: Snapshot) -> None:
    figures = [e_i_index, reciprocity]
    alone = null_model(karate, figures, seed=6, samples=25)
    with worker_pool() as executor:
        assert null_model(karate, figures, seed=6, samples=25, executor=executor) == alone
