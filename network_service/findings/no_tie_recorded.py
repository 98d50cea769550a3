"""Rule: a network of which no tie is recorded, so that nothing can be said of its structure."""

from network_service.findings.finding import Finding
from network_service.findings.network_itself import the_network
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def no_tie_recorded(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding where two members or more are shown and no tie in U between any of them is recorded.

    What nobody recorded is not known: the rules and conditions that judge ties are silent or not known then, and this
    finding says why. Affected: all members. Major where they are three or more; never critical, as no gate is known to
    fail by it.
    """
    members = len(snapshot.actors)
    if members < 2 or len(snapshot.undirected):
        return []
    return [
        Finding(
            rule="no_tie_recorded",
            severity=severity_of(thresholds, members=members),
            subjects=the_network(affairs),
            evidence={"ties": 0, "members": members},
            parameters={"count": members},
            members_affected=members,
        )
    ]
