"""Rule: a condition of a building step that fails, and of which no other rule speaks."""

from collections.abc import Sequence
from datetime import date

from network_service.domain.vocabulary import terms
from network_service.findings.finding import Finding, Subject, Value
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.process.condition import Condition, Step
from network_service.process.readiness import Readings

SAID_BY: dict[str, tuple[str, str | None]] = {
    "required_sectors": ("sector_without_members", "sectors_missing"),
    "linker_of_sectors": ("sector_without_linker", "sectors_without_linker"),
    "linkers_act": ("linker_not_acting", "linkers_not_acting"),
    "sector_on_one_point": ("single_point_of_failure", "points"),
    "manager_reach": ("manager_reach_too_short", None),
    "deputy_manager": ("manager_without_deputy", None),
    "body_sectors": ("body_lacks_sector", "bodies_lacking"),
    "bodies_per_person": ("too_many_bodies", "people_over"),
}
"""The rule that tells what a condition lacks, subject by subject, and the condition's evidence that lists it all."""


def step_condition_fails(readings: Readings, told: Sequence[Finding], thresholds: Thresholds) -> list[Finding]:
    """One finding for each failing condition of the seven steps, in the condition's own words, with who must act.

    Critical, as a gate fails by it. `told` is what the other rules found: a condition is not said again where they tell
    as critical everything that it lacks. A linker who has not accepted, a missing deputy where there is no lead either,
    or a sector that is missing though the sector of some members is not known, is told here. Conditions of which nobody
    can say whether they hold are no findings. Affected: 0: whom it affects is for the condition's evidence.
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
        if not _said(condition, step, told)
    ]


def _said(condition: Condition, step: Step, told: Sequence[Finding]) -> bool:
    """Whether another rule says that the gate fails by everything that the condition lacks."""
    rule, listed = SAID_BY.get(condition.code, (None, None))
    subjects = {one.id for found in told if _fails_by(found, rule, step) for one in found.subjects}
    lacking = condition.evidence[listed] if listed else ()
    return bool(subjects) and isinstance(lacking, tuple) and subjects.issuperset(lacking)


def _fails_by(found: Finding, rule: str | None, step: Step) -> bool:
    return found.rule == rule and found.evidence.get("gate") == step.code


def _plain(value: Value) -> Value:
    """Evidence as it can be written: a day as text."""
    return value.isoformat() if isinstance(value, date) else value
