"""The ties of a province's network, and which nodes each may join."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from network_service.domain.record import Text, Tie
from network_service.domain.vocabulary import (
    BodyRole,
    ManagerRole,
    MembershipStatus,
    PartyRole,
    ResourceKind,
    SeatKind,
    Sector,
    Visibility,
)

ACTORS = frozenset({"person", "group", "organization"})
GROUPS = frozenset({"group", "organization"})


class BelongsTo(Tie):
    """A person belongs to a group or organisation."""

    kind: Literal["belongs_to"] = "belongs_to"


class HoldsPost(Tie):
    """A person holds a post."""

    kind: Literal["holds_post"] = "holds_post"


class Represents(Tie):
    """A person speaks for a group or organisation; one person may represent several."""

    kind: Literal["represents"] = "represents"


class MemberOf(Tie):
    """An actor is a member of the province network or of a sub-network."""

    kind: Literal["member_of"] = "member_of"
    status: MembershipStatus = MembershipStatus.SELF_DECLARED


class AppointedTo(Tie):
    """A seat on a body, held by a named person, by whoever holds a post, or by an organisation's representative."""

    kind: Literal["appointed_to"] = "appointed_to"
    role: BodyRole = BodyRole.MEMBER
    order_number: Text | None = None
    clause: Text | None = None


class Links(Tie):
    """An actor is designated to link its own group or organisation to other sectors."""

    kind: Literal["links"] = "links"
    to_sectors: tuple[Sector, ...] = ()
    accepted_on: date | None = None


class Manages(Tie):
    """A person manages the province network or a sub-network."""

    kind: Literal["manages"] = "manages"
    role: ManagerRole = ManagerRole.LEAD
    sector: Sector | None = None


class CollaboratesWith(Tie):
    """Layer L1: an actor declares that it works with another; directed as declared."""

    default_visibility: ClassVar[Visibility] = Visibility.MEMBER

    kind: Literal["collaborates_with"] = "collaborates_with"
    frequency: Annotated[int, Field(ge=1, le=5)] | None = None
    topics: tuple[Text, ...] = ()
    formal: bool | None = None


class SharesResource(Tie):
    """Layer L2: an actor lets another, or the whole network, use a resource."""

    default_visibility: ClassVar[Visibility] = Visibility.MEMBER

    kind: Literal["shares_resource"] = "shares_resource"
    resource_kind: ResourceKind
    amount: Text | None = None


class PartyTo(Tie):
    """Layer L3: an actor is party to an agreement; co-parties are tied by it."""

    kind: Literal["party_to"] = "party_to"
    role: PartyRole = PartyRole.PARTNER


TIE_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "belongs_to": (frozenset({"person"}), GROUPS),
    "holds_post": (frozenset({"person"}), frozenset({"post"})),
    "represents": (frozenset({"person"}), GROUPS),
    "member_of": (ACTORS, frozenset({"province_network", "sub_network"})),
    "appointed_to": (frozenset({"person", "post", "organization", "group"}), frozenset({"body"})),
    "links": (ACTORS, GROUPS),
    "manages": (frozenset({"person"}), frozenset({"province_network", "sub_network"})),
    "collaborates_with": (ACTORS, ACTORS),
    "shares_resource": (ACTORS, ACTORS | {"province_network"}),
    "party_to": (ACTORS, frozenset({"agreement"})),
}
"""Kinds of node each kind of tie may join: (sources, targets)."""


def seat_kind(holder_kind: str) -> SeatKind:
    """What kind of seat a node of a kind holds; the three are never mixed."""
    if holder_kind == "person":
        return SeatKind.PERSON
    return SeatKind.EX_OFFICIO if holder_kind == "post" else SeatKind.REPRESENTATIVE
