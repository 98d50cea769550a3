"""Merge a record into another that turned out to be the same, both histories kept."""

from collections.abc import Callable
from dataclasses import dataclass

from network_service.domain.merged import Merged
from network_service.domain.principal import Principal
from network_service.domain.record import Node, Record
from network_service.domain.references import references_of
from network_service.domain.ties import GROUPS
from network_service.errors import InputError
from network_service.operations.correction import Correction, corrected
from network_service.operations.find_record import find_record, kept_record
from network_service.operations.merge_plan import MergePlan, plan_merge
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import StoredRecord

_ENDS = frozenset({"source", "target"})


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
    plan = plan_merge(
        one, other, _ties(store, first.id, second.id), _naming(store, first), reason, above=_finder(store)
    )
    correction = corrected(principal, store, "merge", plan.changes, {}, dry_run=dry_run)
    return MergeReport(first, second, plan, correction)


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


def _finder(store: StoreReader) -> Callable[[str], Record | None]:
    def find(record_id: str) -> Record | None:
        stored = store.get(record_id)
        return stored.record if stored is not None else None

    return find


def _ties(store: StoreReader, gone: str, kept: str) -> list[StoredRecord]:
    """All ties of either node, each once, ended ones too."""
    found = {tie.record.id: tie for node in (gone, kept) for tie in store.neighbours(node)}
    return list(found.values())


def _naming(store: StoreReader, gone: Record) -> list[StoredRecord]:
    """Records, ties of others too, whose fields name the record. Merged ones do not count: they lead on through it."""
    return [
        stored
        for stored in store.records(province=gone.province)
        if not isinstance(stored.record, Merged)
        and any(reference.id == gone.id and reference.field not in _ENDS for reference in references_of(stored.record))
    ]
