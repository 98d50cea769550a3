"""All versions of a record: who changed what, when, and by which operation."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.domain.merged import Merged
from network_service.domain.principal import Principal
from network_service.domain.record import Record
from network_service.operations.find_change_set import entry_of
from network_service.operations.find_record import find_record
from network_service.operations.plan import Action, FieldChange, planned
from network_service.operations.record_names import names_around
from network_service.operations.sight.sight import Sight
from network_service.store.base import StoreReader
from network_service.store.change import AuditEntry, StoredRecord


@dataclass(frozen=True, slots=True)
class VersionStep:
    """One step in a record's life: the change set that made it, what it did, and the fields it changed."""

    entry: AuditEntry
    action: Action
    record: Record
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """The steps of one record, oldest first; `record` is its last version."""

    record: Record
    steps: tuple[VersionStep, ...]


@dataclass(frozen=True, slots=True)
class HistoryReport:
    """The history of the record that was asked for and, where it was merged, of each record that it leads to.

    `names` are those of all nodes that any version names, by id.
    """

    histories: tuple[RecordHistory, ...]
    names: Mapping[str, str]


def record_history(
    principal: Principal, store: StoreReader, which: str, *, province: str | None = None
) -> HistoryReport:
    """The history of the record that an id, an office's code or an exact name means, a removed one too."""
    found = find_record(principal, "history", store, which, province=province, removed_too=True)
    sight = Sight(principal, store, None)
    histories: list[RecordHistory] = []
    named: list[Record] = []
    record_id: str | None = found.record.id
    met: set[str] = set()
    while record_id is not None and record_id not in met:
        met.add(record_id)
        versions = store.history(record_id)
        if not versions or not sight.may_see(versions[-1].record):
            break
        seen = [version for version in versions if sight.may_see(version.record)]
        named += [version.record for version in seen]
        last = versions[-1]
        steps = _steps(store, seen, frozenset(version.revision for version in versions))
        histories.append(RecordHistory(last.record, steps))
        record_id = last.record.into if isinstance(last.record, Merged) and last.superseded is None else None
    return HistoryReport(tuple(histories), names_around(principal, store, named))


def _steps(store: StoreReader, versions: list[StoredRecord], revisions: frozenset[int]) -> tuple[VersionStep, ...]:
    """A version each, and a step of its own for each time that the record was removed; `revisions` brought versions."""
    steps = []
    before: StoredRecord | None = None
    for version in versions:
        change = planned(before, version.record)
        steps.append(VersionStep(entry_of(store, version.revision), change.action, version.record, change.fields))
        gone = version.superseded is not None and version.superseded not in revisions
        if gone and version.superseded is not None:
            steps.append(VersionStep(entry_of(store, version.superseded), Action.REMOVE, version.record, ()))
        before = None if gone else version
    return tuple(steps)
