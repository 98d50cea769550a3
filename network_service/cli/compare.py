"""`network-service compare`: what changed in a province's network between two days, or between two revisions."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.change_of_figures import print_figures, print_findings, print_readiness
from network_service.cli.change_of_structure import print_structure
from network_service.cli.console import print_json, print_line, progress_bar
from network_service.cli.exit_status import guarded
from network_service.cli.options import (
    DEFAULT_LANGUAGE,
    JsonOption,
    LanguageOption,
    ProvinceOption,
    StoreOption,
    read_day,
    said,
)
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.thai.dates import format_date
from network_service.messages import Messages, messages_in
from network_service.operations.compare_networks import CompareOptions, Comparison, compare_networks
from network_service.operations.comparison_report import as_plain

FromDay = Annotated[
    date | None,
    typer.Option("--from-day", help=said("cli.option.from_day"), parser=read_day, metavar="DATE", show_default=False),
]
ToDay = Annotated[
    date | None,
    typer.Option("--to-day", help=said("cli.option.to_day"), parser=read_day, metavar="DATE", show_default=False),
]
FromRevision = Annotated[
    int | None, typer.Option("--from-revision", min=0, help=said("cli.option.from_revision"), show_default=False)
]
ToRevision = Annotated[
    int | None, typer.Option("--to-revision", min=0, help=said("cli.option.to_revision"), show_default=False)
]
RevisionsAsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of", help=said("cli.option.revisions_as_of"), parser=read_day, metavar="DATE", show_default=False
    ),
]
ChangeFile = Annotated[
    Path | None,
    typer.Option(
        "--out", help=said("cli.option.change_file"), metavar="change.csv", dir_okay=False, show_default=False
    ),
]


@guarded
def compare(
    from_day: FromDay = None,
    to_day: ToDay = None,
    from_revision: FromRevision = None,
    to_revision: ToRevision = None,
    as_of: RevisionsAsOf = None,
    out: ChangeFile = None,
    province: ProvinceOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Print in sentences what changed; the table has all of it."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=store)
    options = CompareOptions(
        rules=bootstrap.analysis_rules(settings),
        today=today_in_thailand(),
        days=(from_day, to_day),
        revisions=(from_revision, to_revision),
        as_of=as_of,
        province=province,
    )
    user = bootstrap.this_user()
    with (
        bootstrap.open_store(settings) as opened,
        bootstrap.worker_pool() as pool,
        progress_bar(words, shown=not as_json) as progress,
    ):
        comparison = compare_networks(user, opened, options, out, executor=pool, progress=progress)
    if as_json:
        print_json(as_plain(comparison))
        return
    print_comparison(comparison, words)
    if comparison.out is not None:
        print_line(words.text("compare.file_at", path=str(comparison.out.resolve())))


def print_comparison(comparison: Comparison, words: Messages) -> None:
    """What was compared and why it may differ; then structure, figures, readiness and findings, where they moved."""
    _print_heading(comparison, words)
    if comparison.is_empty:
        print_line(words.text("compare.nothing"), style="bold")
        return
    print_structure(comparison.structure, words)
    print_figures(comparison.structure, comparison.figures, comparison.actor_moves, words)
    print_readiness(comparison.readiness, words)
    print_findings(comparison.findings, words)


def _print_heading(comparison: Comparison, words: Messages) -> None:
    compared = comparison.structure.compared
    network = ", ".join(comparison.after.snapshot.network_names)
    first, last = (format_date(day, words.language) for day in compared.days)
    earlier, later = compared.revisions
    if compared.days[0] != compared.days[1]:
        heading = words.text("compare.days", network=network, first=first, last=last, revision=later)
    else:
        heading = words.text("compare.revisions", network=network, day=last, first=earlier, last=later)
    print_line(heading, style="bold")
    print_line(words.text(f"compare.cause.{compared.cause.value}"))
    if comparison.synthetic:
        print_line(words.text("analyse.synthetic"), style="yellow")
