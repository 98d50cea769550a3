"""Measure a province's network, find what is missing, draw the map, and write all of it to a folder."""

from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from network_service.documents.findings_table import write_findings_json, write_findings_xlsx
from network_service.documents.output_folder import OutputFolder
from network_service.documents.report.page import render_report
from network_service.documents.summary import about_snapshot, summary, write_summary
from network_service.documents.tables.codebook import codebook_table, codebook_text
from network_service.documents.tables.every_table import Judged, every_table
from network_service.documents.tables.writing import write_parquet, write_table_csv
from network_service.domain.principal import Principal
from network_service.errors import RefusedForSafety
from network_service.findings.finding import Finding
from network_service.maps.sector_map import SectorMap, sector_map
from network_service.maps.sizes import ActorFigures
from network_service.messages import Messages
from network_service.operations.map_positions import keep_positions, kept_positions
from network_service.operations.progress import Progress, silent
from network_service.operations.report_of_study import report_parts
from network_service.operations.study_network import Study, StudyOptions, study_network
from network_service.store.application import ApplicationRecords
from network_service.store.base import StoreReader
from visualizations.pyvis_map import render_map


@dataclass(frozen=True, slots=True)
class Analysis:
    """A study, and the files it was written to, by name; `no_map` says why there is no map."""

    study: Study
    files: dict[str, Path]
    no_map: RefusedForSafety | None


def analyse_network(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    out: Path,
    options: StudyOptions,
    words: Messages,
    *,
    parquet: bool = False,
    executor: Executor | None = None,
    progress: Progress = silent,
) -> Analysis:
    """Everything that can be said today of a province's network, written to a folder.

    What it writes replaces the files of an earlier analysis together. Positions on the map are kept, so that an actor
    stays in its place from one analysis to the next. With `parquet` the tables are written in that form too;
    `MissingPart` where the library for it is not installed.
    """
    study = study_network(principal, store, options, executor=executor, progress=progress)
    (province,) = study.found_on.lens.provinces
    progress("progress.drawing", 0, 0)
    picture = _picture(study, options, words, kept_positions(application, province))
    progress("progress.writing_file", 0, 0)
    files = _written(study, picture, out, options, words, parquet=parquet)
    if isinstance(picture, SectorMap):
        keep_positions(application, province, picture.positions)
    return Analysis(study, files, picture if isinstance(picture, RefusedForSafety) else None)


def _picture(
    study: Study, options: StudyOptions, words: Messages, positions: dict[str, tuple[float, float]]
) -> SectorMap | RefusedForSafety:
    """The map, or why there is none: a network too large to draw still has its figures and findings."""
    # A picture of strong ties alone must not bear marks that say what all ties say.
    findings: tuple[Finding, ...] = study.findings if study.snapshot is study.found_on else ()
    try:
        return sector_map(
            study.snapshot,
            ActorFigures(study.measures.betweenness.values, study.snapshot.undirected_degrees),
            findings,
            messages=words,
            seed=options.rules.layout_seed,
            required_sectors=options.rules.thresholds.required_sectors,
            positions=positions,
        )
    except RefusedForSafety as refusal:
        return refusal


def _written(
    study: Study,
    picture: SectorMap | RefusedForSafety,
    out: Path,
    options: StudyOptions,
    words: Messages,
    *,
    parquet: bool,
) -> dict[str, Path]:
    snapshot, findings = study.snapshot, study.findings
    judged = Judged(study.readings, study.considerations, study.doubts, findings)
    tables = every_table(snapshot, study.measures, judged, study.at_length)
    codebook = codebook_table(tables, synthetic=snapshot.synthetic)
    with OutputFolder(out) as folder:
        if isinstance(picture, SectorMap):
            folder.text("map.html", render_map(picture.model))
        folder.text("report.html", render_report(report_parts(study, picture, words), words))
        for table in (*tables, codebook):
            write_table_csv(folder.path(f"{table.name}.csv"), table)
            if parquet:
                write_parquet(folder.path(f"{table.name}.parquet"), table)
        folder.text("codebook.md", codebook_text(tables))
        write_findings_json(folder.path("findings.json"), findings, about_snapshot(study.found_on))
        write_findings_xlsx(folder.path("findings.xlsx"), findings, words, synthetic=snapshot.synthetic)
        told = summary(
            snapshot,
            study.measures,
            findings,
            study.found_on,
            thresholds=options.rules.thresholds,
            layout_seed=options.rules.layout_seed,
            files=frozenset(folder.written),
            tables=(*tables, codebook),
        )
        write_summary(folder.path("summary.json"), told)
    return folder.written
