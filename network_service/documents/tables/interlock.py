"""`interlock`: which bodies share whom."""

from network_service.analysis.measures import Measures
from network_service.documents.tables.listing import listed
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.snapshot.model import Snapshot

_SOURCE = "Breiger 1974, Social Forces 53, 181-190"
_COLUMNS = (
    Column("first", Kind.TEXT, "column.interlock.body"),
    Column("first_name", Kind.TEXT, "column.interlock.body_name"),
    Column("second", Kind.TEXT, "column.interlock.body"),
    Column("second_name", Kind.TEXT, "column.interlock.body_name"),
    Column("shared", Kind.INTEGER, "column.interlock.shared", Unit.COUNT, source=_SOURCE),
    Column("holders", Kind.TEXT, "column.interlock.holders"),
)


def interlock_table(snapshot: Snapshot, measures: Measures) -> Table:
    """One row a pair of bodies that share anybody, most shared first; people are told by id alone."""
    names = {body.id: body.name for body in snapshot.bodies}
    rows = (
        (
            *(pair.first, names[pair.first], pair.second, names[pair.second]),
            *(len(pair.holders), listed(pair.holders, len(pair.holders))),
        )
        for pair in measures.interlock.shared
    )
    methods = (measures.interlock.method,)
    return Table.of("interlock", _COLUMNS, rows, synthetic=snapshot.synthetic, methods=methods)
