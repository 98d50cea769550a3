"""Rule: a required sector that has no member."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.sectors import in_vocabulary_order, members_by_sector, sector_not_known
from network_service.findings.severity import STEP_COMPOSITION, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def sector_without_members(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each required sector without an active member; an empty network has none, as nothing is known.

    The other rules about sectors speak of those present; without this one an absent sector would go unsaid. Step 1 asks
    for every required sector, so it is critical, unless there are members whose sector is not known: then the gate may
    hold, it is major, and their number is said. Affected: 0, as nobody is there yet.
    """
    if not len(snapshot.actors):
        return []
    unknown = sector_not_known(snapshot)
    gate = None if unknown else STEP_COMPOSITION
    present = members_by_sector(snapshot)
    return [
        Finding(
            rule="sector_without_members",
            severity=severity_of(thresholds, members=0, key_subject=True, gate=gate),
            subjects=(Subject("sector", sector, sector),),
            evidence={"members": 0, "actors": len(snapshot.actors), "sector_not_known": unknown, "gate": gate},
            parameters={"sector": sector, "count": len(snapshot.actors), "unknown": unknown},
            members_affected=0,
        )
        for sector in in_vocabulary_order(thresholds.required_sectors - present.keys())
    ]
