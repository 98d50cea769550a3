"""Tables of what holds a network back: findings, conditions of the steps, factors, doubt; in sentences."""

from collections.abc import Sequence

from network_service.findings import wording as finding_words
from network_service.findings.closing.effect import Effect
from network_service.findings.closing.wording import effect_sentence
from network_service.messages import Messages
from network_service.notebook.table import Table, table_of
from network_service.operations.study_network import Study
from network_service.process import wording


def findings(study: Study, words: Messages) -> Table:
    """One row a finding, in the order of their weight."""
    return table_of(
        ("id", "rule", "severity", "title", "sentence", "remedy", "members_affected", "subjects"),
        [
            (
                found.id,
                found.rule,
                str(found.severity),
                finding_words.title(found, words),
                finding_words.sentence(found, words),
                finding_words.remedy(found, words),
                found.members_affected,
                ", ".join(subject.id for subject in found.subjects),
            )
            for found in study.findings
        ],
    )


def effects(found: Sequence[Effect], study: Study, words: Messages) -> Table:
    """One row a finding that a tie or a part could close."""
    told = {finding.id: finding for finding in study.findings}
    return table_of(
        ("id", "severity", "title", "closing", "actors", "sentence"),
        [
            (
                effect.finding,
                str(told[effect.finding].severity),
                finding_words.title(told[effect.finding], words),
                str(effect.proposal.kind),
                ", ".join(actor.name for actor in effect.proposal.actors),
                effect_sentence(effect, words),
            )
            for effect in found
        ],
    )


def conditions(study: Study, words: Messages) -> Table:
    """One row a condition, step by step."""
    return table_of(
        ("step", "step_state", "condition", "state", "value", "threshold", "sentence", "responsible", "action"),
        [
            (
                step.code,
                str(step.state),
                condition.code,
                str(condition.state),
                condition.value,
                condition.threshold,
                wording.condition_sentence(condition, words),
                wording.responsible_word(condition.responsible, words),
                wording.condition_action(condition, words),
            )
            for step in study.readings.steps
            for condition in step.conditions
        ],
    )


def factors(study: Study, words: Messages) -> Table:
    """One row a factor."""
    return table_of(
        ("factor", "title", "score", "status", "cover", "sentence", "action"),
        [
            (
                factor.code,
                wording.factor_title(factor, words),
                factor.score,
                str(factor.status),
                factor.cover,
                wording.factor_sentence(factor, words),
                wording.factor_action(factor, words),
            )
            for factor in study.readings.factors
        ],
    )


def doubts(study: Study, words: Messages) -> Table:
    """One row a figure, with the number of records it is of."""
    return table_of(
        ("doubt", "title", "value", "n"),
        [(one.code, wording.figure_title(one, words), one.value, one.n) for one in study.doubts],
    )
