"""Rule: a sector that nobody is designated to link to the others."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.sectors import in_vocabulary_order, members_by_sector
from network_service.findings.severity import STEP_LINKERS, severity_of_sector
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def sector_without_linker(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each sector that has active members and no designated linker, accepted or not.

    Affected: its members. A required sector: critical, as step 2 asks that each has a linker; but major where a linker
    of unknown sector may be its own (said as a number), or where no linker at all is recorded (case `none_recorded`:
    absence answers only once some linker is recorded). A sector that is not required: always minor.
    """
    members = members_by_sector(snapshot)
    served = {linker.sector for linker in snapshot.linkers}
    sector_by_linker: dict[str, bool] = {}
    for linker in snapshot.linkers:
        sector_by_linker[linker.id] = sector_by_linker.get(linker.id, False) or linker.sector is not None
    unknown = sum(not known for known in sector_by_linker.values())
    found = []
    for sector in in_vocabulary_order(members.keys() - served):
        required = sector in thresholds.required_sectors
        gate = STEP_LINKERS if required and snapshot.linkers and not unknown else None
        found.append(
            Finding(
                rule="sector_without_linker",
                severity=severity_of_sector(thresholds, sector, members=members[sector], gate=gate),
                subjects=(Subject("sector", sector, sector),),
                evidence={
                    "members": members[sector],
                    "linkers": 0,
                    "linkers_of_the_network": len(sector_by_linker),
                    "linkers_sector_not_known": unknown,
                    "gate": gate,
                },
                parameters={"sector": sector, "count": members[sector], "unknown": unknown},
                members_affected=members[sector],
                case=None if snapshot.linkers else "none_recorded",
            )
        )
    return found
