"""Who may see which field of which kind of record: the field classes of the Official Information Act, as data.

A field is seen by whoever may see both its class and its record (`Record.seen_by`, never below the floor of its kind).
Every field of every kind stands here; one that does not is seen by nobody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any, get_args, get_type_hints

from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.merged import Merged
from network_service.domain.record import Record
from network_service.domain.references import reference_fields
from network_service.domain.vocabulary import Coded, Visibility

ORDER = (Visibility.PUBLIC, Visibility.MEMBER, Visibility.OFFICER, Visibility.RESTRICTED)
"""The classes, from what everybody may see to what is told in aggregates only."""

_PUBLIC, _MEMBER, _OFFICER, _RESTRICTED = ORDER
_Declared = Mapping[Visibility, str]

# What an office writes about its own records is no part of what is published; a source may cite a letter to a person.
_OF_EVERY_KIND: _Declared = {
    _PUBLIC: "id province kind valid_from valid_to confidence",
    _MEMBER: "source_instrument",
    _OFFICER: "source_key recorded_by visibility note",
}
_OF_A_TIE = "source target"
_OF_AN_ACTOR: _Declared = {
    _PUBLIC: "name name_english aliases sector area_level district activity_field cso_form mission_type provider_type "
    "source_type juristic_id",
    _MEMBER: "last_verified_on",
    _OFFICER: "verifier",
}
_OF_WORK = "name status initiator_sector objective"
_RESOURCE: _Declared = {_MEMBER: f"{_OF_A_TIE} resource_kind amount"}

_BY_KIND: Mapping[str, _Declared] = {
    "person": {_MEMBER: "titles given_name family_name nickname last_verified_on", _OFFICER: "verifier"},
    "group": _OF_AN_ACTOR,
    "organization": {**_OF_AN_ACTOR, _PUBLIC: f"{_OF_AN_ACTOR[_PUBLIC]} parent"},
    "post": {_PUBLIC: "name organization"},
    "province_network": {_PUBLIC: "name purpose meeting_cycle synthetic"},
    "sub_network": {_PUBLIC: "name sub_network_kind purpose meeting_cycle"},
    "body": {_PUBLIC: "name body_kind order_number purpose meeting_cycle"},
    "community_of_practice": {_PUBLIC: "name purpose meeting_cycle lesson_published_on"},
    "meeting": {_PUBLIC: "body held_on name attendance minutes"},
    "agreement": {
        _PUBLIC: "name agreement_kind objective signed_on stage indicators resource_kinds budget_baht partnership_body",
        _MEMBER: "monitoring annex_written_jointly consultation_record service_standard costing evaluation_side "
        "evaluation_timing evaluators_of_all_sides accountability",
    },
    "agreement_stage": {_PUBLIC: "agreement stage", _MEMBER: "due_on done_on"},
    "instrument": {_PUBLIC: "name instrument_kind number year signed_on", _MEMBER: "signed_by file_sha256"},
    "issue": {_PUBLIC: f"{_OF_WORK} decided_on stakeholder_sectors", _MEMBER: "obstacles"},
    "plan": {_PUBLIC: f"{_OF_WORK} plan_kind fiscal_year decided_on"},
    "service": {
        _PUBLIC: f"{_OF_WORK} service_nature activity_field provider_type funding_mode",
        _OFFICER: "fit_mission fit_participation_level fit_public_capacity",  # scores before a decision
    },
    "activity": {
        _PUBLIC: f"{_OF_WORK} held_on ended_on participants iap2_level promise promise_kept iap2_techniques "
        "ladder_rung interaction_form public_role participation_form coproduction_stage coproduction_activities "
        "sustainable_stages area_mode tools origin mediation formality engagement_scope engagement_points "
        "feedback_published_on",
    },
    "task": {_PUBLIC: f"{_OF_WORK} resource_kind activity_field area due_on"},
    "area": {_PUBLIC: "name area_level area_code latitude longitude"},
    "population_group": {_PUBLIC: "name population_kind area persons counted_on"},
    "assessment_round": {_PUBLIC: "name fiscal_year phase"},
    "rating": {
        _RESTRICTED: "rating_kind subject rater_sector target_sector survey_round surveyed_on asked raters mean"
    },
    "merged": {_PUBLIC: "name was into"},
    "belongs_to": {_PUBLIC: _OF_A_TIE},
    "holds_post": {_PUBLIC: _OF_A_TIE},
    "represents": {_PUBLIC: _OF_A_TIE},
    "member_of": {_PUBLIC: f"{_OF_A_TIE} status certified_by"},
    "appointed_to": {_PUBLIC: f"{_OF_A_TIE} role order_number clause"},
    "links": {_PUBLIC: f"{_OF_A_TIE} to_sectors accepted_on"},
    "manages": {_PUBLIC: f"{_OF_A_TIE} role sector"},
    "collaborates_with": {
        _PUBLIC: _OF_A_TIE,
        _MEMBER: "formal mutual source_type topics frequency weight",
    },
    "shares_resource": _RESOURCE,
    "offers_resource": _RESOURCE,
    "needs_resource": _RESOURCE,
    "party_to": {_PUBLIC: f"{_OF_A_TIE} role", _MEMBER: "duties"},
    "works_on": {_PUBLIC: _OF_A_TIE},
    "responsible_for": {_PUBLIC: f"{_OF_A_TIE} responsibility"},
    "participated_in": {_PUBLIC: _OF_A_TIE},
    "serves": {_PUBLIC: _OF_A_TIE},
    "operates_in": {_PUBLIC: _OF_A_TIE},
    "covers": {_PUBLIC: _OF_A_TIE},
    "concerns": {_PUBLIC: f"{_OF_A_TIE} population_groups_present"},
    "stakeholder_of": {_PUBLIC: _OF_A_TIE},
    "supersedes": {_PUBLIC: _OF_A_TIE},
    "assessed_in": {_PUBLIC: f"{_OF_A_TIE} award", _OFFICER: "phase criterion score scored_by evidence"},
    "candidate_for": {_OFFICER: f"{_OF_A_TIE} criterion score"},
}

_FLOORS: Mapping[str, Visibility] = {"person": _MEMBER, "rating": _RESTRICTED}
"""Classes that a record of a kind never goes below, whatever it says itself: in public, persons appear by their posts,
and a rating is told in aggregates only."""

_IDENTIFYING = frozenset({"latitude", "longitude"})
"""Numbers that tell which node it is as well as its name does."""


class Nature(StrEnum):
    """What a field holds: what is told of it where nobody may be recognised depends on that alone."""

    OWN_ID = auto()
    REFERENCE = auto()
    CODE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class FieldClass:
    """Who may see a field, and what it holds: an id, ids of others, a code, number, day or truth value, or a text."""

    seen_by: Visibility
    nature: Nature


@cache
def field_classes(kind: str) -> Mapping[str, FieldClass]:
    """The class of each declared field of a kind of record."""
    hints = get_type_hints(RECORD_TYPES[kind], include_extras=True)
    references = reference_fields(RECORD_TYPES[kind])
    return {
        name: FieldClass(seen_by, _nature(name, hints[name], references))
        for declared in (_OF_EVERY_KIND, _BY_KIND[kind])
        for seen_by, names in declared.items()
        for name in names.split()
    }


def class_of(record: Record) -> Visibility:
    """Who may see a record: its own setting or its kind's, and never below the floor of its kind or of what it was."""
    was = record.was if isinstance(record, Merged) else record.kind
    return higher(record.seen_by(), _FLOORS.get(record.kind, _PUBLIC), _FLOORS.get(was, _PUBLIC))


