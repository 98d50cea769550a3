"""Rule: an actor on whom much of the brokerage between sectors rests, and who is not designated for it."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.severity import key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def broker_not_designated(snapshot: Snapshot, measures: MeasuredInDepth, thresholds: Thresholds) -> list[Finding]:
    """One finding for each strong broker across sectors who is no linker and no manager, and for whom none speaks.

    Strong is who holds more than `broker_share` of all brokerage across sectors (M7: gatekeeper, representative,
    liaison), at least `brokerage_paths` ways. A share of the whole, and not a rank, so that in an even network nobody
    stands out and in any network nine do at most. Where no linker is recorded nobody can be told to be none: nothing is
    said. Linkers whose actor is not known may speak for it: their number is said.

    Affected: 1. Minor, as nothing is missing but a word to what is done already.
    """
    held = [count or 0 for count in measures.brokerage.across]
    if not snapshot.linkers:
        return []
    actors, key, total = snapshot.actors, key_actors(snapshot), sum(held)
    unknown = len({linker.id for linker in snapshot.linkers if linker.actor is None})
    return [
        Finding(
            rule="broker_not_designated",
            severity=severity_of(thresholds, members=1),
            subjects=(Subject("actor", actors.ids[place], actors.names[place]),),
            evidence={
                "paths_across": count,
                "paths_across_of_all": total,
                "share": count / total,
                "sector": actors.sectors[place],
                "linkers_actor_not_known": unknown,
            },
            parameters={
                "name": actors.names[place],
                "count": count,
                "total": total,
                "percent": 100 * count / total,
                "unknown": unknown,
            },
            members_affected=1,
        )
        for place, count in enumerate(held)
        if count >= thresholds.brokerage_paths
        and count > thresholds.broker_share * total
        and actors.ids[place] not in key
    ]
