"""Rows that the networks made by hand take besides those of `tests.process.hand`, and what a rule finds in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from network_service.findings.finding import Finding
from network_service.findings.thresholds import Thresholds
from network_service.findings.wording import remedy, sentence, title
from network_service.messages import messages_in
from network_service.process.situation import Situation
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.surroundings import AreaAffairs, PopulationAffairs
from network_service.snapshot.affairs.terms import Term
from network_service.snapshot.model import Snapshot
from tests.process.hand import TODAY

Rule = Callable[[Snapshot, Affairs, Thresholds], list[Finding]]


def found(rule: Rule, situation: Situation, **numbers: Any) -> list[Finding]:
    """What a rule finds, by the default numbers but for those given."""
    return rule(situation.snapshot, situation.affairs, replace(Thresholds(), **numbers))


def in_days(days: int) -> date:
    """The first day on which something no longer holds that has so many days left, today included."""
    return TODAY + timedelta(days=days)


def days_ago(days: int) -> date:
    """A day in the past."""
    return TODAY - timedelta(days=days)


def area(one: str, level: str | None = "district", code: str | None = None) -> AreaAffairs:
    """An area."""
    return AreaAffairs(one, f"พื้นที่ {one}", level, code)


def population(one: str, kind: str | None = "farmers") -> PopulationAffairs:
    """A group of the population."""
    return PopulationAffairs(one, f"กลุ่ม {one}", kind, None)


def term(kind: str, holder: str, of: str, ends_on: date | None, role: str | None = None) -> Term:
    """A seat, a designation or an office, and when it ends."""
    return Term(kind, holder, of, role, None, ends_on)


def told(finding: Finding, language: str) -> str:
    """Title, sentence and remedy of a finding."""
    words = messages_in(language)
    return "\n".join((title(finding, words), sentence(finding, words), remedy(finding, words)))
