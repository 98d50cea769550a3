"""Structural holes: published values, networkx and Burt's formulas written out once more."""

from itertools import combinations
from math import isnan, log

import networkx as nx
import pytest
from hypothesis import given, settings
from networkx.algorithms.structuralholes import local_constraint

from network_service.analysis.structural_holes import StructuralHoles, structural_holes, structural_holes_weighted
from network_service.analysis.unknown import FEW_STRENGTHS, NO_COLLABORATION, NO_CONTACT
from network_service.snapshot.model import Snapshot
from tests.analysis.golden import golden
from tests.analysis.independent import undirected
from tests.analysis.networks import by_name, network, networks, permuted, with_isolate
from tests.trials import trials

SEVEN = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]
"""The example of Borgatti 1997, Connections 20(1), 35-38, after Burt 1992, p. 56."""


def expected(graph: nx.Graph, weight: str | None) -> list[list[float | None]]:
    """Constraint and effective size of networkx (asked by node: all at once it is wrong on weights), and the rest."""
    found: list[list[float | None]] = [[], [], [], []]
    for actor in graph:
        contacts = list(graph[actor])
        if not contacts:
            figures: list[float | None] = [None] * 4
        else:
            local = [local_constraint(graph, actor, other, weight) for other in contacts]
            effective = nx.effective_size(graph, [actor], weight=weight)[actor]
            mean = sum(local) / len(local)
            disorder = sum(value / mean * log(value / mean) for value in local)
            hierarchy = disorder / (len(local) * log(len(local))) if len(local) > 1 else 1.0
            figures = [nx.constraint(graph, [actor], weight=weight)[actor], effective]
            figures += [effective / len(contacts), hierarchy]
        for column, figure in zip(found, figures, strict=True):
            column.append(figure)
    return found


def assert_found(holes: StructuralHoles, columns: list[list[float | None]]) -> None:
    for measure, column in zip(holes.of_actors.values(), columns, strict=True):
        assert list(measure.values) == [value if value is None else pytest.approx(value, abs=1e-9) for value in column]
        assert measure.reason == (NO_CONTACT if None in column else None)


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_agrees_with_networkx(snapshot: Snapshot) -> None:
    assert_found(structural_holes(snapshot), expected(undirected(snapshot), None))


@settings(max_examples=trials(60, 1_000))
@given(networks(strengths_known=True))
def test_weighted_agrees_with_networkx(snapshot: Snapshot) -> None:
    found = structural_holes_weighted(snapshot, minimum_cover=0.0)
    if found.constraint.reason == NO_COLLABORATION:
        assert found.constraint.values == (None,) * len(snapshot.actors)
    elif len(snapshot.actors) and len(snapshot.undirected):
        assert_found(found, expected(undirected(snapshot), "strength"))


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_values_stay_in_their_bounds(snapshot: Snapshot) -> None:
    found = structural_holes(snapshot)
    for place, contacts in enumerate(snapshot.undirected_degrees):
        values = [measure.values[place] for measure in found.of_actors.values()]
        if contacts:
            constraint, effective, efficiency, hierarchy = (value or 0.0 for value in values)
            assert 0 < constraint <= 1.125 + 1e-12
            assert 1 - 1e-12 <= effective <= contacts + 1e-12
            assert 1 / contacts - 1e-12 <= efficiency <= 1 + 1e-12
            assert 0 <= hierarchy <= 1 + 1e-12


@settings(max_examples=trials(60, 1_000))
@given(networks())
def test_an_isolate_and_another_order_change_nothing(snapshot: Snapshot) -> None:
    order = list(reversed(range(len(snapshot.actors))))
    before, turned = structural_holes(snapshot), structural_holes(permuted(snapshot, order))
    after = structural_holes(with_isolate(snapshot))
    for name, measure in before.of_actors.items():
        assert after.of_actors[name].values == (*measure.values, None)
        assert turned.of_actors[name].values == tuple(
            value if value is None else pytest.approx(value, abs=1e-12) for value in measure.values[::-1]
        )


def test_strengths_all_alike_change_nothing() -> None:
    snapshot = network("ABCDEFG", SEVEN, strengths=[3] * len(SEVEN))
    for plain, heavy in zip(
        structural_holes(snapshot).of_actors.values(),
        structural_holes_weighted(snapshot).of_actors.values(),
        strict=True,
    ):
        assert heavy.values == pytest.approx(plain.values, abs=1e-12)


def test_complete_star_and_path() -> None:
    complete = structural_holes(network(4, combinations(range(4), 2)))
    assert complete.constraint.values == pytest.approx([3 * (1 / 3 + 2 / 9) ** 2] * 4)
    assert (complete.effective_size.values, complete.hierarchy.values) == (pytest.approx([1] * 4), (0.0,) * 4)
    star = structural_holes(network(5, [(0, other) for other in range(1, 5)]))
    assert star.constraint.values == pytest.approx([0.25, 1, 1, 1, 1])
    assert star.effective_size.values == (4.0, 1.0, 1.0, 1.0, 1.0)
    path = structural_holes(network("abc", ["ab", "bc"]))
    assert (path.constraint.values, path.hierarchy.values) == ((1.0, 0.5, 1.0), (1.0, 0.0, 1.0))


