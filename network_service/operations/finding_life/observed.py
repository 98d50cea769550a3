"""Which findings of a province were there when it was looked at last, and since when: one application record each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from network_service.errors import StaleWrite
from network_service.findings.finding import Finding
from network_service.store.application import ApplicationRecords, Entry, Json

COLLECTION = "findings_observed"
"""Collection of application records; the key is the province."""
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Observed:
    """One finding: its rule, whether it is there, since when it is or is not, and whether it had gone before."""

    rule: str
    is_open: bool
    since: datetime
    again: bool


def observed_findings(application: ApplicationRecords, province: str) -> dict[str, Observed]:
    """All that was ever observed in a province, by the id of the finding."""
    return _observed(application.get(COLLECTION, province))


def observe(
    application: ApplicationRecords,
    province: str,
    findings: Iterable[Finding],
    *,
    revision: int,
    day: date,
    now: datetime,
) -> dict[str, Observed]:
    """Take down which findings are there; what has gone is closed, what comes back is there again.

    A look at an earlier revision or day than the last one changes nothing: it tells of the past.
    """
    there = {one.id: one.rule for one in findings}
    for left in reversed(range(_TRIES)):
        entry = application.get(COLLECTION, province)
        before = _observed(entry)
        if entry is not None and (revision, day.isoformat()) < _looked_at(entry):
            return before
        after = _after(before, there, now)
        if entry is not None and after == before and _looked_at(entry) == (revision, day.isoformat()):
            return after
        try:
            application.put(
                COLLECTION, province, _value(after, revision, day), expected_version=entry.version if entry else 0
            )
        except StaleWrite:
            if not left:
                raise
        else:
            return after
    return {}


def _after(before: Mapping[str, Observed], there: Mapping[str, str], now: datetime) -> dict[str, Observed]:
    after = dict(before)
    for finding_id, rule in there.items():
        known = before.get(finding_id)
        if known is None or not known.is_open:
            after[finding_id] = Observed(rule, is_open=True, since=now, again=known is not None)
    for finding_id, known in before.items():
        if known.is_open and finding_id not in there:
            after[finding_id] = Observed(known.rule, is_open=False, since=now, again=known.again)
    return after


def _looked_at(entry: Entry) -> tuple[int, str]:
    value = entry.value
    return (int(value["revision"]), str(value["day"])) if isinstance(value, dict) else (0, "")


def _value(observed: Mapping[str, Observed], revision: int, day: date) -> dict[str, Json]:
    told: dict[str, Json] = {
        finding_id: [one.rule, one.is_open, one.since.isoformat(), one.again] for finding_id, one in observed.items()
    }
    return {"revision": revision, "day": day.isoformat(), "findings": told}


def _observed(entry: Entry | None) -> dict[str, Observed]:
    if entry is None or not isinstance(entry.value, dict):
        return {}
    return {
        finding_id: Observed(rule, is_open, datetime.fromisoformat(since), again)
        for finding_id, (rule, is_open, since, again) in entry.value["findings"].items()
    }
