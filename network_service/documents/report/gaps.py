"""Findings as the report tells them: number, sentence, remedy, evidence, and what closing would change."""

from dataclasses import dataclass

from network_service.documents.report.evidence import evidence_rows
from network_service.documents.report.telling import Telling
from network_service.findings.closing.wording import effect_sentence
from network_service.findings.finding import Finding
from network_service.findings.wording import remedy, sentence, severity_word, subject_word, title

FIRST = 3
"""How many findings the first page tells of."""


@dataclass(frozen=True, slots=True)
class GapRow:
    """A finding; `severity` is its code, `evidence` is what each piece is and its value.

    `affected` is empty where it affects no member, `change` where nobody can say what closing it would change.
    """

    number: int
    id: str
    severity: str
    word: str
    title: str
    sentence: str
    remedy: str
    affected: str
    about: str
    evidence: tuple[tuple[str, str], ...]
    change: str


def gap_rows(telling: Telling) -> tuple[GapRow, ...]:
    """All findings in their order, which is that of the numbers on the map."""
    changes = {effect.finding: effect_sentence(effect, telling.messages) for effect in telling.parts.effects}
    return tuple(
        _gap(number, one, changes.get(one.id, ""), telling) for number, one in enumerate(telling.parts.findings, 1)
    )


def _gap(number: int, finding: Finding, change: str, telling: Telling) -> GapRow:
    words = telling.messages
    names = [subject_word(finding, one, words) for one in finding.subjects]
    return GapRow(
        number,
        finding.id,
        finding.severity.value,
        severity_word(finding.severity, words),
        title(finding, words),
        sentence(finding, words),
        remedy(finding, words),
        telling.text("finding.members", count=finding.members_affected) if finding.members_affected else "",
        telling.listed(names),
        evidence_rows(finding, telling),
        change,
    )
