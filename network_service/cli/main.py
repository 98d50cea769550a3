"""The command line `network-service`: the root, and the visible list of its commands."""

import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated

import typer

from network_service import __version__
from network_service.cli.account import account
from network_service.cli.analyse import analyse
from network_service.cli.backup import backup
from network_service.cli.changes import changes
from network_service.cli.check import check
from network_service.cli.compare import compare
from network_service.cli.copy import copy
from network_service.cli.demo import demo
from network_service.cli.doctor import doctor
from network_service.cli.duplicates import duplicates
from network_service.cli.end import end
from network_service.cli.export import export
from network_service.cli.history import history
from network_service.cli.import_file import import_file
from network_service.cli.maintenance import maintenance
from network_service.cli.merge import merge
from network_service.cli.options import said
from network_service.cli.provinces import provinces
from network_service.cli.query import query
from network_service.cli.restore import restore
from network_service.cli.sample import sample
from network_service.cli.template import template
from network_service.cli.undo import undo
from network_service.cli.unmerge import unmerge

app = typer.Typer(
    name="network-service",
    help=said("cli.help"),
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo,
    "template": template,
    "sample": sample,
    "import": import_file,
    "analyse": analyse,
    "compare": compare,
    "export": export,
    "query": query,
    "provinces": provinces,
    "duplicates": duplicates,
    "changes": changes,
    "undo": undo,
    "history": history,
    "end": end,
    "merge": merge,
    "unmerge": unmerge,
    "check": check,
    "backup": backup,
    "restore": restore,
    "copy": copy,
    "maintenance": maintenance,
    "doctor": doctor,
}
"""Commands by the name people type."""

for _name, _command in COMMANDS.items():
    app.command(_name, help=said(f"cli.{_name}"))(_command)

GROUPS: dict[str, typer.Typer] = {"account": account}
"""Groups of commands on one subject, by the name people type before the command's."""

for _name, _group in GROUPS.items():
    app.add_typer(_group, name=_name, help=said(f"cli.{_name}"))


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"network-service {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help=said("cli.option.version"), callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """The root of the command line; its help comes from the catalogue."""


def main() -> None:
    """Run the command line, with output that can say Thai.

    Into a file or pipe, Python would write in the system's code page, which may know neither Thai nor arrows.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A broken character in somebody's file must not break the report of it.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    app()
