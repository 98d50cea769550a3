"""A manager of the province reads proposals, and approves or declines them."""

from dataclasses import replace
from datetime import datetime

from network_service.domain.principal import Principal
from network_service.domain.record import MAX_NOTE
from network_service.domain.thai.text import clean
from network_service.errors import NetworkServiceError, StoreBusy, StoreUnavailable, UnknownRecord, UsageError
from network_service.operations.access import permit
from network_service.operations.proposals.proposal import (
    Proposal,
    ProposalState,
    keep,
    kept_proposal,
    kept_proposals,
    require_waiting,
)
from network_service.operations.records.change_record import changed
from network_service.operations.records.writing import Act
from network_service.operations.sight.sights import Sights, seen_record
from network_service.store.application import ApplicationRecords
from network_service.store.base import StoreReader, StoreWriter


def list_proposals(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    sights: Sights,
    *,
    state: ProposalState | None = ProposalState.WAITING,
) -> tuple[Proposal, ...]:
    """Proposals about records that the principal sees, in one state or in all, the oldest first."""
    permit(principal, "list_proposals")
    found = [one for one in kept_proposals(application) if state in (None, one.state)]
    stored = store.get_many([one.record_id for one in found])
    shown = sights.of(principal, store).shown_all(list(stored.values()))
    seen = {one.record_id: one for one in shown if one is not None}
    told = [one for one in found if one.record_id in seen]
    sights.logged(principal, "list_proposals", [seen[one.record_id] for one in told])
    return tuple(sorted(told, key=lambda one: (one.made_at, one.id)))


def approve_proposal(
    principal: Principal,
    store: StoreWriter,
    application: ApplicationRecords,
    proposal_id: str,
    sights: Sights,
    *,
    now: datetime,
) -> Proposal:
    """Write what was proposed as a change set of the principal that names the proposer.

    The state is set first, and set back where the change is refused (`StaleWrite`, `FaultyInput`): of two who decide
    at once one is told so. An approval that was cut short is finished by approving once more.
    """
    permit(principal, "approve_proposal")
    proposal = _seen(principal, store, application, proposal_id, sights)
    if not _is_cut_short(proposal, principal):
        require_waiting(proposal)
        approved = replace(proposal, state=ProposalState.APPROVED, decided_by=principal.name, decided_at=now)
        proposal = keep(application, approved)
    about = {"proposal": proposal.id, "proposer": proposal.proposer}
    act = Act("approve_proposal", proposal.id, about)
    try:
        written = changed(
            principal,
            store,
            proposal.record_id,
            proposal.fields,
            sights,
            expected_version=proposal.seen_version,
            act=act,
        )
    except (StoreBusy, StoreUnavailable):
        raise  # whether it was written is not known: it is approved once more
    except NetworkServiceError:
        keep(application, replace(proposal, state=ProposalState.WAITING, decided_by=None, decided_at=None))
        raise
    return keep(application, replace(proposal, revision=written.revision))


def decline_proposal(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    proposal_id: str,
    sights: Sights,
    *,
    reason: str,
    now: datetime,
) -> Proposal:
    """Decline a proposal for a reason, which its member reads; `UsageError` without one."""
    permit(principal, "decline_proposal")
    proposal = _seen(principal, store, application, proposal_id, sights)
    require_waiting(proposal)
    why = clean(reason)[:MAX_NOTE]
    if not why:
        raise UsageError("proposal.no_reason")
    declined = replace(proposal, state=ProposalState.DECLINED, decided_by=principal.name, decided_at=now, reason=why)
    return keep(application, declined)


def _seen(
    principal: Principal, store: StoreReader, application: ApplicationRecords, proposal_id: str, sights: Sights
) -> Proposal:
    """A proposal about a record that the principal sees; about any other there is none."""
    proposal = kept_proposal(application, proposal_id)
    try:
        seen_record(sights.of(principal, store), store, proposal.record_id)
    except UnknownRecord:
        raise UnknownRecord("proposal.unknown", id=proposal_id) from None
    return proposal


def _is_cut_short(proposal: Proposal, principal: Principal) -> bool:
    approved = proposal.state is ProposalState.APPROVED and proposal.revision is None
    return approved and proposal.decided_by == principal.name
