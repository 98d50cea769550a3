"""Measure a province's network, find what is missing, draw the map, and write all of it to a folder."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from network_service.analysis.measures import Measures, measure_all
from network_service.documents.centrality_table import write_centrality_csv
from network_service.documents.findings_table import write_findings_csv, write_findings_json, write_findings_xlsx
from network_service.documents.output_folder import OutputFolder
from network_service.documents.summary import about_snapshot, summary, write_summary
from network_service.domain.lens import Lens
from network_service.domain.principal import Principal
from network_service.findings.finding import Finding
from network_service.findings.rules import find_all
from network_service.findings.thresholds import Thresholds
from network_service.maps.sector_map import SectorMap, sector_map
from network_service.maps.sizes import ActorFigures
from network_service.messages import Messages, messages_in
from network_service.operations.access import permit
from network_service.operations.map_positions import keep_positions, kept_positions
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.snapshot.model import Snapshot
from network_service.snapshot.snapshots import Snapshots
from network_service.store.application import ApplicationRecords
from network_service.store.base import StoreReader
from visualizations.pyvis_map import render_map


@dataclass(frozen=True, slots=True)
class AnalysisRules:
    """The numbers an installation sets for measures, findings and map."""

    thresholds: Thresholds = field(default_factory=Thresholds)
    large_agreement: int = 10
    strength_cover: float = 0.6
    layout_seed: int = 11


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """Which network to look at, and in which language to draw it."""

    as_of: date
    province: str | None = None
    minimum_strength: int | None = None
    language: str = "th"
    rules: AnalysisRules = AnalysisRules()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was computed of one snapshot."""

    snapshot: Snapshot
    measures: Measures
    findings: tuple[Finding, ...]
    picture: SectorMap
    rules: AnalysisRules


def analyse_network(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    options: AnalysisOptions,
    progress: Progress = silent,
) -> Analysis:
    """Everything that can be said today of a province's network.

    Positions on the map are kept, so that an actor stays in its place from one analysis to the next.
    """
    province = province_meant(store, options.province)
    permit(principal, "analyse", province)
    progress("progress.reading_store", 0, 0)
    lens = Lens(as_of=options.as_of, provinces=(province,), minimum_strength=options.minimum_strength)
    snapshot = Snapshots(store, large_agreement=options.rules.large_agreement).through(lens)
    progress("progress.measuring", 0, 0)
    measures = measure_all(snapshot, minimum_cover=options.rules.strength_cover)
    progress("progress.finding", 0, 0)
    findings = find_all(snapshot, measures, options.rules.thresholds)
    progress("progress.drawing", 0, 0)
    picture = sector_map(
        snapshot,
        ActorFigures(measures.betweenness.values, snapshot.undirected_degrees),
        findings,
        messages=messages_in(options.language),
        seed=options.rules.layout_seed,
        required_sectors=options.rules.thresholds.required_sectors,
        positions=kept_positions(application, province),
    )
    keep_positions(application, province, picture.positions)
    return Analysis(snapshot, measures, findings, picture, options.rules)


def write_analysis(analysis: Analysis, out: Path, words: Messages) -> dict[str, Path]:
    """Write `map.html`, `centrality.csv`, the findings in three forms and `summary.json`; answers name to path.

    The files replace those of an earlier analysis together, after all of them have been made.
    """
    about = about_snapshot(analysis.snapshot)
    with OutputFolder(out) as folder:
        folder.text("map.html", render_map(analysis.picture.model))
        write_centrality_csv(folder.path("centrality.csv"), analysis.snapshot, analysis.measures)
        write_findings_csv(folder.path("findings.csv"), analysis.findings)
        write_findings_json(folder.path("findings.json"), analysis.findings, about)
        write_findings_xlsx(folder.path("findings.xlsx"), analysis.findings, words)
        told = summary(
            analysis.snapshot,
            analysis.measures,
            analysis.findings,
            analysis.rules.thresholds,
            analysis.rules.layout_seed,
        )
        write_summary(folder.path("summary.json"), told)
    return folder.written
