"""Findings as the report tells them: number, sentence, remedy, evidence, and what closing would change."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from network_service.documents.report.telling import Telling
from network_service.findings.closing.wording import effect_sentence
from network_service.findings.finding import Finding, Value
from network_service.findings.wording import remedy, sentence, severity_word, subject_word, title
from network_service.process.condition import Responsible
from network_service.process.wording import responsible_word

FIRST = 3
"""How many findings the first page tells of."""
_LISTED = 3  # of evidence: `findings.json` has all of it
_CODED = {"gate": "building_step", "factors": "success_factor"}  # vocabulary by how the name of evidence begins
_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # of a record; those without a name are counted
_RESPONSIBLE, _PAIRS = "responsible", "pairs"


@dataclass(frozen=True, slots=True)
class GapRow:
    """A finding; `severity` is its code, `evidence` names and values as the data have them.

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
        _evidence(finding.evidence, telling),
        change,
    )


def _evidence(evidence: Mapping[str, Value], telling: Telling) -> tuple[tuple[str, str], ...]:
    """Evidence under the names the data give it, so that it can be looked up; ids and codes become words."""
    return tuple((name, _value(name, value, telling)) for name, value in evidence.items() if value not in (None, ()))


def _value(name: str, value: Value, telling: Telling) -> str:
    if isinstance(value, tuple):
        named = [one for one in value if telling.has_name(one) or not _ID.fullmatch(one)]
        shown = ", ".join(_told(name, one, telling) for one in named[:_LISTED])
        more = len(value) - min(len(named), _LISTED)
        return f"{shown}, +{more:,}" if shown and more else shown or f"{len(value):,}"
    if isinstance(value, str):
        return _told(name, value, telling)
    return f"{value:.4g}" if isinstance(value, float) else str(value).lower()


def _told(name: str, value: str, telling: Telling) -> str:
    """A code in words, a record by its name, two records as a pair."""
    if name == _RESPONSIBLE:
        return responsible_word(Responsible(value), telling.messages)
    vocabulary = next((_CODED[begin] for begin in _CODED if name.startswith(begin)), None)
    if vocabulary is not None:
        return telling.word(vocabulary, value)
    return " – ".join(map(telling.name, value.split())) if name == _PAIRS else telling.name(value)
