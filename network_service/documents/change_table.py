"""`change.csv`: all that changed between two days or revisions, one thing a row; an empty cell means not known."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from network_service.analysis.change.compared import Compared
from network_service.analysis.change.figures import ActorMoves, FigureMove
from network_service.analysis.change.roles import RoleChange
from network_service.analysis.change.structure import StructureChange
from network_service.analysis.change.ties import TieChanges
from network_service.documents.table import Cell, write_csv
from network_service.domain.vocabulary import label
from network_service.findings.change import FindingsChange
from network_service.findings.finding import Finding
from network_service.findings.wording import sentence
from network_service.messages import messages_in
from network_service.process.change import ReadinessChange
from network_service.process.judging import Value
from network_service.process.wording import condition_title

COLUMNS = ("what", "kind", "id", "name", "before", "after", "sector")
"""What changed and how, whose id and name, the value before and after; `sector` for rows about one actor."""

Row = tuple[str, str, str, str, Cell, Cell, str | None]

_MEMBER = "member"
_BETWEEN = " – "
_AND = "|"
"""Between the ids of a row about two things; no id has one."""


def change_rows(
    structure: StructureChange,
    figures: Sequence[FigureMove | ActorMoves],
    findings: FindingsChange,
    readiness: ReadinessChange,
) -> Iterator[Row]:
    """What was compared, then what changed.

    Figures of the network, steps, conditions, factors and open findings are there also where they are as before, which
    their kind says.
    """
    yield from _compared(structure.compared)
    yield from _actors(structure)
    yield from _ties("tie", structure.ties)
    for layer, ties in structure.layers.items():
        yield from _ties(f"tie_{layer.value}", ties)
    yield from (_role(one) for one in structure.roles)
    for figure in figures:
        yield from _actor_moves(figure) if isinstance(figure, ActorMoves) else (_figure(figure),)
    yield from _readiness(readiness)
    yield from _findings(findings)


def write_change_csv(
    path: Path,
    structure: StructureChange,
    figures: Sequence[FigureMove | ActorMoves],
    findings: FindingsChange,
    readiness: ReadinessChange,
    *,
    synthetic: bool,
) -> None:
    """Write the rows as CSV: codes for programs, names as recorded, sentences in English; invented data says so."""
    rows = change_rows(structure, figures, findings, readiness)
    write_csv(path, (*COLUMNS, "synthetic"), ((*row, synthetic) for row in rows))


def _compared(compared: Compared) -> Iterator[Row]:
    told = (("day", compared.days), ("revision", compared.revisions), ("snapshot", compared.hashes))
    for kind, (before, after) in told:
        yield "compared", kind, "", "", before, after, None
    yield "compared", "cause", "", "", None, compared.cause.value, None
    for field in compared.lens_differs:
        yield "compared", "lens", field, "", None, None, None


def _actors(structure: StructureChange) -> Iterator[Row]:
    actors = structure.actors
    yield "size", "actors", "", "", *actors.sizes, None
    for one in actors.joined:
        yield "actor", "joined", one.id, one.name, one.elsewhere.value, _MEMBER, one.sector
    for one in actors.left:
        yield "actor", "left", one.id, one.name, _MEMBER, one.elsewhere.value, one.sector
    for altered in actors.altered:
        yield "actor", altered.field, altered.id, altered.name, altered.before, altered.after, None


def _ties(what: str, ties: TieChanges) -> Iterator[Row]:
    yield "size", what, "", "", *ties.sizes, None
    for one in ties.changes:
        yield what, one.move.value, _AND.join(one.ends), _BETWEEN.join(one.names), one.before, one.after, None


def _role(one: RoleChange) -> Row:
    ids = one.id if one.of is None else f"{one.id}{_AND}{one.of}"
    names = one.name if one.of_name is None else f"{one.name}{_BETWEEN}{one.of_name}"
    before, after = "; ".join(one.before) or None, "; ".join(one.after) or None
    return one.what.value, one.turn.value, ids, names, before, after, None


def _figure(one: FigureMove) -> Row:
    name = messages_in("en").text(f"measure.{one.measure}")
    return "measure", _direction(one.before, one.after, moved=one.moved), one.measure, name, one.before, one.after, None


def _actor_moves(moves: ActorMoves) -> Iterator[Row]:
    for one in moves.moves:
        kind = _direction(one.before, one.after, moved=True)
        yield f"actor_{moves.measure}", kind, one.id, one.name, one.before, one.after, one.sector


def _readiness(readiness: ReadinessChange) -> Iterator[Row]:
    english = messages_in("en")
    for step in readiness.steps:
        code, name = step.after.code, label("building_step", step.after.code, "en")
        before, after = step.states
        yield "step", _same(step.moved), code, name, before.value, after.value, None
        for one in step.conditions:
            title = condition_title(one.after, english)
            was, now = one.states
            yield "condition", _same(one.moved), one.after.code, title, was.value, now.value, None
    for factor in readiness.factors:
        code, name = factor.after.code, label("success_factor", factor.after.code, "en")
        scores = (factor.before.score, factor.after.score)
        yield "factor", _direction(*scores, moved=factor.moved), code, name, *scores, None


def _findings(findings: FindingsChange) -> Iterator[Row]:
    for one in findings.opened:
        yield "finding", "opened", one.id, _said(one), None, one.severity.value, None
    for one in findings.closed:
        yield "finding", "closed", one.id, _said(one), one.severity.value, None, None
    for both in findings.still_open:
        was, now = both.before.severity.value, both.after.severity.value
        kind = "severity_moved" if both.severity_moved else "still_open"
        yield "finding", kind, both.after.id, _said(both.after), was, now, None


def _said(finding: Finding) -> str:
    return sentence(finding, messages_in("en"))


def _same(moved: bool) -> str:
    return "moved" if moved else "same"


def _direction(before: Value, after: Value, *, moved: bool) -> str:
    if not isinstance(before, int | float) or not isinstance(after, int | float):
        return "not_known"
    if not moved or before == after:
        return "same"
    return "rose" if after > before else "fell"
