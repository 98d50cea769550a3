"""`network-service import FILE`: bring a workbook in, or preview what that would do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, print_some, progress_bar
from network_service.cli.exit_status import Exit, guarded
from network_service.cli.field_words import field_word
from network_service.cli.options import (
    DEFAULT_LANGUAGE,
    JsonOption,
    LanguageOption,
    ProvinceOption,
    StoreOption,
    said,
)
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.vocabulary import label
from network_service.ingest.fault import Fault
from network_service.ingest.foreign.mapping import ColumnMapping, mapping_from, mapping_of
from network_service.messages import Messages, messages_in
from network_service.operations.import_network import ImportOptions, ImportReport, import_network
from network_service.operations.import_report import as_plain
from network_service.operations.plan import Action
from network_service.operations.record_names import called


@guarded
def import_file(
    files: Annotated[
        list[Path],
        typer.Argument(help=said("cli.argument.files"), metavar="FILE...", exists=True, dir_okay=False, readable=True),
    ],
    province: ProvinceOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=said("cli.option.dry_run"))] = False,
    accept_good: Annotated[bool, typer.Option("--accept-good", help=said("cli.option.accept_good"))] = False,
    replace: Annotated[
        list[str] | None, typer.Option("--replace", help=said("cli.option.replace"), metavar="SHEET")
    ] = None,
    marked_copy: Annotated[
        Path | None,
        typer.Option("--marked-copy", help=said("cli.option.marked_copy"), metavar="OUT.xlsx", show_default=False),
    ] = None,
    mapped: Annotated[
        list[str] | None, typer.Option("--map", help=said("cli.option.map"), metavar="COLUMN=FIELD")
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", help=said("cli.option.mapping"), metavar="FILE", exists=True, dir_okay=False),
    ] = None,
    save_mapping: Annotated[
        Path | None,
        typer.Option("--save-mapping", help=said("cli.option.save_mapping"), metavar="FILE", dir_okay=False),
    ] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", help=said("cli.option.encoding"))] = None,
    directed: Annotated[bool | None, typer.Option("--directed/--undirected", help=said("cli.option.directed"))] = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Import the file or files of one network; the exit status is 1 where there are faults."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=store)
    columns = (mapping_from(mapping.read_bytes()) if mapping else ColumnMapping()) | mapping_of(mapped or ())
    options = ImportOptions(
        day=today_in_thailand(),
        province=province,
        dry_run=dry_run,
        accept_good=accept_good,
        replace=tuple(replace or ()),
        marked_copy=marked_copy,
        language=language,
        mapping=columns,
        save_mapping=save_mapping,
        encoding=encoding,
        directed=directed,
    )
    with bootstrap.open_store(settings) as opened, progress_bar(words, shown=not as_json) as progress:
        by = bootstrap.file_parser(settings)
        report = import_network(bootstrap.this_user(), opened, files, options, progress, by)
    if as_json:
        print_json(as_plain(report, words))
    else:
        print_report(report, words, dry_run=dry_run)
    if not report.imported.is_clean:
        raise typer.Exit(Exit.FAULTS)


def print_report(report: ImportReport, words: Messages, *, dry_run: bool) -> None:
    """Counts, faults, notes and changes, as a person reads them."""
    read = report.imported
    print_line(words.text("import.rows_read", count=read.read))
    print_line(words.text("import.rows_accepted", accepted=read.accepted, refused=read.refused))
    for note in report.imported.notes:
        print_line("• " + note.sentence(words))
    if report.faults:
        _print_faults(report, words)
    _print_changes(report, words)
    if report.plan.left:
        print_line(words.text("import.left", count=len(report.plan.left)), style="yellow")
    if report.marked_copy is not None:
        print_line(words.text("import.marked_copy", path=report.marked_copy), style="yellow")
    print_line(_outcome(report, words, dry_run=dry_run), style="bold")


def _print_faults(report: ImportReport, words: Messages) -> None:
    """The faults that somebody has to mend; of the rows that fall with them, how many there are."""
    own = [fault for fault in report.faults if not fault.is_consequence]
    headers = [words.text(f"import.fault.{name}") for name in ("place", "value", "sentence", "cure")]
    rows = [
        (_places(alike, words), alike[0].value, alike[0].sentence(words), alike[0].cure(words))
        for alike in _alike(own, words)
    ]
    print_some(
        headers, rows, words, title=words.text("import.faults", count=len(own) + report.imported.faults_not_listed)
    )
    fallen = len(report.faults) - len(own)
    if fallen:
        print_line(words.text("import.consequences", count=fallen))


def _alike(faults: Sequence[Fault], words: Messages) -> list[list[Fault]]:
    """Faults by what they say of which value: a name misspelt in twenty rows is one thing to mend."""
    groups: dict[tuple[str, ...], list[Fault]] = {}
    for fault in faults:
        about = (
            (fault.value, fault.sentence(words))
            if fault.value
            else (fault.sheet, str(fault.row), fault.cell, fault.code)
        )
        groups.setdefault(about, []).append(fault)
    return list(groups.values())


def _places(alike: Sequence[Fault], words: Messages) -> str:
    first = alike[0].place(words)
    return first if len(alike) == 1 else f"{first} {words.text('import.and_places', count=len(alike) - 1)}"


def _print_changes(report: ImportReport, words: Messages) -> None:
    headers = [words.text(f"import.change.{name}") for name in ("action", "kind", "name", "fields")]
    rows = [
        (
            words.text(f"import.action.{change.action}"),
            label("kind", change.record.kind, words.language),
            called(change.record, report.names),
            ", ".join(field_word(change.record.kind, field.field, words.language) for field in change.fields),
        )
        for change in report.plan.changes
        if change.action is not Action.ADD
    ]
    if rows:
        print_some(headers, rows, words, title=words.text("import.changes", count=len(rows)))


def _outcome(report: ImportReport, words: Messages, *, dry_run: bool) -> str:
    plan = report.plan
    told = {action.value: len(plan.of(action)) for action in Action}
    if dry_run:
        return words.text("import.would_write", unchanged=plan.unchanged, **told)
    if report.revision is not None:
        return words.text("import.written", unchanged=plan.unchanged, revision=report.revision, **told)
    return words.text("import.nothing_written" if report.faults else "import.nothing_new")
