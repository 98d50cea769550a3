"""How far two divisions agree: published examples, and a count over all pairs of actors."""

from fractions import Fraction
from itertools import combinations
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.analysis.partitions import Agreement, agreement

divisions = st.integers(2, 14).flatmap(
    lambda size: st.tuples(*[st.lists(st.integers(0, 4), min_size=size, max_size=size)] * 2)
)


def spread(table: list[list[int]]) -> tuple[list[int], list[int]]:
    """Two divisions of which the table counts the actors, one's groups as rows and the other's as columns."""
    cells = [
        (row, column) for row, counts in enumerate(table) for column, count in enumerate(counts) for _ in range(count)
    ]
    return [row for row, _ in cells], [column for _, column in cells]


def adjusted_rand_over_pairs(first: list[int], second: list[int]) -> float:
    pairs = list(combinations(range(len(first)), 2))
    one = [first[a] == first[b] for a, b in pairs]
    other = [second[a] == second[b] for a, b in pairs]
    both = sum(x and y for x, y in zip(one, other, strict=True))
    expected = Fraction(sum(one) * sum(other), len(pairs))
    most = Fraction(sum(one) + sum(other), 2)
    return float((both - expected) / (most - expected)) if most != expected else 1.0


def mutual_information_over_actors(first: list[int], second: list[int]) -> float:
    size = len(first)
    share = lambda a, b: sum(x == a and y == b for x, y in zip(first, second, strict=True)) / size  # noqa: E731
    information = sum(
        share(a, b) * log(share(a, b) / (first.count(a) / size * second.count(b) / size))
        for a, b in set(zip(first, second, strict=True))
    )
    entropy = sum(-(side.count(a) / size) * log(side.count(a) / size) for side in (first, second) for a in set(side))
    return 2 * information / entropy if entropy else 1.0


def test_adjusted_rand_of_a_published_table() -> None:
    # Yeung and Ruzzo 2001, Details of the adjusted Rand index, table 2: .313.
    found = agreement(*spread([[1, 1, 0], [1, 2, 1], [0, 0, 4]]))
    assert found is not None
    assert found.adjusted_rand == pytest.approx(0.313, abs=5e-4)


def test_mutual_information_of_a_published_table() -> None:
    # Manning, Raghavan and Schuetze 2008, Introduction to Information Retrieval, figure 16.4 and table 16.2: .36.
    found = agreement(*spread([[5, 1, 0], [1, 4, 1], [2, 0, 3]]))
    assert found is not None
    assert found.normalised_mutual_information == pytest.approx(0.36, abs=5e-3)


@given(divisions)
def test_both_figures_are_those_of_a_count_over_actors_and_pairs(pair: tuple[list[int], list[int]]) -> None:
    found = agreement(*pair)
    assert found is not None
    assert found.adjusted_rand == pytest.approx(adjusted_rand_over_pairs(*pair), abs=1e-9)
    assert found.normalised_mutual_information == pytest.approx(mutual_information_over_actors(*pair), abs=1e-9)


@given(divisions)
def test_what_groups_are_called_and_which_stands_first_does_not_matter(pair: tuple[list[int], list[int]]) -> None:
    first, second = pair
    found, other = agreement(first, second), agreement([f"group {4 - group}" for group in second], first)
    assert found is not None
    assert other is not None
    assert found.adjusted_rand == pytest.approx(other.adjusted_rand, abs=1e-12)
    assert found.normalised_mutual_information == pytest.approx(other.normalised_mutual_information, abs=1e-12)


@given(st.lists(st.integers(0, 4), min_size=2))
def test_a_division_agrees_wholly_with_itself(groups: list[int]) -> None:
    assert agreement(groups, groups) == Agreement(1.0, 1.0)


def test_one_group_says_nothing_of_single_actors() -> None:
    assert agreement("aaa", "xyz") == Agreement(0.0, 0.0)


def test_below_two_actors_there_is_nothing_to_compare() -> None:
    assert (agreement("", ""), agreement("a", "x")) == (None, None)
