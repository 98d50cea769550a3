"""`network-service template`: write the empty workbook."""

from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, said
from network_service.messages import messages_in
from network_service.operations.write_template import write_template


@guarded
def template(
    out: Annotated[
        Path, typer.Option("--out", help=said("cli.option.out_file"), metavar="FILE", dir_okay=False)
    ] = Path("network-template.xlsx"),
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Write the workbook that officials fill in."""
    write_template(bootstrap.this_user(), out, language)
    if as_json:
        print_json({"file": str(out)})
    else:
        print_line(messages_in(language).text("cli.written", path=str(out)))
