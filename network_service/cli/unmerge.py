"""`network-service unmerge GONE`: take a merge back, so that the two records are apart again."""

import typer

from network_service import bootstrap
from network_service.cli.console import print_json
from network_service.cli.corrections import DryRunOption, RecordArgument, print_undo
from network_service.cli.exit_status import Exit, guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, ProvinceOption, StoreOption
from network_service.messages import messages_in
from network_service.operations.correction_report import undo_as_plain
from network_service.operations.unmerge_records import unmerge_records


@guarded
def unmerge(
    gone: RecordArgument,
    province: ProvinceOption = None,
    dry_run: DryRunOption = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Take a merge back; the exit status is 1 where something since stands in the way."""
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        report = unmerge_records(bootstrap.this_user(), opened, gone, province=province, dry_run=dry_run)
    if as_json:
        print_json(undo_as_plain(report))
    else:
        print_undo(report, messages_in(language), dry_run=dry_run)
    if report.conflicts:
        raise typer.Exit(Exit.FAULTS)
