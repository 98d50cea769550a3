"""`factor_parts`: what the score of each success factor is made of."""

from functools import partial

from network_service.documents.tables.both_languages import in_both, told_in_both
from network_service.documents.tables.factors import FACTOR
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.process.readiness import Readings
from network_service.process.wording import part_title

_COLUMNS = (
    FACTOR,
    Column("part", Kind.TEXT, "column.factors.part"),
    *in_both("title", "column.title"),
    Column("value", Kind.NUMBER, "column.factors.part_value", Unit.SHARE, missing="missing.not_known"),
    Column("cover", Kind.NUMBER, "column.cover", Unit.SHARE),
)


def factor_parts_table(readings: Readings, *, synthetic: bool) -> Table:
    """One row a part of a factor."""
    rows = (
        (one.code, part.code, *told_in_both(partial(part_title, one, part)), part.value, part.cover)
        for one in readings.factors
        for part in one.parts
    )
    return Table.of("factor_parts", _COLUMNS, rows, synthetic=synthetic)
