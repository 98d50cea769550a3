"""Figures by sector: counted once more by hand over all pairs of actors."""

from itertools import combinations, permutations

import pytest
from hypothesis import given

from network_service.analysis.mixing import e_i_index, mixing_matrix, sector_pair_coverage, sector_pairs
from network_service.analysis.sectors import LeftOut, Share
from network_service.analysis.unknown import NO_TIE_WITH_SECTORS, ONE_SECTOR
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import directed, undirected
from tests.analysis.networks import network, networks, with_isolate


@given(networks())
def test_matrix_counts_each_arc_between_known_sectors(snapshot: Snapshot) -> None:
    graph, sectors, found = directed(snapshot), snapshot.actors.sectors, mixing_matrix(snapshot)
    assert found.sectors == tuple(sorted({sector for sector in sectors if sector}))
    for row, source in enumerate(found.sectors):
        for column, target in enumerate(found.sectors):
            declared = [(a, b) for a, b in graph.edges if (sectors[a], sectors[b]) == (source, target)]
            assert found.arcs[row][column] == len(declared)
    assert sum(map(sum, found.arcs)) + found.left_out.ties == graph.number_of_edges()


@given(networks())
def test_pairs_count_each_tie_and_each_possible_tie_once(snapshot: Snapshot) -> None:
    graph, sectors, found = undirected(snapshot), snapshot.actors.sectors, sector_pairs(snapshot)
    possible = [(a, b) for a, b in combinations(graph, 2) if sectors[a] and sectors[b]]
    for pair in found.pairs:
        mine = [(a, b) for a, b in possible if sorted((sectors[a], sectors[b])) == [pair.first, pair.second]]
        assert pair.ties == Share(sum(graph.has_edge(a, b) for a, b in mine), len(mine))
    assert sum(pair.ties.possible for pair in found.pairs) == len(possible)
    assert found.left_out.actors == sectors.count(None)
    assert sum(pair.ties.present for pair in found.pairs) + found.left_out.ties == graph.number_of_edges()


@given(networks())
def test_e_i_counts_ties_outside_against_ties_inside(snapshot: Snapshot) -> None:
    graph, sectors, found = undirected(snapshot), snapshot.actors.sectors, e_i_index(snapshot)
    known = [(a, b) for a, b in graph.edges if sectors[a] and sectors[b]]
    external = sum(sectors[a] != sectors[b] for a, b in known)
    assert (found.external, found.internal) == (external, len(known) - external)
    if known:
        assert found.value == pytest.approx((2 * external - len(known)) / len(known))
        assert -1 <= (found.value or 0) <= 1
    else:
        assert (found.value, found.reason) == (None, NO_TIE_WITH_SECTORS)


@given(networks())
def test_coverage_is_the_share_of_sector_pairs_that_a_tie_joins(snapshot: Snapshot) -> None:
    graph, sectors, found = undirected(snapshot), snapshot.actors.sectors, sector_pair_coverage(snapshot)
    present = sorted({sector for sector in sectors if sector})
    joined = {(sectors[a], sectors[b]) for a, b in permutations(graph, 2) if graph.has_edge(a, b)}
    missing = [pair for pair in combinations(present, 2) if pair not in joined]
    assert found.unconnected == tuple(missing)
    assert found.pairs.possible - found.pairs.present == len(missing)


@given(networks())
def test_an_isolate_of_unknown_sector_changes_nothing_but_what_is_left_out(snapshot: Snapshot) -> None:
    before, after = e_i_index(snapshot), e_i_index(with_isolate(snapshot))
    assert (after.value, after.internal_density, after.external_density) == (
        before.value,
        before.internal_density,
        before.external_density,
    )
    assert after.left_out == LeftOut(before.left_out.actors + 1, before.left_out.ties)


def test_density_is_not_known_where_nothing_is_possible() -> None:
    found = e_i_index(network("ab", ["ab"], sectors=["state", "community"]))
    assert (found.internal_density, found.internal_density.value) == (Share(0, 0), None)
    assert found.external_density.value == 1.0


def test_coverage_is_not_known_below_two_sectors() -> None:
    for snapshot in (network(0), network(2), network("ab", ["ab"], sectors=["state", "state"])):
        found = sector_pair_coverage(snapshot)
        assert (found.value, found.reason, found.pairs) == (None, ONE_SECTOR, Share(0, 0))


def test_a_sector_without_ties_is_present_and_unconnected() -> None:
    found = sector_pair_coverage(network("abc", ["ab"], sectors=["state", "community", "business"]))
    assert (found.value, found.unconnected) == (1 / 3, (("business", "community"), ("business", "state")))
    assert found.reason is None


def test_ties_of_actors_of_unknown_sector_are_left_out_and_counted() -> None:
    snapshot = network("abc", ["ab", "bc"], sectors=["state", "community", None])
    assert e_i_index(snapshot).left_out == LeftOut(actors=1, ties=1)
    assert (mixing_matrix(snapshot).arcs, mixing_matrix(snapshot).left_out) == (((0, 0), (1, 0)), LeftOut(1, 1))


def test_an_empty_network_has_no_sectors() -> None:
    assert (mixing_matrix(network(0)).arcs, sector_pairs(network(0)).pairs) == ((), ())
