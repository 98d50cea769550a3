"""`network-service undo CHANGESET`: take a change set back, a whole import too."""

from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json
from network_service.cli.corrections import DryRunOption, print_undo
from network_service.cli.exit_status import Exit, guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.messages import messages_in
from network_service.operations.correction_report import undo_as_plain
from network_service.operations.undo_change_set import undo_change_set


@guarded
def undo(
    change_set: Annotated[str, typer.Argument(help=said("cli.argument.change_set"), metavar="CHANGESET")],
    dry_run: DryRunOption = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Take a change set back; the exit status is 1 where something since stands in the way."""
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        report = undo_change_set(bootstrap.this_user(), opened, change_set, dry_run=dry_run)
    if as_json:
        print_json(undo_as_plain(report))
    else:
        print_undo(report, messages_in(language), dry_run=dry_run)
    if report.conflicts:
        raise typer.Exit(Exit.FAULTS)
