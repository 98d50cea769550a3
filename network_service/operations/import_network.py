"""Bring a file of a province's network into the store, or show what that would do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from network_service.documents.marked_copy import require_markable, write_marked_copy
from network_service.documents.whole_file import whole_file
from network_service.domain.principal import Principal
from network_service.domain.record import Node, Tie
from network_service.errors import UsageError
from network_service.ingest.fault import Fault
from network_service.ingest.foreign.mapping import ColumnMapping, as_saved
from network_service.ingest.foreign.recognise import ForeignOptions, Hints
from network_service.ingest.imported import Imported
from network_service.ingest.parsing import Parser, parse
from network_service.ingest.reading import Source, read_file
from network_service.ingest.sheets.column import ONLY_IN_EXPORTS, Sheet
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import sheet_named
from network_service.messages import Messages, messages_in
from network_service.operations.access import permit
from network_service.operations.duplicate_notes import with_duplicate_notes
from network_service.operations.plan import Plan, change_set_of, plan_changes, plan_endings
from network_service.operations.progress import Progress, silent
from network_service.reference.provinces import is_synthetic, province
from network_service.store.base import StoreReader, StoreWriter
from network_service.store.change import StoredRecord


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import.

    `province` is needed where neither the file nor the store tells which is meant. Of another program's file, `mapping`
    says what columns mean and is written to `save_mapping`, `encoding` how its text is written, `directed` what its
    ties are where it does not say.
    `dry_run` writes nothing. `accept_good` writes the rows without fault though others have one. `replace` names sheets
    whose missing rows end on `day`. Where there are faults, a copy of the workbook with them marked is written to
    `marked_copy`, in `language`.
    """

    day: date
    province: str | None = None
    dry_run: bool = False
    accept_good: bool = False
    replace: tuple[str, ...] = ()
    marked_copy: Path | None = None
    language: str = "th"
    mapping: ColumnMapping = field(default_factory=ColumnMapping)
    save_mapping: Path | None = None
    encoding: str | None = None
    directed: bool | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read, what is wrong, what is or would be written.

    `revision` is `None` where nothing was written. `names` are those of all nodes concerned, by id. `marked_copy` is
    the file in which the faults are marked, `None` where there is none.
    """

    province: str
    file_sha256: str
    imported: Imported
    plan: Plan
    names: Mapping[str, str]
    revision: int | None
    written: int
    marked_copy: Path | None = None

    @property
    def faults(self) -> Sequence[Fault]:
        """All faults of the file."""
        return self.imported.faults


def import_network(
    principal: Principal,
    store: StoreWriter,
    path: Path | Sequence[Path],
    options: ImportOptions,
    progress: Progress = silent,
    by: Parser = parse,
) -> ImportReport:
    """Read the file or files of one network, compare with the store, and write what differs in one change set.

    With faults and without `accept_good` nothing is written. The same file twice writes nothing the second time. The
    files are parsed `by` one who may do it in another process.
    """
    operation = "preview_import" if options.dry_run else "import"
    permit(principal, operation)
    if options.replace and options.accept_good:
        # A refused row is missing from what was accepted, and would be ended for its fault.
        raise UsageError("import.replace_needs_all")
    replaced = [_sheet(name) for name in options.replace]
    paths = (path,) if isinstance(path, Path) else tuple(path)
    if options.marked_copy is not None:
        require_markable(paths[0], options.marked_copy)
    progress("progress.reading_file", 0, 0)
    source = _read(principal, store, paths, options, by, progress)
    permit(principal, operation, source.province)
    if replaced and not source.is_ours:
        # It has no sheet of ours, and who is named in its ties alone would count as missing.
        raise UsageError("import.replace_ours_only")
    if options.save_mapping is not None:
        with whole_file(options.save_mapping) as written:
            written.write_text(as_saved(options.mapping), encoding="utf-8")
    known = {found.record.id: found for found in store.records(province=source.province)}
    progress("progress.checking", 0, 0)
    imported = with_duplicate_notes(
        _assembled(source, known, store, options.day), {one: found.record for one, found in known.items()}, options.day
    )
    plan = _planned(imported, known, replaced, options.day)
    marked = _marked(paths[0], source, imported, options)
    applied = None
    if plan.changes and not options.dry_run and (options.accept_good or imported.is_clean):
        progress("progress.writing", 0, 0)
        about = {"file_sha256": source.sha256, "file": _printable(", ".join(one.name for one in paths))}
        applied = store.apply(change_set_of(principal.name, "import", plan.changes, about))
    stored = (found.record for found in known.values())
    return ImportReport(
        province=source.province,
        file_sha256=source.sha256,
        imported=imported,
        plan=plan,
        names={record.id: record.display_name for record in (*stored, *imported.records) if isinstance(record, Node)},
        revision=applied.revision if applied else None,
        written=applied.written if applied else 0,
        marked_copy=marked,
    )


def _read(
    principal: Principal,
    store: StoreReader,
    paths: Sequence[Path],
    options: ImportOptions,
    by: Parser,
    progress: Progress,
) -> Source:
    """Read the files; where nobody names a province, the only one is meant that the principal may reach."""
    reached = [code for code in store.provinces() if principal.may_reach(code)]
    return read_file(
        paths,
        province=options.province.upper() if options.province else None,
        otherwise=reached[0] if len(reached) == 1 else None,
        foreign=ForeignOptions(
            Hints(options.encoding, options.mapping),
            options.directed,
            lambda code: _network_name(code, messages_in(options.language)),
        ),
        by=by,
        told=lambda done, total: progress("progress.reading_file", done, total),
    )


def _network_name(code: str, words: Messages) -> str:
    """What a province's network is called until somebody names it."""
    if is_synthetic(code):
        return words.text("import.unnamed_network")
    found = province(code)
    return words.text("import.network_of", province=found.thai if words.language == "th" else found.english)


