"""The closed sets of the domain as enums, and their words in Thai and English from the data file."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from network_service.domain.thai.text import match_form


class Sector(StrEnum):
    """Sector of an actor (source report 3.4.1, 3.4.7(1))."""

    STATE = "state"
    CIVIL_SOCIETY = "civil_society"
    COMMUNITY = "community"
    BUSINESS = "business"
    ACADEMIC = "academic"
    CITIZEN = "citizen"
    POLITICAL = "political"
    OTHER_STAKEHOLDER = "other_stakeholder"


class ActorLevel(StrEnum):
    """The three levels of actors (source report 3.4.1)."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"


class AreaLevel(StrEnum):
    """The reach of an actor, from the whole country to one village."""

    NATIONAL = "national"
    PROVINCE = "province"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    VILLAGE = "village"


class MembershipStatus(StrEnum):
    """Where a member stands, from invitation to certification and end."""

    INVITED = "invited"
    SELF_DECLARED = "self_declared"
    CERTIFIED = "certified"
    SUSPENDED = "suspended"
    ENDED = "ended"


ACTIVE_STATUSES = frozenset({MembershipStatus.SELF_DECLARED, MembershipStatus.CERTIFIED})
"""Statuses that count as an active member; certification is measured on its own."""


class SubNetworkKind(StrEnum):
    """The four sub-networks (source report 3.4.5)."""

    SERVICE_DELIVERY = "service_delivery"
    AREA_DATA = "area_data"
    ISSUE_MANAGEMENT = "issue_management"
    COMMUNITY_CAPACITY = "community_capacity"


class BodyKind(StrEnum):
    """The five bodies (source report 3.4.7(5)); no rank among them is given there, and none here."""

    STRATEGIC_PARTNER_WG = "strategic_partner_wg"
    EXECUTIVE_COMMITTEE = "executive_committee"
    STEERING_COMMITTEE = "steering_committee"
    MONITORING_COMMITTEE = "monitoring_committee"
    PROVINCIAL_SUPPORT_WG = "provincial_support_wg"


class BodyRole(StrEnum):
    """Role of a seat on a body."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SECRETARY = "secretary"
    ASSISTANT_SECRETARY = "assistant_secretary"
    ADVISER = "adviser"


class SeatKind(StrEnum):
    """Who holds a seat: a named person, whoever holds a post, or an organisation by a representative."""

    PERSON = "person"
    EX_OFFICIO = "ex_officio"
    REPRESENTATIVE = "representative"


class ManagerRole(StrEnum):
    """Role of a network manager."""

    LEAD = "lead"
    DEPUTY = "deputy"
    CO_ORDINATOR = "co_ordinator"


class ResourceKind(StrEnum):
    """The nine resources that members share (source report 3.4.2)."""

    BUDGET = "budget"
    AUTHORITY = "authority"
    PERSONNEL = "personnel"
    PLACE = "place"
    TECHNOLOGY = "technology"
    KNOWLEDGE = "knowledge"
    LOCAL_WISDOM = "local_wisdom"
    SOCIAL_CAPITAL = "social_capital"
    POLITICAL_CAPITAL = "political_capital"


class AgreementKind(StrEnum):
    """Kinds of agreement between members (source report 3.3.1, 3.4.3)."""

    MOU = "mou"
    PUBLIC_ACTION_CONTRACT = "public_action_contract"
    GRANT = "grant"
    PERFORMANCE_CONTRACT = "performance_contract"
    COMMISSIONING = "commissioning"


class PartyRole(StrEnum):
    """Role of a party to an agreement."""

    LEAD = "lead"
    PARTNER = "partner"
    FUNDER = "funder"
    PROVIDER = "provider"
    WITNESS = "witness"


class Confidence(StrEnum):
    """How well a record is founded."""

    REPORTED = "reported"
    CONFIRMED = "confirmed"
    DOCUMENTED = "documented"


class Visibility(StrEnum):
    """Who may see a record or tie, from everybody to aggregates only."""

    PUBLIC = "public"
    MEMBER = "member"
    OFFICER = "officer"
    RESTRICTED = "restricted"


class Layer(StrEnum):
    """Layers of ties between actors; co-seats on bodies are never one of them."""

    COLLABORATION = "collaboration"
    RESOURCE = "resource"
    AGREEMENT = "agreement"
    LARGE_AGREEMENT = "large_agreement"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary: its code and how it is written in Thai and English."""

    code: str
    thai: str
    english: str
    source: str
    confirmed: bool

    def in_language(self, language: str) -> str:
        """The word in `th` or `en`."""
        return self.thai if language == "th" else self.english


@cache
def terms(vocabulary: str) -> dict[str, Term]:
    """The terms of a vocabulary by code, in the order of the data file; `KeyError` if there is none of that name."""
    return _all_terms()[vocabulary]


@cache
def vocabularies() -> tuple[str, ...]:
    """The names of all vocabularies."""
    return tuple(_all_terms())


def label(vocabulary: str, code: str, language: str) -> str:
    """The word of a code on screen, in `th` or `en`."""
    return terms(vocabulary)[code].in_language(language)


@cache
def codes_by_word(vocabulary: str) -> dict[str, str]:
    """Codes by what people may type: code, Thai or English word, in matching form."""
    return {
        match_form(word): term.code
        for term in terms(vocabulary).values()
        for word in (term.code, term.thai, term.english)
    }


@cache
def _all_terms() -> dict[str, dict[str, Term]]:
    found: dict[str, dict[str, Term]] = {}
    text = files(__package__).joinpath("data", "vocabulary.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        term = Term(row["code"], row["thai"], row["english"], row["source"], row["confirmed"] == "yes")
        found.setdefault(row["set"], {})[term.code] = term
    return found
