"""`network-service maintenance on|off`: have the store refuse writes for a while."""

from enum import StrEnum
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.messages import messages_in
from network_service.operations.maintain import ask_maintenance, begin_maintenance, end_maintenance
from network_service.store.maintenance import moment_text


class Turn(StrEnum):
    """What can be asked for."""

    ON = "on"
    OFF = "off"


@guarded
def maintenance(
    turn: Annotated[Turn | None, typer.Argument(help=said("cli.argument.turn"), show_default=False)] = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Turn maintenance on or off, or say how it is."""
    user = bootstrap.this_user()
    with bootstrap.open_store(bootstrap.read_settings(store=store), must_exist=True) as opened:
        if turn is Turn.ON:
            begin_maintenance(user, opened)
        elif turn is Turn.OFF:
            end_maintenance(user, opened)
        now = ask_maintenance(user, opened)
    if as_json:
        print_json({"on": bool(now), "principal": now and now.principal, "since": now and now.since.isoformat()})
    elif now:
        words = messages_in(language)
        print_line(words.text("maintenance.on", principal=now.principal, since=moment_text(now.since)))
    else:
        print_line(messages_in(language).text("maintenance.off"))
