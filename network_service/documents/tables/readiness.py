"""`readiness`: every condition of the seven steps, whether it holds, on what evidence, and who must do what."""

from functools import partial

from network_service.documents.tables.both_languages import in_both, told_in_both
from network_service.documents.tables.listing import as_json
from network_service.documents.tables.table import Column, Kind, Table
from network_service.process.condition import Condition, Step
from network_service.process.readiness import Readings
from network_service.process.wording import condition_action, condition_sentence, condition_title, responsible_word

_HOLDS = "missing.condition_holds"
_COLUMNS = (
    Column("step", Kind.CODE, "column.readiness.step", vocabulary="building_step"),
    Column("step_state", Kind.CODE, "column.readiness.step_state", vocabulary="readiness"),
    Column("condition", Kind.TEXT, "column.readiness.condition"),
    *in_both("title", "column.title"),
    Column("state", Kind.TEXT, "column.readiness.state"),
    Column("value", Kind.NUMBER, "column.readiness.value", missing="missing.not_known"),
    Column("threshold", Kind.NUMBER, "column.readiness.threshold"),
    *in_both("sentence", "column.sentence"),
    Column("responsible", Kind.TEXT, "column.responsible_code"),
    *in_both("responsible", "column.responsible"),
    *in_both("action", "column.action", missing=_HOLDS),
    Column("evidence", Kind.JSON, "column.evidence"),
)


def readiness_table(readings: Readings, *, synthetic: bool) -> Table:
    """One row a condition, in the order of the steps."""
    rows = (_row(step, condition) for step in readings.steps for condition in step.conditions)
    return Table.of("readiness", _COLUMNS, rows, synthetic=synthetic)


def _row(step: Step, one: Condition) -> tuple[str | float | None, ...]:
    return (
        *(step.code, step.state.value, one.code, *told_in_both(partial(condition_title, one)), one.state.value),
        *(one.value, one.threshold, *told_in_both(partial(condition_sentence, one))),
        *(one.responsible.value, *told_in_both(partial(responsible_word, one.responsible))),
        *(*told_in_both(partial(condition_action, one)), as_json(one.evidence)),
    )
