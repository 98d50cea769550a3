"""The bound of means of draws: what the inequality says, and kept by draws of known chances."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.sampling_bound import Bound, radius
from tests.trials import trials


@given(st.floats(0, 0.45), st.integers(10, 10**6), st.floats(0.5, 30))
def test_the_bound_is_where_the_relative_entropy_says_and_never_above_hoeffdings(
    mean: float, drawn: int, doubt: float
) -> None:
    found = radius(mean, drawn, doubt)
    plain = sqrt(doubt / (2 * drawn))
    assert 0 < found <= plain + 1e-12
    if mean <= 0.5 - plain and mean + found < 1 - 1e-6 and found > 1e-5:
        high = mean + found
        entropy = (mean * log(mean / high) if mean else 0) + (1 - mean) * log((1 - mean) / (1 - high))
        assert drawn * entropy == pytest.approx(doubt, rel=1e-3)


def test_the_bound_grows_with_the_mean() -> None:
    for drawn in (20, 500, 100_000):
        bounds = [radius(mean / 500, drawn, 8.0) for mean in range(251)]
        assert bounds == sorted(bounds)


def test_who_is_among_few_large_may_be_wrong_more_often_than_who_is_among_many_small() -> None:
    guess = np.r_[0.3, 0.28, np.full(1_000, 0.001)]
    bound = Bound.guessed(guess, 0.01, 0.95)
    assert bound.group[0] == bound.group[1] < bound.group[2] == len(bound.doubts) - 1
    chance_of_any = sum(2 * len(bound.stops) * np.exp(-bound.doubts[group]) for group in bound.group)
    assert bound.doubts[bound.group[0]] < bound.doubts[bound.group[2]]
    assert chance_of_any <= 0.05


@given(st.lists(st.floats(0, 1), min_size=1, max_size=50), st.floats(0.001, 0.3), st.floats(0.5, 0.999))
def test_whatever_was_guessed_the_last_number_of_draws_is_enough(
    guess: list[float], within: float, confidence: float
) -> None:
    for bound in (Bound.guessed(np.array(guess), within, confidence), Bound.alike(len(guess), within, confidence)):
        last = bound.stops[-1]
        assert list(bound.stops) == sorted(bound.stops)
        assert bound.at(last * np.array(guess), last, last) <= within * (1 + 1e-9)
        wrong = sum(2 * len(bound.stops) * np.exp(-bound.doubts[group]) for group in bound.group)
        assert wrong <= (1 - confidence) * (1 + 1e-9)


def test_draws_of_known_chances_stay_within_even_after_a_guess_that_is_wrong() -> None:
    chance, truth = np.random.default_rng(8), np.r_[0.3, 0.2, np.full(98, 0.02)]
    bound, outside = Bound.guessed(truth[::-1].copy(), 0.05, 0.9), 0
    for _ in range(trials(200, 5_000)):
        sums, drawn = np.zeros(100), 0
        for stop in bound.stops:
            sums, drawn = sums + chance.binomial(stop - drawn, truth), stop
            if bound.at(sums, drawn, drawn) <= 0.05:
                break
        outside += np.abs(sums / drawn - truth).max() > 0.05
    assert outside <= 0.1 * trials(200, 5_000)
