"""`network-service copy --from URL --to URL`: a whole store into an empty one, with its history and its audit."""

from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, print_table, progress_bar
from network_service.cli.exit_status import INTERRUPTED, complain, guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, said
from network_service.messages import Messages, messages_in
from network_service.operations.copy_store import CopyReport, copy_store


@guarded
def copy(
    source: Annotated[str, typer.Option("--from", help=said("cli.option.copy_from"), metavar="URL")],
    target: Annotated[str, typer.Option("--to", help=said("cli.option.copy_to"), metavar="URL")],
    anew: Annotated[bool, typer.Option("--anew", help=said("cli.option.anew"))] = False,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Copy a store; Ctrl-C leaves what was copied, and the same command goes on from there."""
    words = messages_in(language)
    from_settings, to_settings = bootstrap.read_settings(store=source), bootstrap.read_settings(store=target)
    try:
        with (
            bootstrap.open_store(from_settings, must_exist=True) as opened,
            progress_bar(words, shown=not as_json) as progress,
        ):
            report = copy_store(
                bootstrap.this_user(),
                opened,
                lambda: bootstrap.fill_store(to_settings),
                anew=anew,
                progress=progress,
            )
    except KeyboardInterrupt as interrupt:
        complain(words.text("copy.interrupted"))
        raise typer.Exit(INTERRUPTED) from interrupt
    if as_json:
        print_json(_as_plain(report))
    else:
        _print_report(report, words)


def _as_plain(report: CopyReport) -> dict[str, object]:
    return {
        "revision": report.head.revision,
        "audit_head": report.head.audit_head,
        "rows": dict(report.head.rows),
        "resumed": report.resumed,
        "source_hash": report.source_hash,
        "target_hash": report.target_hash,
    }


def _print_report(report: CopyReport, words: Messages) -> None:
    print_table(
        [words.text("copy.header.part"), words.text("copy.header.rows")],
        [(words.text(f"copy.section.{section}"), f"{count:,}") for section, count in report.head.rows.items()],
    )
    if report.resumed:
        print_line(words.text("copy.resumed", count=report.resumed))
    print_line(words.text("copy.hash_source", hash=report.source_hash))
    print_line(words.text("copy.hash_target", hash=report.target_hash))
    print_line(words.text("copy.done", revision=report.head.revision))
