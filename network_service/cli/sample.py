"""`network-service sample [TH-98 TH-97 ...]`: invented provinces into the store, to try the service on."""

from dataclasses import asdict
from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_json, print_line, progress_bar
from network_service.cli.exit_status import guarded
from network_service.cli.options import DEFAULT_LANGUAGE, JsonOption, LanguageOption, StoreOption, said
from network_service.messages import messages_in
from network_service.operations.load_sample import load_sample
from network_service.reference.sample_provinces import SAMPLE_PROVINCE, SAMPLE_PROVINCES


@guarded
def sample(
    provinces: Annotated[
        list[str] | None, typer.Argument(help=said("cli.argument.sample"), metavar="TH-NN", show_default=False)
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=said("cli.option.sample_all"))] = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Load the provinces named, all of them, or else the sample province."""
    words = messages_in(language)
    meant = SAMPLE_PROVINCES if every else tuple(provinces or (SAMPLE_PROVINCE,))
    settings = bootstrap.read_settings(store=store)
    with bootstrap.open_store(settings) as opened, progress_bar(words, shown=not as_json) as progress:
        loaded = load_sample(bootstrap.this_user(), opened, meant, progress)
    if as_json:
        print_json([asdict(one) for one in loaded])
        return
    for one in loaded:
        code = "sample.loaded" if one.files else "sample.there_already"
        print_line(words.text(code, province=one.province, files=one.files, written=one.written))
