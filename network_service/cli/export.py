"""`network-service export`: write a province's records, so that they can be edited and imported again."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, progress_bar
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, ProvinceOption, StoreOption, said
from network_service.messages import messages_in
from network_service.operations.export_network import export_network


class Format(StrEnum):
    """Formats that lose nothing."""

    XLSX = "xlsx"
    JSON = "json"


@guarded
def export(
    out: Annotated[Path, typer.Option("--out", help=said("cli.option.out_file"), metavar="FILE", dir_okay=False)],
    form: Annotated[Format | None, typer.Option("--format", help=said("cli.option.format"))] = None,
    province: ProvinceOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Write all records of a province as a workbook or as JSON."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=store)
    with bootstrap.open_store(settings) as opened, progress_bar(words, shown=not as_json) as progress:
        exported = export_network(
            bootstrap.this_user(), opened, out, form=form, province=province, language=language, progress=progress
        )
    if as_json:
        print_json(
            {
                "file": str(out),
                "province": exported.province,
                "records": exported.records,
                "revision": exported.revision,
            }
        )
    else:
        print_line(words.text("export.written", path=str(out), count=exported.records))
