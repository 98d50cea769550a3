"""Rule: a network manager from whom too few of the members are within two steps."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.managers import lead_managers
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.severity import STEP_MANAGER, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def manager_reach_too_short(snapshot: Snapshot, measures: MeasuredInDepth, thresholds: Thresholds) -> list[Finding]:
    """One finding for each lead manager whose actor has fewer than `manager_reach` of the others within two steps.

    A manager's ties are those of the actor it speaks for; where that is not known, or not among the members shown,
    or no tie is recorded at all, nothing is said.

    Affected: the members farther away than two steps. Critical where the manager is the only lead, as step 3 asks for
    that reach of the one lead manager; with several the step fails for another reason, and it is major.
    """
    if not len(snapshot.undirected):
        return []
    actors, leads = snapshot.actors, lead_managers(snapshot)
    gate = STEP_MANAGER if len({lead.id for lead in leads}) == 1 else None
    found = {}
    for lead in leads:
        place = actors.index.get(lead.actor or "")
        reach = None if place is None else measures.reach_2.values[place]
        if place is None or reach is None or reach >= thresholds.manager_reach:
            continue
        others = len(actors) - 1
        reached = round(reach * others)
        found[lead.id] = Finding(
            rule="manager_reach_too_short",
            severity=severity_of(thresholds, members=others - reached, key_subject=True, gate=gate),
            subjects=(Subject("person", lead.id, lead.name),),
            evidence={
                "reach": reach,
                "least_reach": thresholds.manager_reach,
                "reached": reached,
                "others": others,
                "gate": gate,
            },
            parameters={
                "name": lead.name,
                "actor": actors.names[place],
                "count": others - reached,
                "others": others,
                "percent": 100 * reach,
                "least_percent": 100 * thresholds.manager_reach,
            },
            members_affected=others - reached,
        )
    return list(found.values())
