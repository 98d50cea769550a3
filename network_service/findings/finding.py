"""A finding: something worth saying about structure, followed from run to run by its id."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | tuple[str, ...] | None"


class Severity(StrEnum):
    """How pressing a finding is; the order here is the order shown."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: an actor, person, body, or sector, by id (or code) and name.

    `name` is what is shown; for a sector it is the code, which the reader's vocabulary turns into a word.
    """

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: subjects, evidence as numbers, how many members it affects.

    `members_affected` counts actors. `sentence` and `remedy` are message codes; their parameters are `parameters`, whose
    sector codes (names starting with `sector`) and lists are put into words by `wording.py`.
    """

    rule: str
    severity: Severity
    subjects: tuple[Subject, ...]
    evidence: Mapping[str, Value]
    parameters: Mapping[str, Value]
    members_affected: int

    @property
    def id(self) -> str:
        """Stable id: rule and subjects, whatever the numbers are today."""
        told = "|".join((self.rule, *sorted(f"{subject.kind}:{subject.id}" for subject in self.subjects)))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def sentence(self) -> str:
        """Message code of the sentence."""
        return f"finding.{self.rule}"

    @property
    def remedy(self) -> str:
        """Message code of what would close it."""
        return f"finding.{self.rule}.remedy"


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings by severity, members affected (most first), and id."""
    ranks = list(Severity)
    return tuple(sorted(findings, key=lambda found: (ranks.index(found.severity), -found.members_affected, found.id)))
