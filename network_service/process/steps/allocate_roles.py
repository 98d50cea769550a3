"""Step 6: the tasks of the network, and who has which part in them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from network_service.domain.vocabulary import AreaLevel, Responsibility, WorkStatus
from network_service.process.condition import Condition, Responsible, Step
from network_service.process.judging import State, at_least, at_most, gini, none_missing, share
from network_service.process.situation import Situation
from network_service.snapshot.affairs.actors import ActorAffairs
from network_service.snapshot.affairs.held import actors_of
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.work import TaskAffairs

CARRIED = frozenset({Responsibility.RESPONSIBLE, Responsibility.ACCOUNTABLE})
"""Parts that are a load; to be asked or told is none."""
_EVERYWHERE = frozenset({AreaLevel.NATIONAL, AreaLevel.PROVINCE})


def allocate_roles(situation: Situation) -> Step:
    """Each task has one who answers for it and one who does it; parts are spread, suit the actor, and are even.

    Tasks are those that were not cancelled. Parts count once any part in a task is recorded.
    """
    tasks = tasks_of(situation.affairs)
    return Step(
        "allocate_roles",
        (
            _one_accountable(situation, tasks),
            _members_with_role(situation, tasks),
            _matching(situation, tasks),
            _even_load(situation),
        ),
    )


def tasks_of(affairs: Affairs) -> list[TaskAffairs]:
    """The tasks of the network that were not cancelled."""
    return [task for task in affairs.tasks if task.status != WorkStatus.CANCELLED]


def loads(affairs: Affairs) -> dict[str, int]:
    """The number of tasks that each actor carries: does or answers for; those who carry none are not in it."""
    carried = Counter(
        actor for task in tasks_of(affairs) for actor in actors_of(part for part in task.parts if part.role in CARRIED)
    )
    return dict(carried)


def _one_accountable(situation: Situation, tasks: list[TaskAffairs]) -> Condition:
    """Each task has exactly one who is accountable, and at least one who is responsible."""
    known = any(task.parts for task in tasks)
    roles = {task.id: Counter(part.role for part in task.parts) for task in tasks}
    wrong = sorted(
        task
        for task, count in roles.items()
        if count[Responsibility.ACCOUNTABLE] != 1 or not count[Responsibility.RESPONSIBLE]
    )
    return Condition(
        "task_accountable",
        none_missing(len(wrong), 0) if known else State.UNKNOWN,
        len(tasks) - len(wrong) if known else None,
        len(tasks),
        Responsible.NETWORK_MANAGER,
        {"tasks": len(tasks), "tasks_wrong": tuple(wrong)},
        {"names": situation.names(wrong)},
    )


def _members_with_role(situation: Situation, tasks: list[TaskAffairs]) -> Condition:
    """Enough of the members have a part in some task, themselves or through a person who speaks for them."""
    busy = {actor for task in tasks for actor in actors_of(task.parts)} & situation.sector.keys()
    known = any(task.parts for task in tasks)
    value = share(len(busy), len(situation.sector)) if known else None
    return Condition(
        "members_with_role",
        at_least(value, situation.standards.members_with_role),
        value,
        situation.standards.members_with_role,
        Responsible.NETWORK_MANAGER,
        {
            "members": len(situation.sector),
            "with_role": len(busy),
            "without_role": tuple(sorted(situation.sector.keys() - busy)),
        },
        {"count": len(situation.sector) - len(busy)},
    )


def _matching(situation: Situation, tasks: list[TaskAffairs]) -> Condition:
    """Enough assignments suit the actor: its declared resource or its field of activity, and its area.

    Declared are the resources it offers or lets others use. Areas suit where one lies in the other; an actor of the
    whole province or country works everywhere. An assignment of which too little is recorded is not judged.
    """
    suiting = Suiting.of(situation)
    judged: dict[bool | None, list[str]] = {True: [], False: [], None: []}
    for task in tasks:
        for part in task.parts:
            actor = situation.affairs.actor.get(part.actor or "")
            judged[None if actor is None else suiting.suits(task, actor)].append(task.id)
    decided = len(judged[True]) + len(judged[False])
    cover = decided / (decided + len(judged[None])) if decided else 0.0
    value = share(len(judged[True]), decided) if cover >= situation.standards.data_cover else None
    return Condition(
        "matching_assignments",
        at_least(value, situation.standards.matching_assignments),
        value,
        situation.standards.matching_assignments,
        Responsible.NETWORK_MANAGER,
        {
            "assignments": decided + len(judged[None]),
            "matching": len(judged[True]),
            "not_judged": len(judged[None]),
            "cover": cover,
            "tasks_not_matching": tuple(sorted(set(judged[False]))),
        },
        {"count": len(judged[False]), "names": situation.names(judged[False]), "unknown": len(judged[None])},
    )


def _even_load(situation: Situation) -> Condition:
    """The tasks are spread evenly among those who carry any: whoever carries none is counted by its own condition."""
    load = loads(situation.affairs)
    value, most = gini(load.values()), situation.standards.load_inequality
    heaviest = max(load.values(), default=0)
    return Condition(
        "even_load",
        at_most(value, most),
        value,
        most,
        Responsible.NETWORK_MANAGER,
        {"carrying": len(load), "heaviest": heaviest},
        {"count": heaviest, "names": situation.names(actor for actor, count in load.items() if count == heaviest)},
    )


@dataclass(frozen=True, slots=True)
class Suiting:
    """What is needed to tell whether a task suits an actor."""

    resources: dict[str, set[str]]
    code: dict[str, str | None]

    @classmethod
    def of(cls, situation: Situation) -> "Suiting":
        """The resources that actors declare, and the codes of areas."""
        affairs = situation.affairs
        resources = {actor.id: set(actor.offers) for actor in affairs.actors}
        for flow in affairs.flows:
            resources.setdefault(flow.source, set()).add(flow.resource_kind)
        return cls(resources, {area.id: area.area_code for area in affairs.areas})

    def suits(self, task: TaskAffairs, actor: ActorAffairs) -> bool | None:
        """Whether a task suits an actor, by what it is made of and by its area; `None`: too little is recorded."""
        return _both(self._by_kind(task, actor), self._by_area(task, actor))

    def _by_kind(self, task: TaskAffairs, actor: ActorAffairs) -> bool | None:
        """Once any resource is recorded, an actor that declares none has none; a field that nobody noted is unknown."""
        if task.resource_kind is None and task.activity_field is None:
            return None
        if task.resource_kind in self.resources.get(actor.id, ()):
            return True
        if task.activity_field is not None and task.activity_field == actor.activity_field:
            return True
        by_resource = None if task.resource_kind is not None and not any(self.resources.values()) else False
        by_field = None if task.activity_field is not None and actor.activity_field is None else False
        return None if None in (by_resource, by_field) else False

    def _by_area(self, task: TaskAffairs, actor: ActorAffairs) -> bool | None:
        if task.area is None:
            return None
        if task.area in actor.operates_in or (not actor.operates_in and actor.area_level in _EVERYWHERE):
            return True
        wanted, codes = self.code.get(task.area), [self.code.get(area) for area in actor.operates_in]
        if wanted is None or not codes or None in codes:
            return None
        return _overlaps(wanted, (code for code in codes if code is not None))


def _overlaps(wanted: str, codes: Iterable[str]) -> bool:
    """Whether one area lies in the other: the digits of a code begin with those of what it lies in."""
    return any(code.startswith(wanted) or wanted.startswith(code) for code in codes)


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True
