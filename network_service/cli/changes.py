"""`network-service changes`: the latest change sets, so that one of them can be found and taken back."""

from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, print_table
from network_service.cli.corrections import ID_SHOWN, moment, operation_word
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.messages import messages_in
from network_service.operations.change_sets import change_sets
from network_service.operations.correction_report import entry_as_plain


@guarded
def changes(
    limit: Annotated[int, typer.Option("--limit", min=1, help=said("cli.option.limit"))] = 20,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """List the latest change sets, newest first."""
    words = messages_in(language)
    with bootstrap.open_store(bootstrap.read_settings(store=store)) as opened:
        entries = change_sets(bootstrap.this_user(), opened, limit=limit)
    if as_json:
        print_json([entry_as_plain(entry) for entry in entries])
        return
    headers = [
        words.text(f"changes.{name}") for name in ("id", "revision", "moment", "who", "operation", "file", "records")
    ]
    rows = [
        (
            entry.change_set[:ID_SHOWN],
            str(entry.revision),
            moment(entry, words.language),
            entry.principal,
            operation_word(entry, words),
            entry.about.get("file", ""),
            str(len(entry.record_ids)),
        )
        for entry in entries
    ]
    print_table(headers, rows)
    print_line(words.text("changes.how_to_undo"))
