"""What makes two records one: the fields that identify a node without a name, and that tell parallel ties apart."""

import re
from collections.abc import Callable

from network_service.domain.thai.dates import ERA_OFFSET
from network_service.domain.thai.digits import to_arabic

NODE_KEYS: dict[str, tuple[str, ...]] = {
    "area": ("area_code",),
    "instrument": ("instrument_kind", "number", "year"),
    "meeting": ("body", "held_on"),
    "agreement_stage": ("agreement", "stage"),
    "rating": ("rating_kind", "subject", "rater_sector", "target_sector", "survey_round"),
}
"""Fields by which nodes of a kind are told apart; nodes of other kinds go by their name."""

KEYED_BY_OTHERS = frozenset({"meeting", "agreement_stage", "rating"})
"""Kinds whose key names other records, so that those must be known first; nothing names these in turn."""

TIE_APART: dict[str, tuple[str, ...]] = {
    "appointed_to": ("role",),
    "shares_resource": ("resource_kind",),
    "offers_resource": ("resource_kind",),
    "needs_resource": ("resource_kind",),
    "party_to": ("role",),
    "responsible_for": ("responsibility",),
    "assessed_in": ("phase", "criterion"),
    "candidate_for": ("criterion",),
}
"""Fields that tell parallel ties of a kind apart."""

_STROKE = re.compile(r"\s*/\s*")


def node_key(kind: str, value: Callable[[str], object]) -> tuple[str, ...] | None:
    """The parts that identify a node of a kind, of the values of its fields; `None` where it goes by its name.

    An unknown part is empty; an area without a code and an instrument without a whole number go by their names.
    """
    if kind == "instrument":
        number, year = value("number"), value("year")
        cited = citation(str(number or ""), year if isinstance(year, int) else None)
        return (str(value("instrument_kind") or ""), cited) if cited else None
    if kind not in NODE_KEYS or (kind == "area" and value("area_code") is None):
        return None
    return tuple(str(value(name) or "") for name in NODE_KEYS[kind])


def citation(number: str, year: int | None) -> str | None:
    """Number and Buddhist year as papers cite an order, such as 12/2569; `None` where either is missing.

    `year` is of the common era; officials often write both into the number, some with spaces beside the stroke.
    """
    number = _STROKE.sub("/", to_arabic(number).strip())
    if "/" in number:
        return number
    return f"{number}/{year + ERA_OFFSET}" if number and year else None
