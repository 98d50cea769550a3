"""Rule: members who work together closely, and no agreement or joint order that says so."""

from heapq import nsmallest

from network_service.domain.thai.sorting import sort_key
from network_service.findings.finding import Finding
from network_service.findings.network_itself import the_network
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.formal_basis import bound_together
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot

Pair = tuple[str, str]


def strong_tie_without_basis(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for the whole network: how many pairs of members are tied strongly without a formal basis.

    Strong: one of the two declared a frequency of at least `strong_frequency`. A formal basis: both are parties to one
    agreement in force, or sit on one body whose order is in force, as the factor of formal relations counts it; an
    agreement of which nobody noted whether it is signed may be one. One finding, as a lively network has such pairs by
    the dozen; all are in the evidence, the closest are named. Pairs of which nobody noted a frequency are counted as
    not known. Nothing is said where neither an agreement nor an instrument is recorded. Affected: the members of those
    pairs.
    """
    if not affairs.agreements and not affairs.instruments:
        return []
    frequency, unknown = _frequencies(snapshot, affairs)
    together = bound_together(snapshot, affairs, surely=False)
    strong = [pair for pair, often in frequency.items() if often >= thresholds.strong_frequency]
    bare = [(one, other) for one, other in strong if together[one].isdisjoint(together[other])]
    if not bare:
        return []
    closest = nsmallest(thresholds.names_listed, bare, key=lambda pair: (-frequency[pair], pair))
    told = {pair: " – ".join(sorted((affairs.names[one] for one in pair), key=sort_key)) for pair in closest}
    affected = len({actor for pair in bare for actor in pair})
    return [
        Finding(
            rule="strong_tie_without_basis",
            severity=severity_of(thresholds, members=affected),
            subjects=the_network(affairs),
            evidence={
                "strong_ties": len(strong),
                "without_basis": len(bare),
                "share": len(bare) / len(strong),
                "least_frequency": thresholds.strong_frequency,
                "frequency_not_known": unknown,
                "pairs": tuple(" ".join(pair) for pair in sorted(bare)),
            },
            parameters={
                "count": len(bare),
                "strong": len(strong),
                "frequency": thresholds.strong_frequency,
                "pairs": tuple(sorted(told.values(), key=sort_key)),
                "pairs_more": len(bare) - len(closest),
                "unknown": unknown,
            },
            members_affected=affected,
        )
    ]


def _frequencies(snapshot: Snapshot, affairs: Affairs) -> tuple[dict[Pair, int], int]:
    """The greatest frequency declared of each pair of members, and the number of pairs of which none was."""
    members = snapshot.actors.index
    known: dict[Pair, int] = {}
    pairs: set[Pair] = set()
    for one in affairs.collaboration:
        if one.source in members and one.target in members and one.source != one.target:
            pair = (min(one.source, one.target), max(one.source, one.target))
            pairs.add(pair)
            if one.frequency is not None:
                known[pair] = max(known.get(pair, 0), one.frequency)
    return known, len(pairs) - len(known)
