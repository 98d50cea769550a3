"""Rule: two sectors with far fewer ties than their sizes would give."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.sectors import in_vocabulary_order, members_by_sector
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def sector_pair_too_thin(snapshot: Snapshot, measures: MeasuredInDepth, thresholds: Thresholds) -> list[Finding]:
    """One finding for each two sectors tied in U, but by less than `thin_pair_ratio` of the ties to be expected.

    Expected are as many as there would be if all members of known sector were tied as densely as they are on the whole.
    Below `thin_pair_expected` chance alone makes a pair thin. Two sectors without any tie are told by
    `sector_pair_without_ties`.

    Affected: the members of both. No building step asks for it, so never critical; major where one of the two is a
    required sector or three or more members are affected; else minor. Members whose sector is not known may hold a tie
    that counts here: their number is said.
    """
    members, unknown = members_by_sector(snapshot), measures.sector_pairs_expected.left_out.actors
    found = []
    for pair in measures.sector_pairs_expected.pairs:
        if pair.first == pair.second or not pair.ties.present or pair.expected < thresholds.thin_pair_expected:
            continue
        if pair.ties.present >= thresholds.thin_pair_ratio * pair.expected:
            continue
        one, other = in_vocabulary_order((pair.first, pair.second))
        affected = members[one] + members[other]
        found.append(
            Finding(
                rule="sector_pair_too_thin",
                severity=severity_of(
                    thresholds, members=affected, key_subject=not thresholds.required_sectors.isdisjoint((one, other))
                ),
                subjects=(Subject("sector", one, one), Subject("sector", other, other)),
                evidence={
                    "ties": pair.ties.present,
                    "expected": pair.expected,
                    "ratio": pair.ratio,
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
                    "count": pair.ties.present,
                    "expected": pair.expected,
                    "unknown": unknown,
                },
                members_affected=affected,
            )
        )
    return found
