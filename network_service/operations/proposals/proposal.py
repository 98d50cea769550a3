"""A proposal as it is kept: one application record, so that one write decides what becomes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from network_service.errors import StaleWrite, StoreDamaged, UnknownRecord, UsageError
from network_service.store.application import ApplicationRecords, Entry, Json

COLLECTION = "proposals"
"""Collection of application records; the key is the proposal's id."""


class ProposalState(StrEnum):
    """What became of a proposal."""

    WAITING = auto()
    APPROVED = auto()
    DECLINED = auto()
    WITHDRAWN = auto()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Fields that a member would have in the own record, of which `seen_version` was seen; `None` empties one.

    `revision` is that in which an approved one was written; while there is none, the approval was cut short and is
    made again by who gave it.
    """

    id: str
    proposer: str
    province: str
    record_id: str
    kind: str
    seen_version: int
    fields: Mapping[str, Json]
    made_at: datetime
    remark: str | None = None
    state: ProposalState = ProposalState.WAITING
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None
    revision: int | None = None
    version: int = 0


def kept_proposals(application: ApplicationRecords) -> Iterator[Proposal]:
    """All proposals, by id."""
    return map(_proposal, application.entries(COLLECTION))


def kept_proposal(application: ApplicationRecords, proposal_id: str) -> Proposal:
    """The proposal of an id; `UnknownRecord` where there is none."""
    entry = application.get(COLLECTION, proposal_id)
    if entry is None:
        raise UnknownRecord("proposal.unknown", id=proposal_id)
    return _proposal(entry)


def keep(application: ApplicationRecords, proposal: Proposal) -> Proposal:
    """Write a proposal where it is still as it was read; `UsageError` where somebody decided on it meanwhile."""
    value: dict[str, Json] = {
        "proposer": proposal.proposer,
        "province": proposal.province,
        "record_id": proposal.record_id,
        "kind": proposal.kind,
        "seen_version": proposal.seen_version,
        "fields": dict(proposal.fields),
        "made_at": proposal.made_at.isoformat(),
        "remark": proposal.remark,
        "state": proposal.state.value,
        "decided_by": proposal.decided_by,
        "decided_at": proposal.decided_at.isoformat() if proposal.decided_at else None,
        "reason": proposal.reason,
        "revision": proposal.revision,
    }
    try:
        return _proposal(application.put(COLLECTION, proposal.id, value, expected_version=proposal.version))
    except StaleWrite:
        raise UsageError("proposal.decided", id=proposal.id) from None


def require_waiting(proposal: Proposal) -> None:
    """`UsageError` where it was decided on or withdrawn."""
    if proposal.state is not ProposalState.WAITING:
        raise UsageError("proposal.decided", id=proposal.id)


def _proposal(entry: Entry) -> Proposal:
    value = entry.value
    if not isinstance(value, dict):
        raise StoreDamaged("store.unreadable_entry")
    decided_at = value["decided_at"]
    return Proposal(
        **{
            **value,
            "id": entry.key,
            "version": entry.version,
            "made_at": datetime.fromisoformat(value["made_at"]),
            "decided_at": datetime.fromisoformat(decided_at) if decided_at else None,
            "state": ProposalState(value["state"]),
        }
    )
