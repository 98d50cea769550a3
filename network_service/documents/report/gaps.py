"""Findings as the report tells them: number, sentence, remedy, evidence, and what closing would change."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.documents.report.telling import LISTED, Telling
from network_service.findings.closing.wording import effect_sentence
from network_service.findings.finding import Finding, Value
from network_service.findings.wording import remedy, sentence, severity_word, title

FIRST = 3
"""How many findings the first page tells of."""
_STEP = "gate"  # the evidence that names the building step which fails


@dataclass(frozen=True, slots=True)
class GapRow:
    """A finding; `severity` is its code, `evidence` names and values as the data have them.

    `effect` is what closing it would change, empty where that is not known.
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
    effect: str


def gap_rows(telling: Telling) -> tuple[GapRow, ...]:
    """All findings in their order, which is that of the numbers on the map."""
    return tuple(_gap(number, one, telling) for number, one in enumerate(telling.parts.findings, 1))


def _gap(number: int, finding: Finding, telling: Telling) -> GapRow:
    words, effect = telling.messages, telling.parts.effects.get(finding.id)
    names = [telling.name(one.id) if one.kind == "sector" else one.name for one in finding.subjects]
    return GapRow(
        number,
        finding.id,
        finding.severity.value,
        severity_word(finding.severity, words),
        title(finding, words),
        sentence(finding, words),
        remedy(finding, words),
        telling.text("finding.members", count=finding.members_affected),
        telling.listed(names),
        _evidence(finding.evidence, telling),
        effect_sentence(effect, words) if effect else "",
    )


def _evidence(evidence: Mapping[str, Value], telling: Telling) -> tuple[tuple[str, str], ...]:
    """Evidence under the names the data give it, so that it can be looked up; ids become names."""
    return tuple((name, _value(name, value, telling)) for name, value in evidence.items() if value not in (None, ()))


def _value(name: str, value: Value, telling: Telling) -> str:
    if name == _STEP and isinstance(value, str):
        return telling.word("building_step", value)
    if isinstance(value, tuple):
        shown = ", ".join(telling.name(one) for one in value[:LISTED])
        return shown if len(value) <= LISTED else f"{shown}, +{len(value) - LISTED}"
    if isinstance(value, str):
        return telling.name(value)
    return f"{value:.4g}" if isinstance(value, float) else str(value).lower()
