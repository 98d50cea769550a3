"""Rule: a member that carries far more tasks than others."""

from statistics import median

from network_service.findings.finding import Finding, Subject
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.steps.allocate_roles import loads
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def task_overload(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each actor that carries more than `overload_factor` times the median number of tasks.

    To carry a task is to do it or to answer for it, as step 6 counts it; the median is that of those who carry any, as
    with those who carry none it would be 0 in most networks. Tasks whose bearer is a person of unknown actor are in
    nobody's load, so that the true number can only be greater. Affected: 1 where it is a member. Major where it is a
    linker or a manager, or one speaks for it; else minor: step 6 asks for an even load on the whole, which is told by
    its own condition.
    """
    load = loads(affairs)
    if not load:
        return []
    middle, key = median(load.values()), key_actors(snapshot)
    found = []
    for actor, count in sorted(load.items()):
        if count <= thresholds.overload_factor * middle:
            continue
        affected = int(actor in snapshot.actors.index)
        found.append(
            Finding(
                rule="task_overload",
                severity=severity_of(thresholds, members=affected, key_subject=actor in key),
                subjects=(Subject("actor", actor, affairs.names[actor]),),
                evidence={
                    "tasks": count,
                    "median": middle,
                    "factor": thresholds.overload_factor,
                    "actors_with_tasks": len(load),
                },
                parameters={
                    "name": affairs.names[actor],
                    "count": count,
                    "median": float(middle),
                    "factor": thresholds.overload_factor,
                    "carrying": len(load),
                },
                members_affected=affected,
            )
        )
    return found