def higher(*classes: Visibility) -> Visibility:
    """The class of those that fewest may see."""
    return max(classes, key=ORDER.index)


def reaches(level: Visibility, wanted: Visibility) -> bool:
    """Whether who may see one class may see another."""
    return ORDER.index(wanted) <= ORDER.index(level)


def _nature(name: str, hint: Any, references: tuple[str, ...]) -> Nature:
    if name == "id":
        return Nature.OWN_ID
    if name in references:
        return Nature.REFERENCE
    # What is not known to be a closed set of values counts as a text: a text may say anything.
    closed = name in ("province", "kind") or (name not in _IDENTIFYING and all(map(_is_closed, _leaves(hint))))
    return Nature.CODE if closed else Nature.TEXT


def _leaves(hint: Any) -> Iterator[Any]:
    """The innermost types of a hint, each with its marks where it has any."""
    if hasattr(hint, "__metadata__"):
        if any(isinstance(mark, Coded) for mark in hint.__metadata__):
            yield Coded
        else:
            yield from _leaves(hint.__origin__)
    elif parts := [part for part in get_args(hint) if part is not Ellipsis]:
        for part in parts:
            yield from _leaves(part)
    else:
        yield hint


def _is_closed(leaf: Any) -> bool:
    return leaf in (Coded, bool, int, float, date, type(None)) or (isinstance(leaf, type) and issubclass(leaf, Enum))
