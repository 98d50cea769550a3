"""Agreements between members, and the documents that give them and others force."""

from enum import StrEnum


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


class InstrumentKind(StrEnum):
    """Kinds of document that give a record its force."""

    ORDER = "order"
    CERTIFICATE = "certificate"
    MINUTES = "minutes"
