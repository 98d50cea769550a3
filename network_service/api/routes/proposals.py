"""What members propose to change in their own records, and what managers make of it."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field, JsonValue

from network_service.api.asking import Asked
from network_service.api.conditional import version_seen
from network_service.operations.proposals.decide_proposal import approve_proposal, decline_proposal, list_proposals
from network_service.operations.proposals.own_proposals import own_proposals, withdraw_proposal
from network_service.operations.proposals.proposal import Proposal, ProposalState
from network_service.operations.proposals.propose_change import propose_change

router = APIRouter(prefix="/proposals", tags=["proposals"])


class NewProposal(BaseModel):
    """Fields of the own record as they should be; null empties one."""

    model_config = ConfigDict(extra="forbid")

    fields: dict[str, JsonValue] = Field(min_length=1, max_length=60, examples=[{"nickname": "ต้น"}])
    remark: str | None = Field(default=None, max_length=4_000)


class Declining(BaseModel):
    """Why it is declined; the member reads it."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field(min_length=1, max_length=4_000)


@router.post("", status_code=201, summary="Propose a change of one's own record | เสนอแก้ไขข้อมูลของตน")
def propose(asked: Asked, request: Request, new: NewProposal) -> Any:
    """A proposal on the version of the record that `If-Match` names; what could not be approved is refused at once."""
    made = propose_change(
        asked.principal,
        asked.store,
        asked.store.application,
        new.fields,
        asked.service.sights,
        expected_version=version_seen(request),
        now=asked.service.now(),
        remark=new.remark,
    )
    return proposal_told(made)


@router.get("/own", summary="One's own proposals | ข้อเสนอของตน")
def own(asked: Asked) -> Any:
    """What the member has proposed, the latest first, and what became of it."""
    return {"items": [proposal_told(one) for one in own_proposals(asked.principal, asked.store.application)]}


@router.delete("/own/{proposal_id}", summary="Withdraw a proposal | ถอนข้อเสนอ")
def withdraw(asked: Asked, proposal_id: str) -> Any:
    """Take back what still waits."""
    return proposal_told(
        withdraw_proposal(asked.principal, asked.store.application, proposal_id, now=asked.service.now())
    )


@router.get("", summary="Proposals to be decided on | ข้อเสนอที่รอพิจารณา")
def waiting(
    asked: Asked, state: Annotated[ProposalState | None, Query(description="else those that wait")] = None
) -> Any:
    """Proposals about records within reach, the oldest first."""
    found = list_proposals(
        asked.principal,
        asked.store,
        asked.store.application,
        asked.service.sights,
        state=state or ProposalState.WAITING,
    )
    return {"items": [proposal_told(one) for one in found]}


@router.post("/{proposal_id}/approve", summary="Approve a proposal | อนุมัติข้อเสนอ")
def approve(asked: Asked, proposal_id: str) -> Any:
    """Write what was proposed; the change set names the proposer."""
    approved = approve_proposal(
        asked.principal,
        asked.store,
        asked.store.application,
        proposal_id,
        asked.service.sights,
        now=asked.service.now(),
    )
    return proposal_told(approved)


@router.post("/{proposal_id}/decline", summary="Decline a proposal | ไม่อนุมัติข้อเสนอ")
def decline(asked: Asked, proposal_id: str, declining: Declining) -> Any:
    """Leave the record as it is, and say why."""
    declined = decline_proposal(
        asked.principal,
        asked.store,
        asked.store.application,
        proposal_id,
        asked.service.sights,
        reason=declining.reason,
        now=asked.service.now(),
    )
    return proposal_told(declined)


def proposal_told(one: Proposal) -> dict[str, Any]:
    """A proposal as both sides read it."""
    return {
        "id": one.id,
        "state": one.state,
        "proposer": one.proposer,
        "province": one.province,
        "record": one.record_id,
        "kind": one.kind,
        "seen_version": one.seen_version,
        "fields": dict(one.fields),
        "remark": one.remark,
        "made_at": one.made_at,
        "decided_by": one.decided_by,
        "decided_at": one.decided_at,
        "reason": one.reason,
        "revision": one.revision,
    }
