"""`network-service restore FILE`: the store becomes what a backup holds."""

from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.messages import Messages, messages_in
from network_service.operations.backup_report import restored_as_plain
from network_service.operations.restore import restore as restore_backup
from network_service.store.backup import Restored


@guarded
def restore(
    file: Annotated[Path, typer.Argument(help=said("cli.argument.backup_file"), metavar="FILE", show_default=False)],
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Restore a backup; the exit status is 1 where the file is no sound backup, and nothing was touched."""
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        restored = restore_backup(bootstrap.this_user(), opened, file)
    if as_json:
        print_json(restored_as_plain(restored))
    else:
        _print_restored(restored, messages_in(language))


def _print_restored(restored: Restored, words: Messages) -> None:
    held = restored.backup
    print_line(words.text("restore.done", path=held.path, count=held.records, revision=held.revision), style="bold")
    if restored.erased_again:
        print_line(words.text("restore.erased_again", count=restored.erased_again))
    if restored.kept:
        print_line(words.text("restore.kept", path=restored.kept))
    print_line(words.text("backup.head", head=restored.audit_head))
