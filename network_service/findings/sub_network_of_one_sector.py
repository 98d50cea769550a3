"""Rule: a sub-network whose members all come from one sector."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def sub_network_of_one_sector(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each sub-network whose members of known sector are all of the same one.

    A person is of the sector of the group or organisation that the person speaks for, member or not. Members whose
    sector is not known may be of another: their number is said. A sub-network none of whose members has a known sector,
    or that has none, is not judged. Affected: its members. No building step asks for it, so never critical; major where
    it has three members or more, else minor.
    """
    found = []
    for network in snapshot.sub_networks:
        sectors = [affairs.sector_of(member) for member in network.members]
        present = {sector for sector in sectors if sector is not None}
        if len(present) != 1:
            continue
        unknown = sectors.count(None)
        [sector] = present
        found.append(
            Finding(
                rule="sub_network_of_one_sector",
                severity=severity_of(thresholds, members=len(network.members)),
                subjects=(Subject("sub_network", network.id, network.name),),
                evidence={
                    "sectors": 1,
                    "sector": sector,
                    "members": len(network.members),
                    "sector_not_known": unknown,
                    "kind": network.sub_network_kind,
                },
                parameters={
                    "name": network.name,
                    "sector": sector,
                    "count": len(sectors) - unknown,
                    "unknown": unknown,
                },
                members_affected=len(network.members),
            )
        )
    return found
