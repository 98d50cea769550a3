"""Rule: a network manager whose term ends soon."""

from network_service.domain.vocabulary import ManagerRole
from network_service.findings.ending import ends_within, last_day
from network_service.findings.finding import Finding, Subject
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def manager_term_ending(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each manager of the network or of a sub-network whose term ends within `ending_days`.

    The lead manager of the province network, whose going stops step 3, is told by a case of its own (`lead`). Affected:
    1 where the manager speaks for a member. Major, as a manager is the subject.
    """
    today, kinds = affairs.as_of, {network.id: network.kind for network in affairs.networks}
    speaks = {(manager.network, manager.id): manager.actor for manager in snapshot.managers}
    found = {}
    for term in affairs.terms:
        ends_on = term.ends_on
        if term.kind != "manages" or ends_on is None or not ends_within(thresholds.ending_days, ends_on, today):
            continue
        affected = int(speaks.get((term.of, term.holder)) in snapshot.actors.index)
        lead = term.role == ManagerRole.LEAD and term.of in affairs.province_networks
        found[term.of, term.holder] = Finding(
            rule="manager_term_ending",
            severity=severity_of(thresholds, members=affected, key_subject=True),
            subjects=(
                Subject("person", term.holder, affairs.names[term.holder]),
                Subject(kinds[term.of], term.of, affairs.names[term.of]),
            ),
            evidence={
                "days_left": (ends_on - today).days,
                "last_day": last_day(ends_on).isoformat(),
                "role": term.role,
            },
            parameters={
                "name": affairs.names[term.holder],
                "network": affairs.names[term.of],
                "last_day": last_day(ends_on),
                "count": (ends_on - today).days,
            },
            members_affected=affected,
            case="lead" if lead else None,
        )
    return list(found.values())
