"""`considerations`: the figures by which the report tells of the six considerations."""

from collections.abc import Iterable
from functools import partial

from network_service.documents.tables.both_languages import in_both, told_in_both
from network_service.documents.tables.listing import as_json
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.process.consideration import Consideration
from network_service.process.wording import figure_title

_COLUMNS = (
    Column("consideration", Kind.CODE, "column.considerations.consideration", vocabulary="consideration"),
    Column("figure", Kind.TEXT, "column.considerations.figure"),
    *in_both("title", "column.title"),
    Column("value", Kind.NUMBER, "column.considerations.value", Unit.OF_ROW, missing="missing.not_known"),
    Column("unit", Kind.TEXT, "column.unit"),
    Column("cover", Kind.NUMBER, "column.cover", Unit.SHARE),
    Column("evidence", Kind.JSON, "column.evidence"),
)


def considerations_table(told: Iterable[Consideration], *, synthetic: bool) -> Table:
    """One row a figure."""
    rows = (
        (
            *(one.code, figure.code, *told_in_both(partial(figure_title, figure)), figure.value),
            *((Unit.COUNT if figure.is_count else Unit.SHARE).value, figure.cover, as_json(figure.evidence)),
        )
        for one in told
        for figure in one.figures
    )
    return Table.of("considerations", _COLUMNS, rows, synthetic=synthetic)
