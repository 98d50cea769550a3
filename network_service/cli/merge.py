"""`network-service merge GONE KEPT`: two records that are one become one."""

from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.corrections import DryRunOption, fields_in_words, print_correction, print_some
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, ProvinceOption, StoreOption, said
from network_service.domain.vocabulary import label
from network_service.messages import Messages, messages_in
from network_service.operations.correction_report import merge_as_plain
from network_service.operations.field_words import heading, value_in_words
from network_service.operations.merge_records import MergeReport, merge_records
from network_service.operations.record_names import called


@guarded
def merge(
    gone: Annotated[str, typer.Argument(help=said("cli.argument.gone"), metavar="GONE")],
    kept: Annotated[str, typer.Argument(help=said("cli.argument.kept"), metavar="KEPT")],
    reason: Annotated[
        str | None, typer.Option("--reason", help=said("cli.option.reason"), metavar="TEXT", show_default=False)
    ] = None,
    province: ProvinceOption = None,
    dry_run: DryRunOption = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Merge a record into another, or show what that would do."""
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        report = merge_records(
            bootstrap.this_user(), opened, gone, kept, reason=reason, province=province, dry_run=dry_run
        )
    if as_json:
        print_json(merge_as_plain(report))
    else:
        print_merge(report, messages_in(language), dry_run=dry_run)


def print_merge(report: MergeReport, words: Messages, *, dry_run: bool) -> None:
    """In what the two differ, what is said twice, and all changes."""
    print_line(words.text("merge.of", gone=report.gone.display_name, kept=report.kept.display_name), style="bold")
    headers = [words.text(f"merge.differing.{name}") for name in ("what", "kept", "gone")]
    names = report.correction.names
    if report.plan.differing:
        rows = [
            (
                heading(report.gone, one.field, words),
                *(value_in_words(report.gone, one.field, value, names, words) for value in (one.before, one.after)),
            )
            for one in report.plan.differing
        ]
        print_some(headers, rows, words, title=words.text("merge.differing", count=len(rows)))
    if report.plan.said_twice:
        rows = [
            (
                label("kind", one.gone.kind, words.language),
                called(one.stays, names),
                fields_in_words(one.stays, one.fields, names, words),
            )
            for one in report.plan.said_twice
        ]
        headers = [words.text(f"merge.twice.{name}") for name in ("kind", "stays", "fields")]
        print_some(headers, rows, words, title=words.text("merge.twice", count=len(rows)))
    print_correction(report.correction, words, dry_run=dry_run)
