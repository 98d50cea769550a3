"""Two records that may be one: how near, what a person should do, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from network_service.messages import messages_in


class Verdict(StrEnum):
    """What is proposed: `likely` the same, or to be looked at (`review`). Nothing is ever merged by it."""

    LIKELY = "likely"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two records are proposed: the sentence `duplicate.CODE` and what it names."""

    code: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """The sentence in `th` or `en`."""
        return messages_in(language).text(f"duplicate.{self.code}", **self.parameters)

    @property
    def tells_apart(self) -> bool:
        """Whether it says why two near names are perhaps two things."""
        return self.code.startswith("other_")

    def turned(self) -> "Reason":
        """The reason with the two records in the other order."""
        if "other" not in self.parameters:
            return self
        one, other = self.parameters["one"], self.parameters["other"]
        return Reason(self.code, {**self.parameters, "one": other, "other": one})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ids in their order, a score from 0 to 100, the verdict and its reason."""

    one: str
    other: str
    score: int
    verdict: Verdict
    reason: Reason

    @property
    def weight(self) -> tuple[bool, int, str, str]:
        """What pairs are sorted by: the likely first, then the nearest, then ids."""
        return (self.verdict is not Verdict.LIKELY, -self.score, self.one, self.other)


def strongest(pairs: list[Pair]) -> list[Pair]:
    """Of several pairs of the same two records the one that says most, the likely first."""
    found: dict[tuple[str, str], Pair] = {}
    for pair in sorted(pairs, key=lambda pair: (pair.weight, pair.reason.code)):
        found.setdefault((pair.one, pair.other), pair)
    return sorted(found.values(), key=lambda pair: pair.weight)
