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
from network_service.domain.error_sentence import sentence_of
from network_service.domain.thai.clock import today_in_thailand
from network_service.domain.thai.dates import format_date
from network_service.findings.wording import remedy, sentence, severity_word
from network_service.messages import Messages, messages_in
from network_service.operations.analyse_network import Analysis, analyse_network
from network_service.operations.analysis_report import as_plain
from network_service.operations.study_network import StudyOptions

StrengthOption = Annotated[
    int | None,
    typer.Option("--minimum-strength", min=1, max=5, help=said("cli.option.minimum_strength"), show_default=False),
]
ThoroughOption = Annotated[
    bool | None, typer.Option("--thorough/--quick", help=said("cli.option.thorough"), show_default=False)
]
ParquetOption = Annotated[bool, typer.Option("--parquet", help=said("cli.option.parquet"))]


@guarded
def analyse(
    out: OutFolder,
    province: ProvinceOption = None,
    as_of: AsOfOption = None,
    minimum_strength: StrengthOption = None,
    thorough: ThoroughOption = None,
    parquet: ParquetOption = False,
    store: StoreOption = None,
    language: LanguageOption = DEFAULT_LANGUAGE,
    as_json: JsonOption = False,
) -> None:
    """Write the map, the figures and the findings of a province to a folder, and print the findings."""
    words = messages_in(language)
    settings = bootstrap.read_settings(store=store)
    options = StudyOptions(
        as_of=as_of or today_in_thailand(),
        rules=bootstrap.analysis_rules(settings),
        province=province,
        minimum_strength=minimum_strength,
        thorough=thorough,
    )
    user = bootstrap.this_user()
    with (
        bootstrap.open_store(settings) as opened,
        bootstrap.worker_pool() as pool,
        progress_bar(words, shown=not as_json) as progress,
    ):
        analysis = analyse_network(
            user, opened, opened.application, out, options, words, parquet=parquet, executor=pool, progress=progress
        )
    if as_json:
        print_json(as_plain(analysis))
        return
    print_findings(analysis, words)
    print_line(words.text("analyse.files_at", path=str(out.resolve())))


def print_findings(analysis: Analysis, words: Messages) -> None:
    """What was looked at, all findings in the order of their weight, and where the map is."""
    study = analysis.study
    snapshot = study.snapshot
    day = format_date(snapshot.as_of, words.language)
    print_line(words.text("analyse.looked_at", network=", ".join(snapshot.network_names), day=day), style="bold")
    print_line(words.text("analyse.size", actors=len(snapshot.actors), ties=len(snapshot.undirected)))
    if snapshot.synthetic:
        print_line(words.text("analyse.synthetic"), style="yellow")
    hidden = snapshot.hidden
    print_line(words.text("analyse.hidden", actors=hidden.actors, ties=hidden.ties))
    if hidden.roles_not_in_force:
        print_line(words.text("analyse.hidden_roles", count=hidden.roles_not_in_force))
    print_line(words.text("analyse.findings", count=len(study.findings)), style="bold")
    print_items(
        [
            (severity_word(found.severity, words), sentence(found, words), remedy(found, words))
            for found in study.findings
        ]
    )
    if analysis.no_map:
        print_line(sentence_of(analysis.no_map, words.language), style="yellow")
    else:
        print_line(words.text("analyse.map_at", path=str(analysis.files["map.html"].resolve())), style="bold")
    print_line(words.text("analyse.report_at", path=str(analysis.files["report.html"].resolve())), style="bold")
