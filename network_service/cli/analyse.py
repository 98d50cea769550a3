"""`network-service analyse`: measure a province's network, find its gaps, draw its map."""

from typing import Annotated

import typer

from network_service import bootstrap
from network_service.cli.console import print_items, print_json, print_line, progress_bar
from network_service.cli.exit_status import guarded
from network_service.cli.options import (
    DEFAULT_LANGUAGE,
    AsOfOption,
    JsonOption,
    LanguageOption,
    OutFolder,
    ProvinceOption,
    StoreOption,
    said,
)
from network_service.documents.findings_table import findings_as_plain
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.thai.dates import format_date
from network_service.findings.wording import remedy, sentence, severity_word
from network_service.messages import Messages, messages_in
from network_service.operations.analyse_network import Analysis, AnalysisOptions, analyse_network, write_analysis

StrengthOption = Annotated[
    int | None,
    typer.Option("--minimum-strength", min=1, max=5, help=said("cli.option.minimum_strength"), show_default=False),
]


@guarded
def analyse(
    out: OutFolder,
    province: ProvinceOption = None,
    as_of: AsOfOption = None,
    minimum_strength: StrengthOption = None,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Write the map, the figures and the findings of a province to a folder, and print the findings."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=store)
    options = AnalysisOptions(
        as_of=as_of or today_in_thailand(),
        province=province,
        minimum_strength=minimum_strength,
        language=language,
        rules=bootstrap.analysis_rules(settings),
    )
    with bootstrap.open_store(settings) as opened, progress_bar(words, shown=not as_json) as progress:
        analysis = analyse_network(bootstrap.this_user(), opened, opened.application, options, progress)
        files = write_analysis(analysis, out, words)
    if as_json:
        told = {name: str(path) for name, path in files.items()}
        print_json(
            {
                "snapshot": analysis.snapshot.content_hash,
                "files": told,
                "findings": findings_as_plain(analysis.findings),
            }
        )
        return
    print_findings(analysis, words)
    print_line(words.text("analyse.map_at", path=str(files["map.html"].resolve())), style="bold")
    print_line(words.text("analyse.files_at", path=str(out.resolve())))


def print_findings(analysis: Analysis, words: Messages) -> None:
    """What was looked at, and all findings in the order of their weight."""
    snapshot = analysis.snapshot
    day = format_date(snapshot.as_of, words.language)
    print_line(words.text("analyse.looked_at", network=", ".join(snapshot.network_names), day=day), style="bold")
    print_line(words.text("analyse.size", actors=len(snapshot.actors), ties=len(snapshot.undirected)))
    if snapshot.synthetic:
        print_line(words.text("analyse.synthetic"), style="yellow")
    hidden = snapshot.hidden
    print_line(words.text("analyse.hidden", actors=hidden.actors_by_level + hidden.actors_not_active))
    print_line(words.text("analyse.findings", count=len(analysis.findings)), style="bold")
    print_items(
        [
            (severity_word(found.severity, words), sentence(found, words), remedy(found, words))
            for found in analysis.findings
        ]
    )
