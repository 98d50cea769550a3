"""`network-service backup OUT`: a copy of the whole store, looked at before it is called one."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.messages import messages_in
from network_service.operations.back_up import back_up
from network_service.operations.backup_report import backup_as_plain

_KIB = 1024


@guarded
def backup(
    out: Annotated[Path, typer.Argument(help=said("cli.argument.backup_out"), metavar="OUT", show_default=False)],
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Back the store up; the exit status is 3 where the store is not sound."""
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        made = back_up(bootstrap.this_user(), opened, out, now=datetime.now(UTC))
    if as_json:
        print_json(backup_as_plain(made))
        return
    words = messages_in(language)
    size = -(-made.size // _KIB)
    print_line(words.text("backup.made", path=made.path, size=size, count=made.records, revision=made.revision))
    print_line(words.text("backup.head", head=made.audit_head))
