"""Rule: a body on which a sector that should be there has no seat."""

from collections import defaultdict
from collections.abc import Mapping

from network_service.findings.finding import Finding, Severity, Subject
from network_service.findings.measured import Measured
from network_service.findings.sectors import in_vocabulary_order, members_by_sector
from network_service.findings.severity import STEP_STRUCTURE, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot

Sectors = list[str | None]


def body_lacks_sector(snapshot: Snapshot, _measures: Measured, thresholds: Thresholds) -> list[Finding]:
    """One finding for each body without a seat of some required sector, or with fewer sectors than step 5 asks for.

    Step 5 counts: at least `body_sectors` sectors, of any kind, on a body (fewer on the provincial support working
    group). A body below that (`below_minimum`, which names the required sectors missing, or `below_minimum_only` where
    none is) is critical where the gate fails by it: where no other body of its kind may have them. Else it is major, as
    a body is the subject. A body that has what step 5 asks for, and yet no seat of a required sector, is minor: worth a
    look, and nothing is held back.

    Seats whose sector is not known are counted and said; where they could make up the minimum the gate may hold, and
    the finding is major. A body none of whose seats has a known sector says so (`not_known`). A body without seats
    (`no_seats`) is critical where other bodies have seats; where no seat is recorded at all it is not known: major.
    Affected: the members of the required sectors that have no seat; none where that is not known.
    """
    seats: dict[str, Sectors] = defaultdict(list)
    for seat in snapshot.seats:
        seats[seat.body].append(seat.sector)
    members, held_up = members_by_sector(snapshot), _kinds_that_may_hold(snapshot, seats, thresholds)
    found = []
    for body in snapshot.bodies:
        present = frozenset(sector for sector in seats[body.id] if sector is not None)
        missing = thresholds.required_sectors - present
        unknown = seats[body.id].count(None)
        minimum = thresholds.sectors_on(body.body_kind)
        if not missing and len(present) >= minimum:
            continue
        case = _case(seats[body.id], len(present), minimum, bool(missing))
        gate = None if body.body_kind in held_up else STEP_STRUCTURE
        affected = 0 if case == "not_known" else sum(members[sector] for sector in missing)
        found.append(
            Finding(
                rule="body_lacks_sector",
                severity=Severity.MINOR
                if case is None
                else severity_of(thresholds, members=affected, key_subject=True, gate=gate),
                subjects=(Subject("body", body.id, body.name),),
                evidence={
                    "seats": len(seats[body.id]),
                    "sectors": len(present),
                    "sectors_asked_for": minimum,
                    "sectors_missing": in_vocabulary_order(missing),
                    "seats_sector_not_known": unknown,
                    "gate": gate,
                },
                parameters={
                    "name": body.name,
                    "sectors": in_vocabulary_order(missing),
                    "minimum": minimum,
                    "count": len(seats[body.id]) if case == "not_known" else len(present),
                    "unknown": 0 if case == "not_known" else unknown,
                },
                members_affected=affected,
                case=case,
            )
        )
    return found


def _kinds_that_may_hold(snapshot: Snapshot, seats: Mapping[str, Sectors], thresholds: Thresholds) -> frozenset[str]:
    """The kinds of body of which one has enough sectors, or may have: of all of them while no seat is recorded."""
    return frozenset(
        body.body_kind
        for body in snapshot.bodies
        if not snapshot.seats
        or len({*seats[body.id]} - {None}) + seats[body.id].count(None) >= thresholds.sectors_on(body.body_kind)
    )


def _case(seats: Sectors, present: int, minimum: int, missing: bool) -> str | None:
    """Which of the sentences a body calls for."""
    if not seats:
        return "no_seats"
    if not present:
        return "not_known"
    if present >= minimum:
        return None
    return "below_minimum" if missing else "below_minimum_only"
