"""What people make of a finding: kept apart from whether it is there, so that neither undoes the other."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, auto

from network_service.operations.finding_life.observed import Observed
from network_service.store.application import ApplicationRecords, Entry, Json

COLLECTION = "finding_life"
"""Collection of application records; the key names province and finding."""


class FindingState(StrEnum):
    """Where a finding stands."""

    OPEN = auto()
    ACKNOWLEDGED = auto()
    CLOSED_BY_DATA = auto()
    REOPENED = auto()


@dataclass(frozen=True, slots=True)
class FindingNote:
    """What somebody noted at a finding."""

    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class FindingLife:
    """Who sees to a finding, until when, what was noted, and when it was acknowledged; untouched it has `version` 0."""

    owner: str | None = None
    due_on: date | None = None
    acknowledged_at: datetime | None = None
    notes: tuple[FindingNote, ...] = ()
    version: int = 0


def state_of(observed: Observed, life: FindingLife) -> FindingState:
    """Where a finding stands: an acknowledgement holds until the finding has gone and come back."""
    if not observed.is_open:
        return FindingState.CLOSED_BY_DATA
    if life.acknowledged_at is not None and life.acknowledged_at >= observed.since:
        return FindingState.ACKNOWLEDGED
    return FindingState.REOPENED if observed.again else FindingState.OPEN


def kept_lives(application: ApplicationRecords, province: str) -> dict[str, FindingLife]:
    """What people made of the findings of a province, by the id of the finding."""
    found = {}
    for entry in application.entries(COLLECTION, after=f"{province}/"):
        place, _, finding_id = entry.key.partition("/")
        if place != province:
            break
        found[finding_id] = _life(entry)
    return found


def kept_life(application: ApplicationRecords, province: str, finding_id: str) -> FindingLife:
    """The same of one finding; that of one untouched where there is none."""
    entry = application.get(COLLECTION, f"{province}/{finding_id}")
    return _life(entry) if entry else FindingLife()


def keep_life(application: ApplicationRecords, province: str, finding_id: str, life: FindingLife) -> FindingLife:
    """Write it where it is still at its version; `StaleWrite` where somebody changed it since."""
    value: dict[str, Json] = {
        "owner": life.owner,
        "due_on": life.due_on.isoformat() if life.due_on else None,
        "acknowledged_at": life.acknowledged_at.isoformat() if life.acknowledged_at else None,
        "notes": [[one.by, one.at.isoformat(), one.text] for one in life.notes],
    }
    return _life(application.put(COLLECTION, f"{province}/{finding_id}", value, expected_version=life.version))


def _life(entry: Entry) -> FindingLife:
    value = entry.value
    if not isinstance(value, dict):
        return FindingLife(version=entry.version)
    due_on, acknowledged_at = value["due_on"], value["acknowledged_at"]
    return FindingLife(
        owner=value["owner"],
        due_on=date.fromisoformat(due_on) if due_on else None,
        acknowledged_at=datetime.fromisoformat(acknowledged_at) if acknowledged_at else None,
        notes=tuple(FindingNote(by, datetime.fromisoformat(at), text) for by, at, text in value["notes"]),
        version=entry.version,
    )
