"""Evidence of a finding in words: what each figure counts and, of codes, days and records, what they are called."""

import re
from datetime import date

from network_service.documents.report.parts import Form
from network_service.documents.report.telling import Telling
from network_service.domain.thai.dates import format_date
from network_service.domain.vocabulary import Sector, label
from network_service.findings.finding import Finding, Value
from network_service.messages import Messages
from network_service.process.factor import Status

SAID = frozenset({"value", "threshold", "responsible", "gate"})
"""Evidence of a condition that its sentence and remedy say already, each figure in the unit of its own."""
_OF_SECTORS = ("members", "stale")  # begin the names of figures that end in the code of a sector
_LISTED = 3  # of a list: `findings.json` has all of it
_PAIRS, _LAST_DAY = "pairs", "last_day"
_SHARES = frozenset(
    {
        *("share", "most_share", "share_of_members", "reach", "least_reach", "cover"),
        *("sector_known_share", "person_known_share"),
    }
)
_VOCABULARY = {
    **{f"factors_{status.value}": "success_factor" for status in Status},
    "gate": "building_step",
    "kind": "sub_network_kind",
    "role": "manager_role",
    "levels_missing": "actor_level",
    "body_kinds_missing": "body_kind",
}
_ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")  # of a record; those without a name are counted
_THOUSAND = 1000  # from here on decimals say nothing, and `g` would write powers of ten


def evidence_rows(finding: Finding, telling: Telling) -> tuple[tuple[str, str], ...]:
    """What each piece of evidence is and its value, in the order of the data, without what is empty or not known."""
    said = SAID if finding.condition is not None else frozenset()
    return tuple(
        (evidence_word(name, telling.messages), _value(name, value, telling))
        for name, value in finding.evidence.items()
        if name not in said and value not in (None, ())
    )


def evidence_word(name: str, messages: Messages) -> str:
    """What a piece of evidence is, by the name that the data give it."""
    begin, _, sector = name.partition("_")
    if begin in _OF_SECTORS and sector in frozenset(Sector):
        return messages.text(f"evidence.{begin}_of", sector=label("sector", sector, messages.language))
    return messages.text(f"evidence.{name}")


def _value(name: str, value: Value, telling: Telling) -> str:
    if isinstance(value, tuple):
        named = [one for one in value if telling.has_name(one) or not _ID.fullmatch(one)]
        return telling.first_of([_told(name, one, telling) for one in named], len(value), _LISTED)
    if isinstance(value, bool):
        return telling.text("evidence.yes" if value else "evidence.no")
    if isinstance(value, str):
        return _told(name, value, telling)
    if isinstance(value, int | float) and name in _SHARES:
        return telling.figure(value, Form.SHARE)
    return f"{value:.4g}" if isinstance(value, float) and abs(value) < _THOUSAND else f"{value:,.0f}"


def _told(name: str, value: str, telling: Telling) -> str:
    """A code in words, a day as it is written, a record by its name, two records as a pair."""
    if name in _VOCABULARY:
        return telling.word(_VOCABULARY[name], value)
    if name == _LAST_DAY:
        return format_date(date.fromisoformat(value), telling.messages.language)
    return " – ".join(map(telling.name, value.split())) if name == _PAIRS else telling.name(value)
