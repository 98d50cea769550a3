"""Steps, factors and considerations as the report's rows."""

from dataclasses import dataclass

from network_service.documents.report.parts import Form
from network_service.documents.report.telling import Telling
from network_service.process.condition import Condition
from network_service.process.judging import State
from network_service.process.wording import (
    condition_action,
    condition_sentence,
    condition_title,
    factor_action,
    factor_sentence,
    factor_title,
    figure_title,
    part_title,
    responsible_word,
    step_title,
)


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A condition: whether it holds, what it asks for, what was found, who must act and how; empty where it holds."""

    state: str
    title: str
    found: str
    who: str
    action: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with its state as code and word, and its conditions: those to be acted on, and those that hold."""

    number: int
    title: str
    state: str
    word: str
    held: str
    to_do: tuple[ConditionRow, ...]
    holding: tuple[ConditionRow, ...]


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor: its score in words and as a length from 0 to 100, its status, and what to do."""

    number: int
    title: str
    score: str
    length: float
    status: str
    word: str
    cover: str
    found: str
    who: str
    action: str
    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ConsiderationRow:
    """A consideration with its figures: what each is, its value, and how much of its data is there."""

    title: str
    figures: tuple[tuple[str, str, str], ...]


def step_rows(telling: Telling) -> tuple[StepRow, ...]:
    """The seven steps: first what fails, then what nobody can say, then what holds."""
    rows = []
    for number, step in enumerate(telling.parts.readings.steps, 1):
        holding = tuple(one for one in step.conditions if one.state is State.TRUE)
        rows.append(
            StepRow(
                number,
                step_title(step, telling.messages),
                step.state.value,
                telling.word("readiness", step.state),
                telling.text("report.step.held", held=len(holding), total=len(step.conditions)),
                tuple(_condition(one, telling) for one in (*step.failing, *step.open)),
                tuple(_condition(one, telling) for one in holding),
            )
        )
    return tuple(rows)


def factor_rows(telling: Telling) -> tuple[FactorRow, ...]:
    """The nine factors in the order of the source report."""
    words = telling.messages
    return tuple(
        FactorRow(
            number,
            factor_title(factor, words),
            "" if factor.score is None else f"{factor.score:.2f}",
            round(100 * (factor.score or 0.0), 1),
            factor.status.value,
            telling.word("factor_status", factor.status),
            telling.figure(factor.cover, Form.SHARE),
            factor_sentence(factor, words),
            responsible_word(factor.responsible, words) if factor.action else "",
            factor_action(factor, words) or "",
            tuple(
                (
                    part_title(factor, part, words),
                    telling.figure(part.value, Form.NUMBER),
                    telling.figure(part.cover, Form.SHARE),
                )
                for part in factor.parts
            ),
        )
        for number, factor in enumerate(telling.parts.readings.factors, 1)
    )


def consideration_rows(telling: Telling) -> tuple[ConsiderationRow, ...]:
    """The six considerations by their figures."""
    return tuple(
        ConsiderationRow(
            telling.word("consideration", one.code),
            tuple(
                (
                    figure_title(figure, telling.messages),
                    telling.figure(figure.value, Form.COUNT if figure.is_count else Form.SHARE),
                    telling.figure(figure.cover, Form.SHARE),
                )
                for figure in one.figures
            ),
        )
        for one in telling.parts.considerations
    )


def _condition(condition: Condition, telling: Telling) -> ConditionRow:
    words = telling.messages
    action = condition_action(condition, words)
    return ConditionRow(
        condition.state.value,
        condition_title(condition, words),
        condition_sentence(condition, words),
        responsible_word(condition.responsible, words) if action else "",
        action or "",
    )
