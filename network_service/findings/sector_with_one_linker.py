"""Rule: a sector that only one linker joins to the others, with nobody to stand in."""

from collections import defaultdict

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.sectors import in_vocabulary_order, members_by_sector
from network_service.findings.severity import severity_of_sector
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Linker, Snapshot


def sector_with_one_linker(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each sector that has members and exactly one designated linker, whichever groups it links.

    A linker of several sectors counts for each. A sector without any is told by `sector_without_linker`. Linkers whose
    sector is not known may be of this one: their number is said.

    Affected: the members of the sector. Major where the sector is a required one, else minor. Never critical: the steps
    ask for one linker a sector.
    """
    members = members_by_sector(snapshot)
    linkers: dict[str | None, dict[str, Linker]] = defaultdict(dict)
    for linker in snapshot.linkers:
        linkers[linker.sector][linker.id] = linker
    placed = {linker for sector, own in linkers.items() if sector is not None for linker in own}
    unknown = len(linkers[None].keys() - placed)
    found = []
    for sector in in_vocabulary_order(members):
        if len(linkers[sector]) != 1:
            continue
        [linker] = linkers[sector].values()
        found.append(
            Finding(
                rule="sector_with_one_linker",
                severity=severity_of_sector(thresholds, sector, members=members[sector]),
                subjects=(Subject("sector", sector, sector),),
                evidence={
                    "linkers": 1,
                    "linker": linker.id,
                    "members": members[sector],
                    "linkers_sector_not_known": unknown,
                },
                parameters={"sector": sector, "name": linker.name, "count": members[sector], "unknown": unknown},
                members_affected=members[sector],
            )
        )
    return found
