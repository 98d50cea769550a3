"""What the report tells of a study: its key figures, and the actors worth naming."""

from network_service.analysis.measures import Figure
from network_service.documents.report.parts import ActorRow, ActorTable, Column, Form, NetworkFigure, ReportParts
from network_service.domain.error_sentence import sentence_of
from network_service.errors import RefusedForSafety
from network_service.maps.sector_map import SectorMap
from network_service.messages import Messages
from network_service.operations.study_network import Study

_FORMS = {
    **dict.fromkeys(("density", "reciprocity", "transitivity", "connectedness", "sector_pair_coverage"), Form.SHARE),
    "global_efficiency": Form.SHARE,
    **dict.fromkeys(("betweenness_centralisation", "iqv", "e_i_index"), Form.NUMBER),
    **dict.fromkeys(("average_path_length", "assortativity"), Form.NUMBER),
}
"""The key figures in the order told, and how each is written."""
_NAMED = 10
"""How many brokers are named: more are a directory."""


def report_parts(study: Study, picture: SectorMap | RefusedForSafety, messages: Messages) -> ReportParts:
    """All that a report tells, of one study and its map, or the reason why there is none."""
    return ReportParts(
        snapshot=study.snapshot,
        readings=study.readings,
        considerations=study.considerations,
        doubts=study.doubts,
        findings=study.findings,
        picture=picture.model if isinstance(picture, SectorMap) else None,
        no_picture=sentence_of(picture, messages.language) if isinstance(picture, RefusedForSafety) else "",
        figures=_figures(study),
        tables=(_single_points(study), _brokers(study)),
        effects=study.effects,
        names=study.affairs.names,
    )


def _figures(study: Study) -> tuple[NetworkFigure, ...]:
    figures: dict[str, Figure] = study.measures.of_network
    found = [figures[name] for name in _FORMS]
    if study.at_length:
        found.append(study.at_length.weakest_point)
    return tuple(
        NetworkFigure(name, one.value, _FORMS.get(name, Form.SHARE), one.method, one.reason)
        for one in found
        for name in (one.method.measure,)
    )


def _single_points(study: Study) -> ActorTable:
    ids, found = study.snapshot.actors.ids, study.measures.articulation_points
    columns = (Column("report.column.cut_off", Form.COUNT), Column("report.column.cut_off_names", Form.ACTORS))
    points = sorted(found.points, key=lambda point: (-len(point.cut_off), ids[point.actor]))
    rows = tuple(
        ActorRow(ids[point.actor], (float(len(point.cut_off)), tuple(ids[one] for one in point.cut_off)))
        for point in points
    )
    return ActorTable("single_points", columns, rows, (found.method,))


def _brokers(study: Study) -> ActorTable:
    measures, ids = study.measures, study.snapshot.actors.ids
    between = measures.betweenness.values
    first = sorted(range(len(ids)), key=lambda place: (-(between[place] or 0.0), ids[place]))[:_NAMED]
    told = (measures.betweenness, measures.degree_count, measures.distances.reach, measures.structural_holes.constraint)
    columns = (
        *(Column(f"measure.{told[0].method.measure}"), Column(f"measure.{told[1].method.measure}", Form.COUNT)),
        *(Column(f"measure.{told[2].method.measure}", Form.SHARE), Column(f"measure.{told[3].method.measure}")),
    )
    rows = tuple(ActorRow(ids[place], tuple(measure.values[place] for measure in told)) for place in first)
    return ActorTable("brokers", columns, rows, tuple(measure.method for measure in told))
