"""Triangles, against all triples of actors."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from network_service.analysis import triangles as room
from network_service.analysis.triangles import triangles
from network_service.snapshot.model import Snapshot
from tests.analysis.independent import undirected
from tests.analysis.networks import network, networks
from tests.trials import trials


def listed(snapshot: Snapshot) -> list[tuple[int, ...]]:
    blocks = triangles(len(snapshot.actors), snapshot.undirected)
    return [
        tuple(sorted(row))
        for block in blocks
        for row in zip(block.first.tolist(), block.second.tolist(), block.third.tolist(), strict=True)
    ]


def by_hand(snapshot: Snapshot) -> list[tuple[int, ...]]:
    graph = undirected(snapshot)
    return [
        (a, b, c)
        for a, b, c in combinations(graph, 3)
        if graph.has_edge(a, b) and graph.has_edge(b, c) and graph.has_edge(a, c)
    ]


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_each_triangle_stands_once(snapshot: Snapshot) -> None:
    assert sorted(listed(snapshot)) == by_hand(snapshot)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_in_each_of_six_orders_the_ties_join_the_actors_they_are_said_to_join(snapshot: Snapshot) -> None:
    edges = snapshot.undirected
    ends = list(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    for block in triangles(len(snapshot.actors), edges):
        orders = [list(zip(*(column.tolist() for column in turn), strict=True)) for turn in block.turned()]
        assert len({row[:3] for order in orders for row in order}) == 6 * len(block.first)
        for a, b, c, a_b, b_c, a_c in (row for order in orders for row in order):
            assert [ends[a_b], ends[b_c], ends[a_c]] == [tuple(sorted(pair)) for pair in ((a, b), (b, c), (a, c))]


@pytest.mark.parametrize("wedges", [1, 7, 40])
def test_blocks_join_without_a_seam(monkeypatch: pytest.MonkeyPatch, wedges: int) -> None:
    complete = network(9, combinations(range(9), 2))
    monkeypatch.setattr(room, "_WEDGES", wedges)
    assert sorted(listed(complete)) == list(combinations(range(9), 3))


def test_no_ties_no_triangles() -> None:
    assert [listed(snapshot) for snapshot in (network(0), network(3), network("ab", ["ab"]))] == [[], [], []]
