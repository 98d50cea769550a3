"""Rule: a network in which the members reach each other mainly through one actor."""

from network_service.findings.finding import Finding, Subject
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot


def one_actor_too_central(snapshot: Snapshot, measures: MeasuredInDepth, thresholds: Thresholds) -> list[Finding]:
    """One finding where the betweenness centralisation of U is above `greatest_centralisation`, 1 being a star.

    The subject is the actor with the greatest betweenness, of equal ones that of lowest id. Affected: all others, who
    depend on it. No building step asks for it, so never critical; major where three or more depend on it.
    """
    centralisation, actors = measures.betweenness_centralisation.value, snapshot.actors
    values = measures.betweenness.values
    if centralisation is None or centralisation <= thresholds.greatest_centralisation:
        return []
    # Sums in another order differ in the last digits: nine are enough to tell who is the most central.
    centre = min(range(len(actors)), key=lambda place: (-round(values[place] or 0.0, 9), actors.ids[place]))
    return [
        Finding(
            rule="one_actor_too_central",
            severity=severity_of(thresholds, members=len(actors) - 1),
            subjects=(Subject("actor", actors.ids[centre], actors.names[centre]),),
            evidence={
                "centralisation": centralisation,
                "greatest_centralisation": thresholds.greatest_centralisation,
                "betweenness": values[centre],
                "sector": actors.sectors[centre],
            },
            parameters={
                "name": actors.names[centre],
                "value": centralisation,
                "most": thresholds.greatest_centralisation,
                "percent": 100 * (values[centre] or 0.0),
                "count": len(actors) - 1,
            },
            members_affected=len(actors) - 1,
        )
    ]
