"""A condition of a building step, the step it belongs to, and who must act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from network_service.process.judging import State, Value


class Responsible(StrEnum):
    """Who must act so that a condition holds or a factor grows; `responsible.<code>` is the word for it."""

    NETWORK_MANAGER = "network_manager"
    GOVERNORS_OFFICE = "governors_office"
    SECTORS = "sectors"
    BODY_SECRETARIES = "body_secretaries"
    MEMBERS = "members"


class Readiness(StrEnum):
    """Where a building step stands; words are those of the vocabulary `readiness`."""

    READY = "ready"
    NOT_READY = "not_ready"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: the value found beside the standard, and whether it holds.

    `value` is `None` where it is not known. `evidence` holds numbers and ids; `parameters` what sentences name, with
    `value` and `threshold` added by `told`. Where it holds nobody must act.
    """

    code: str
    state: State
    value: float | None
    threshold: float
    responsible: Responsible
    evidence: Mapping[str, Value] = field(default_factory=dict)
    parameters: Mapping[str, Value] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Message code of what is asked for."""
        return f"condition.{self.code}"

    @property
    def sentence(self) -> str:
        """Message code of what was found, or of what is not known; the title says it where all is as asked for."""
        if self.state is State.TRUE and self.value == self.threshold:
            return self.title
        return f"condition.{self.code}.{'unknown' if self.state is State.UNKNOWN else 'found'}"

    @property
    def action(self) -> str | None:
        """Message code of the next action: to put right what fails, or to record what is not known."""
        if self.state is State.TRUE:
            return None
        return f"condition.{self.code}.{'record' if self.state is State.UNKNOWN else 'action'}"

    @property
    def told(self) -> dict[str, Value]:
        """All parameters of the sentences."""
        return {"value": self.value, "threshold": self.threshold, **self.parameters}


@dataclass(frozen=True, slots=True)
class Step:
    """A building step: ready when all its conditions hold, not ready when one fails, else not known."""

    code: str
    conditions: tuple[Condition, ...]

    @property
    def state(self) -> Readiness:
        """The gate."""
        states = {condition.state for condition in self.conditions}
        if State.FALSE in states:
            return Readiness.NOT_READY
        return Readiness.UNKNOWN if State.UNKNOWN in states else Readiness.READY

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that do not hold."""
        return tuple(condition for condition in self.conditions if condition.state is State.FALSE)

    @property
    def open(self) -> tuple[Condition, ...]:
        """The conditions of which nobody can say whether they hold."""
        return tuple(condition for condition in self.conditions if condition.state is State.UNKNOWN)
