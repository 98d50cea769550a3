"""A success factor: its score from 0 to 1, made of parts, each with the share of its data that is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from network_service.process.condition import Responsible
from network_service.process.judging import NEAR, Value
from network_service.process.standards import Standards


class Status(StrEnum):
    """How far a factor is met; words are those of the vocabulary `factor_status`."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Part:
    """One input of a formula: its value from 0 to 1, and its cover, the share of the data it is made of that is there.

    `None` is not known, whatever the cover.
    """

    code: str
    value: float | None
    cover: float


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor with its score, or `None` where too little is known; never 0 for that."""

    code: str
    score: float | None
    status: Status
    cover: float
    parts: tuple[Part, ...]
    responsible: Responsible
    evidence: Mapping[str, Value] = field(default_factory=dict)
    parameters: Mapping[str, Value] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Message code of what was found, or of what is not known."""
        return f"factor.{self.code}.{'unknown' if self.status is Status.UNKNOWN else 'found'}"

    @property
    def action(self) -> str | None:
        """Message code of the next action: to raise the score, or to record what is not known."""
        if self.status is Status.MET:
            return None
        return f"factor.{self.code}.{'record' if self.status is Status.UNKNOWN else 'action'}"

    @property
    def told(self) -> dict[str, Value]:
        """All parameters of the sentences."""
        return {"score": self.score, "cover": self.cover, **self.parameters}


def scored(
    code: str,
    parts: Sequence[Part],
    weights: Sequence[float],
    standards: Standards,
    responsible: Responsible,
    evidence: Mapping[str, Value],
    parameters: Mapping[str, Value],
) -> Factor:
    """A factor as the weighted sum of its parts; not known while one is, or where the smallest cover is too small."""
    cover = min((part.cover if part.value is not None else 0.0 for part in parts), default=0.0)
    known = [part.value for part in parts if part.value is not None]
    score = None
    if len(known) == len(parts) and cover >= standards.data_cover - NEAR:
        score = min(max(sum(weight * value for weight, value in zip(weights, known, strict=True)), 0.0), 1.0)
    return Factor(code, score, status_of(score, standards), cover, tuple(parts), responsible, evidence, parameters)


def status_of(score: float | None, standards: Standards) -> Status:
    """How far a score meets a factor."""
    if score is None:
        return Status.UNKNOWN
    if score >= standards.factor_met - NEAR:
        return Status.MET
    return Status.PARTIAL if score >= standards.factor_partial - NEAR else Status.UNMET


def evenly(parts: Sequence[Part]) -> tuple[float, ...]:
    """Equal weights: the score is the mean of the parts."""
    return (1 / len(parts),) * len(parts)
