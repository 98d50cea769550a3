"""Rule: two sectors present without a single tie between them."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import Measured
from network_service.findings.sectors import in_vocabulary_order, members_by_sector
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def sector_pair_without_ties(snapshot: Snapshot, measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each two sectors that both have members and no tie in U between them.

    Nothing is said while no tie is recorded at all.

    Affected: the members of both. No building step asks for every pair, so never critical; major where one of the two
    is a required sector or three or more members are affected; else minor. Members whose sector is not known may hold
    a tie that counts here: their number is said.
    """
    if not len(snapshot.undirected):
        return []
    members, unknown = members_by_sector(snapshot), measures.sector_pairs.left_out.actors
    found = []
    for pair in measures.sector_pairs.pairs:
        if pair.first == pair.second or pair.ties.present:
            continue
        one, other = in_vocabulary_order((pair.first, pair.second))
        affected = members[one] + members[other]
        found.append(
            Finding(
                rule="sector_pair_without_ties",
                severity=severity_of(
                    thresholds, members=affected, key_subject=not thresholds.required_sectors.isdisjoint((one, other))
                ),
                subjects=(Subject("sector", one, one), Subject("sector", other, other)),
                evidence={
                    "ties": 0,
                    "possible_pairs": pair.ties.possible,
                    f"members_{one}": members[one],
                    f"members_{other}": members[other],
                    "sector_not_known": unknown,
                },
                parameters={
                    "sector_one": one,
                    "sector_other": other,
                    "members_one": members[one],
                    "members_other": members[other],
                    "count": pair.ties.possible,
                    "unknown": unknown,
                },
                members_affected=affected,
            )
        )
    return found
