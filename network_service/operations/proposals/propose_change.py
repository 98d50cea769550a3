"""A member proposes a change to the own record."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from network_service.domain.principal import Principal
from network_service.domain.record import MAX_NOTE
from network_service.domain.thai.text import clean
from network_service.errors import StaleWrite, UnknownRecord, UsageError
from network_service.ingest.fault import Fault
from network_service.operations.access import permit
from network_service.operations.proposals.proposal import Proposal, ProposalState, keep, kept_proposals
from network_service.operations.records.change_record import with_fields
from network_service.operations.records.field_faults import faulty
from network_service.operations.records.writing import require_true
from network_service.operations.sight.sights import Sights, seen_record
from network_service.store.application import ApplicationRecords, Json
from network_service.store.base import StoreReader

MOST_WAITING = 20
"""Proposals of one member that may wait at once: more than anybody means, and few enough to be read."""
_NOT_PROPOSED = ("id", "kind", "province", "version", "revision")


def propose_change(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    fields: Mapping[str, Json],
    sights: Sights,
    *,
    expected_version: int,
    now: datetime,
    remark: str | None = None,
) -> Proposal:
    """Propose other values for fields of the member's own record, which was seen at a version.

    What could not be approved is refused at once: `FaultyInput` names each wrong field, `StaleWrite` says that the
    record was changed since. `UnknownRecord` for who has no record, `UsageError` where too many wait already.
    """
    permit(principal, "propose_change")
    if principal.own_record is None:
        raise UnknownRecord("proposal.no_own_record")
    sight = sights.of(principal, store)
    stored, _ = seen_record(sight, store, principal.own_record)
    record = stored.record
    if stored.version != expected_version:
        raise StaleWrite("store.stale_write", record_id=record.id, expected=expected_version, current=stored.version)
    faults = [Fault("records.fixed_field", column=one) for one in _NOT_PROPOSED if one in fields]
    if faults:
        raise faulty(faults)
    require_true(store, sight, with_fields(record, fields), record)
    waiting = (one for one in kept_proposals(application) if one.state is ProposalState.WAITING)
    if sum(one.proposer == principal.name for one in waiting) >= MOST_WAITING:
        raise UsageError("proposal.too_many", most=MOST_WAITING)
    proposal = Proposal(
        id=str(uuid.uuid4()),
        proposer=principal.name,
        province=record.province,
        record_id=record.id,
        kind=record.kind,
        seen_version=stored.version,
        fields=fields,
        made_at=now,
        remark=clean(remark)[:MAX_NOTE] if remark else None,
    )
    return keep(application, proposal)
