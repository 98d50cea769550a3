"""Measure a province's network, find what is missing, draw the map, and write all of it to a folder."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from network_service.analysis.measures import Measures, measure_all, measure_structure
from network_service.documents.centrality_table import write_centrality_csv
from network_service.documents.findings_table import write_findings_csv, write_findings_json, write_findings_xlsx
from network_service.documents.output_folder import OutputFolder
from network_service.documents.summary import about_snapshot, summary, write_summary
from network_service.domain.lens import Lens
from network_service.domain.principal import Principal
from network_service.errors import RefusedForSafety, UnknownRecord
from network_service.findings.finding import Finding
from network_service.findings.rules import find_all
from network_service.findings.thresholds import Thresholds
from network_service.maps.sector_map import SectorMap, sector_map
from network_service.maps.sizes import ActorFigures
from network_service.messages import Messages
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

    thresholds: Thresholds
    large_agreement: int
    strength_cover: float
    layout_seed: int


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """Which network to look at, by which numbers, in whose words."""

    as_of: date
    rules: AnalysisRules
    words: Messages
    province: str | None = None
    minimum_strength: int | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was computed of one snapshot, and the files it was written to, by name.

    Findings are about what is recorded, so that they are made on the network without a minimum strength. `no_map` says
    why there is no map.
    """

    snapshot: Snapshot
    measures: Measures
    findings: tuple[Finding, ...]
    found_on: Snapshot
    files: dict[str, Path]
    no_map: RefusedForSafety | None


def analyse_network(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    out: Path,
    options: AnalysisOptions,
    progress: Progress = silent,
) -> Analysis:
    """Everything that can be said today of a province's network, written to a folder.

    `map.html`, `centrality.csv`, the findings in three forms and `summary.json` replace those of an earlier analysis
    together. Positions on the map are kept, so that an actor stays in its place from one analysis to the next.
    """
    province = province_meant(principal, "analyse", store, options.province)
    progress("progress.reading_store", 0, 0)
    rules = options.rules
    lens = Lens(as_of=options.as_of, provinces=(province,), large_agreement=rules.large_agreement)
    snapshots = Snapshots(store)
    found_on = snapshots.through(lens)
    if not found_on.network_names:
        raise UnknownRecord("province.no_network", province=province, day=options.as_of)
    snapshot = snapshots.through(lens.model_copy(update={"minimum_strength": options.minimum_strength}))

    def tell(measure: str) -> None:
        progress(measure, 0, 0)

    measures = measure_all(snapshot, tell, minimum_cover=rules.strength_cover)
    structure = measures if snapshot is found_on else measure_structure(found_on)
    progress("progress.finding", 0, 0)
    findings = find_all(found_on, structure, rules.thresholds)
    progress("progress.drawing", 0, 0)
    # A picture of strong ties alone must not bear marks that say what all ties say.
    marked = findings if snapshot is found_on else ()
    picture = _picture(snapshot, measures, marked, options, kept_positions(application, province))
    progress("progress.writing_file", 0, 0)
    no_map = picture if isinstance(picture, RefusedForSafety) else None
    analysis = Analysis(snapshot, measures, findings, found_on, {}, no_map)
    analysis.files.update(_written(analysis, picture, out, options))
    if isinstance(picture, SectorMap):
        keep_positions(application, province, picture.positions)
    return analysis


def _picture(
    snapshot: Snapshot,
    measures: Measures,
    findings: tuple[Finding, ...],
    options: AnalysisOptions,
    positions: dict[str, tuple[float, float]],
) -> SectorMap | RefusedForSafety:
    """The map, or why there is none: a network too large to draw still has its figures and findings."""
    try:
        return sector_map(
            snapshot,
            ActorFigures(measures.betweenness.values, snapshot.undirected_degrees),
            findings,
            messages=options.words,
            seed=options.rules.layout_seed,
            required_sectors=options.rules.thresholds.required_sectors,
            positions=positions,
        )
    except RefusedForSafety as refusal:
        return refusal


def _written(
    analysis: Analysis, picture: SectorMap | RefusedForSafety, out: Path, options: AnalysisOptions
) -> dict[str, Path]:
    snapshot, findings = analysis.snapshot, analysis.findings
    with OutputFolder(out) as folder:
        if isinstance(picture, SectorMap):
            folder.text("map.html", render_map(picture.model))
        write_centrality_csv(folder.path("centrality.csv"), snapshot, analysis.measures)
        write_findings_csv(folder.path("findings.csv"), findings, synthetic=snapshot.synthetic)
        write_findings_json(folder.path("findings.json"), findings, about_snapshot(analysis.found_on))
        write_findings_xlsx(folder.path("findings.xlsx"), findings, options.words, synthetic=snapshot.synthetic)
        told = summary(
            snapshot,
            analysis.measures,
            findings,
            analysis.found_on,
            thresholds=options.rules.thresholds,
            layout_seed=options.rules.layout_seed,
            files=frozenset(folder.written),
        )
        write_summary(folder.path("summary.json"), told)
    return folder.written
