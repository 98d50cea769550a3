"""How a comparison tells of measures, readiness and findings."""

from collections.abc import Sequence

from network_service.analysis.change.figures import ActorMoves, FigureMove
from network_service.analysis.change.structure import StructureChange
from network_service.cli.change_of_structure import print_sentences
from network_service.cli.console import print_line, print_table
from network_service.domain.vocabulary import label
from network_service.findings.change import FindingsChange
from network_service.findings.finding import Finding
from network_service.findings.wording import sentence, severity_word
from network_service.messages import Messages
from network_service.process.change import FactorMove, ReadinessChange, StepMove
from network_service.process.condition import Readiness
from network_service.process.factor import Status
from network_service.process.wording import condition_title, factor_title, step_title

TOP = 10
"""Actors of whom it is told how far they moved; the table in the file has all."""


def print_figures(
    structure: StructureChange, figures: Sequence[FigureMove], actor_moves: Sequence[ActorMoves], words: Messages
) -> None:
    """The measures of the network that moved, and the actors that moved most."""
    moved = [one for one in figures if one.moved]
    if moved:
        headers = [words.text(f"compare.header.{name}") for name in ("measure", "before", "after", "difference")]
        rows = [
            (
                words.text(f"measure.{one.measure}"),
                _number(one.before, words),
                _number(one.after, words),
                _difference(one.difference, words),
            )
            for one in moved
        ]
        print_table(headers, rows, title=words.text("compare.figures", count=len(moved)))
        before, after = structure.actors.sizes
        if before != after:
            print_line(words.text("compare.size_differs", before=before, after=after), style="yellow")
    for one in actor_moves:
        if one.moves:
            _print_actor_moves(one, words)


def print_readiness(change: ReadinessChange, words: Messages) -> None:
    """How many steps are ready and factors met, then each that moved with its conditions."""
    told = {
        "before": sum(step.states[0] is Readiness.READY for step in change.steps),
        "after": sum(step.states[1] is Readiness.READY for step in change.steps),
        "met_before": sum(factor.states[0] is Status.MET for factor in change.factors),
        "met_after": sum(factor.states[1] is Status.MET for factor in change.factors),
    }
    print_line(words.text("compare.readiness", **told), style="bold")
    steps = (line for place, step in enumerate(change.steps, 1) for line in _step(place, step, words))
    print_sentences(steps, words)
    print_sentences((_factor(one, words) for one in change.factors if one.moved), words)


def print_findings(change: FindingsChange, words: Messages) -> None:
    """How many opened, closed and stay open, then those that opened, closed or became more or less pressing."""
    counts = {"opened": len(change.opened), "closed": len(change.closed), "open": len(change.still_open)}
    print_line(words.text("compare.findings", **counts), style="bold")
    print_sentences((_finding("opened", one, words) for one in change.opened), words)
    print_sentences((_finding("closed", one, words) for one in change.closed), words)
    moved = (
        words.text(
            "compare.finding.moved",
            before=severity_word(one.before.severity, words),
            after=severity_word(one.after.severity, words),
            sentence=sentence(one.after, words),
        )
        for one in change.moved
    )
    print_sentences(moved, words)


def _finding(way: str, found: Finding, words: Messages) -> str:
    severity = severity_word(found.severity, words)
    return words.text(f"compare.finding.{way}", severity=severity, sentence=sentence(found, words))


def _print_actor_moves(moves: ActorMoves, words: Messages) -> None:
    headers = [words.text(f"compare.header.{name}") for name in ("actor", "before", "after", "difference")]
    rows = [
        (one.name, _number(one.before, words), _number(one.after, words), _difference(one.difference, words))
        for one in moves.moves[:TOP]
    ]
    measure = words.text(f"measure.{moves.measure}")
    print_table(headers, rows, title=words.text("compare.actor_moves", measure=measure, count=len(moves.moves)))


def _step(place: int, step: StepMove, words: Messages) -> list[str]:
    """The step where its gate moved, then its conditions that did; a step is named before its conditions."""
    conditions = [one for one in step.conditions if one.moved]
    if not step.moved and not conditions:
        return []
    before, after = (label("readiness", state, words.language) for state in step.states)
    name = step_title(step.after, words)
    if step.moved:
        told = [words.text("compare.step", number=place, name=name, before=before, after=after)]
    else:
        told = [words.text("compare.step.same", number=place, name=name, state=after)]
    for one in conditions:
        was, now = (words.text(f"compare.state.{state.value}") for state in one.states)
        told.append(
            "  " + words.text("compare.condition", title=condition_title(one.after, words), before=was, after=now)
        )
    return told


def _factor(move: FactorMove, words: Messages) -> str:
    before, after = (label("factor_status", status, words.language) for status in move.states)
    scores = (_number(move.before.score, words), _number(move.after.score, words))
    return words.text(
        "compare.factor",
        name=factor_title(move.after, words),
        before=before,
        after=after,
        score_before=scores[0],
        score_after=scores[1],
    )


def _number(value: float | None, words: Messages) -> str:
    if value is None:
        return words.text("not_known")
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}"


def _difference(value: float | None, words: Messages) -> str:
    return words.text("not_known") if value is None else f"{value:+.3g}"
