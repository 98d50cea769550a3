"""`network-service end RECORD`: the last day on which a record holds."""

from datetime import date
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.corrections import DryRunOption, RecordArgument, print_correction
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
from network_service.messages import messages_in
from network_service.operations.correction_report import end_as_plain
from network_service.operations.end_record import end_record
from network_service.operations.record_names import called


@guarded
def end(
    record: RecordArgument,
    on: Annotated[
        date | None,
        typer.Option("--on", help=said("cli.option.last_day"), parser=read_day, metavar="DATE", show_default=False),
    ] = None,
    with_ties: Annotated[bool, typer.Option("--with-ties", help=said("cli.option.with_ties"))] = False,
    province: ProvinceOption = None,
    dry_run: DryRunOption = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """End a record, or show what that would do; ties stay open unless they are to end with it."""
    words = messages_in(language)
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        report = end_record(
            bootstrap.this_user(),
            opened,
            record,
            on or today_in_thailand(),
            with_ties=with_ties,
            province=province,
            dry_run=dry_run,
        )
    if as_json:
        print_json(end_as_plain(report))
        return
    name = called(report.record, report.correction.names)
    print_line(words.text("end.of", name=name, day=format_date(report.last_day, words.language)), style="bold")
    if report.left:
        print_line(words.text("end.left", count=report.left), style="yellow")
    elif report.open_ties:
        print_line(words.text("end.open_ties", count=report.open_ties), style="yellow")
    print_correction(report.correction, words, dry_run=dry_run)
