"""Bring a file of a province's network into the store, or show what that would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from network_service.domain.principal import Principal
from network_service.domain.ties import TIE_ENDS
from network_service.ingest.fault import Fault
from network_service.ingest.imported import Imported
from network_service.ingest.reading import read_file
from network_service.operations.access import permit
from network_service.operations.plan import Plan, PlannedChange, plan_changes, plan_endings
from network_service.operations.progress import Progress, silent
from network_service.store.base import StoreWriter
from network_service.store.change import ChangeSet, StoredRecord


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import.

    `province` is needed where the file does not name one. `dry_run` writes nothing. `accept_good` writes the rows without
    fault though others have one. `replace` names sheets whose missing rows end on `day`.
    """

    day: date
    province: str | None = None
    dry_run: bool = False
    accept_good: bool = False
    replace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read, what is wrong, what is or would be written. `revision` is `None` where nothing was written."""

    province: str
    file_sha256: str
    imported: Imported
    plan: Plan
    revision: int | None
    written: int

    @property
    def faults(self) -> Sequence[Fault]:
        """All faults of the file."""
        return self.imported.faults


def import_network(
    principal: Principal, store: StoreWriter, path: Path, options: ImportOptions, progress: Progress = silent
) -> ImportReport:
    """Read a file, compare it with the store, and write what differs in one change set.

    With faults and without `accept_good` nothing is written. The same file twice writes nothing the second time.
    """
    permit(principal, "preview_import" if options.dry_run else "import")
    source = read_file(path, province=options.province)
    permit(principal, "preview_import", source.province)
    known = {found.record.id: found for found in store.records(province=source.province)}
    progress("progress.checking", 0, 0)
    imported = source.assemble({record_id: found.record for record_id, found in known.items()})
    plan = _planned(imported, known, options)
    applied = None
    if plan.changes and not options.dry_run and (options.accept_good or not imported.faults):
        progress("progress.writing", 0, 0)
        applied = store.apply(
            ChangeSet(
                principal=principal.name,
                operation="import",
                changes=tuple(change.as_change() for change in plan.changes),
                about={"file_sha256": source.sha256},
            )
        )
    return ImportReport(
        province=source.province,
        file_sha256=source.sha256,
        imported=imported,
        plan=plan,
        revision=applied.revision if applied else None,
        written=applied.written if applied else 0,
    )


def _planned(imported: Imported, known: dict[str, StoredRecord], options: ImportOptions) -> Plan:
    """Nodes before ties, so that a tie never comes before what it joins."""
    plan = plan_changes(imported.records, known)
    if options.replace:
        kinds = frozenset().union(*(_kinds_of(sheet) for sheet in options.replace))
        ended = plan_endings(known, kinds, {record.id for record in imported.records}, options.day)
        plan = Plan((*plan.changes, *ended.changes), plan.unchanged)

    def ties_last(change: PlannedChange) -> bool:
        return change.record.kind in TIE_ENDS

    return Plan(tuple(sorted(plan.changes, key=ties_last)), plan.unchanged)
