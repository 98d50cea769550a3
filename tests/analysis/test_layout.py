"""Places by force: the same on every run, near where tied."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from network_service.analysis.layout import force_layout
from network_service.snapshot.model import index_array


def two_cliques() -> tuple[list[int], list[int]]:
    pairs = [*combinations(range(6), 2), *combinations(range(6, 12), 2), (0, 6)]
    return [first for first, _ in pairs], [second for _, second in pairs]


@pytest.mark.parametrize("size", [0, 1])
def test_nobody_and_one_alone_stand_in_the_middle(size: int):
    assert force_layout(size, index_array([]), index_array([]), seed=1) == ((0.0, 0.0),) * size


def test_the_same_seed_gives_the_same_places_and_another_seed_others():
    source, target = map(index_array, two_cliques())
    assert force_layout(12, source, target, seed=4) == force_layout(12, source, target, seed=4)
    assert force_layout(12, source, target, seed=4) != force_layout(12, source, target, seed=5)


def test_two_groups_with_one_tie_between_them_lie_apart():
    source, target = map(index_array, two_cliques())
    places = force_layout(12, source, target, seed=4)
    inside = [dist(places[a], places[b]) for a, b in combinations(range(1, 6), 2)]
    across = [dist(places[a], places[b]) for a in range(1, 6) for b in range(7, 12)]
    assert max(inside) < min(across)


def test_places_lie_around_nought():
    source, target = map(index_array, two_cliques())
    places = force_layout(12, source, target, seed=4)
    assert sum(x for x, _ in places) == pytest.approx(0, abs=1e-9)
    assert sum(y for _, y in places) == pytest.approx(0, abs=1e-9)


def test_chance_of_the_process_is_left_as_it_was():
    import random

    random.seed(7)
    expected = random.random()
    random.seed(7)
    force_layout(3, index_array([0]), index_array([1]), seed=1)
    assert random.random() == expected
