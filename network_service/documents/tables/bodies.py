"""`bodies`: each committee and working group, how central it is through those who sit on it."""

from network_service.analysis.measures import Measures
from network_service.documents.tables.measure_columns import meaning
from network_service.documents.tables.table import NEVER, Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_ABOUT = (
    Column("id", Kind.TEXT, "column.body.id"),
    Column("name", Kind.TEXT, "column.body.name"),
    Column("body_kind", Kind.CODE, "column.body.kind", vocabulary="body_kind"),
    Column("sitting", Kind.INTEGER, "column.body.sitting", Unit.COUNT),
    Column("interlock_part", Kind.INTEGER, "column.body.part", between=(1, None)),
)


def bodies_table(snapshot: Snapshot, measures: Measures) -> Table:
    """One row a body, in the order of id."""
    joined, modes = measures.interlock, measures.two_mode
    found = (modes.body_degree, modes.body_betweenness, modes.body_closeness)
    columns = tuple(
        Column(
            one.method.measure,
            Kind.NUMBER,
            meaning(one.method.measure),
            Unit.SHARE,
            one.reason or NEVER,
            source=one.method.source,
        )
        for one in found
    )
    place = {body.id: number for number, body in enumerate(snapshot.bodies)}
    part = {body: number for number, bodies in enumerate(joined.parts, start=1) for body in bodies}
    rows = (
        (
            *(body, snapshot.bodies[place[body]].name, snapshot.bodies[place[body]].body_kind, sitting, part[body]),
            *(one.values[place[body]] for one in found),
        )
        for body, sitting in zip(joined.bodies, joined.sizes, strict=True)
    )
    methods = (joined.method, *(one.method for one in found))
    return Table.of("bodies", (*_ABOUT, *columns), rows, synthetic=snapshot.synthetic, methods=methods)
