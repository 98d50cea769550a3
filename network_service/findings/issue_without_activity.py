"""Rule: a public issue about which nothing was held."""

from network_service.domain.vocabulary import WorkStatus
from network_service.findings.finding import Finding, Subject
from network_service.findings.open_issues import members_concerned, open_issues
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def issue_without_activity(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each open issue that no activity concerns, whenever held or planned; cancelled ones do not count.

    Absence answers once it is recorded of some activity what it concerns; the number of activities of which it is not
    recorded is said, as one of them may be about the issue. Affected: the members that work on the issue or have a
    stake in it. Never critical: participation is measured by a factor, not asked for by a step.
    """
    held = [activity for activity in affairs.activities if activity.status != WorkStatus.CANCELLED]
    concerned = {what for activity in held for what in activity.concerns}
    if not concerned:
        return []
    unknown = sum(not activity.concerns for activity in held)
    found = []
    for issue in open_issues(affairs):
        if issue.id in concerned:
            continue
        affected = members_concerned(snapshot, issue)
        found.append(
            Finding(
                rule="issue_without_activity",
                severity=severity_of(thresholds, members=affected),
                subjects=(Subject("issue", issue.id, issue.name),),
                evidence={"activities": 0, "activities_recorded": len(held), "activities_not_known": unknown},
                parameters={"name": issue.name, "count": len(held), "unknown": unknown},
                members_affected=affected,
            )
        )
    return found
