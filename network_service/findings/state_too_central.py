"""Rule: a network in which the state holds most of the ways between sectors."""

from network_service.domain.vocabulary import Sector
from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.sectors import members_by_sector
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def state_too_central(snapshot: Snapshot, measures: MeasuredInDepth, thresholds: Thresholds) -> list[Finding]:
    """One finding where state actors hold more than `state_brokerage_share` of the brokerage across sectors.

    Brokerage is M7, gatekeeper, representative and liaison together, in D. With fewer than `brokerage_paths` ways
    between sectors nobody can say who holds them. Actors of unknown sector, who hold none by this count, are said.

    Affected: the members of the other sectors. No building step asks for it, so never critical; major, as the state is
    a required sector or three or more are affected.
    """
    sectors, held = snapshot.actors.sectors, measures.brokerage.across
    total = sum(count or 0 for count in held)
    state = sum(count or 0 for count, sector in zip(held, sectors, strict=True) if sector == Sector.STATE)
    if total < thresholds.brokerage_paths or state <= thresholds.state_brokerage_share * total:
        return []
    members, unknown = members_by_sector(snapshot), measures.brokerage.left_out.actors
    others = members.total() - members[Sector.STATE]
    return [
        Finding(
            rule="state_too_central",
            severity=severity_of(thresholds, members=others, key_subject=Sector.STATE in thresholds.required_sectors),
            subjects=(Subject("sector", Sector.STATE.value, Sector.STATE.value),),
            evidence={
                "paths_across_of_the_state": state,
                "paths_across": total,
                "share": state / total,
                "share_of_members": members[Sector.STATE] / members.total(),
                "sector_not_known": unknown,
            },
            parameters={
                "sector": Sector.STATE.value,
                "count": state,
                "total": total,
                "percent": 100 * state / total,
                "own_percent": 100 * members[Sector.STATE] / members.total(),
                "most_percent": 100 * thresholds.state_brokerage_share,
                "unknown": unknown,
            },
            members_affected=others,
        )
    ]
