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

STATUS_MAY_FOLLOW: dict[MembershipStatus, frozenset[MembershipStatus]] = {
    MembershipStatus.INVITED: frozenset(MembershipStatus) - {MembershipStatus.SUSPENDED},
    MembershipStatus.SELF_DECLARED: frozenset(MembershipStatus) - {MembershipStatus.INVITED},
    MembershipStatus.CERTIFIED: frozenset(
        {MembershipStatus.CERTIFIED, MembershipStatus.SUSPENDED, MembershipStatus.ENDED}
    ),
    MembershipStatus.SUSPENDED: frozenset(MembershipStatus) - {MembershipStatus.INVITED},
    MembershipStatus.ENDED: frozenset(MembershipStatus) - {MembershipStatus.SUSPENDED},
}
"""Which status may follow another without a break: onward from invitation to certification, or out, never back.

A suspension may end in the status before it; who has ended may be invited again.
"""
