"""`factors`: the nine success factors with score, status and cover, and what would raise them."""

from functools import partial

from network_service.documents.tables.both_languages import in_both, told_in_both
from network_service.documents.tables.listing import as_json
from network_service.documents.tables.table import Column, Kind, Table, Unit
from network_service.process.factor import Factor
from network_service.process.readiness import Readings
from network_service.process.wording import factor_action, factor_sentence, factor_title, responsible_word

FACTOR = Column("factor", Kind.CODE, "column.factors.factor", vocabulary="success_factor")
"""Which of the nine factors a row is about."""
_COLUMNS = (
    FACTOR,
    *in_both("title", "column.title"),
    Column("score", Kind.NUMBER, "column.factors.score", Unit.SHARE, missing="missing.not_known"),
    Column("status", Kind.CODE, "column.factors.status", vocabulary="factor_status"),
    Column("cover", Kind.NUMBER, "column.cover", Unit.SHARE),
    *in_both("sentence", "column.sentence"),
    Column("responsible", Kind.TEXT, "column.responsible_code"),
    *in_both("responsible", "column.responsible"),
    *in_both("action", "column.action", missing="missing.factor_met"),
    Column("evidence", Kind.JSON, "column.evidence"),
)


def factors_table(readings: Readings, *, synthetic: bool) -> Table:
    """One row a factor, in the order of the report."""
    return Table.of("factors", _COLUMNS, map(_row, readings.factors), synthetic=synthetic)


def _row(one: Factor) -> tuple[str | float | None, ...]:
    return (
        *(one.code, *told_in_both(partial(factor_title, one)), one.score, one.status.value, one.cover),
        *told_in_both(partial(factor_sentence, one)),
        *(one.responsible.value, *told_in_both(partial(responsible_word, one.responsible))),
        *(*told_in_both(partial(factor_action, one)), as_json(one.evidence)),
    )