def _marked(path: Path, source: Source, imported: Imported, options: ImportOptions) -> Path | None:
    """Write the marked copy before anything is stored: where it cannot be written, nothing else is."""
    if options.marked_copy is None or not imported.faults:
        return None
    write_marked_copy(
        path,
        options.marked_copy,
        imported.faults,
        options.language,
        sha256=source.sha256,
        unlisted=imported.faults_not_listed,
    )
    return options.marked_copy


def _sheet(name: str) -> Sheet:
    """A sheet by its code or its title in either language."""
    sheet = sheet_named(name)
    if sheet is None:
        raise UsageError("import.unknown_sheet", sheet=name, known=", ".join(sheet.code for sheet in SHEETS))
    if sheet.step == ONLY_IN_EXPORTS:
        raise UsageError("import.sheet_not_replaced", sheet=sheet.code)
    return sheet


def _assembled(source: Source, known: Mapping[str, StoredRecord], store: StoreReader, day: date) -> Imported:
    """The file's records, without the rows that carry ids of another province's records, as a copied workbook does."""
    records = {record_id: found.record for record_id, found in known.items()}
    imported = source.assemble(records, day=day)
    new = [record.id for record in imported.records if record.id not in known]
    # One of this province came in since the known ones were read: writing says so, it is no copied id.
    found = store.get_many(new)
    elsewhere = frozenset(one for one in found if found[one].record.province != source.province)
    return source.assemble(records, elsewhere, day) if elsewhere else imported


def _planned(imported: Imported, known: Mapping[str, StoredRecord], replaced: Sequence[Sheet], day: date) -> Plan:
    """Nodes before ties, so that a tie never comes before what it joins.

    A file that is not clean replaces nothing, as a refused row would count as missing; nor does a file without the
    sheet, which is more likely the wrong file than an empty province.
    """
    plan = plan_changes(imported.records, known)
    if not imported.is_clean or not replaced:
        return _nodes_first(plan)
    for sheet in replaced:
        if sheet.code not in imported.sheets:
            raise UsageError("import.replaced_sheet_missing", sheet=sheet.code)
    kinds = frozenset(kind for sheet in replaced for kind in sheet.kinds)
    ended = plan_endings(known, kinds, {record.id for record in imported.records} | imported.kept, day)
    return _nodes_first(Plan((*plan.changes, *ended.changes), plan.unchanged, ended.left))


def _nodes_first(plan: Plan) -> Plan:
    return replace(plan, changes=tuple(sorted(plan.changes, key=lambda change: isinstance(change.record, Tie))))


def _printable(name: str) -> str:
    """A file's name for the audit; a name that is no text in the system's code would stop the whole import."""
    return name.encode("utf-8", "replace").decode("utf-8")
