"""Ties expected between sectors: laws that hold whatever the network, and examples counted by hand."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from network_service.analysis.expected_ties import mixing_matrix_expected, sector_pairs_expected
from network_service.analysis.mixing import mixing_matrix, sector_pairs
from network_service.analysis.sectors import LeftOut, Share
from network_service.snapshot.model import Snapshot
from tests.analysis.golden import golden
from tests.analysis.independent import directed, undirected
from tests.analysis.networks import network, networks
from tests.trials import trials


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_expected_pairs_are_the_possible_at_the_density_of_all(snapshot: Snapshot) -> None:
    graph, sectors, found = undirected(snapshot), snapshot.actors.sectors, sector_pairs_expected(snapshot)
    possible = [(a, b) for a, b in combinations(graph, 2) if sectors[a] and sectors[b]]
    ties = [pair for pair in possible if graph.has_edge(*pair)]
    assert found.density == Share(len(ties), len(possible))
    assert sum(pair.expected for pair in found.pairs) == pytest.approx(len(ties))
    for pair, counted in zip(found.pairs, sector_pairs(snapshot).pairs, strict=True):
        mine = [one for one in possible if sorted(str(sectors[end]) for end in one) == [pair.first, pair.second]]
        assert (pair.first, pair.second, pair.ties) == (counted.first, counted.second, counted.ties)
        assert pair.expected == pytest.approx(len(mine) * len(ties) / max(len(possible), 1))
        assert (pair.ratio is None) == (not mine or not ties)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_expected_arcs_add_up_to_the_arcs_there_are(snapshot: Snapshot) -> None:
    graph, sectors, found = directed(snapshot), snapshot.actors.sectors, mixing_matrix_expected(snapshot)
    arcs = [(sectors[a], sectors[b]) for a, b in graph.edges if sectors[a] and sectors[b]]
    known = [code for code in sectors if code]
    assert (found.arcs, found.left_out) == (mixing_matrix(snapshot).arcs, mixing_matrix(snapshot).left_out)
    for row, source in enumerate(found.sectors):
        for column, target in enumerate(found.sectors):
            pairs = known.count(source) * (known.count(target) - (source == target))
            by_size = pairs * len(arcs) / max(len(known) * (len(known) - 1), 1)
            assert found.by_size[row][column] == pytest.approx(by_size)
            leave, reach = (sum(arc[end] == code for arc in arcs) for end, code in ((0, source), (1, target)))
            by_activity = leave * reach / len(arcs) if arcs else None
            assert found.by_activity[row][column] == (None if by_activity is None else pytest.approx(by_activity))
            ratio = found.over_activity[row][column]
            assert ratio == (pytest.approx(found.arcs[row][column] / by_activity) if by_activity else None)


def test_a_pair_thinner_than_its_sizes_would_give() -> None:
    # Four and four: 6 + 6 pairs inside, all tied, and 16 between, of which one is; density 13/28.
    inside = [*combinations("abcd", 2), *combinations("efgh", 2)]
    snapshot = network("abcdefgh", [*inside, "ae"], sectors=["state"] * 4 + ["community"] * 4)
    found = {(pair.first, pair.second): pair for pair in sector_pairs_expected(snapshot).pairs}
    between = found["community", "state"]
    assert (between.ties, between.expected) == (Share(1, 16), pytest.approx(16 * 13 / 28))
    assert between.ratio == pytest.approx(28 / (16 * 13))
    assert found["state", "state"].ratio == pytest.approx(28 / 13)


def test_golden_vector() -> None:
    found = mixing_matrix_expected(golden())
    assert found.arcs == ((0, 0, 1, 0, 0), (0, 0, 0, 0, 0), (0, 0, 2, 1, 1), (0, 0, 1, 2, 0), (1, 1, 2, 0, 2))
    # 14 arcs, 8 actors: two pairs of the 56 lie inside the state, 14 * 2 / 56 = 1/2; 6 arcs leave it, 3 reach it.
    assert (found.by_size[4][4], found.over_size[4][4]) == (0.5, 4.0)
    assert (found.by_activity[4][4], found.over_activity[4][4]) == (pytest.approx(18 / 14), pytest.approx(28 / 18))


def test_nothing_is_expected_where_nothing_is() -> None:
    silent = network(3, sectors=["x", "y", None])
    assert [(pair.expected, pair.ratio) for pair in sector_pairs_expected(silent).pairs] == [(0.0, None)] * 3
    found = mixing_matrix_expected(silent)
    assert (found.by_size, found.by_activity) == (((0.0, 0.0),) * 2, ((None, None),) * 2)
    assert (found.over_size, found.over_activity) == (((None, None),) * 2,) * 2
    assert found.left_out == LeftOut(1, 0)
    assert (sector_pairs_expected(network(0)).pairs, mixing_matrix_expected(network(0)).by_size) == ((), ())
