"""Success factor: a leader whom all sides accept."""

from network_service.domain.vocabulary import BodyKind, BodyRole, RatingKind
from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, scored
from network_service.process.ratings import newest, response, scaled, usable
from network_service.process.situation import Situation, in_vocabulary_order
from network_service.snapshot.model import Seat


def accepted_leader(situation: Situation) -> Factor:
    """Acceptance of the chair of the steering committee by the required sector that accepts least.

    Where no chair is recorded the leader is whom the newest round of the survey of acceptance names, if it names one.
    All sides are the minimum, not the average. Each sector's result is an input of its own, so that the cover is the
    lowest response among them; a sector without a result of enough raters leaves it unknown.
    """
    chairs = _chairs(situation)
    leaders = {one for seat in chairs for one in (seat.person, seat.holder) if one is not None} or _named(situation)
    parts, lowest = [], {}
    results = newest(situation, RatingKind.ACCEPTANCE, leaders)
    for sector in in_vocabulary_order(situation.standards.required_sectors):
        cells = [one for one in results if one.rater_sector == sector]
        means = [one.mean for one in usable(situation, cells) if one.mean is not None]
        value = scaled(min(means)) if means and len(means) == len(cells) else None
        parts.append(Part(sector, value, response(cells)))
        if value is not None:
            lowest[sector] = min(means)
    least = min(parts, key=lambda part: 2.0 if part.value is None else part.value, default=None)
    known = least is not None and all(part.value is not None for part in parts)
    weights = [float(part is least) for part in parts]
    missing = [part.code for part in parts if part.value is None or part.cover < situation.standards.data_cover]
    return scored(
        "accepted_leader",
        parts,
        weights,
        situation.standards,
        Responsible.GOVERNORS_OFFICE,
        {
            "leaders": tuple(sorted(leaders)),
            "sector": least.code if known and least is not None else None,
            **{f"mean_{sector}": answer for sector, answer in lowest.items()},
            **{f"response_{part.code}": part.cover for part in parts},
        },
        {
            "names": situation.names([seat.person or seat.holder for seat in chairs] or leaders),
            "sector": least.code if known and least is not None else None,
            "mean": lowest.get(least.code) if known and least is not None else None,
            "sectors": tuple(missing),
        },
    )


def _chairs(situation: Situation) -> list[Seat]:
    steering = {body.id for body in situation.affairs.bodies if body.body_kind == BodyKind.STEERING_COMMITTEE}
    return [seat for seat in situation.snapshot.seats if seat.body in steering and seat.role == BodyRole.CHAIR]


def _named(situation: Situation) -> set[str]:
    """Whom the newest round of the survey asks about; nobody where it asks about several, or does not say whom."""
    asked = [one for one in situation.affairs.ratings if one.rating_kind == RatingKind.ACCEPTANCE]
    last = {one.subject for one in asked if one.survey_round == asked[0].survey_round}
    return {one for one in last if one is not None} if len(last) == 1 else set()
