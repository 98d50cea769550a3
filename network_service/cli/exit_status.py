"""What the command line answers to the shell, and how an error becomes a sentence."""

import json
import sys
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from typing import ParamSpec

import typer
from rich.console import Console
from rich.markup import escape

from network_service.domain.error_sentence import sentence_of
from network_service.errors import (
    InputError,
    MissingPart,
    NetworkServiceError,
    NotPermitted,
    NotSignedIn,
    RefusedForSafety,
    StoreError,
    TooManyTries,
    UsageError,
)
from network_service.messages import messages_in

P = ParamSpec("P")

INTERRUPTED = 130
"""What shells expect of a program that was interrupted: 128 and the signal's number."""


class Exit(IntEnum):
    """Exit statuses of every command."""

    DONE = 0
    FAULTS = 1
    WRONG_USE = 2
    STORE = 3
    REFUSED = 4


STATUS_OF: tuple[tuple[type[NetworkServiceError], Exit], ...] = (
    (InputError, Exit.FAULTS),
    (UsageError, Exit.WRONG_USE),
    (MissingPart, Exit.WRONG_USE),
    (StoreError, Exit.STORE),
    (RefusedForSafety, Exit.REFUSED),
    (NotPermitted, Exit.REFUSED),
    (NotSignedIn, Exit.REFUSED),
    (TooManyTries, Exit.REFUSED),
)
"""Exit status by error type; the first that fits counts."""


def status_of(error: NetworkServiceError) -> Exit:
    """The exit status of an error."""
    return next(status for kind, status in STATUS_OF if isinstance(error, kind))


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose errors end in a sentence on standard error and an exit status, never in a stack trace.

    With `--json` the error is one JSON object on standard error.
    """

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        language = str(kwargs.get("language") or "th")
        try:
            command(*args, **kwargs)
        except NetworkServiceError as error:
            sentence = sentence_of(error, language)
            if kwargs.get("as_json"):
                print(json.dumps({"error": error.code, "message": sentence}, ensure_ascii=False), file=sys.stderr)
            else:
                complain(sentence)
            raise typer.Exit(status_of(error)) from error
        except OSError as error:
            complain(messages_in(language).text("cli.system", reason=str(error)))
            raise typer.Exit(Exit.WRONG_USE) from error
        except KeyboardInterrupt as interrupt:
            complain(messages_in(language).text("cli.interrupted"))
            raise typer.Exit(INTERRUPTED) from interrupt

    return run


def complain(sentence: str) -> None:
    """One line on standard error; what looks like markup in it is text."""
    Console(stderr=True, soft_wrap=True, highlight=False, emoji=False).print(f"[bold red]✗[/] {escape(sentence)}")
