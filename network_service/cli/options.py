"""Options that several commands share, with their help from the catalogue."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from network_service.bootstrap import default_language
from network_service.messages import messages_in

_SAY = messages_in(default_language())


class Language(StrEnum):
    """Languages of what is printed and written."""

    TH = "th"
    EN = "en"


def said(code: str) -> str:
    """Help text in the installation's language."""
    return _SAY.text(code)


def read_day(value: str | date) -> date:
    """A day typed as ISO or as Thai officials write it; typer's error otherwise."""
    from network_service.domain.thai.dates import DateFault, parse_date

    try:
        return parse_date(value)
    except DateFault as fault:
        raise typer.BadParameter(_SAY.text("cli.bad_date", value=value)) from fault


StoreOption = Annotated[
    str | None, typer.Option("--store", help=said("cli.option.store"), metavar="sqlite:///PATH", show_default=False)
]
LanguageOption = Annotated[Language, typer.Option("--lang", help=said("cli.option.lang"))]
JsonOption = Annotated[bool, typer.Option("--json", help=said("cli.option.json"))]
ProvinceOption = Annotated[
    str | None, typer.Option("--province", help=said("cli.option.province"), metavar="TH-NN", show_default=False)
]
AsOfOption = Annotated[
    date | None,
    typer.Option("--as-of", help=said("cli.option.as_of"), parser=read_day, metavar="DATE", show_default=False),
]
OutFolder = Annotated[
    Path, typer.Option("--out", help=said("cli.option.out_folder"), metavar="DIR", show_default=False)
]

DEFAULT_LANGUAGE = Language(default_language())
"""Language of a command that is not told one."""
