"""Rule: a certified member that takes part in nothing."""

from network_service.domain.vocabulary import WorkStatus
from network_service.findings.finding import Finding, Subject
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.calendar import months_before
from network_service.process.steps.allocate_roles import tasks_of
from network_service.snapshot.affairs.held import actors_of
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def paper_member(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each certified member without a tie in U, a part in a task, or an activity of late.

    Of late is within `recent_months`. What a person does counts for the actor it speaks for. Absence answers only for
    what is recorded at all: nothing is said while no tie, nobody's part in a task, or no activity of late with its
    participants is recorded. A member of an activity whose day nobody noted is not judged; their number is said.
    Affected: 1. Major where it is a linker or a manager, or one speaks for it; else minor.
    """
    since = months_before(snapshot.as_of, thresholds.recent_months)
    busy = {actor for task in tasks_of(affairs) for actor in actors_of(task.parts)}
    lately: set[str] = set()
    undated: set[str] = set()
    for activity in affairs.activities:
        if activity.status == WorkStatus.CANCELLED:
            continue
        if activity.held_on is None:
            undated |= actors_of(activity.participants)
        elif since <= activity.held_on <= snapshot.as_of:
            lately |= actors_of(activity.participants)
    if not len(snapshot.undirected) or not busy or not lately:
        return []
    actors, key = snapshot.actors, key_actors(snapshot)
    alone = {actor for actor, degree in zip(actors.ids, snapshot.undirected_degrees, strict=True) if not degree}
    idle = (alone & snapshot.certified) - busy - lately
    return [
        Finding(
            rule="paper_member",
            severity=severity_of(thresholds, members=1, key_subject=actor in key),
            subjects=(Subject("actor", actor, actors.names[actors.index[actor]]),),
            evidence={
                "ties": 0,
                "tasks": 0,
                "activities": 0,
                "months": thresholds.recent_months,
                "certified": len(snapshot.certified),
                "not_judged": len(idle & undated),
            },
            parameters={
                "name": actors.names[actors.index[actor]],
                "count": thresholds.recent_months,
                "unknown": len(idle & undated),
            },
            members_affected=1,
        )
        for actor in sorted(idle - undated)
    ]
