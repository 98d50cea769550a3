"""What is said beside every figure that rests on ties."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from network_service.process.doubt import Doubt, doubts
from network_service.process.standards import Standards
from network_service.snapshot.affairs.collaboration import Declared
from tests.process.hand import actor, declared, situation


def told(actors: str, ties: Sequence[Declared] = (), /, **more: Any) -> dict[str, tuple[float | None, int]]:
    one = situation(actors, collaboration=ties, **more)
    return {doubt.code: (doubt.value, doubt.n) for doubt in doubts(one.snapshot, one.affairs, Standards())}


def test_of_no_records_no_figure_is_known() -> None:
    assert told("") == dict.fromkeys(
        ("response_rate", "one_sided", "age_years", "unverified_ties", "unknown_strength", "unverified_members"),
        (None, 0),
    )


def test_a_member_responds_by_a_tie_of_its_own_also_to_one_who_is_not_shown() -> None:
    assert told("g1 g2 b1 v1", [declared("g1-b1"), declared("g2-z9")])["response_rate"] == (0.5, 4)


def test_a_mutual_tie_is_the_word_of_who_declared_it_and_agrees_with_itself() -> None:
    doubt = told("g1 b1 v1", [declared("g1-b1", mutual=True), declared("b1-v1")])
    assert doubt["response_rate"] == (pytest.approx(2 / 3), 3)
    assert doubt["one_sided"] == (0.0, 1)


def test_only_pairs_who_both_answered_can_contradict_each_other() -> None:
    ties = [declared("g1-b1"), declared("b1-g1"), declared("g1-v1"), declared("v1-b1"), declared("g1-k1")]
    assert told("g1 b1 v1 k1", ties)["one_sided"] == (pytest.approx(2 / 3), 3), "k1 answered nothing"


def test_age_is_the_median_of_the_ties_whose_first_day_is_known() -> None:
    ties = [declared("g1-b1", since=date(year, 1, 15)) for year in (2016, 2022, 2024)]
    value, n = told("g1 b1", [*ties, declared("b1-g1")])["age_years"]
    assert (value, n) == (pytest.approx(4, abs=0.01), 3)


@pytest.mark.parametrize(("checked", "stale"), [(date(2025, 1, 15), 0.0), (date(2025, 1, 14), 1.0), (None, 1.0)])
def test_a_tie_is_verified_when_its_declarer_is(checked: date | None, stale: float) -> None:
    """365 days before the day are 15 January 2025."""
    actors = [actor("g1", last_verified_on=checked), actor("b1", last_verified_on=date(2026, 1, 1))]
    doubt = told("g1 b1", [declared("g1-b1")], actors=actors)
    assert doubt["unverified_ties"] == (stale, 1)
    assert doubt["unverified_members"] == (stale / 2, 2)


def test_ties_without_frequency_are_of_unknown_strength() -> None:
    ties = [declared("g1-b1", 3), declared("b1-g1"), declared("g1-z9")]
    assert told("g1 b1", ties)["unknown_strength"] == (0.5, 2)


def test_each_has_a_title() -> None:
    assert Doubt("one_sided", None, 0).title == "doubt.one_sided"
