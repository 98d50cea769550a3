"""Rule: an agreement that ends soon."""

from network_service.findings.ending import ends_within, last_day
from network_service.findings.finding import Finding, Subject
from network_service.findings.members import members_among
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def agreement_ending(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each agreement in force that ends within `ending_days`.

    An agreement without an end ends at no day, and one whose end nobody noted cannot be told from it. Affected: the
    parties that are members. Never critical: it is still in force.
    """
    today = affairs.as_of
    found = []
    for agreement in affairs.agreements:
        ends_on = agreement.ends_on
        if ends_on is None or not ends_within(thresholds.ending_days, ends_on, today):
            continue
        affected = len(members_among(snapshot, agreement.parties))
        found.append(
            Finding(
                rule="agreement_ending",
                severity=severity_of(thresholds, members=affected),
                subjects=(Subject("agreement", agreement.id, agreement.name),),
                evidence={
                    "days_left": (ends_on - today).days,
                    "last_day": last_day(ends_on).isoformat(),
                    "parties": len(agreement.parties),
                    "covers": agreement.covers,
                },
                parameters={
                    "name": agreement.name,
                    "last_day": last_day(ends_on),
                    "count": (ends_on - today).days,
                },
                members_affected=affected,
            )
        )
    return found
