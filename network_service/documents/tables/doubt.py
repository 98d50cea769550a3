"""`doubt`: how far the ties that all figures rest on can be trusted."""

from collections.abc import Iterable
from functools import partial

from network_service.documents.tables.both_languages import in_both, told_in_both
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.process.doubt import Doubt
from network_service.process.wording import figure_title

_COLUMNS = (
    Column("figure", Kind.TEXT, "column.doubt.figure"),
    *in_both("title", "column.title"),
    Column("value", Kind.NUMBER, "column.doubt.value", Unit.OF_ROW, missing="missing.no_records"),
    Column("unit", Kind.TEXT, "column.unit"),
    Column("records", Kind.INTEGER, "column.doubt.records", Unit.COUNT),
)


def doubt_table(told: Iterable[Doubt], *, synthetic: bool) -> Table:
    """One row a figure of doubt."""
    rows = ((one.code, *told_in_both(partial(figure_title, one)), one.value, _unit(one).value, one.n) for one in told)
    return Table.of("doubt", _COLUMNS, rows, synthetic=synthetic)


def _unit(one: Doubt) -> Unit:
    return Unit.YEARS if one.code == "age_years" else Unit.SHARE
