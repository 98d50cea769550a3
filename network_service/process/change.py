"""Readiness of two days or revisions compared: steps, their conditions, and the success factors."""

from collections.abc import Sequence
from dataclasses import dataclass

from network_service.process.condition import Condition, Readiness, Step
from network_service.process.factor import Factor, Status
from network_service.process.judging import NEAR, State
from network_service.process.readiness import Readings


@dataclass(frozen=True, slots=True)
class ConditionMove:
    """A condition of a step before and after; it may be failed as before by another value."""

    before: Condition
    after: Condition

    @property
    def states(self) -> tuple[State, State]:
        """Whether it held, and whether it holds."""
        return self.before.state, self.after.state

    @property
    def moved(self) -> bool:
        """Whether it holds now and did not, or the other way, or became known or unknown."""
        return self.before.state is not self.after.state


@dataclass(frozen=True, slots=True)
class StepMove:
    """A building step before and after, with all its conditions."""

    before: Step
    after: Step
    conditions: tuple[ConditionMove, ...]

    @property
    def states(self) -> tuple[Readiness, Readiness]:
        """Where it stood and where it stands."""
        return self.before.state, self.after.state

    @property
    def moved(self) -> bool:
        """Whether the gate opened, shut, or became known or unknown."""
        return self.before.state is not self.after.state


@dataclass(frozen=True, slots=True)
class FactorMove:
    """A success factor before and after."""

    before: Factor
    after: Factor

    @property
    def states(self) -> tuple[Status, Status]:
        """How far it was met, and is."""
        return self.before.status, self.after.status

    @property
    def difference(self) -> float | None:
        """Score after less before; not known where either is not."""
        if self.before.score is None or self.after.score is None:
            return None
        return self.after.score - self.before.score

    @property
    def moved(self) -> bool:
        """Whether the status or the score differs."""
        return self.before.status is not self.after.status or abs(self.difference or 0.0) > NEAR


@dataclass(frozen=True, slots=True)
class ReadinessChange:
    """All steps and factors in their order, moved or not."""

    steps: tuple[StepMove, ...]
    factors: tuple[FactorMove, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no step, condition or factor moved."""
        steps = any(step.moved or any(one.moved for one in step.conditions) for step in self.steps)
        return not steps and not any(factor.moved for factor in self.factors)


def compare_readiness(before: Readings, after: Readings) -> ReadinessChange:
    """Each step, condition and factor beside itself; every reading has the same ones in the same order."""
    return ReadinessChange(
        tuple(
            StepMove(old, new, _conditions(old.conditions, new.conditions))
            for old, new in zip(before.steps, after.steps, strict=True)
        ),
        tuple(FactorMove(old, new) for old, new in zip(before.factors, after.factors, strict=True)),
    )


def _conditions(before: Sequence[Condition], after: Sequence[Condition]) -> tuple[ConditionMove, ...]:
    return tuple(ConditionMove(old, new) for old, new in zip(before, after, strict=True))
