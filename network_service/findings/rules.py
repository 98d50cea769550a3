"""Everything that all rules find in one network."""

from network_service.findings.finding import Finding, in_order
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.rules_of_affairs import RULES_OF_AFFAIRS, RULES_OF_READINESS
from network_service.findings.rules_of_gaps import RULES_OF_GAPS
from network_service.findings.rules_of_structure import RULES_OF_STRUCTURE
from network_service.findings.thresholds import Thresholds
from network_service.process.readiness import Readings
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def find_all(
    snapshot: Snapshot, affairs: Affairs, readings: Readings, measures: MeasuredInDepth, thresholds: Thresholds
) -> tuple[Finding, ...]:
    """What all rules find, the most severe first, then by members affected, then by id.

    Affairs and readings are those of the snapshot's own day and revision.
    """
    told = [
        *(found for rule in RULES_OF_GAPS for found in rule(snapshot, measures, thresholds)),
        *(found for rule in RULES_OF_STRUCTURE for found in rule(snapshot, measures, thresholds)),
        *(found for rule in RULES_OF_AFFAIRS for found in rule(snapshot, affairs, thresholds)),
    ]
    return in_order([*told, *(found for rule in RULES_OF_READINESS for found in rule(readings, told, thresholds))])
