"""The rules that read the snapshot and its measures in depth."""

from collections.abc import Callable
from typing import TypeAlias

from network_service.findings.broker_not_designated import broker_not_designated
from network_service.findings.communities_not_bridged import communities_not_bridged
from network_service.findings.finding import Finding
from network_service.findings.linker_not_brokering import linker_not_brokering
from network_service.findings.manager_reach_too_short import manager_reach_too_short
from network_service.findings.manager_without_deputy import manager_without_deputy
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.one_actor_too_central import one_actor_too_central
from network_service.findings.sector_pair_too_thin import sector_pair_too_thin
from network_service.findings.sector_with_one_linker import sector_with_one_linker
from network_service.findings.state_too_central import state_too_central
from network_service.findings.sub_network_without_co_ordinator import sub_network_without_co_ordinator
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Snapshot

RuleOfStructure: TypeAlias = Callable[[Snapshot, MeasuredInDepth, Thresholds], list[Finding]]

RULES_OF_STRUCTURE: tuple[RuleOfStructure, ...] = (
    sector_pair_too_thin,
    communities_not_bridged,
    sector_with_one_linker,
    linker_not_brokering,
    broker_not_designated,
    manager_reach_too_short,
    manager_without_deputy,
    one_actor_too_central,
    state_too_central,
    sub_network_without_co_ordinator,
)
"""Every one of them; a rule's name is its function's, its file's and its messages' code."""
