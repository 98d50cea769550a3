"""What lies around the network: areas, groups of the population, and the results of surveys."""

from dataclasses import dataclass
from datetime import date

from network_service.snapshot.affairs.held import Held, day
from network_service.snapshot.people import shown_name


@dataclass(frozen=True, slots=True)
class AreaAffairs:
    """An area; the digits of its code begin with those of the area it lies in."""

    id: str
    name: str
    area_level: str | None
    area_code: str | None


@dataclass(frozen=True, slots=True)
class PopulationAffairs:
    """A group of the population, of an area or of the province."""

    id: str
    name: str
    population_kind: str | None
    area: str | None


@dataclass(frozen=True, slots=True)
class RatingAffairs:
    """A mean over the raters of one sector; it is not there where fewer than five answered."""

    rating_kind: str
    subject: str | None
    rater_sector: str | None
    target_sector: str | None
    survey_round: str | None
    surveyed_on: date | None
    asked: int | None
    raters: int | None
    mean: float | None


def read_areas(held: Held) -> tuple[AreaAffairs, ...]:
    """All areas, ordered by id."""
    rows = held.reading.rows(["area"], ["id", "name", "visibility", "area_level", "area_code"])
    return tuple(AreaAffairs(area, shown_name(name, seen), level, code) for area, name, seen, level, code in rows)


def read_population(held: Held) -> tuple[PopulationAffairs, ...]:
    """All groups of the population, ordered by id."""
    rows = held.reading.rows(["population_group"], ["id", "name", "visibility", "population_kind", "area"])
    return tuple(PopulationAffairs(group, shown_name(name, seen), kind, area) for group, name, seen, kind, area in rows)


_RATING = (
    *("rating_kind", "subject", "rater_sector", "target_sector", "survey_round", "surveyed_on"),
    *("asked", "raters", "mean"),
)


def read_ratings(held: Held, today: date) -> tuple[RatingAffairs, ...]:
    """The results of surveys up to today: newest first within a kind, then by whom and about whom."""
    found = [
        RatingAffairs(kind, subject, rater, target, survey, day(surveyed), asked, raters, mean)
        for kind, subject, rater, target, survey, surveyed, asked, raters, mean in held.reading.rows(
            ["rating"], _RATING
        )
    ]
    return tuple(sorted((one for one in found if (one.surveyed_on or date.min) <= today), key=_newest_first))


def _newest_first(one: RatingAffairs) -> tuple[str | int, ...]:
    return (
        one.rating_kind,
        -(one.surveyed_on or date.min).toordinal(),
        one.survey_round or "",
        one.subject or "",
        one.rater_sector or "",
        one.target_sector or "",
    )
