"""Rule: a designated linker whose term ends soon."""

from network_service.findings.ending import ends_within, last_day
from network_service.findings.finding import Finding, Subject
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def linker_term_ending(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each designation as linker of a group or organisation that ends within `ending_days`.

    Affected: 1 where the group or organisation linked is a member. Major, as a linker is the subject.
    """
    today = affairs.as_of
    found = {}
    for term in affairs.terms:
        ends_on = term.ends_on
        if term.kind != "links" or ends_on is None or not ends_within(thresholds.ending_days, ends_on, today):
            continue
        affected = int(term.of in snapshot.actors.index)
        found[term.of, term.holder] = Finding(
            rule="linker_term_ending",
            severity=severity_of(thresholds, members=affected, key_subject=True),
            subjects=(
                Subject("actor" if term.holder in affairs.actor else "person", term.holder, affairs.names[term.holder]),
                Subject("actor", term.of, affairs.names[term.of]),
            ),
            evidence={"days_left": (ends_on - today).days, "last_day": last_day(ends_on).isoformat()},
            parameters={
                "name": affairs.names[term.holder],
                "linked": affairs.names[term.of],
                "last_day": last_day(ends_on),
                "count": (ends_on - today).days,
            },
            members_affected=affected,
        )
    return list(found.values())
