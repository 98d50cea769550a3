"""Acknowledge a finding, say who sees to it and until when, and note something at it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from network_service.domain.principal import Principal
from network_service.domain.record import MAX_NOTE, MAX_TEXT
from network_service.domain.thai.text import clean
from network_service.errors import StaleWrite, UnknownRecord, UsageError
from network_service.operations.access import permit
from network_service.operations.finding_life.life import (
    FindingLife,
    FindingNote,
    FindingState,
    keep_life,
    kept_life,
    state_of,
)
from network_service.operations.finding_life.observed import observed_findings
from network_service.store.application import ApplicationRecords

MOST_NOTES = 200
"""Notes at one finding: the oldest are not dropped, so that somebody must close the matter or write elsewhere."""


class Unchanged(Enum):
    """Says that something stays as it is, where nothing (`None`) empties it."""

    UNCHANGED = 0


UNCHANGED = Unchanged.UNCHANGED


@dataclass(frozen=True, slots=True)
class FindingChange:
    """What somebody does to a finding; an `owner` or `due_on` of `None` takes it away."""

    acknowledged: bool | None = None
    owner: str | Unchanged | None = UNCHANGED
    due_on: date | Unchanged | None = UNCHANGED
    note: str | None = None


def change_finding(
    principal: Principal,
    application: ApplicationRecords,
    province: str,
    finding_id: str,
    change: FindingChange,
    *,
    expected_version: int,
    now: datetime,
) -> tuple[FindingState, FindingLife]:
    """Change what people make of a finding that was observed in a province; where it stands then.

    `UnknownRecord` for one that never was, `StaleWrite` where somebody changed it since it was seen at that version,
    `UsageError` for what cannot be: an acknowledgement of what the data has closed, a text that is too long.
    """
    permit(principal, "change_finding", province)
    observed = observed_findings(application, province).get(finding_id)
    if observed is None:
        raise UnknownRecord("finding_life.unknown", id=finding_id)
    life = kept_life(application, province, finding_id)
    if life.version != expected_version:
        raise StaleWrite("store.stale_write", record_id=finding_id, expected=expected_version, current=life.version)
    if change.acknowledged and not observed.is_open:
        raise UsageError("finding_life.closed", id=finding_id)
    if change.acknowledged is not None:
        life = replace(life, acknowledged_at=max(now, observed.since) if change.acknowledged else None)
    if change.owner is not UNCHANGED:
        life = replace(life, owner=_text(change.owner, MAX_TEXT))
    if change.due_on is not UNCHANGED:
        life = replace(life, due_on=change.due_on)
    if note := _text(change.note, MAX_NOTE):
        if len(life.notes) >= MOST_NOTES:
            raise UsageError("finding_life.too_many_notes", most=MOST_NOTES)
        life = replace(life, notes=(*life.notes, FindingNote(principal.name, now, note)))
    kept = keep_life(application, province, finding_id, life)
    return state_of(observed, kept), kept


def _text(given: str | None, longest: int) -> str | None:
    text = clean(given or "")
    if len(text) > longest:
        raise UsageError("finding_life.too_long", limit=longest)
    return text or None
