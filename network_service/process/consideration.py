"""The figures by which the report tells of a consideration; they are no gate."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.process.judging import Value


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, `None` where it is not known, and its cover; `consideration.figure.<code>` says what it is.

    `is_count` tells a number of things from a share.
    """

    code: str
    value: float | None
    cover: float = 1.0
    evidence: Mapping[str, Value] = field(default_factory=dict)
    is_count: bool = False

    @property
    def title(self) -> str:
        """Message code of what it is."""
        return f"consideration.figure.{self.code}"


@dataclass(frozen=True, slots=True)
class Consideration:
    """One of the six considerations of the source report, told by figures; words are those of the vocabulary."""

    code: str
    figures: tuple[Figure, ...]


def known_figure(code: str, value: float | None, cover: float, least: float, evidence: Mapping[str, Value]) -> Figure:
    """A figure that is not known where too little of its data is there."""
    return Figure(code, value if cover >= least else None, cover, evidence)
