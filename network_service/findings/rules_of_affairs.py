"""The rules over the affairs of the network and over the readiness of its building steps."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from network_service.findings.agreement_ending import agreement_ending
from network_service.findings.district_without_actors import district_without_actors
from network_service.findings.finding import Finding
from network_service.findings.formal_tie_without_contact import formal_tie_without_contact
from network_service.findings.instrument_ending import instrument_ending
from network_service.findings.issue_without_activity import issue_without_activity
from network_service.findings.issue_without_responsible import issue_without_responsible
from network_service.findings.issue_without_sectors import issue_without_sectors
from network_service.findings.linker_term_ending import linker_term_ending
from network_service.findings.manager_term_ending import manager_term_ending
from network_service.findings.no_tie_recorded import no_tie_recorded
from network_service.findings.one_sided_reports import one_sided_reports
from network_service.findings.paper_member import paper_member
from network_service.findings.population_group_not_served import population_group_not_served
from network_service.findings.resource_not_shared import resource_not_shared
from network_service.findings.seats_ending import seats_ending
from network_service.findings.stale_data import stale_data
from network_service.findings.step_condition_fails import step_condition_fails
from network_service.findings.strong_tie_without_basis import strong_tie_without_basis
from network_service.findings.sub_network_of_one_sector import sub_network_of_one_sector
from network_service.findings.task_overload import task_overload
from network_service.findings.thresholds import Thresholds
from network_service.process.readiness import Readings
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot

RuleOfAffairs: TypeAlias = Callable[[Snapshot, Affairs, Thresholds], list[Finding]]
RuleOfReadiness: TypeAlias = Callable[[Readings, Sequence[Finding], Thresholds], list[Finding]]

RULES_OF_AFFAIRS: tuple[RuleOfAffairs, ...] = (
    no_tie_recorded,
    strong_tie_without_basis,
    formal_tie_without_contact,
    paper_member,
    task_overload,
    resource_not_shared,
    issue_without_sectors,
    issue_without_responsible,
    issue_without_activity,
    sub_network_of_one_sector,
    district_without_actors,
    population_group_not_served,
    agreement_ending,
    seats_ending,
    manager_term_ending,
    linker_term_ending,
    instrument_ending,
    stale_data,
    one_sided_reports,
)
"""The rules over snapshot and affairs; a rule's name is its function's, its file's and its messages' code."""

RULES_OF_READINESS: tuple[RuleOfReadiness, ...] = (step_condition_fails,)
"""The rules over what the building steps were found to be, and over what the other rules found."""
