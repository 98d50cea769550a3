"""Rule: a lead manager for whom nobody could stand in."""

from network_service.domain.vocabulary import ManagerRole
from network_service.findings.finding import Finding, Subject
from network_service.findings.managers import lead_managers, province_managers
from network_service.findings.measured import Measured
from network_service.findings.severity import STEP_MANAGER, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def manager_without_deputy(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each lead manager of a network that has no deputy manager, who would be the successor too.

    The same person as deputy is none. As the lead is a manager recorded, absence answers. Affected: all members, who
    would be without a manager. Critical where no network of the province has a deputy, as step 3 asks for one; else
    major, as a manager is the subject.
    """
    managers, leads = province_managers(snapshot), lead_managers(snapshot)
    deputies = [one for one in managers if one.role == ManagerRole.DEPUTY]
    gate = None if deputies else STEP_MANAGER
    return [
        Finding(
            rule="manager_without_deputy",
            severity=severity_of(thresholds, members=len(snapshot.actors), key_subject=True, gate=gate),
            subjects=(Subject("person", lead.id, lead.name),),
            evidence={"deputies": 0, "leads": len(leads), "members": len(snapshot.actors), "gate": gate},
            parameters={"name": lead.name, "count": len(snapshot.actors)},
            members_affected=len(snapshot.actors),
        )
        for lead in {lead.id: lead for lead in leads}.values()
        if not any(
            one.id != lead.id and one.network in {own.network for own in leads if own.id == lead.id} for one in deputies
        )
    ]
