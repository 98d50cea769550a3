"""What the network works on: issues, plans, services, tasks and activities, and who has which part in them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from network_service.snapshot.affairs.held import Held, Involved, day, gathered, listed, truth
from network_service.snapshot.people import shown_name


@dataclass(frozen=True, slots=True)
class IssueAffairs:
    """A public issue, the sectors, groups and organisations, and groups of the population identified as having a stake.

    `since` is the first day it holds: when it was put on the network's table.
    """

    id: str
    name: str
    status: str | None
    initiator_sector: str | None
    has_objective: bool
    decided_on: date | None
    since: date | None
    stakeholder_sectors: tuple[str, ...]
    stakeholders: tuple[str, ...]
    population_groups: tuple[str, ...]
    workers: tuple[Involved, ...]


@dataclass(frozen=True, slots=True)
class PlanAffairs:
    """A development plan and who works on it; `fiscal_year` is that of the common era in which it ends."""

    id: str
    name: str
    plan_kind: str | None
    fiscal_year: int | None
    status: str | None
    initiator_sector: str | None
    has_objective: bool
    decided_on: date | None
    workers: tuple[Involved, ...]


@dataclass(frozen=True, slots=True)
class ServiceAffairs:
    """A public service, who works on it and which groups of the population it serves."""

    id: str
    name: str
    status: str | None
    initiator_sector: str | None
    activity_field: str | None
    serves: tuple[str, ...]
    workers: tuple[Involved, ...]


@dataclass(frozen=True, slots=True)
class TaskAffairs:
    """A task of the network; the role of each who has a part is responsible, accountable, consulted or informed."""

    id: str
    name: str
    status: str | None
    resource_kind: str | None
    activity_field: str | None
    area: str | None
    due_on: date | None
    parts: tuple[Involved, ...]


@dataclass(frozen=True, slots=True)
class ActivityAffairs:
    """An activity: its level of participation, who took part, what it was about, which groups were present.

    `groups_present` are codes of kinds of group of the population.
    """

    id: str
    name: str
    status: str | None
    initiator_sector: str | None
    held_on: date | None
    iap2_level: str | None
    origin: str | None
    feedback_published_on: date | None
    promise_kept: bool | None
    participants: tuple[Involved, ...]
    concerns: tuple[str, ...]
    groups_present: tuple[str, ...]


_WORK = ["id", "name", "visibility", "status", "initiator_sector"]


def read_issues(
    held: Held, workers: dict[str, tuple[Involved, ...]], population: Collection[str]
) -> tuple[IssueAffairs, ...]:
    """The issues, ordered by id."""
    rows = held.reading.rows(["issue"], [*_WORK, "objective", "decided_on", "valid_from", "stakeholder_sectors"])
    actors = held.standing.actors.keys()
    ties = held.between("stakeholder_of", [], {row[0] for row in rows}, actors | frozenset(population))
    staked = gathered((issue, holder) for holder, issue in ties)
    return tuple(
        IssueAffairs(
            id=issue,
            name=shown_name(name, seen),
            status=status,
            initiator_sector=initiator,
            has_objective=objective is not None,
            decided_on=day(decided),
            since=day(since),
            stakeholder_sectors=listed(sectors),
            stakeholders=tuple(one for one in staked.get(issue, ()) if one in actors),
            population_groups=tuple(one for one in staked.get(issue, ()) if one not in actors),
            workers=workers.get(issue, ()),
        )
        for issue, name, seen, status, initiator, objective, decided, since, sectors in rows
    )


def read_plans(held: Held, workers: dict[str, tuple[Involved, ...]]) -> tuple[PlanAffairs, ...]:
    """The plans, ordered by id."""
    rows = held.reading.rows(["plan"], [*_WORK, "plan_kind", "fiscal_year", "objective", "decided_on"])
    return tuple(
        PlanAffairs(
            id=plan,
            name=shown_name(name, seen),
            plan_kind=kind,
            fiscal_year=year,
            status=status,
            initiator_sector=initiator,
            has_objective=objective is not None,
            decided_on=day(decided),
            workers=workers.get(plan, ()),
        )
        for plan, name, seen, status, initiator, kind, year, objective, decided in rows
    )


def read_services(
    held: Held, workers: dict[str, tuple[Involved, ...]], serves: dict[str, tuple[str, ...]]
) -> tuple[ServiceAffairs, ...]:
    """The services, ordered by id; `serves` are the groups of the population by who serves them."""
    rows = held.reading.rows(["service"], [*_WORK, "activity_field"])
    return tuple(
        ServiceAffairs(
            id=service,
            name=shown_name(name, seen),
            status=status,
            initiator_sector=initiator,
            activity_field=field,
            serves=serves.get(service, ()),
            workers=workers.get(service, ()),
        )
        for service, name, seen, status, initiator, field in rows
    )


def read_tasks(held: Held) -> tuple[TaskAffairs, ...]:
    """The tasks, ordered by id."""
    fields = ["id", "name", "visibility", "status", "resource_kind", "activity_field", "area", "due_on"]
    rows = held.reading.rows(["task"], fields)
    parts = held.involved("responsible_for", {row[0] for row in rows}, "responsibility")
    return tuple(
        TaskAffairs(task, shown_name(name, seen), status, resource, field, area, day(due), parts.get(task, ()))
        for task, name, seen, status, resource, field, area, due in rows
    )


_ACTIVITY = [*_WORK, "held_on", "iap2_level", "origin", "feedback_published_on", "promise_kept"]


def read_activities(
    held: Held, work: Collection[str], ended: Iterable[tuple[str, str]] = ()
) -> tuple[ActivityAffairs, ...]:
    """The activities, ordered by id; `work` are the issues, plans and services that hold or held.

    `ended` are ids of an activity and what it was about, where the tie between them has ended with that.
    """
    rows = held.reading.rows(["activity"], _ACTIVITY)
    activities = {row[0] for row in rows}
    participants = held.involved("participated_in", activities)
    about = held.between("concerns", ["population_groups_present"], work, activities)
    lapsed = ((activity, what) for activity, what in ended if activity in activities and what in work)
    concerns = gathered([*((activity, what) for activity, what, _ in about), *lapsed])
    present = gathered((activity, group) for activity, _, groups in about for group in listed(groups))
    return tuple(
        ActivityAffairs(
            id=activity,
            name=shown_name(name, seen),
            status=status,
            initiator_sector=initiator,
            held_on=day(held_on),
            iap2_level=level,
            origin=origin,
            feedback_published_on=day(feedback),
            promise_kept=truth(kept),
            participants=participants.get(activity, ()),
            concerns=concerns.get(activity, ()),
            groups_present=present.get(activity, ()),
        )
        for activity, name, seen, status, initiator, held_on, level, origin, feedback, kept in rows
    )
