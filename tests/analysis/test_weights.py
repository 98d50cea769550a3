"""Strengths filled in, and lengths that add up without rounding."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.unknown import FEW_STRENGTHS, NO_COLLABORATION
from network_service.analysis.weights import filled_strengths, weighted
from network_service.domain.vocabulary import Layer
from tests.analysis.networks import network


def star(strengths: list[float | None], layers: list[Layer] | None = None):
    leaves = [("hub", place) for place in range(len(strengths))]
    return network(["hub", *range(len(strengths))], leaves, strengths=strengths, layers=layers)


def test_the_unknown_take_the_median_of_the_known_ties():
    found = filled_strengths(star([1, 4, 5, None, None]))
    assert found.values is not None
    assert found.values.tolist() == [1, 4, 5, 4, 4]
    assert found.parameters["share_of_median"] == pytest.approx(0.4)


def test_just_enough_is_enough_and_less_is_not():
    assert filled_strengths(star([1, 2, 3, None, None])).reason is None
    assert filled_strengths(star([1, 2, None, None])).reason == FEW_STRENGTHS


def test_only_collaboration_counts_towards_the_cover():
    resource = [Layer.COLLABORATION, *[Layer.RESOURCE] * 9]
    found = filled_strengths(star([2, *[None] * 9], resource))
    assert (found.reason, found.parameters["cover"], found.parameters["share_of_median"]) == (None, 1.0, 0.9)
    assert filled_strengths(star([None], [Layer.RESOURCE])).reason == NO_COLLABORATION


def test_without_any_frequency_nothing_is_known_however_low_the_bar():
    assert filled_strengths(star([None, None]), minimum_cover=0).reason == FEW_STRENGTHS


@given(st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=1))
def test_all_lengths_are_whole_multiples_of_one_unit(strengths: list[float | None]):
    snapshot = star(strengths)
    known = filled_strengths(snapshot)
    if known.values is not None:
        found = weighted(snapshot, known.values)
        assert found.length is not None
        assert np.array_equal(found.length, np.round(found.length))
        assert found.length / found.unit == pytest.approx(1 / known.values)


def test_strengths_that_have_no_common_unit_keep_their_fractions():
    snapshot = star([1, 2])
    found = weighted(snapshot, np.array([np.pi, np.e]))
    assert found.length is not None
    assert (found.unit, found.length.tolist()) == (1.0, [1 / np.pi, 1 / np.e])
