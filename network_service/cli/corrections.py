"""What the commands that correct share: how they print changes, conflicts and change sets, and their options."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from network_service.cli.console import print_line, print_table
from network_service.cli.options import said
from network_service.domain.record import Record
from network_service.domain.thai.clock import THAILAND
from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import label
from network_service.messages import Messages, UnknownMessage
from network_service.operations.correction import Correction
from network_service.operations.field_words import heading, value_in_words
from network_service.operations.plan import FieldChange
from network_service.operations.record_names import called
from network_service.operations.undo_change_set import UndoReport
from network_service.store.change import AuditEntry

SHOWN = 50
"""Rows of a table printed before the rest is only counted; `--json` gives all."""
ID_SHOWN = 8
"""Characters of a change set's id that are shown: enough to tell apart what a province ever writes."""

DryRunOption = Annotated[bool, typer.Option("--dry-run", help=said("cli.option.dry_run"))]
RecordArgument = Annotated[str, typer.Argument(help=said("cli.argument.record"), metavar="RECORD")]


def print_undo(report: UndoReport, words: Messages, *, dry_run: bool) -> None:
    """What was or would be taken back, or each conflict and who made it."""
    entry = report.entry
    print_line(words.text("undo.of", **_told(entry, words), count=len(entry.record_ids)))
    if report.conflicts:
        headers = [words.text(f"undo.conflict.{name}") for name in ("kind", "name", "why", "by")]
        rows = [
            (
                label("kind", conflict.record.kind, words.language),
                called(conflict.record, report.names),
                words.text(f"undo.conflict.{conflict.code}"),
                words.text("undo.conflict.made_by", **_told(conflict.by, words)),
            )
            for conflict in report.conflicts
        ]
        print_some(headers, rows, words, title=words.text("undo.conflicts", count=len(rows)))
        print_line(words.text("undo.refused"), style="bold")
    elif not report.correction.changes:
        print_line(words.text("undo.nothing"), style="bold")
    else:
        print_correction(report.correction, words, dry_run=dry_run)


def print_correction(correction: Correction, words: Messages, *, dry_run: bool) -> None:
    """All changes field by field, and whether they were written."""
    headers = [words.text(f"import.change.{name}") for name in ("action", "kind", "name", "fields")]
    rows = [
        (
            words.text(f"import.action.{change.action}"),
            label("kind", change.record.kind, words.language),
            called(change.record, correction.names),
            fields_in_words(change.record, change.fields, correction.names, words),
        )
        for change in correction.changes
    ]
    print_some(headers, rows, words, title=words.text("correction.changes", count=len(rows)))
    if dry_run:
        print_line(words.text("correction.dry_run"), style="bold")
    elif correction.revision is not None:
        done = words.text("correction.written", revision=correction.revision, id=correction.change_set[:ID_SHOWN])
        print_line(done, style="bold")


def print_some(headers: Sequence[str], rows: Sequence[Sequence[str]], words: Messages, *, title: str = "") -> None:
    """A table of the first rows, and how many more there are."""
    print_table(headers, rows[:SHOWN], title=title)
    if len(rows) > SHOWN:
        print_line(words.text("import.more", count=len(rows) - SHOWN))


def fields_in_words(record: Record, fields: Sequence[FieldChange], names: Mapping[str, str], words: Messages) -> str:
    """Fields of a record with their value before and after, a line each, in the reader's words."""
    return "\n".join(
        f"{heading(record, one.field, words)}: "
        + " → ".join(value_in_words(record, one.field, value, names, words) for value in (one.before, one.after))
        for one in fields
    )


def moment(entry: AuditEntry, language: str) -> str:
    """When a change set was written, in Thai time."""
    local = entry.at.astimezone(THAILAND)
    return f"{format_date(local.date(), language, style='short')} {local:%H:%M}"


def operation_word(entry: AuditEntry, words: Messages) -> str:
    """What a change set's operation is called; its code where an operation has no word."""
    try:
        return words.text(f"operation.{entry.operation}")
    except UnknownMessage:
        return entry.operation


def _told(entry: AuditEntry, words: Messages) -> dict[str, object]:
    return {
        "revision": entry.revision,
        "id": entry.change_set[:ID_SHOWN],
        "who": entry.principal,
        "moment": moment(entry, words.language),
        "operation": operation_word(entry, words),
    }
