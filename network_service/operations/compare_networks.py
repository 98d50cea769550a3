"""Compare a province's network on two days, or on one day as two revisions told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from network_service.analysis.change.figures import ActorMoves, FigureMove, compare_actor_measure, compare_figures
from network_service.analysis.change.structure import StructureChange, compare_structure
from network_service.analysis.measures import MeasureOptions, Measures
from network_service.analysis.result import ActorMeasure
from network_service.documents.change_table import write_change_csv
from network_service.domain.lens import Lens
from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord, UsageError
from network_service.findings.change import FindingsChange, compare_findings
from network_service.findings.finding import Finding
from network_service.findings.rules import find_all
from network_service.operations.analyse_network import AnalysisRules
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.process.change import ReadinessChange, compare_readiness
from network_service.process.figures import Figures
from network_service.process.readiness import Readings, read_readiness
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.build import build_snapshot
from network_service.snapshot.model import Snapshot
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
    standards: Standards
    today: date
    days: tuple[date | None, date | None] = (None, None)
    revisions: tuple[int | None, int | None] = (None, None)
    as_of: date | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """All that was computed of one of the two."""

    snapshot: Snapshot
    affairs: Affairs
    measures: Measures
    findings: tuple[Finding, ...]
    readings: Readings


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed, between what, and the table it was written to, if one was asked for."""

    province: str
    before: Side
    after: Side
    structure: StructureChange
    figures: tuple[FigureMove, ...]
    actor_moves: tuple[ActorMoves, ...]
    findings: FindingsChange
    readiness: ReadinessChange
    out: Path | None = None

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
    progress: Progress = silent,
) -> Comparison:
    """What changed in a province's network from one day, or one revision, to another; `out` gets it as a table.

    `UsageError` where the options name no two, or two of both kinds, or the later first; `UnknownRecord` where there is
    no such revision, or no network in one of the two.
    """
    province = province_meant(principal, "compare", store, options.province)
    rules = options.rules
    sides = []
    for day, revision in _moments(options, store.revision()):
        lens = Lens(as_of=day, provinces=(province,), revision=revision, large_agreement=rules.large_agreement)
        sides.append(_side(store, lens, options, progress))
    before, after = sides
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
            synthetic=before.snapshot.synthetic or after.snapshot.synthetic,
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


def _side(store: StoreReader, lens: Lens, options: CompareOptions, progress: Progress) -> Side:
    progress("progress.reading_store", 0, 0)
    snapshot, affairs = build_snapshot(store, lens), build_affairs(store, lens)
    if not snapshot.network_names:
        raise UnknownRecord(
            "compare.no_network", province=lens.provinces[0], day=lens.as_of, revision=snapshot.revision
        )
    rules = options.rules

    def tell(measure: str) -> None:
        progress(measure, 0, 0)

    settled = MeasureOptions(minimum_cover=rules.strength_cover, required_sectors=rules.thresholds.required_sectors)
    measures = Measures(snapshot, settled, tell=tell)
    findings = find_all(snapshot, measures, rules.thresholds)
    readings = read_readiness(Situation(snapshot, affairs, Figures(measures), options.standards))
    return Side(snapshot, affairs, measures, findings, readings)
