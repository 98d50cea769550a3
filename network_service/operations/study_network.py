"""Study a province's network: measures, readiness, considerations, doubt and findings of one day, written nowhere."""

from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from functools import partial

from network_service.analysis.kept import MeasureOptions
from network_service.analysis.long_measures import MOST_ACTORS, LongMeasures, measure_at_length
from network_service.analysis.measures import Measures
from network_service.analysis.measures_of_actors import LONGEST
from network_service.domain.lens import Lens
from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord
from network_service.findings.closing.effect import Effect, Effects
from network_service.findings.closing.ground import Ground
from network_service.findings.finding import Finding
from network_service.findings.rules import find_all
from network_service.findings.thresholds import Thresholds
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.process.consideration import Consideration
from network_service.process.considering import read_considerations
from network_service.process.doubt import Doubt, doubts
from network_service.process.figures import Figures
from network_service.process.readiness import Readings, read_readiness
from network_service.process.situation import Situation
from network_service.process.standards import Standards
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot
from network_service.snapshot.snapshots import Snapshots
from network_service.store.base import StoreReader


@dataclass(frozen=True, slots=True)
class AnalysisRules:
    """The numbers an installation sets for measures, readiness, findings and map."""

    thresholds: Thresholds
    standards: Standards
    large_agreement: int
    strength_cover: float
    layout_seed: int
    chance_seed: int

    @property
    def measuring(self) -> MeasureOptions:
        """What of them the measures take."""
        return MeasureOptions(self.strength_cover, self.thresholds.required_sectors, self.chance_seed)


@dataclass(frozen=True, slots=True)
class StudyOptions:
    """Which network to look at, by which numbers, and how long; `thorough` is left to the size where it is `None`.

    `revision` `None` means the latest.
    """

    as_of: date
    rules: AnalysisRules
    province: str | None = None
    minimum_strength: int | None = None
    thorough: bool | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Study:
    """All that was computed of one network on one day.

    Readiness and findings are about what is recorded, so that they are made on the network without a minimum strength,
    `found_on`. `at_length` are the measures that take long, `None` where they were left out; `effects` what closing a
    finding would change, none where those were left out.
    """

    snapshot: Snapshot
    measures: Measures
    at_length: LongMeasures | None
    found_on: Snapshot
    affairs: Affairs
    readings: Readings
    considerations: tuple[Consideration, ...]
    doubts: tuple[Doubt, ...]
    findings: tuple[Finding, ...]
    effects: tuple[Effect, ...]


def study_network(
    principal: Principal,
    store: StoreReader,
    options: StudyOptions,
    *,
    executor: Executor | None = None,
    progress: Progress = silent,
) -> Study:
    """Everything that can be said of a province's network today; long work is split over `executor`."""
    province = province_meant(principal, "analyse", store, options.province)
    progress("progress.reading_store", 0, 0)
    rules = options.rules
    lens = Lens(
        as_of=options.as_of, provinces=(province,), revision=options.revision, large_agreement=rules.large_agreement
    )
    snapshots = Snapshots(store)
    found_on = snapshots.through(lens)
    if not found_on.network_names:
        raise UnknownRecord("province.no_network", province=province, day=options.as_of)
    strong = lens.model_copy(update={"revision": found_on.revision, "minimum_strength": options.minimum_strength})
    snapshot = snapshots.through(strong)

    def measured(one: Snapshot) -> Measures:
        return Measures(one, rules.measuring, executor=executor, tell=lambda measure: progress(measure, 0, 0))

    measures = measured(snapshot)
    measures.start(*LONGEST)
    structure = measures if snapshot is found_on else measured(found_on)
    affairs = build_affairs(store, lens.model_copy(update={"revision": found_on.revision}))
    progress("progress.finding", 0, 0)
    situation = Situation(found_on, affairs, Figures(structure), rules.standards)
    readings = read_readiness(situation)
    findings = find_all(found_on, affairs, readings, structure, rules.thresholds)
    at_length = _at_length(measures, options, progress)
    effects: tuple[Effect, ...] = ()
    if at_length:
        by_closing = Effects(Ground(found_on, structure, rules.thresholds))
        told = partial(progress, "progress.effects")
        effects = by_closing.of_all(findings, with_efficiency=True, executor=executor, progress=told)
    return Study(
        snapshot=snapshot,
        measures=measures,
        at_length=at_length,
        found_on=found_on,
        affairs=affairs,
        readings=readings,
        considerations=read_considerations(situation),
        doubts=doubts(found_on, affairs, rules.standards),
        findings=findings,
        effects=effects,
    )


def _at_length(measures: Measures, options: StudyOptions, progress: Progress) -> LongMeasures | None:
    wanted = options.thorough if options.thorough is not None else len(measures.snapshot.actors) <= MOST_ACTORS
    return measure_at_length(measures, seed=options.rules.chance_seed, progress=progress) if wanted else None
