"""A finding: something worth saying about structure, followed from run to run by its id."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from network_service.process.condition import Condition

Value: TypeAlias = "str | int | float | bool | date | tuple[str, ...] | None"


class Severity(StrEnum):
    """How pressing a finding is; the order here is the order shown."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: an actor, person, body, sector, or something else, by id (or code) and name.

    `kind` is `actor`, or another kind of record: `person`, `body`, `agreement`, `instrument`, `issue`, `area`,
    `population_group`, `sub_network`, `province_network`; or a kind of code: `sector`, `resource_kind`,
    `population_kind`, `condition` (of a building step). `name` is what is shown; of a code it is the code, which the
    reader's vocabulary turns into a word.
    """

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: subjects, evidence as numbers, how many members it affects.

    `members_affected` counts actors. `sentence` and `remedy` are message codes; their parameters are `parameters`,
    whose sector codes (names starting with `sector`) and lists are put into words by `wording.py`. A rule that has
    more than one thing to say of the same subjects (nothing recorded, too little recorded) names the `case`, which
    chooses the sentence but is no part of the id: a body that gets its first seats is still the same matter being
    followed. A `condition` that fails tells its own sentence and action, which become part of the finding's. Evidence
    holds no days but as text, so that it can be written as it is.
    """

    rule: str
    severity: Severity
    subjects: tuple[Subject, ...]
    evidence: Mapping[str, Value]
    parameters: Mapping[str, Value]
    members_affected: int
    case: str | None = None
    condition: Condition | None = None

    @property
    def id(self) -> str:
        """Stable id: rule and subjects, whatever the numbers are today."""
        told = "|".join((self.rule, *sorted(f"{subject.kind}:{subject.id}" for subject in self.subjects)))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def title(self) -> str:
        """Message code of the rule's title."""
        return f"finding.{self.rule}.title"

    @property
    def sentence(self) -> str:
        """Message code of the sentence."""
        return f"finding.{self.rule}.{self.case}" if self.case else f"finding.{self.rule}"

    @property
    def remedy(self) -> str:
        """Message code of what would close it."""
        return f"{self.sentence}.remedy"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by severity, members affected (most first), and id."""
    rank = {severity: place for place, severity in enumerate(Severity)}
    return tuple(sorted(findings, key=lambda found: (rank[found.severity], -found.members_affected, found.id)))
