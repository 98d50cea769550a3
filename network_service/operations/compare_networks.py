"""Compare a province's network on two days, or on one day as two revisions told of it."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from network_service.analysis.change.figures import ActorMoves, FigureMove, compare_actor_measure, compare_figures
from network_service.analysis.change.structure import StructureChange, compare_structure
from network_service.analysis.measures import Measures
from network_service.analysis.result import ActorMeasure
from network_service.documents.change_table import write_change_csv
from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord, UsageError
from network_service.findings.change import FindingsChange, compare_findings
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.operations.study_network import AnalysisRules, Study, StudyOptions, study_network
from network_service.process.change import ReadinessChange, compare_readiness
from network_service.store.base import StoreReader

_Moment = TypeVar("_Moment", date, int)

FOLLOWED: tuple[Callable[[Measures], ActorMeasure], ...] = (
    lambda measures: measures.degree_count,
    lambda measures: measures.betweenness,
)
"""Measures of actors whose moves are told: how many ties they have, and how far they stand between others."""


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Either two days (the second is `today` where none is given) or two revisions (the second: the latest).

    Revisions are compared as of `as_of`, else of `today`; days by what the latest revision tells of them.
    """

    rules: AnalysisRules
    today: date
    days: tuple[date | None, date | None] = (None, None)
    revisions: tuple[int | None, int | None] = (None, None)
    as_of: date | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, between what, and the table it was written to, if one was asked for."""

    province: str
    before: Study
    after: Study
    structure: StructureChange
    figures: tuple[FigureMove, ...]
    actor_moves: tuple[ActorMoves, ...]
    findings: FindingsChange
    readiness: ReadinessChange
    out: Path | None = None

    @property
    def synthetic(self) -> bool:
        """Whether either of the two is invented."""
        return self.before.snapshot.synthetic or self.after.snapshot.synthetic

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed: neither structure nor figures, findings or readiness."""
        moved = any(figure.moved for figure in self.figures) or any(one.moves for one in self.actor_moves)
        return self.structure.is_empty and self.findings.is_empty and self.readiness.is_empty and not moved


def compare_networks(
    principal: Principal,
    store: StoreReader,
    options: CompareOptions,
    out: Path | None = None,
    *,
    executor: Executor | None = None,
    progress: Progress = silent,
) -> Comparison:
    """What changed in a province's network from one day, or one revision, to another; `out` gets it as a table.

    `UsageError` where the options name no two, or two of both kinds, or the later first; `UnknownRecord` where there is
    no such revision, or no network in one of the two.
    """
    province = province_meant(principal, "compare", store, options.province)

    def study(day: date, revision: int) -> Study:
        options_of_one = StudyOptions(day, options.rules, province, thorough=False, revision=revision)
        try:
            return study_network(principal, store, options_of_one, executor=executor, progress=progress)
        except UnknownRecord as error:
            if error.code != "province.no_network":
                raise
            raise UnknownRecord("compare.no_network", province=province, day=day, revision=revision) from error

    before, after = (study(*moment) for moment in _moments(options, store.revision()))
    comparison = Comparison(
        province=province,
        before=before,
        after=after,
        structure=compare_structure(before.snapshot, after.snapshot, before.affairs, after.affairs),
        figures=compare_figures(before.measures.of_network, after.measures.of_network),
        actor_moves=tuple(compare_actor_measure(before.measures, after.measures, read) for read in FOLLOWED),
        findings=compare_findings(before.findings, after.findings),
        readiness=compare_readiness(before.readings, after.readings),
        out=out,
    )
    if out is not None:
        progress("progress.writing_file", 0, 0)
        write_change_csv(
            out,
            comparison.structure,
            (*comparison.figures, *comparison.actor_moves),
            comparison.findings,
            comparison.readiness,
            synthetic=comparison.synthetic,
        )
    return comparison


def _moments(options: CompareOptions, latest: int) -> tuple[tuple[date, int], tuple[date, int]]:
    """Day and revision of each of the two."""
    by_day, by_revision = options.days != (None, None), options.revisions != (None, None)
    if by_day and by_revision:
        raise UsageError("compare.both_ways")
    if by_day and options.as_of is not None:
        raise UsageError("compare.as_of_with_days")
    first_day, last_day = options.days[0], options.days[1] or options.today
    if first_day is not None:
        _in_order(first_day, last_day)
        return (first_day, latest), (last_day, latest)
    first, last = options.revisions[0], latest if options.revisions[1] is None else options.revisions[1]
    if first is None:
        raise UsageError("compare.from_what")
    _in_order(first, last)
    day = options.as_of or options.today
    return (day, first), (day, last)


def _in_order(first: _Moment, last: _Moment) -> None:
    if first > last:
        raise UsageError("compare.backwards", first=first, last=last)
