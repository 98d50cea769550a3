"""Rule: a public issue of which no sector is identified as having a stake."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.open_issues import members_concerned, open_issues
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def issue_without_sectors(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each open issue of which neither a sector nor a group or organisation is named as a stakeholder.

    A group or organisation stands for its sector, also where that is not known yet; groups of the population alone are
    of no sector (case `population_only`). Absence answers once stakeholders of some issue are recorded. Affected: the
    members that work on it. Never critical: step 1 asks that stakeholders belong to the network, and of an issue whose
    stakeholders nobody identified it cannot tell.
    """
    if not any(issue.stakeholder_sectors or issue.stakeholders for issue in affairs.issues):
        return []
    still_open = open_issues(affairs)
    found = []
    for issue in still_open:
        if issue.stakeholder_sectors or issue.stakeholders:
            continue
        affected = members_concerned(snapshot, issue)
        found.append(
            Finding(
                rule="issue_without_sectors",
                severity=severity_of(thresholds, members=affected),
                subjects=(Subject("issue", issue.id, issue.name),),
                evidence={
                    "stakeholder_sectors": 0,
                    "stakeholders": 0,
                    "population_groups": len(issue.population_groups),
                    "open_issues": len(still_open),
                },
                parameters={"name": issue.name, "count": len(issue.population_groups)},
                members_affected=affected,
                case="population_only" if issue.population_groups else None,
            )
        )
    return found
