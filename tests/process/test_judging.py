"""What is unknown never counts as nothing, and the standard itself is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.process.judging import (
    State,
    at_least,
    at_most,
    gini,
    none_missing,
    share,
    surely_at_least,
    surely_at_most,
)

YES, NO, OPEN = State.TRUE, State.FALSE, State.UNKNOWN


@pytest.mark.parametrize(
    ("value", "least", "most"), [(0.8, YES, YES), (0.79, NO, YES), (0.81, YES, NO), (None, OPEN, OPEN)]
)
def test_the_standard_itself_is_enough(value: float | None, least: State, most: State) -> None:
    assert (at_least(value, 0.8), at_most(value, 0.8)) == (least, most)


def test_a_figure_that_only_rounding_keeps_from_the_standard_reaches_it() -> None:
    assert 0.1 + 0.7 < 0.8, "the sum of these two is a little less"
    assert at_least(0.1 + 0.7, 0.8) is YES
    assert at_most(0.1 + 0.2, 0.3) is YES


@pytest.mark.parametrize(
    ("low", "high", "least", "most"),
    [
        (0.8, 0.8, YES, YES),
        (0.8, 0.9, YES, OPEN),
        (0.7, 0.8, OPEN, YES),
        (0.7, 0.9, OPEN, OPEN),
        (0.7, 0.79, NO, YES),
        (0.81, 0.9, YES, NO),
    ],
)
def test_between_two_bounds_only_what_is_sure_is_said(low: float, high: float, least: State, most: State) -> None:
    assert (surely_at_least(low, high, 0.8), surely_at_most(low, high, 0.8)) == (least, most)


@pytest.mark.parametrize(
    ("missing", "unjudged", "state"), [(0, 0, YES), (0, 9, YES), (1, 0, NO), (1, 1, OPEN), (2, 1, NO)]
)
def test_what_nobody_could_judge_may_fill_one_gap_each(missing: int, unjudged: int, state: State) -> None:
    assert none_missing(missing, unjudged) is state


def test_a_share_of_nothing_is_not_known() -> None:
    assert (share(1, 4), share(0, 4), share(0, 0)) == (0.25, 0.0, None)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12))
def test_gini_is_the_mean_difference_over_twice_the_mean(loads: list[int]) -> None:
    mean = sum(loads) / len(loads)
    differences = sum(abs(one - other) for one in loads for other in loads)
    expected = differences / (2 * len(loads) ** 2 * mean) if mean else None
    assert gini(loads) == (None if expected is None else pytest.approx(expected))


def test_gini_of_an_even_load_is_nothing_and_of_nobody_not_known() -> None:
    assert (gini([3, 3, 3]), gini([])) == (0, None)
