"""What is written and signed: agreements with their stages, and instruments such as orders."""

from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from network_service.domain.agreement_stages import stages_of
from network_service.domain.keys import citation
from network_service.domain.nodes.actors import Named
from network_service.domain.record import Day, Node, RecordId, Text
from network_service.domain.thai.dates import ERA_OFFSET
from network_service.domain.vocabulary import (
    AgreementKind,
    Coded,
    InstrumentKind,
    ResourceKind,
    label,
)

NOTICE_DAYS = 90
"""Days before its end at which the parties of an agreement must be warned (source report 3.3.4(6): three months)."""


class Agreement(Named):
    """An agreement between members; its term is its validity (`valid_from` to `valid_to`)."""

    kind: Literal["agreement"] = "agreement"
    agreement_kind: AgreementKind
    objective: Text | None = None
    signed_on: Day | None = None
    stage: Annotated[str, Coded("agreement_stage")] | None = None
    indicators: tuple[Text, ...] = ()
    resource_kinds: tuple[ResourceKind, ...] = ()
    budget_baht: Annotated[int, Field(ge=0)] | None = None
    monitoring: Text | None = None
    annex_written_jointly: bool | None = None
    consultation_record: Annotated[str, Coded("consultation_record")] | None = None
    service_standard: Text | None = None
    costing: Annotated[str, Coded("costing")] | None = None
    evaluation_side: Annotated[str, Coded("evaluation_side")] | None = None
    evaluation_timing: Annotated[str, Coded("evaluation_timing")] | None = None
    evaluators_of_all_sides: bool | None = None
    partnership_body: RecordId | None = None
    accountability: Text | None = None

    @model_validator(mode="after")
    def _signed_before_it_ends(self) -> Self:
        if self.signed_on and self.valid_to and self.signed_on >= self.valid_to:
            raise ValueError("record.signed_after_end")
        return self

    @model_validator(mode="after")
    def _stage_of_its_kind(self) -> Self:
        if self.stage is not None and not has_stage(self.agreement_kind, self.stage):
            raise ValueError("agreement.stage_of_other_kind")
        return self

    def notice_due_on(self, days: int = NOTICE_DAYS) -> date | None:
        """The day on which its parties must know that it ends; `None` where it has no end."""
        return None if self.valid_to is None else self.valid_to - timedelta(days=days)

    def is_ending(self, day: date, days: int = NOTICE_DAYS) -> bool:
        """Whether it is in force on a day and ends within so many days."""
        notice = self.notice_due_on(days)
        return notice is not None and notice <= day and self.holds_on(day)


def has_stage(kind: AgreementKind, stage: str) -> bool:
    """Whether agreements of a kind pass through a stage; memoranda and public action contracts have none."""
    return any(one.code == stage for one in stages_of(kind))


class AgreementStage(Node):
    """One stage of an agreement: when it is due, and when it was done. Stages may overlap, so that days rule."""

    kind: Literal["agreement_stage"] = "agreement_stage"
    agreement: RecordId
    stage: Annotated[str, Coded("agreement_stage")]
    due_on: Day | None = None
    done_on: Day | None = None

    @property
    def display_name(self) -> str:
        """The stage in Thai."""
        return label("agreement_stage", self.stage, "th")


class Instrument(Named):
    """An order, a certificate or minutes; in force through its validity, superseded by ties of that kind.

    `year` is the calendar year of its number, of the common era.
    """

    kind: Literal["instrument"] = "instrument"
    instrument_kind: InstrumentKind
    number: Text | None = None
    year: Annotated[int, Field(ge=1941, le=2399)] | None = None
    signed_on: Day | None = None
    signed_by: Text | None = None
    file_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None

    @property
    def citation(self) -> str | None:
        """Number and Buddhist year as papers cite it, such as 12/2569; `None` where either is missing."""
        return citation(self.number or "", self.year)

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.signed_on and self.valid_to and self.signed_on >= self.valid_to:
            raise ValueError("record.signed_after_end")
        # Orders are numbered by calendar year: regulation on correspondence, form 4.
        is_order = self.instrument_kind is InstrumentKind.ORDER
        cited = self.citation
        if is_order and self.signed_on and cited and not cited.endswith(f"/{self.signed_on.year + ERA_OFFSET}"):
            raise ValueError("instrument.year_differs")
        return self
