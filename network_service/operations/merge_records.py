"""Merge a record into another that turned out to be the same, both histories kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from network_service.domain.integrity.rules import CONTRADICTIONS, check_network
from network_service.domain.merged import Merged
from network_service.domain.personal_data import personal_data_in
from network_service.domain.principal import Principal
from network_service.domain.record import MAX_NOTE, Node, Record
from network_service.domain.references import references_of
from network_service.domain.thai.text import clean
from network_service.domain.ties import GROUPS
from network_service.errors import InputError
from network_service.ingest.whole import name_of
from network_service.operations.correction import Correction, corrected
from network_service.operations.find_record import find_record, kept_record
from network_service.operations.merge_plan import MergePlan, plan_merge
from network_service.operations.plan import Action
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import StoredRecord

_ENDS = frozenset({"source", "target"})
_NAMED = 3
"""Records that the sentence about a contradiction names; a longer circle is found by them."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The record that goes and the one that is kept, as they were, what that means, and what is or would be written."""

    gone: Node
    kept: Node
    plan: MergePlan
    correction: Correction


def merge_records(
    principal: Principal,
    store: StoreWriter,
    gone: str,
    kept: str,
    *,
    reason: str | None = None,
    province: str | None = None,
    dry_run: bool = False,
) -> MergeReport:
    """Merge one record into another: ties, fields and names of the first become the second's, its id leads there.

    Both must be of one kind, or a group and an organisation, and of one province. What is kept is never overwritten,
    nor filled where it is empty. Merging into a merged record means the one it leads to.
    """
    one = find_record(principal, "merge", store, gone, province=province)
    other = kept_record(store, find_record(principal, "merge", store, kept, province=province))
    first, second = _mergeable(one.record, other.record)
    reason = _said(reason)
    stored = list(store.records(province=first.province))
    everything = {found.record.id: found.record for found in stored}
    plan = plan_merge(
        one, other, _ties(store, first.id, second.id), _naming(stored, first), reason, everything=everything
    )
    _require_no_contradiction(plan, everything, first, second)
    correction = corrected(principal, store, "merge", plan.changes, {}, dry_run=dry_run)
    return MergeReport(first, second, plan, correction)


def _said(reason: str | None) -> str | None:
    """The reason as it is kept: it stands in the records, so that it may hold no contact and no citizen's number."""
    said = clean(reason or "")
    if len(said) > MAX_NOTE:
        raise InputError("merge.reason_too_long", limit=MAX_NOTE)
    if personal_data_in(said) is not None:
        raise InputError("merge.reason_personal")
    return said or None


def _mergeable(gone: Record, kept: Record) -> tuple[Node, Node]:
    if isinstance(gone, Merged):
        raise InputError("merge.already", name=gone.display_name, into=gone.into)
    if not isinstance(gone, Node) or not isinstance(kept, Node) or "province_network" in (gone.kind, kept.kind):
        raise InputError("merge.no_node")
    if gone.id == kept.id:
        raise InputError("merge.itself", name=gone.display_name)
    if gone.kind != kept.kind and not {gone.kind, kept.kind} <= GROUPS:
        raise InputError("merge.other_kind", name=gone.display_name, other=kept.display_name)
    if gone.province != kept.province:
        raise InputError("merge.other_province", name=gone.display_name, other=kept.display_name)
    return gone, kept


def _require_no_contradiction(plan: MergePlan, everything: Mapping[str, Record], gone: Node, kept: Node) -> None:
    """What an import refuses is not made by merging: an order between the two would supersede itself by way of them."""
    after = dict(everything)
    for change in plan.changes:
        if change.action is Action.REMOVE:
            del after[change.record.id]
        else:
            after[change.record.id] = change.record
    before, then = (set(check_network(one.values(), date.min, CONTRADICTIONS)) for one in (everything, after))
    new = min(then - before, key=lambda one: (one.code, one.record_id), default=None)
    if new is not None:
        named = dict.fromkeys(name_of(after[spot.record_id], after) for spot in new.spots)
        raise InputError(
            "merge.contradicts",
            name=gone.display_name,
            other=kept.display_name,
            records=", ".join(list(named)[:_NAMED]),
        )


def _ties(store: StoreReader, gone: str, kept: str) -> list[StoredRecord]:
    """All ties of either node, each once, ended ones too."""
    found = {tie.record.id: tie for node in (gone, kept) for tie in store.neighbours(node)}
    return list(found.values())


def _naming(records: Iterable[StoredRecord], gone: Record) -> list[StoredRecord]:
    """Records, ties of others too, whose fields name the record. Merged ones do not count: they lead on through it."""
    return [
        stored
        for stored in records
        if not isinstance(stored.record, Merged)
        and any(reference.id == gone.id and reference.field not in _ENDS for reference in references_of(stored.record))
    ]
