"""Rule: an order or certificate that ends soon."""

from collections import Counter

from network_service.domain.vocabulary import InstrumentKind
from network_service.findings.ending import ends_within, last_day
from network_service.findings.finding import Finding, Subject
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot

_GIVING = frozenset({InstrumentKind.ORDER, InstrumentKind.CERTIFICATE})


def instrument_ending(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each order or certificate in force that ends within `ending_days`; minutes give nothing to end.

    With it is said how many records rest on it, which step 4 would count as lapsed the day after. Affected: the
    members it certifies, and those that sit on the bodies it names. Never critical: it is still in force.
    """
    today = affairs.as_of
    resting = Counter(paper for cited in affairs.cited for paper in cited.instruments)
    found = []
    for paper in affairs.instruments:
        ends_on = paper.expires_on
        if ends_on is None or not paper.in_force or not ends_within(thresholds.ending_days, ends_on, today):
            continue
        if paper.instrument_kind not in _GIVING:
            continue
        affected = _affected(snapshot, affairs, paper.id)
        found.append(
            Finding(
                rule="instrument_ending",
                severity=severity_of(thresholds, members=affected),
                subjects=(Subject("instrument", paper.id, paper.name),),
                evidence={
                    "days_left": (ends_on - today).days,
                    "last_day": last_day(ends_on).isoformat(),
                    "records": resting[paper.id],
                },
                parameters={
                    "name": paper.name,
                    "last_day": last_day(ends_on),
                    "count": (ends_on - today).days,
                    "records": resting[paper.id],
                },
                members_affected=affected,
            )
        )
    return found


def _affected(snapshot: Snapshot, affairs: Affairs, paper: str) -> int:
    """Number of members that an instrument certifies, or that sit on a body it names."""
    named = {body.id for body in affairs.bodies if paper in body.orders}
    seated = {seat.actor for seat in snapshot.seats if seat.body in named}
    certified = {one.member for one in affairs.memberships if one.certified_by == paper}
    return len((seated | certified) & snapshot.actors.index.keys())
