"""Rule: too many ties that only one side told of."""

from network_service.findings.finding import Finding
from network_service.findings.network_itself import the_network
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.doubt import told_pairs
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def one_sided_reports(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for the whole network, where more than `one_sided_share` of the ties are one side's word.

    Of those ties of collaboration that both sides could have told, as each of them declared something; a tie declared
    mutual is both sides' word. Below `one_sided_pairs` such ties a share says little, and so does the rule. Ties to
    those who declared nothing are not judged: their number is said. Affected: the members with such a tie.
    """
    by_both, by_one = told_pairs(snapshot, affairs)
    pairs = len(by_both) + len(by_one)
    if pairs < thresholds.one_sided_pairs or len(by_one) <= thresholds.one_sided_share * pairs:
        return []
    members = snapshot.actors.index.keys()
    all_pairs = {frozenset((one.source, one.target)) for one in affairs.collaboration}
    unknown = sum(pair <= members for pair in all_pairs) - pairs
    affected = len({actor for pair in by_one for actor in pair})
    return [
        Finding(
            rule="one_sided_reports",
            severity=severity_of(thresholds, members=affected),
            subjects=the_network(affairs),
            evidence={
                "ties": pairs,
                "one_sided": len(by_one),
                "share": len(by_one) / pairs,
                "most_share": thresholds.one_sided_share,
                "ties_not_judged": unknown,
            },
            parameters={
                "count": len(by_one),
                "of": pairs,
                "percent": 100 * len(by_one) / pairs,
                "most": 100 * thresholds.one_sided_share,
                "unknown": unknown,
            },
            members_affected=affected,
        )
    ]
