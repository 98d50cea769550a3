"""`cutpoints`: the actors and ties on which the connection of others hangs, and who would be cut off."""

from collections.abc import Sequence

from network_service.analysis.measures import Measures
from network_service.documents.table import Cell
from network_service.documents.tables.about_actors import NOT_RECORDED, who
from network_service.documents.tables.listing import listed
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Actors, Snapshot

_SOURCE = "Hopcroft and Tarjan 1973, Communications of the ACM 16, 372-378"
_NOT_A_TIE = "missing.not_a_tie"
_COLUMNS = (
    Column("kind", Kind.TEXT, "column.cutpoint.kind"),
    Column("id", Kind.TEXT, "column.cutpoint.who"),
    Column("name", Kind.TEXT, "column.cutpoint.name"),
    Column("sector", Kind.CODE, "column.cutpoint.sector", missing=NOT_RECORDED, vocabulary="sector"),
    Column("other", Kind.TEXT, "column.tie.target", missing=_NOT_A_TIE),
    Column("other_name", Kind.TEXT, "column.tie.target_name", missing=_NOT_A_TIE),
    Column("cut_off", Kind.INTEGER, "column.cutpoint.cut_off", Unit.COUNT, source=_SOURCE),
    Column("cut_off_ids", Kind.TEXT, "column.cutpoint.cut_off_ids"),
    Column("cut_off_names", Kind.TEXT, "column.cutpoint.cut_off_names"),
)


def cutpoints_table(snapshot: Snapshot, measures: Measures) -> Table:
    """One row an articulation point or bridge: points first, of each kind those that cut off most."""
    actors = snapshot.actors
    points = (
        ("actor", *who(actors, point.actor), None, None, *_cut_off(actors, point.cut_off))
        for point in measures.articulation_points.points
    )
    bridges = (
        (
            *("tie", *who(actors, tie.source), actors.ids[tie.target], actors.names[tie.target]),
            *_cut_off(actors, tie.smaller_side),
        )
        for tie in measures.bridges.bridges
    )
    methods = (measures.articulation_points.method, measures.bridges.method)
    return Table.of("cutpoints", _COLUMNS, (*points, *bridges), synthetic=snapshot.synthetic, methods=methods)


def _cut_off(actors: Actors, who_is: Sequence[int]) -> tuple[Cell, ...]:
    count = len(who_is)
    return count, *(listed((told[actor] for actor in who_is), count) for told in (actors.ids, actors.names))
