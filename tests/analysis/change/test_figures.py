"""Measures before and after: differences where both are known, and nothing made up where one is not."""

from dataclasses import replace

import pytest

from network_service.analysis.change.figures import FigureMove, compare_actor_measure, compare_figures
from network_service.analysis.measures import Measures
from network_service.analysis.result import ActorMeasure
from tests.analysis.change.hand import shown


def figure(before: str, after: str, name: str, actors: str = "g1 b1 k1 a1") -> FigureMove:
    old, new = Measures(shown(actors, before)), Measures(shown(actors, after))
    (found,) = [one for one in compare_figures(old.of_network, new.of_network) if one.measure == name]
    return found


def test_the_same_network_moves_no_figure():
    measures = Measures(shown("g1 b1 k1 a1", "g1-b1:3 b1-k1:2 k1-a1:1"))
    assert [one.measure for one in compare_figures(measures.of_network, measures.of_network) if one.moved] == []
    assert compare_actor_measure(measures, measures, lambda one: one.betweenness).moves == ()


def test_a_figure_moves_by_the_difference():
    density = figure("g1-b1", "g1-b1 b1-k1 k1-a1", "density")
    assert (density.before, density.after) == pytest.approx((1 / 6, 3 / 6))
    assert density.difference == pytest.approx(2 / 6)
    assert density.moved


def test_a_figure_that_becomes_known_moves_and_has_no_difference():
    known = figure("", "g1-b1", "reciprocity")
    assert (known.before, known.after, known.difference, known.moved) == (None, 0.0, None, True)
    assert known.reason_before == "measure.reason.no_collaboration_tie"
    lost = figure("g1-b1", "", "reciprocity")
    assert (lost.difference, lost.moved, lost.reason_after) == (None, True, "measure.reason.no_collaboration_tie")


def test_a_figure_known_in_neither_has_not_moved():
    never = figure("", "", "reciprocity")
    assert (never.before, never.after, never.difference, never.moved) == (None, None, None, False)


def test_a_figure_that_only_one_side_has_is_told_as_not_known_on_the_other():
    measures = Measures(shown("g1 b1 k1", "g1-b1"))
    only = {"density": measures.density}
    assert [(one.measure, one.before, one.after) for one in compare_figures(only, {})] == [("density", 1 / 3, None)]
    assert [(one.before, one.after) for one in compare_figures({}, only)] == [(None, 1 / 3)]


def test_the_greatest_moves_come_first_and_only_of_those_who_stayed():
    before = Measures(shown("b1 b2 g1 k1", "g1-b1 g1-b2"))
    after = Measures(shown("a1 b1 b2 g1", "b1-a1 b1-b2 b1-g1"))
    found = compare_actor_measure(before, after, lambda measures: measures.degree_count)
    assert found.measure == "degree_count"
    assert [(one.id, one.before, one.after, one.difference) for one in found.moves] == [
        ("b1", 1, 3, 2),
        ("g1", 2, 1, -1),
    ]
    assert found.not_known == 0


def test_who_is_not_known_on_either_side_is_counted_and_not_compared():
    before, after = Measures(shown("b1 g1", "g1-b1")), Measures(shown("b1 g1 k1", "g1-b1 g1-k1"))
    found = compare_actor_measure(before, after, lambda measures: measures.betweenness)
    assert (found.moves, found.not_known) == ((), 2)


def test_what_two_estimates_may_differ_by_is_no_move():
    before, after = Measures(shown("b1 g1 k1", "g1-b1")), Measures(shown("b1 g1 k1", "g1-b1 g1-k1"))

    def estimated(measures: Measures) -> ActorMeasure:
        made = measures.betweenness
        return replace(made, method=replace(made.method, parameters={"within": 0.5}))

    assert [one.id for one in compare_actor_measure(before, after, lambda measures: measures.betweenness).moves] == [
        "g1"
    ]
    found = compare_actor_measure(before, after, estimated)
    assert (found.margin, found.moves) == (1.0, ())
