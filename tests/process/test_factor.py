"""Scores, statuses and cover: too little data is no score, and never 0."""

import pytest

from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, Status, evenly, scored
from network_service.process.standards import Standards


def factor(*parts: Part, weights: tuple[float, ...] | None = None) -> Factor:
    return scored("f", parts, weights or evenly(parts), Standards(), Responsible.MEMBERS, {}, {})


@pytest.mark.parametrize(
    ("value", "status"),
    [(0.7, Status.MET), (0.69, Status.PARTIAL), (0.4, Status.PARTIAL), (0.39, Status.UNMET), (0.0, Status.UNMET)],
)
def test_status_follows_the_score(value: float, status: Status) -> None:
    found = factor(Part("p", value, 1.0))
    assert (found.score, found.status) == (value, status)


@pytest.mark.parametrize(("cover", "known"), [(0.6, True), (0.59, False), (1.0, True), (0.0, False)])
def test_below_the_standard_of_cover_nothing_is_known(cover: float, known: bool) -> None:
    found = factor(Part("p", 0.9, 1.0), Part("q", 0.7, cover))
    assert (found.score is not None, found.status is not Status.UNKNOWN) == (known, known)
    assert found.cover == cover, "the smallest of the inputs"
    assert found.score in (None, pytest.approx(0.8))


def test_a_part_that_is_not_known_leaves_the_factor_unknown_whatever_its_cover() -> None:
    found = factor(Part("p", 1.0, 1.0), Part("q", None, 1.0))
    assert (found.score, found.status, found.cover) == (None, Status.UNKNOWN, 0.0)


def test_weights_weigh_and_the_score_stays_between_0_and_1() -> None:
    parts = (Part("p", 1.0, 1.0), Part("q", 0.5, 1.0), Part("r", 0.0, 1.0))
    assert factor(*parts, weights=(0.5, 0.3, 0.2)).score == pytest.approx(0.65)
    assert factor(Part("p", 1.4, 1.0)).score == 1.0
    assert factor(Part("p", -0.4, 1.0)).score == 0.0


def test_a_factor_without_parts_is_not_known() -> None:
    assert scored("f", (), (), Standards(), Responsible.MEMBERS, {}, {}).status is Status.UNKNOWN
