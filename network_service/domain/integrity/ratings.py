"""Rules: a rating of trust is of one sector about another; every other has a subject, which is no sector."""

from collections.abc import Iterator

from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.nodes import Rating
from network_service.domain.vocabulary import RatingKind


def trust_without_sectors(whole: Whole) -> Iterator[Found]:
    """A rating of trust that does not say who trusts, or whom."""
    for one in whole.of(Rating):
        if one.rating_kind is RatingKind.TRUST and (one.rater_sector is None or one.target_sector is None):
            yield Found(Spot(one.id, "rater_sector" if one.rater_sector is None else "target_sector"))


def rating_without_subject(whole: Whole) -> Iterator[Found]:
    """A rating of acceptance, competence or culture that does not say of whom or what."""
    for one in whole.of(Rating):
        if one.rating_kind is not RatingKind.TRUST and one.subject is None:
            yield Found(Spot(one.id, "subject"))


def rating_of_two_things(whole: Whole) -> Iterator[Found]:
    """A rating of trust with a subject, or another one with a sector as its target: nobody can tell what was rated."""
    for one in whole.of(Rating):
        field = "subject" if one.rating_kind is RatingKind.TRUST else "target_sector"
        if getattr(one, field) is not None:
            yield Found(Spot(one.id, field))
