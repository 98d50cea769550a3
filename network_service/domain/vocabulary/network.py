"""The network's own parts: sub-networks, bodies and their seats, managers, and what members share."""

from enum import StrEnum


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


class MeetingCycle(StrEnum):
    """How often a body or community of practice means to meet."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    BIMONTHLY = "bimonthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    AS_NEEDED = "as_needed"


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
