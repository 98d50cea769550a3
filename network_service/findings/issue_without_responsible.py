"""Rule: a public issue that nobody works on."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.open_issues import members_concerned, open_issues
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def issue_without_responsible(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each open issue that no person, group or organisation works on.

    Absence answers once somebody is recorded as working on an issue, plan or service. Affected: the members that have
    a stake in it. Never critical, as no building step asks for it.
    """
    workers = [one.workers for one in affairs.issues] + [one.workers for one in affairs.plans]
    if not any(workers + [one.workers for one in affairs.services]):
        return []
    still_open = open_issues(affairs)
    found = []
    for issue in still_open:
        if issue.workers:
            continue
        affected = members_concerned(snapshot, issue)
        found.append(
            Finding(
                rule="issue_without_responsible",
                severity=severity_of(thresholds, members=affected),
                subjects=(Subject("issue", issue.id, issue.name),),
                evidence={"responsible": 0, "members_with_a_stake": affected, "open_issues": len(still_open)},
                parameters={"name": issue.name},
                members_affected=affected,
            )
        )
    return found
