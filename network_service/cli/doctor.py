"""`network-service doctor`: what is installed, what is missing, where the store is."""

from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_table
from network_service.cli.exit_status import Exit, guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.errors import NetworkServiceError, StoreUnavailable
from network_service.messages import Messages, messages_in
from network_service.operations.diagnose import Check, State, diagnose


@guarded
def doctor(
    head: Annotated[
        str | None, typer.Option("--head", help=said("cli.option.head"), metavar="DIGEST", show_default=False)
    ] = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Look at everything; the exit status is 3 where something is bad."""
    words = messages_in(language)
    checks = _look(store, head)
    if as_json:
        print_json([{"part": c.name, "state": c.state, "seen": c.seen, "cure": c.cure} for c in checks])
    else:
        headers = [words.text(f"doctor.header.{name}") for name in ("part", "state", "seen", "cure")]
        rows = [
            (
                words.text(c.name),
                words.text(f"doctor.state.{c.state}"),
                _seen(c, words),
                words.text(c.cure) if c.cure else "",
            )
            for c in checks
        ]
        print_table(headers, rows)
    if any(check.state is State.BAD for check in checks):
        raise typer.Exit(Exit.STORE)


def _seen(check: Check, words: Messages) -> str:
    return " ".join(words.text(code) for code in check.reasons) or check.seen


def _look(store: str | None, head: str | None) -> tuple[Check, ...]:
    """Looking must not make a store where there is none."""
    settings, user = bootstrap.read_settings(store=store), bootstrap.this_user()
    try:
        if not bootstrap.store_exists(settings):
            return diagnose(user, None, settings.store)
    except OSError as error:
        unreachable = StoreUnavailable("store.folder", path=settings.store, reason=error.strerror or "")
        return diagnose(user, unreachable, settings.store)
    try:
        with bootstrap.open_store(settings) as opened:
            return diagnose(user, opened, settings.store, audit_head=head)
    except NetworkServiceError as error:
        return diagnose(user, error, settings.store)
