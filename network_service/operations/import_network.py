"""Bring a file of a province's network into the store, or show what that would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from network_service.domain.principal import Principal
from network_service.domain.record import Node, Tie
from network_service.errors import UsageError
from network_service.ingest.fault import Fault
from network_service.ingest.imported import Imported
from network_service.ingest.reading import read_file
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import sheet_named
from network_service.operations.access import permit
from network_service.operations.plan import Plan, plan_changes, plan_endings
from network_service.operations.progress import Progress, silent
from network_service.store.base import StoreWriter
from network_service.store.change import ChangeSet, StoredRecord


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import.

    `province` is needed where the file does not name one. `dry_run` writes nothing. `accept_good` writes the rows
    without fault though others have one. `replace` names sheets whose missing rows end on `day`.
    """

    day: date
    province: str | None = None
    dry_run: bool = False
    accept_good: bool = False
    replace: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read, what is wrong, what is or would be written.

    `revision` is `None` where nothing was written. `names` are those of all nodes concerned, by id.
    """

    province: str
    file_sha256: str
    imported: Imported
    plan: Plan
    names: Mapping[str, str]
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
    if options.replace and options.accept_good:
        # A refused row is missing from what was accepted, and would be ended for its fault.
        raise UsageError("import.replace_needs_all")
    replaced = _kinds_of(options.replace)
    progress("progress.reading_file", 0, 0)
    source = read_file(path, province=options.province)
    permit(principal, "preview_import", source.province)
    known = {found.record.id: found for found in store.records(province=source.province)}
    progress("progress.checking", 0, 0)
    imported = source.assemble({record_id: found.record for record_id, found in known.items()})
    plan = _planned(imported, known, replaced, options.day)
    applied = None
    if plan.changes and not options.dry_run and (options.accept_good or imported.is_clean):
        progress("progress.writing", 0, 0)
        applied = store.apply(
            ChangeSet(
                principal=principal.name,
                operation="import",
                changes=tuple(change.as_change() for change in plan.changes),
                about={"file_sha256": source.sha256},
            )
        )
    stored = (found.record for found in known.values())
    return ImportReport(
        province=source.province,
        file_sha256=source.sha256,
        imported=imported,
        plan=plan,
        names={record.id: record.display_name for record in (*stored, *imported.records) if isinstance(record, Node)},
        revision=applied.revision if applied else None,
        written=applied.written if applied else 0,
    )


def _kinds_of(sheets: tuple[str, ...]) -> frozenset[str]:
    """Kinds of record that the named sheets hold; a sheet is named by its code or its title in either language."""
    found: set[str] = set()
    for name in sheets:
        sheet = sheet_named(name)
        if sheet is None:
            raise UsageError("import.unknown_sheet", sheet=name, known=", ".join(sheet.code for sheet in SHEETS))
        found.update(sheet.kinds)
    return frozenset(found)


def _planned(imported: Imported, known: Mapping[str, StoredRecord], replaced: frozenset[str], day: date) -> Plan:
    """Nodes before ties, so that a tie never comes before what it joins."""
    plan = plan_changes(imported.records, known)
    if not imported.is_clean:
        replaced = frozenset()
    ended = plan_endings(known, replaced, {record.id for record in imported.records}, day)
    changes = sorted((*plan.changes, *ended.changes), key=lambda change: isinstance(change.record, Tie))
    return Plan(tuple(changes), plan.unchanged)
