"""Actors: their sectors, levels and reach, and where a member stands."""

from enum import StrEnum


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
