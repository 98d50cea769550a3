"""What the network works on: public issues, plans, services, activities and tasks."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from network_service.domain.nodes.actors import Named
from network_service.domain.record import Day, RecordId, Text
from network_service.domain.vocabulary import Coded, Iap2Level, Origin, ResourceKind, Sector, WorkStatus

Score = Annotated[int, Field(ge=1, le=5)]
"""A judgement from 1 to 5, entered by people."""


class Work(Named):
    """Something the network does or deals with."""

    status: WorkStatus | None = None
    initiator_sector: Sector | None = None
    objective: Text | None = None


class Issue(Work):
    """A public issue of the area (source report 3.4.3, 3.4.5) and the sectors that have a stake in it.

    Stakeholders that are groups, organisations or population groups are ties of the kind `stakeholder_of`.
    """

    kind: Literal["issue"] = "issue"
    decided_on: Day | None = None
    stakeholder_sectors: tuple[Sector, ...] = ()
    obstacles: tuple[Annotated[str, Coded("obstacle")], ...] = ()


class Plan(Work):
    """A development plan of the province, the cluster or another."""

    kind: Literal["plan"] = "plan"
    plan_kind: Annotated[str, Coded("plan_kind")] | None = None
    fiscal_year: Annotated[int, Field(ge=1941, le=2399)] | None = None
    decided_on: Day | None = None


class Service(Work):
    """A public service: its nature, who provides and how it is paid; three fit ratings entered by people."""

    kind: Literal["service"] = "service"
    service_nature: Annotated[str, Coded("service_nature")] | None = None
    activity_field: Annotated[str, Coded("activity_field")] | None = None
    provider_type: Annotated[str, Coded("provider_type")] | None = None
    funding_mode: Annotated[str, Coded("funding_mode")] | None = None
    fit_mission: Score | None = None
    fit_participation_level: Score | None = None
    fit_public_capacity: Score | None = None


class Activity(Work):
    """An activity in which people took part, on every scale of participation that somebody entered.

    The scales are kept as entered: none is derived from another. `promise` is what the public was told its part would
    be, `promise_kept` whether that came true.
    """

    kind: Literal["activity"] = "activity"
    held_on: Day | None = None
    ended_on: Day | None = None
    participants: Annotated[int, Field(ge=0)] | None = None
    iap2_level: Iap2Level | None = None
    promise: Text | None = None
    promise_kept: bool | None = None
    iap2_techniques: tuple[Annotated[str, Coded("iap2_technique")], ...] = ()
    ladder_rung: Annotated[str, Coded("ladder_rung")] | None = None
    interaction_form: Annotated[str, Coded("interaction_form")] | None = None
    public_role: Annotated[str, Coded("public_role")] | None = None
    participation_form: Annotated[str, Coded("participation_form")] | None = None
    coproduction_stage: Annotated[str, Coded("coproduction_stage")] | None = None
    coproduction_activities: tuple[Annotated[str, Coded("coproduction_activity")], ...] = ()
    sustainable_stages: tuple[Annotated[str, Coded("sustainable_stage")], ...] = ()
    area_mode: Annotated[str, Coded("area_mode")] | None = None
    tools: tuple[Annotated[str, Coded("participation_tool")], ...] = ()
    origin: Origin | None = None
    mediation: Annotated[str, Coded("mediation")] | None = None
    formality: Annotated[str, Coded("formality")] | None = None
    engagement_scope: Annotated[str, Coded("engagement_scope")] | None = None
    engagement_points: Annotated[str, Coded("engagement_points")] | None = None
    feedback_published_on: Day | None = None

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.held_on and self.ended_on and self.ended_on < self.held_on:
            raise ValueError("activity.ends_before_start")
        if self.held_on and self.feedback_published_on and self.feedback_published_on < self.held_on:
            raise ValueError("activity.feedback_before_activity")
        return self


class Task(Work):
    """A task of the network, for which members are responsible, accountable, consulted or informed."""

    kind: Literal["task"] = "task"
    resource_kind: ResourceKind | None = None
    activity_field: Annotated[str, Coded("activity_field")] | None = None
    area: RecordId | None = None
    due_on: Day | None = None