def test_an_empty_network_has_no_values_and_an_isolate_none_that_are_known() -> None:
    assert all(measure.values == () for measure in structural_holes(network(0)).of_actors.values())
    for measure in structural_holes(network(1)).of_actors.values():
        assert (measure.values, measure.reason) == ((None,), NO_CONTACT)


def test_weighted_is_not_known_where_few_strengths_are() -> None:
    found = structural_holes_weighted(network("abc", ["ab", "bc"], strengths=[2, None]))
    assert {(measure.values, measure.reason) for measure in found.of_actors.values()} == {((None,) * 3, FEW_STRENGTHS)}
    assert structural_holes_weighted(network(2)).constraint.reason == NO_COLLABORATION
    assert structural_holes_weighted(network(0)).hierarchy.reason is None


def test_florentine_families() -> None:
    # CRAN influenceR, flo_results: the sixteen families of Padgett, Pucci without a tie.
    graph = nx.florentine_families_graph()
    families = network([*graph.nodes, "Pucci"], graph.edges)
    found = structural_holes(families)
    constraint, sizes = by_name(families, found.constraint.values), by_name(families, found.effective_size.values)
    published = {"Medici": 0.2099, "Guadagni": 0.25, "Albizzi": 0.3333, "Peruzzi": 0.6559}
    assert {name: constraint[name] for name in published} == pytest.approx(published, abs=5e-5)
    assert {name: sizes[name] for name in ("Medici", "Guadagni", "Strozzi")} == pytest.approx(
        {"Medici": 5.667, "Guadagni": 4, "Strozzi": 3}, abs=5e-4
    )
    assert (constraint["Pucci"], sizes["Pucci"]) == (None, None)


def test_seven_actors_of_borgatti() -> None:
    # Borgatti 1997, Connections 20(1); the same with weights there.
    seven = network("ABCDEFG", SEVEN, strengths=[2, 3, 5, 2, 8, 3, 4, 1, 3, 10])
    found, heavy = structural_holes(seven), structural_holes_weighted(seven)
    place = ["ABCDEFG".index(name) for name in "GAC"]
    assert [found.effective_size.values[at] for at in place] == pytest.approx([4.67, 2.5, 1], abs=5e-3)
    assert [found.constraint.values[at] for at in place] == pytest.approx([0.4, 0.595, 1], abs=5e-4)
    assert [heavy.effective_size.values[at] for at in place[:2]] == pytest.approx([5.47, 2.475], abs=5e-3)
    assert [heavy.constraint.values[at] for at in place[:2]] == pytest.approx([0.299, 0.795], abs=5e-4)


@pytest.mark.parametrize(
    ("strengths", "constraint", "effective"),
    [
        ([2, 1, 1], [1.003, 1.003, 1.389], [1.167, 1.167, 1]),
        ([3, 2, 1], [0.840, 1.143, 1.378], [1.567, 1.083, 1]),
    ],
)
def test_mutual_strengths_of_a_digraph(strengths: list[float], constraint: list[float], effective: list[float]) -> None:
    # networkx, test_structuralholes.py: a digraph 0>1 0>2 1>0 2>1; Burt adds the two directions up, to these strengths.
    found = structural_holes_weighted(network(3, [(0, 1), (0, 2), (1, 2)], strengths=strengths))
    assert found.constraint.values == pytest.approx(constraint, abs=5e-4)
    assert found.effective_size.values == pytest.approx(effective, abs=5e-4)


def test_golden_vector() -> None:
    found = by_name(golden(), structural_holes(golden()).constraint.values)
    assert found == pytest.approx(
        {"g1": 0.3767, "g2": 0.5, "c1": 0.5347, "c2": 0.3333, "k1": 0.5, "k2": 1, "b1": 1, "a1": 0.8351}, abs=5e-5
    )


def test_karate_club() -> None:
    # Zachary 1977; members count from 1 there.
    graph = nx.karate_club_graph()
    found = structural_holes(network(graph.nodes, graph.edges)).constraint.values
    assert (found[0], found[33]) == pytest.approx((0.1554, 0.1564), abs=5e-5)


def test_no_figure_is_nan() -> None:
    for snapshot in (network("abc", ["ab"]), network(4, combinations(range(4), 2), strengths=[1, 2, 3, 4, 5, 1])):
        for holes in (structural_holes(snapshot), structural_holes_weighted(snapshot)):
            values = [value for measure in holes.of_actors.values() for value in measure.values]
            assert not any(isnan(value) for value in values if value is not None)
