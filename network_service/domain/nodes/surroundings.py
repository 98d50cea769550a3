"""What surrounds the network: areas, groups of the population, assessment rounds and results of surveys."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from network_service.domain.nodes.actors import Named
from network_service.domain.record import Day, Figure, Node, RecordId, Text
from network_service.domain.vocabulary import (
    AreaLevel,
    AssessmentPhase,
    Coded,
    RatingKind,
    Sector,
    Visibility,
    label,
)

SMALLEST_CELL = 5
"""Persons or raters below which no figure is kept: fewer could be recognised."""


class Area(Named):
    """A province, district, sub-district or village; its code is that of the Department of Provincial Administration.

    A district's code has four digits, a sub-district's six; the first digits are those of what it lies in.
    Points are in degrees.
    """

    kind: Literal["area"] = "area"
    area_level: AreaLevel | None = None
    area_code: Annotated[str, Field(pattern=r"^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{8})$")] | None = None
    latitude: Annotated[Figure, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[Figure, Field(ge=-180, le=180)] | None = None


class PopulationGroup(Named):
    """A group of the population that services are for, counted by area: never a list of people."""

    kind: Literal["population_group"] = "population_group"
    population_kind: Annotated[str, Coded("population_group")] | None = None
    area: RecordId | None = None
    persons: Annotated[int, Field(ge=0)] | None = None
    counted_on: Day | None = None

    @model_validator(mode="after")
    def _nobody_recognisable(self) -> Self:
        if self.persons is not None and 0 < self.persons < SMALLEST_CELL:
            raise ValueError("population.too_few")
        return self


class AssessmentRound(Named):
    """One round of the assessment of provincial networks (sources S1 2.2, S2 1.2)."""

    kind: Literal["assessment_round"] = "assessment_round"
    fiscal_year: Annotated[int, Field(ge=1941, le=2399)] | None = None
    phase: AssessmentPhase | None = None


class Rating(Node):
    """A result of a survey: a mean over raters, never one person's answer.

    Ratings of trust are of one sector (`rater_sector`) about another (`target_sector`); the others have a `subject`.
    """

    default_visibility: ClassVar[Visibility] = Visibility.RESTRICTED

    kind: Literal["rating"] = "rating"
    rating_kind: RatingKind
    subject: RecordId | None = None
    rater_sector: Sector | None = None
    target_sector: Sector | None = None
    survey_round: Text | None = None
    surveyed_on: Day | None = None
    asked: Annotated[int, Field(ge=0)] | None = None
    raters: Annotated[int, Field(ge=0)] | None = None
    mean: Annotated[Figure, Field(ge=1, le=5)] | None = None

    @property
    def display_name(self) -> str:
        """What was rated, in Thai."""
        return label("rating_kind", self.rating_kind, "th")

    @model_validator(mode="after")
    def _raters_enough(self) -> Self:
        if self.asked is not None and self.raters is not None and self.raters > self.asked:
            raise ValueError("rating.more_raters_than_asked")
        if self.mean is not None and (self.raters is None or self.raters < SMALLEST_CELL):
            raise ValueError("rating.too_few_raters")
        return self
