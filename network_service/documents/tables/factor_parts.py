"""`factor_parts`: what the score of each success factor is made of."""

from network_service.documents.tables.factors import FACTOR
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.process.readiness import Readings

_COLUMNS = (
    FACTOR,
    Column("part", Kind.TEXT, "column.factors.part"),
    Column("value", Kind.NUMBER, "column.factors.part_value", Unit.SHARE, missing="missing.not_known"),
    Column("cover", Kind.NUMBER, "column.cover", Unit.SHARE),
)


def factor_parts_table(readings: Readings, *, synthetic: bool) -> Table:
    """One row a part of a factor."""
    rows = ((one.code, part.code, part.value, part.cover) for one in readings.factors for part in one.parts)
    return Table.of("factor_parts", _COLUMNS, rows, synthetic=synthetic)
