"""Take a merge back: the two records are apart again, with all their ties as they were."""

from network_service.domain.merged import Merged
from network_service.domain.principal import Principal
from network_service.domain.record import Record
from network_service.domain.references import references_of
from network_service.errors import InputError
from network_service.operations.find_change_set import entry_of
from network_service.operations.find_record import find_record
from network_service.operations.undo_change_set import UndoReport, take_back
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import AuditEntry


def unmerge_records(
    principal: Principal, store: StoreWriter, gone: str, *, province: str | None = None, dry_run: bool = False
) -> UndoReport:
    """Take back exactly the change set in which a record became a merged one, unless somebody changed it since."""
    stored = find_record(principal, "unmerge", store, gone, province=province, merged_first=True)
    if not isinstance(stored.record, Merged):
        raise InputError("unmerge.not_merged", text=gone)
    return take_back(principal, store, "unmerge", _merge_of(store, stored.record), dry_run=dry_run)


def _merge_of(store: StoreReader, gone: Merged) -> AuditEntry:
    """The change set that made the record a merged one; a record that came from a file as merged has none here."""
    versions = store.history(gone.id)
    for before, after in zip(reversed(versions[:-1]), reversed(versions), strict=False):
        if not isinstance(before.record, Merged) and before.superseded == after.revision:
            _require_not_along(store, gone, before.record, after.revision)
            return entry_of(store, after.revision)
    raise InputError("unmerge.not_here", name=gone.display_name)


def _require_not_along(store: StoreReader, gone: Merged, before: Record, revision: int) -> None:
    """A stage that became one with another because their agreements did is apart again when those are."""
    for reference in references_of(before):
        named = store.get(reference.id, revision=revision)
        if named is not None and isinstance(named.record, Merged) and named.revision == revision:
            raise InputError(
                "unmerge.along", name=gone.display_name, with_name=named.record.display_name, id=reference.id
            )
