"""Plans the reversal of a change set: each record as it was before, unless something since stands on it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from network_service.domain.merged import Merged
from network_service.domain.record import Node, Record, Tie
from network_service.domain.references import references_of
from network_service.operations.find_change_set import entry_of
from network_service.operations.plan import Action, PlannedChange, planned
from network_service.store.base import StoreReader
from network_service.store.change import AuditEntry, StoredRecord


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why a change set cannot be taken back: `code` is one of `changed`, `needed` and `lost`.

    `record` was changed since; or it names a record that would go; or it would come back naming a record that went.
    `by` is the change set that made it so.
    """

    code: str
    record: Record
    by: AuditEntry


@dataclass(frozen=True, slots=True)
class Reversal:
    """What taking back would write, and why it cannot be."""

    changes: tuple[PlannedChange, ...]
    conflicts: tuple[Conflict, ...]


def plan_reversal(store: StoreReader, revision: int) -> Reversal:
    """What would bring all records that a revision changed back to what they were before it.

    A record that is again as it was before is left alone. One that is neither as it was before nor as the revision left
    it was changed by somebody since: taking it back would undo that change too, so it is a conflict.
    """
    pairs = store.changes(revision)
    ids = [version.record.id for before, after in pairs if (version := before or after)]
    current = store.get_many(ids)
    changes, conflicts = [], []
    for (before, after), record_id in zip(pairs, ids, strict=True):
        now = current.get(record_id)
        if _same(now, before):
            continue
        if _same(now, after):
            changes.append(planned(now, before.record if before else None))
        else:
            told = now or store.history(record_id)[-1]
            by = now.revision if now else told.superseded
            assert by is not None
            conflicts.append(Conflict("changed", told.record, entry_of(store, by)))
    conflicts += _needed(store, changes, current, frozenset(ids), revision)
    conflicts += _lost(store, changes, current)
    return Reversal(tuple(changes), tuple(conflicts))


def _same(one: StoredRecord | None, other: StoredRecord | None) -> bool:
    return (one.record if one else None) == (other.record if other else None)


def _needed(
    store: StoreReader,
    changes: Collection[PlannedChange],
    current: dict[str, StoredRecord],
    touched: frozenset[str],
    revision: int,
) -> Iterator[Conflict]:
    """Records outside the change set that name what would go, or since then what would get its former kind again."""
    nodes = [change for change in changes if isinstance(change.record, Node)]
    removed = {change.record.id for change in nodes if change.action is Action.REMOVE}
    turned = {one.record.id for one in nodes if one.version and current[one.record.id].record.kind != one.record.kind}
    if not removed and not turned:
        return
    for province in sorted({change.record.province for change in nodes}):
        for stored in store.records(province=province):
            record = stored.record
            if record.id in touched:
                continue
            named = {reference.id for reference in references_of(record)}
            # Ties join groups and organisations alike, and the store checks them; what was merged asks for no kind.
            asks = stored.revision > revision and not isinstance(record, Tie | Merged)
            if named & removed or (asks and named & turned):
                yield Conflict("needed", record, entry_of(store, stored.revision))


def _lost(
    store: StoreReader, changes: Collection[PlannedChange], current: dict[str, StoredRecord]
) -> Iterator[Conflict]:
    """Records that would come back naming what has gone since, be it removed or merged away."""
    back = {change.record.id: change.record for change in changes if change.action is not Action.REMOVE}
    asked = {
        record.id: {reference.id for reference in references_of(record)} - _named_now(current.get(record.id))
        for record in back.values()
    }
    outside = set().union(*asked.values()) - back.keys()
    there = {record_id: stored.record for record_id, stored in store.get_many(outside).items()} | back
    going = {change.record.id for change in changes if change.action is Action.REMOVE}
    for record_id, named in asked.items():
        record = back[record_id]
        for meant in sorted(named):
            end = there.get(meant)
            if end is None or meant in going or (isinstance(end, Merged) and not isinstance(record, Merged)):
                yield Conflict("lost", record, _last_entry(store, meant))


def _named_now(stored: StoredRecord | None) -> set[str]:
    return {reference.id for reference in references_of(stored.record)} if stored else set()


def _last_entry(store: StoreReader, record_id: str) -> AuditEntry:
    last = store.history(record_id)[-1]
    return entry_of(store, last.superseded or last.revision)
