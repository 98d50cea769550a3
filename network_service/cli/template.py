"""`network-service template`: write the empty workbook of the core, or of a building step."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.domain.thai.clock import today_in_thailand
from network_service.messages import messages_in
from network_service.operations.write_template import TemplateOptions, write_template
from network_service.store.base import StoreReader


@guarded
def template(
    out: Annotated[
        Path, typer.Option("--out", help=said("cli.option.out_file"), metavar="FILE", dir_okay=False)
    ] = Path("network-template.xlsx"),
    step: Annotated[
        list[int] | None, typer.Option("--step", help=said("cli.option.step"), metavar="1-7", show_default=False)
    ] = None,
    all_sheets: Annotated[bool, typer.Option("--all", help=said("cli.option.every_sheet"))] = False,
    province: Annotated[
        str | None,
        typer.Option("--province", help=said("cli.option.template_province"), metavar="TH-NN", show_default=False),
    ] = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Write the workbook that officials fill in."""
    options = TemplateOptions(
        day=today_in_thailand(),
        language=language,
        steps=tuple(step or ()),
        all_sheets=all_sheets,
        province=province,
    )
    with _store_at_hand(store, wanted=province is not None) as opened:
        sheets = write_template(bootstrap.this_user(), out, options, opened)
    if as_json:
        print_json({"file": str(out), "sheets": list(sheets)})
    else:
        print_line(messages_in(language).text("cli.written", path=str(out)))


@contextmanager
def _store_at_hand(store: str | None, *, wanted: bool) -> Iterator[StoreReader | None]:
    """The store where names are wanted of it and it exists: an empty workbook must not make one."""
    settings = bootstrap.read_settings(store=store)
    if wanted and bootstrap.store_exists(settings):
        with bootstrap.open_store(settings) as opened:
            yield opened
    else:
        yield None
