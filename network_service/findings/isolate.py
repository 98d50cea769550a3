"""Rule: an actor without any recorded tie."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.sectors import members_by_sector
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def isolate(snapshot: Snapshot, measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each actor that no tie in U reaches, so that each can be followed until it is tied.

    While no tie is recorded at all nobody is known to have none, and nothing is said (`no_tie_recorded` does).

    Affected: 1. Major where the actor is a linker or a manager, one speaks for it, or it is the only member of a
    required sector (then that sector stands outside); else minor. Never critical: where many are cut off,
    `many_cut_off` says so once.
    """
    total = len(snapshot.actors)
    if not len(snapshot.undirected):
        return []
    actors, key, members = snapshot.actors, key_actors(snapshot), members_by_sector(snapshot)
    found = []
    for place in measures.components.isolates:
        actor, sector = actors.ids[place], actors.sectors[place]
        whole_sector = sector in thresholds.required_sectors and members[str(sector)] == 1
        found.append(
            Finding(
                rule="isolate",
                severity=severity_of(thresholds, members=1, key_subject=whole_sector or actor in key),
                subjects=(Subject("actor", actor, actors.names[place]),),
                evidence={"ties": 0, "actors": total, "sector": sector, "only_member_of_its_sector": whole_sector},
                parameters={"name": actors.names[place], "count": total - 1},
                members_affected=1,
            )
        )
    return found
