"""The newest results of surveys, and how many of those asked have answered."""

from collections.abc import Collection, Iterable

from network_service.domain.vocabulary import RatingKind
from network_service.process.situation import Situation
from network_service.snapshot.affairs.surroundings import RatingAffairs

LOWEST, SPAN = 1.0, 4.0
"""Answers run from 1 to 5."""


def newest(situation: Situation, kind: RatingKind, subjects: Collection[str] | None = None) -> list[RatingAffairs]:
    """The newest result of a kind for each subject and pair of sectors; `subjects` `None` means all."""
    found: dict[tuple[str | None, ...], RatingAffairs] = {}
    for one in situation.affairs.ratings:
        if one.rating_kind == kind and (subjects is None or one.subject in subjects):
            # They stand newest first.
            found.setdefault((one.subject, one.rater_sector, one.target_sector), one)
    return list(found.values())


def usable(situation: Situation, cells: Iterable[RatingAffairs]) -> list[RatingAffairs]:
    """Those with a mean of enough raters."""
    least = situation.standards.least_raters
    return [one for one in cells if one.mean is not None and (one.raters or 0) >= least]


def response(cells: Collection[RatingAffairs]) -> float:
    """Share of those asked who answered; 0 where nobody was asked, or nobody noted how many."""
    if not cells or any(one.asked is None or one.raters is None for one in cells):
        return 0.0
    asked = sum(one.asked or 0 for one in cells)
    return sum(one.raters or 0 for one in cells) / asked if asked else 0.0


def mean(cells: Collection[RatingAffairs]) -> float | None:
    """Mean answer, each result weighted by its raters; not known of none."""
    raters = sum(one.raters or 0 for one in cells)
    return sum((one.mean or 0.0) * (one.raters or 0) for one in cells) / raters if raters else None


def scaled(answer: float | None) -> float | None:
    """An answer from 1 to 5 as a number from 0 to 1."""
    return None if answer is None else (answer - LOWEST) / SPAN
