"""`centrality`: every actor with its measures."""

from network_service.analysis.measures import Measures
from network_service.documents.tables.about_actors import NOT_RECORDED, WHO
from network_service.documents.tables.measure_columns import measure_columns
from network_service.documents.tables.table import Column, Kind, Table
from network_service.snapshot.model import Snapshot

_ABOUT = (
    *WHO,
    Column("actor_level", Kind.CODE, "column.actor.level", vocabulary="actor_level"),
    Column("area_level", Kind.CODE, "column.actor.area_level", missing=NOT_RECORDED, vocabulary="area_level"),
)


def centrality_table(snapshot: Snapshot, measures: Measures) -> Table:
    """One row an actor in the order of id, with every measure of `of_actors`."""
    actors, of_actors = snapshot.actors, measures.of_actors
    about = zip(actors.ids, actors.names, actors.sectors, actors.levels, actors.area_levels, strict=True)
    values = zip(*(measure.values for measure in of_actors.values()), strict=True)
    return Table.of(
        "centrality",
        (*_ABOUT, *measure_columns(of_actors)),
        ((*told, *figures) for told, figures in zip(about, values, strict=True)),
        synthetic=snapshot.synthetic,
        methods=(measure.method for measure in of_actors.values()),
    )
