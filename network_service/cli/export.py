"""`network-service export`: write a province's records, to edit and import again or for another program."""

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
    """Formats that are written; `export_formats.py` says what each is."""

    XLSX = "xlsx"
    JSON = "json"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    PAJEK = "pajek"
    DL = "dl"
    KUMU = "kumu"
    POPOLO = "popolo"
    FTM = "ftm"


@guarded
def export(
    out: Annotated[Path, typer.Option("--out", help=said("cli.option.out_file"), metavar="FILE", dir_okay=False)],
    form: Annotated[Format | None, typer.Option("--format", help=said("cli.option.format"))] = None,
    only_actors: Annotated[bool, typer.Option("--only-actors", help=said("cli.option.only_actors"))] = False,
    province: ProvinceOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Write all records of a province in the format that another program reads."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=store)
    with bootstrap.open_store(settings) as opened, progress_bar(words, shown=not as_json) as progress:
        exported = export_network(
            bootstrap.this_user(),
            opened,
            out,
            form=form,
            province=province,
            language=language,
            only_actors=only_actors,
            progress=progress,
        )
    if as_json:
        print_json(
            {
                "file": str(out),
                "files": [str(file) for file in exported.files],
                "format": exported.form,
                "province": exported.province,
                "records": exported.records,
                "revision": exported.revision,
                "left_out": [{"code": one.code, "count": one.count} for one in exported.left],
            }
        )
    else:
        print_line(words.text("export.written", path=", ".join(map(str, exported.files)), count=exported.records))
        for one in exported.left:
            print_line(words.text(one.code, count=one.count))
        if not exported.left:
            print_line(words.text("export.left.nothing"))
