"""Rule: seats on a body whose term ends soon."""

from collections import defaultdict
from datetime import date

from network_service.findings.ending import ends_within, last_day
from network_service.findings.finding import Finding, Subject
from network_service.findings.listing import listed
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.terms import Term
from network_service.snapshot.model import Snapshot


def seats_ending(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each body with a seat whose term ends within `ending_days`: one order ends many at once.

    Affected: the members for which those seats speak, where that is known. Major, as a body is the subject.
    """
    today = affairs.as_of
    running: defaultdict[str, list[Term]] = defaultdict(list)
    for term in affairs.terms:
        if term.kind == "appointed_to":
            running[term.of].append(term)
    speaks = {(seat.body, seat.holder): seat.actor for seat in snapshot.seats}
    found = []
    for body, terms in running.items():
        ending = [term for term in terms if ends_within(thresholds.ending_days, term.ends_on, today)]
        days = [term.ends_on for term in ending if term.ends_on is not None]
        if not days:
            continue
        members = {speaks.get((body, term.holder)) for term in ending} & snapshot.actors.index.keys()
        found.append(
            Finding(
                rule="seats_ending",
                severity=severity_of(thresholds, members=len(members), key_subject=True),
                subjects=(Subject("body", body, affairs.names[body]),),
                evidence=_evidence(days, len(terms), today),
                parameters={
                    "name": affairs.names[body],
                    "count": len(ending),
                    "seats": len(terms),
                    "days": thresholds.ending_days,
                    "last_day": last_day(min(days)),
                    **listed("names", {affairs.names[term.holder] for term in ending}, thresholds.names_listed),
                },
                members_affected=len(members),
            )
        )
    return found


def _evidence(days: list[date], seats: int, today: date) -> dict[str, int | str]:
    """How many of the seats end, and when the first of them does."""
    return {
        "seats": seats,
        "seats_ending": len(days),
        "days_left": (min(days) - today).days,
        "last_day": last_day(min(days)).isoformat(),
    }
