"""Rule: many members outside the main part of the network, though no single group of them is large."""

from network_service.findings.finding import Finding
from network_service.findings.measured import Measured
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def many_cut_off(snapshot: Snapshot, measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding where more than `cut_off_share` of all actors are outside the largest component of U.

    Isolates and small groups count together: twenty of a hundred without a tie are as far from the rest as one group of
    twenty, and one finding says so where twenty would drown the list. Where one group alone is more than that share
    `split_component` says so, and where it is a single actor `isolate` does: then nothing is said here, nor while no
    tie is recorded at all. It has no subject, as it is about the network as a whole, whoever is outside today.

    Affected: all outside. Critical, as so many are cut off.
    """
    parts = sorted((len(part) for part in measures.components.parts), reverse=True)
    outside, total = sum(parts[1:]), len(snapshot.actors)
    most = thresholds.cut_off_share * total
    if not len(snapshot.undirected) or outside < 2 or outside <= most or (parts[1] > 1 and parts[1] > most):
        return []
    alone = parts.count(1)
    return [
        Finding(
            rule="many_cut_off",
            severity=severity_of(thresholds, members=outside, cut_off=outside / total),
            subjects=(),
            evidence={
                "outside": outside,
                "share": outside / total,
                "actors": total,
                "outside_alone": alone,
                "outside_groups": len(parts) - 1 - alone,
                "largest_component": parts[0],
            },
            parameters={
                "count": outside,
                "actors": total,
                "percent": 100 * outside / total,
                "main": parts[0],
            },
            members_affected=outside,
        )
    ]
