"""A member's own proposals: listing and withdrawing them."""

from dataclasses import replace
from datetime import datetime

from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord
from network_service.operations.access import permit
from network_service.operations.proposals.proposal import (
    Proposal,
    ProposalState,
    keep,
    kept_proposal,
    kept_proposals,
    require_waiting,
)
from network_service.store.application import ApplicationRecords


def own_proposals(principal: Principal, application: ApplicationRecords) -> tuple[Proposal, ...]:
    """What the member has proposed, the latest first."""
    permit(principal, "own_proposals")
    found = [one for one in kept_proposals(application) if one.proposer == principal.name]
    return tuple(sorted(found, key=lambda one: (one.made_at, one.id), reverse=True))


def withdraw_proposal(
    principal: Principal, application: ApplicationRecords, proposal_id: str, *, now: datetime
) -> Proposal:
    """Take an own proposal back while it waits; `UnknownRecord` for another's, `UsageError` once it was decided."""
    permit(principal, "withdraw_proposal")
    proposal = kept_proposal(application, proposal_id)
    if proposal.proposer != principal.name:
        raise UnknownRecord("proposal.unknown", id=proposal_id)
    require_waiting(proposal)
    withdrawn = replace(proposal, state=ProposalState.WITHDRAWN, decided_by=principal.name, decided_at=now)
    return keep(application, withdrawn)
