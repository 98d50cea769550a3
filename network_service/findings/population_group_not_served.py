"""Rule: groups of the population that nobody serves."""

from collections import defaultdict

from network_service.findings.finding import Finding, Subject
from network_service.findings.listing import listed
from network_service.findings.open_issues import DONE
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.surroundings import PopulationAffairs
from network_service.snapshot.model import Snapshot


def population_group_not_served(_snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each kind of population with a group that no actor, member or not, and no service serves.

    Groups are recorded by kind and area, some hundred in a province, so that those of one kind are told together; one
    whose kind is not recorded is told alone. A service that is completed or cancelled serves nobody. Absence answers
    once it is recorded of anybody whom they serve. Affected: 0: those concerned are no actors of the network.
    """
    served = {group for actor in affairs.actors for group in actor.serves}
    served |= {group for service in affairs.services if service.status not in DONE for group in service.serves}
    if not served:
        return []
    recorded: defaultdict[Subject, list[PopulationAffairs]] = defaultdict(list)
    for group in affairs.population_groups:
        kind = group.population_kind
        alone = Subject("population_group", group.id, group.name)
        recorded[alone if kind is None else Subject("population_kind", kind, kind)].append(group)
    found = []
    for subject, groups in sorted(recorded.items(), key=lambda pair: pair[0].id):
        unserved = [group for group in groups if group.id not in served]
        if not unserved:
            continue
        found.append(
            Finding(
                rule="population_group_not_served",
                severity=severity_of(thresholds, members=0),
                subjects=(subject,),
                evidence={
                    "groups": len(groups),
                    "not_served": len(unserved),
                    "groups_not_served": tuple(group.id for group in unserved),
                },
                parameters={
                    "count": len(unserved),
                    "of": len(groups),
                    **listed("groups", (group.name for group in unserved), thresholds.names_listed),
                },
                members_affected=0,
            )
        )
    return found
