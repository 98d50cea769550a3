"""What no longer holds on the day and yet tells of the year: resources that flowed, issues and plans of the time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from network_service.domain.nodes import Issue, Plan
from network_service.domain.record import Record
from network_service.domain.ties import Concerns, SharesResource
from network_service.snapshot.affairs.collaboration import Flow
from network_service.snapshot.affairs.held import Held
from network_service.snapshot.people import shown_name


@dataclass(frozen=True, slots=True)
class EndedFlow:
    """A flow that held until the day before `ended_on`."""

    flow: Flow
    ended_on: date


@dataclass(frozen=True, slots=True)
class EndedWork:
    """An issue or plan that held from `since`, empty before the records, until the day before `ended_on`."""

    id: str
    name: str
    kind: str
    has_objective: bool
    decided_on: date | None
    since: date | None
    ended_on: date


def read_ended_flows(held: Held, today: date) -> tuple[EndedFlow, ...]:
    """The flows that have ended by the day, by source, target, kind and end; whose ends may have left since."""
    found = [
        EndedFlow(Flow(one.source, one.target, one.resource_kind.value, one.valid_from), ended)
        for one, ended in _ended(held, "shares_resource", today)
        if isinstance(one, SharesResource)
    ]
    return tuple(
        sorted(found, key=lambda one: (one.flow.source, one.flow.target, one.flow.resource_kind, one.ended_on))
    )


def read_ended_work(held: Held, today: date) -> tuple[EndedWork, ...]:
    """The issues and plans that have ended by the day, ordered by id."""
    found = [
        EndedWork(
            id=one.id,
            name=shown_name(one.name, one.visibility),
            kind=one.kind,
            has_objective=one.objective is not None,
            decided_on=one.decided_on,
            since=one.valid_from,
            ended_on=ended,
        )
        for kind in ("issue", "plan")
        for one, ended in _ended(held, kind, today)
        if isinstance(one, Issue | Plan)
    ]
    return tuple(sorted(found, key=lambda one: one.id))


def read_ended_concerns(held: Held, today: date) -> list[tuple[str, str]]:
    """Activity and what it was about, of the ties that ended, as they do when what they are about ends."""
    return [(one.source, one.target) for one, _ in _ended(held, "concerns", today) if isinstance(one, Concerns)]


def _ended(held: Held, kind: str, today: date) -> Iterator[tuple[Record, date]]:
    for one in held.reading.whole_records([kind]):
        if one.valid_to is not None and one.valid_to <= today:
            yield one, one.valid_to
