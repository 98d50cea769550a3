"""Take a change set back: every record it changed is again as it was before, in a new change set."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.domain.principal import Principal
from network_service.operations.access import permit
from network_service.operations.correction import Correction, corrected
from network_service.operations.find_change_set import find_change_set
from network_service.operations.record_names import names_around
from network_service.operations.reversal import Conflict, plan_reversal
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import AuditEntry


@dataclass(frozen=True, slots=True)
class UndoReport:
    """The change set taken back, what that wrote or would write, and the conflicts that kept it from being written.

    `names` are those of the records in conflict and of what these name. Without changes and conflicts everything is as
    it was before already.
    """

    entry: AuditEntry
    correction: Correction
    conflicts: tuple[Conflict, ...]
    names: Mapping[str, str]


def undo_change_set(principal: Principal, store: StoreWriter, which: str, *, dry_run: bool = False) -> UndoReport:
    """Take back the change set of an id, the beginning of an id, or a revision number; an import is one, whole.

    With conflicts nothing is written. An undoing is a change set itself, and can be undone. One of provinces out of
    reach is as unknown as one that never was.
    """
    permit(principal, "undo")
    return take_back(principal, store, "undo", find_change_set(principal, store, which), dry_run=dry_run)


def take_back(
    principal: Principal, store: StoreWriter, operation: str, entry: AuditEntry, *, dry_run: bool
) -> UndoReport:
    """Take back one change set under an operation's name, where the principal may reach all its provinces."""
    permit(principal, operation, *sorted(_provinces(store, entry.revision)))
    reversal = plan_reversal(store, entry.revision)
    about = {"undone": entry.change_set, "undone_revision": str(entry.revision)}
    blocked = bool(reversal.conflicts)
    correction = corrected(principal, store, operation, reversal.changes, about, dry_run=dry_run or blocked)
    names = names_around(principal, store, [conflict.record for conflict in reversal.conflicts])
    return UndoReport(entry, correction, reversal.conflicts, names)


def _provinces(store: StoreReader, revision: int) -> set[str]:
    return {version.record.province for pair in store.changes(revision) for version in pair if version is not None}
