"""Rule: a condition of a building step that fails, and of which no other rule speaks."""

from datetime import date

from network_service.domain.vocabulary import terms
from network_service.findings.finding import Finding, Subject, Value
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.condition import Condition, Step
from network_service.process.readiness import Readings
from network_service.snapshot.model import Snapshot

SAID_BY = {
    "required_sectors": "sector_without_members",
    "linker_of_sectors": "sector_without_linker",
    "linkers_act": "linker_not_acting",
    "sector_on_one_point": "single_point_of_failure",
    "manager_reach": "manager_reach_too_short",
    "deputy_manager": "manager_without_deputy",
    "body_sectors": "body_lacks_sector",
    "bodies_per_person": "too_many_bodies",
}
"""Conditions whose failure another rule tells, subject by subject, as critical; three of them not in every case."""


def step_condition_fails(readings: Readings, snapshot: Snapshot, thresholds: Thresholds) -> list[Finding]:
    """One finding for each failing condition of the seven steps, in the condition's own words, with who must act.

    Critical, as a gate fails by it. What another rule says of each subject as critical is not said again; but a linker
    who has not accepted, a missing deputy where there is no lead either, or a sector that is missing though the sector
    of some members is not known, is told here. Conditions of which nobody can say whether they hold are no findings.
    Affected: 0: whom it affects is for the condition's evidence.
    """
    numbers = {code: number for number, code in enumerate(terms("building_step"), start=1)}
    return [
        Finding(
            rule="step_condition_fails",
            severity=severity_of(thresholds, members=0, gate=step.code),
            subjects=(Subject("condition", condition.code, condition.code),),
            evidence={
                **{name: _plain(value) for name, value in condition.evidence.items()},
                "value": condition.value,
                "threshold": condition.threshold,
                "responsible": condition.responsible.value,
                "gate": step.code,
            },
            parameters={"number": numbers[step.code], "step": step.code},
            members_affected=0,
            condition=condition,
        )
        for step in readings.steps
        for condition in step.failing
        if not _said(condition, step, snapshot)
    ]


def _said(condition: Condition, step: Step, snapshot: Snapshot) -> bool:
    """Whether another rule tells as critical what fails: not where data that are not known keep it from doing so."""
    match condition.code:
        case "required_sectors":
            return None not in snapshot.actors.sectors
        case "linker_of_sectors":
            bare = condition.evidence["sectors_without_linker"]
            designated = {linker.sector for linker in snapshot.linkers}
            return isinstance(bare, tuple) and designated.isdisjoint({*bare, None})
        case "deputy_manager":
            return any(one.evidence.get("leads") for one in step.conditions)
    return condition.code in SAID_BY


def _plain(value: Value) -> Value:
    """Evidence as it can be written: a day as text."""
    return value.isoformat() if isinstance(value, date) else value
