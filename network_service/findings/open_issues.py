"""The public issues still being worked on, and whom among the members each concerns."""

from network_service.domain.vocabulary import WorkStatus
from network_service.findings.members import members_among
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.work import IssueAffairs
from network_service.snapshot.model import Snapshot

DONE = frozenset({WorkStatus.COMPLETED, WorkStatus.CANCELLED})
"""Work with one of these statuses asks for nothing more."""


def open_issues(affairs: Affairs) -> tuple[IssueAffairs, ...]:
    """The issues that are neither completed nor cancelled; one without a status is open."""
    return tuple(issue for issue in affairs.issues if issue.status not in DONE)


def members_concerned(snapshot: Snapshot, issue: IssueAffairs) -> int:
    """Number of members that work on an issue or have a stake in it."""
    staked = frozenset(issue.stakeholders) & snapshot.actors.index.keys()
    return len(staked | members_among(snapshot, issue.workers))
