"""Every kind of record in one table, and the way from plain data to a typed record."""

from collections.abc import Mapping

from network_service.domain.nodes import Agreement, Body, Group, Organization, Person, Post, ProvinceNetwork, SubNetwork
from network_service.domain.record import Record
from network_service.domain.ties import (
    AppointedTo,
    BelongsTo,
    CollaboratesWith,
    HoldsPost,
    Links,
    Manages,
    MemberOf,
    PartyTo,
    Represents,
    SharesResource,
)

NODE_TYPES: dict[str, type[Record]] = {
    "person": Person,
    "group": Group,
    "organization": Organization,
    "post": Post,
    "province_network": ProvinceNetwork,
    "sub_network": SubNetwork,
    "body": Body,
    "agreement": Agreement,
}
"""Record types of nodes by kind."""

TIE_TYPES: dict[str, type[Record]] = {
    "belongs_to": BelongsTo,
    "holds_post": HoldsPost,
    "represents": Represents,
    "member_of": MemberOf,
    "appointed_to": AppointedTo,
    "links": Links,
    "manages": Manages,
    "collaborates_with": CollaboratesWith,
    "shares_resource": SharesResource,
    "party_to": PartyTo,
}
"""Record types of ties by kind."""

RECORD_TYPES = NODE_TYPES | TIE_TYPES
"""Record types of all kinds."""


def record_from(data: Mapping[str, object]) -> Record:
    """The typed record of plain data with a `kind`; `KeyError` for an unknown kind, pydantic's error for bad fields."""
    return RECORD_TYPES[str(data["kind"])].model_validate(data)
