"""The closed sets of the domain as enums, and all words in Thai and English from the data file."""

from network_service.domain.vocabulary.actors import (
    ACTIVE_STATUSES,
    STATUS_MAY_FOLLOW,
    ActorLevel,
    AreaLevel,
    MembershipStatus,
    Sector,
)
from network_service.domain.vocabulary.agreements import AgreementKind, InstrumentKind, PartyRole
from network_service.domain.vocabulary.assessment import AssessmentPhase, RatingKind
from network_service.domain.vocabulary.network import (
    BodyKind,
    BodyRole,
    ManagerRole,
    MeetingCycle,
    ResourceKind,
    SeatKind,
    SubNetworkKind,
)
from network_service.domain.vocabulary.participation import Iap2Level, Origin
from network_service.domain.vocabulary.records import Confidence, Layer, Visibility
from network_service.domain.vocabulary.terms import Coded, Term, codes_by_word, label, terms, vocabularies
from network_service.domain.vocabulary.work import Responsibility, WorkStatus

__all__ = [
    "ACTIVE_STATUSES",
    "STATUS_MAY_FOLLOW",
    "ActorLevel",
    "AgreementKind",
    "AreaLevel",
    "AssessmentPhase",
    "BodyKind",
    "BodyRole",
    "Coded",
    "Confidence",
    "Iap2Level",
    "InstrumentKind",
    "Layer",
    "ManagerRole",
    "MeetingCycle",
    "MembershipStatus",
    "Origin",
    "PartyRole",
    "RatingKind",
    "ResourceKind",
    "Responsibility",
    "SeatKind",
    "Sector",
    "SubNetworkKind",
    "Term",
    "Visibility",
    "WorkStatus",
    "codes_by_word",
    "label",
    "terms",
    "vocabularies",
]
