"""What every record and tie carries: how well it is founded, who may see it, in which layer it counts."""

from enum import StrEnum


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
