"""Rule: a person who sits on more bodies than one person can serve."""

from collections import defaultdict

from network_service.findings.finding import Finding, Subject
from network_service.findings.listing import listed
from network_service.findings.measured import Measured
from network_service.findings.severity import STEP_STRUCTURE, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Seat, Snapshot


def too_many_bodies(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each person on more than `bodies_per_person` bodies.

    Every seat the person fills counts, a body once: named in person, ex officio by a post that the person alone holds,
    or as an organisation's representative where the person is known. Seats whose person is not known are nobody's, so
    that the true number can only be greater. Critical: step 5 asks that no person sits on more. Affected: the actors
    for which the person sits there.
    """
    held: dict[str, list[Seat]] = defaultdict(list)
    for seat in snapshot.seats:
        if seat.person is not None:
            held[seat.person].append(seat)
    names = {body.id: body.name for body in snapshot.bodies}
    found = []
    for person, seats in held.items():
        bodies = {seat.body for seat in seats} & names.keys()
        if len(bodies) <= thresholds.bodies_per_person:
            continue
        actors = {seat.actor for seat in seats} & snapshot.actors.index.keys()
        name = snapshot.people.get(person, "")
        found.append(
            Finding(
                rule="too_many_bodies",
                severity=severity_of(thresholds, members=len(actors), gate=STEP_STRUCTURE),
                subjects=(Subject("person", person, name),),
                evidence={
                    "bodies": len(bodies),
                    "most_bodies": thresholds.bodies_per_person,
                    "ex_officio_seats": sum(seat.holder_kind == "post" for seat in seats),
                    "seats": len(seats),
                    "gate": STEP_STRUCTURE,
                },
                parameters={
                    "name": name,
                    "count": len(bodies),
                    "most": thresholds.bodies_per_person,
                    **listed("bodies", (names[body] for body in bodies), thresholds.names_listed),
                },
                members_affected=len(actors),
            )
        )
    return found
