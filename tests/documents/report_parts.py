"""The report's parts of the sample province and of networks made by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from examples.sample_province.build import sample_records
from network_service.analysis.measures import Measures
from network_service.analysis.result import NetworkMeasure
from network_service.documents.report.parts import ActorRow, ActorTable, Column, Form, NetworkFigure, ReportParts
from network_service.domain.lens import Lens
from network_service.findings.closing.effect import Effects
from network_service.findings.closing.ground import Ground
from network_service.findings.finding import Finding
from network_service.findings.rules import find_all
from network_service.findings.thresholds import Thresholds
from network_service.maps.sector_map import sector_map
from network_service.maps.sizes import ActorFigures
from network_service.messages import messages_in
from network_service.process.considering import read_considerations
from network_service.process.doubt import doubts
from network_service.process.figures import Figures
from network_service.process.readiness import read_readiness
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.reference.sample_provinces import SAMPLE_DAY, SAMPLE_PROVINCE
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.build import build_snapshot
from network_service.snapshot.model import Snapshot
from tests.snapshot.records import store_with
from visualizations.map_model import MapModel

SEED = 11


def sample(folder: Path) -> tuple[Snapshot, Affairs]:
    """The sample province as it is read from a store."""
    lens = Lens(as_of=SAMPLE_DAY, provinces=(SAMPLE_PROVINCE,))
    with store_with(folder, *sample_records()) as store:
        return build_snapshot(store, lens), build_affairs(store, lens)


def parts(snapshot: Snapshot, affairs: Affairs, picture: MapModel | None = None, **changes: Any) -> ReportParts:
    """Everything the report tells of a network; unless the picture is given, it is the product's too."""
    standards = Standards()
    measures = Measures(snapshot)
    situation = Situation(snapshot, affairs, Figures(measures), standards)
    readings = read_readiness(situation)
    findings = find_all(snapshot, affairs, readings, measures, Thresholds())
    made = ReportParts(
        snapshot=snapshot,
        readings=readings,
        considerations=read_considerations(situation),
        doubts=doubts(snapshot, affairs, standards),
        findings=findings,
        picture=picture or _picture(snapshot, measures, findings),
        figures=_figures(measures),
        tables=(_single_points(snapshot, measures), _brokers(snapshot, measures)),
        names=affairs.names,
        effects=Effects(Ground(snapshot, measures, Thresholds())).of_all(findings),
    )
    return replace(made, **changes)


def _picture(snapshot: Snapshot, measures: Measures, findings: tuple[Finding, ...]) -> MapModel:
    return sector_map(
        snapshot,
        ActorFigures(measures.betweenness.values, snapshot.undirected_degrees),
        findings,
        messages=messages_in("th"),
        seed=SEED,
        required_sectors=Thresholds().required_sectors,
    ).model


def _figures(measures: Measures) -> tuple[NetworkFigure, ...]:
    shares: tuple[NetworkMeasure, ...] = (measures.density, measures.reciprocity)
    return (
        *(NetworkFigure(one.method.measure, one.value, Form.SHARE, one.method, one.reason) for one in shares),
        NetworkFigure("e_i_index", None, Form.NUMBER, measures.e_i_index.method, "measure.reason.one_sector"),
    )


def _single_points(snapshot: Snapshot, measures: Measures) -> ActorTable:
    ids, found = snapshot.actors.ids, measures.articulation_points
    columns = (Column("report.column.cut_off", Form.COUNT), Column("report.column.cut_off_names", Form.ACTORS))
    rows = tuple(
        ActorRow(ids[point.actor], (float(len(point.cut_off)), tuple(ids[one] for one in point.cut_off)))
        for point in found.points
    )
    return ActorTable("single_points", columns, rows, (found.method,))


def _brokers(snapshot: Snapshot, measures: Measures) -> ActorTable:
    ids, values = snapshot.actors.ids, measures.betweenness.values
    first = sorted(range(len(ids)), key=lambda place: (-(values[place] or 0.0), ids[place]))[:10]
    columns = (Column("measure.betweenness"), Column("measure.degree_count", Form.COUNT))
    rows = tuple(ActorRow(ids[place], (values[place], measures.degree_count.values[place])) for place in first)
    return ActorTable("brokers", columns, rows, (measures.betweenness.method, measures.degree_count.method))
