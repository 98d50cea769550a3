"""The rules about a missing tie, linker, member or seat."""

from collections.abc import Callable
from typing import TypeAlias

from network_service.findings.body_lacks_sector import body_lacks_sector
from network_service.findings.finding import Finding
from network_service.findings.isolate import isolate
from network_service.findings.linker_not_acting import linker_not_acting
from network_service.findings.many_cut_off import many_cut_off
from network_service.findings.measured import Measured
from network_service.findings.sector_pair_without_ties import sector_pair_without_ties
from network_service.findings.sector_without_linker import sector_without_linker
from network_service.findings.sector_without_members import sector_without_members
from network_service.findings.single_point_of_failure import single_point_of_failure
from network_service.findings.split_component import split_component
from network_service.findings.thresholds import Thresholds
from network_service.findings.too_many_bodies import too_many_bodies
from network_service.snapshot.model import Snapshot

RuleOfGaps: TypeAlias = Callable[[Snapshot, Measured, Thresholds], list[Finding]]

RULES_OF_GAPS: tuple[RuleOfGaps, ...] = (
    sector_without_members,
    sector_without_linker,
    linker_not_acting,
    isolate,
    split_component,
    many_cut_off,
    single_point_of_failure,
    sector_pair_without_ties,
    body_lacks_sector,
    too_many_bodies,
)
"""Every rule; a rule's name is its function's, its file's and its messages' code."""
