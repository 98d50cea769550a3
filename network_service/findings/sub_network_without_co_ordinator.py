"""Rule: a sub-network that nobody co-ordinates."""

from network_service.domain.vocabulary import ManagerRole
from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def sub_network_without_co_ordinator(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each sub-network without a co-ordinator in force.

    Absence answers once any manager or co-ordinator is recorded; before that nothing is said. Affected: its members.
    No building step asks for it, so never critical; major where it has three members or more, else minor.
    """
    if not snapshot.managers:
        return []
    co_ordinated = {one.network for one in snapshot.managers if one.role == ManagerRole.CO_ORDINATOR}
    return [
        Finding(
            rule="sub_network_without_co_ordinator",
            severity=severity_of(thresholds, members=len(network.members)),
            subjects=(Subject("sub_network", network.id, network.name),),
            evidence={"co_ordinators": 0, "members": len(network.members), "kind": network.sub_network_kind},
            parameters={"name": network.name, "count": len(network.members)},
            members_affected=len(network.members),
        )
        for network in snapshot.sub_networks
        if network.id not in co_ordinated
    ]
