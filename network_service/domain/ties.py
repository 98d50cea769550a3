"""The ties of a province's network, and which nodes each may join."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from network_service.domain.record import Day, Figure, RecordId, Text, Tie
from network_service.domain.vocabulary import (
    AssessmentPhase,
    BodyRole,
    Coded,
    ManagerRole,
    MembershipStatus,
    PartyRole,
    ResourceKind,
    Responsibility,
    SeatKind,
    Sector,
    Visibility,
)

ACTORS = frozenset({"person", "group", "organization"})
GROUPS = frozenset({"group", "organization"})
NETWORKS = frozenset({"province_network", "sub_network"})
WORK = frozenset({"issue", "plan", "service"})
NOT_YET_CERTIFIED = frozenset({MembershipStatus.INVITED, MembershipStatus.SELF_DECLARED})


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
    """An actor is a member of the province network, a sub-network or a community of practice.

    `certified_by` is the instrument that certified it.
    """

    kind: Literal["member_of"] = "member_of"
    status: MembershipStatus = MembershipStatus.SELF_DECLARED
    certified_by: RecordId | None = None

    @model_validator(mode="after")
    def _certified_by_only_once_certified(self) -> Self:
        if self.certified_by is not None and self.status in NOT_YET_CERTIFIED:
            raise ValueError("membership.certificate_too_early")
        return self


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
    accepted_on: Day | None = None


class Manages(Tie):
    """A person manages the province network or a sub-network."""

    kind: Literal["manages"] = "manages"
    role: ManagerRole = ManagerRole.LEAD
    sector: Sector | None = None


class CollaboratesWith(Tie):
    """Layer L1: an actor declares that it works with another; directed as declared, unless it is `mutual`.

    `weight` and `source_type` are what another program said of the tie; no measure of ours takes a weight whose unit
    nobody knows for a frequency.
    """

    default_visibility: ClassVar[Visibility] = Visibility.MEMBER

    kind: Literal["collaborates_with"] = "collaborates_with"
    frequency: Annotated[int, Field(ge=1, le=5)] | None = None
    topics: tuple[Text, ...] = ()
    formal: bool | None = None
    mutual: bool | None = None
    weight: Figure | None = None
    source_type: Text | None = None


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
    duties: Text | None = None


class OffersResource(Tie):
    """An actor offers the network a resource."""

    default_visibility: ClassVar[Visibility] = Visibility.MEMBER

    kind: Literal["offers_resource"] = "offers_resource"
    resource_kind: ResourceKind
    amount: Text | None = None


class NeedsResource(Tie):
    """An actor tells the network that it needs a resource."""

    default_visibility: ClassVar[Visibility] = Visibility.MEMBER

    kind: Literal["needs_resource"] = "needs_resource"
    resource_kind: ResourceKind
    amount: Text | None = None


class WorksOn(Tie):
    """An actor works on an issue, a plan or a service."""

    kind: Literal["works_on"] = "works_on"


class ResponsibleFor(Tie):
    """An actor's part in a task: responsible, accountable, consulted or informed."""

    kind: Literal["responsible_for"] = "responsible_for"
    responsibility: Responsibility = Responsibility.RESPONSIBLE


class ParticipatedIn(Tie):
    """An actor took part in an activity."""

    kind: Literal["participated_in"] = "participated_in"


class Serves(Tie):
    """A group, organisation or service serves a group of the population; no person is ever at either end."""

    kind: Literal["serves"] = "serves"


class OperatesIn(Tie):
    """A group or organisation works in an area."""

    kind: Literal["operates_in"] = "operates_in"


class Covers(Tie):
    """An agreement covers a service, an issue, a plan or a task."""

    kind: Literal["covers"] = "covers"


class Concerns(Tie):
    """An activity is about an issue, a plan or a service; which groups of the population were present."""

    kind: Literal["concerns"] = "concerns"
    population_groups_present: tuple[Annotated[str, Coded("population_group")], ...] = ()


class StakeholderOf(Tie):
    """A group, an organisation or a group of the population has a stake in an issue."""

    kind: Literal["stakeholder_of"] = "stakeholder_of"


class Supersedes(Tie):
    """An instrument takes the place of an earlier one."""

    kind: Literal["supersedes"] = "supersedes"


class AssessedIn(Tie):
    """The network, or an issue of it, was scored in a round of assessment; no scale is given for scores."""

    default_visibility: ClassVar[Visibility] = Visibility.OFFICER

    kind: Literal["assessed_in"] = "assessed_in"
    phase: AssessmentPhase | None = None
    criterion: Annotated[str, Coded("assessment_criterion")] | None = None
    score: Annotated[Figure, Field(ge=0)] | None = None
    scored_by: Annotated[str, Coded("assessment_party")] | None = None
    evidence: Text | None = None
    award: Annotated[str, Coded("assessment_award")] | None = None

    @model_validator(mode="after")
    def _award_at_its_phase(self) -> Self:
        if self.award is not None and self.phase is not AssessmentPhase.AWARD:
            raise ValueError("assessment.award_at_other_phase")
        return self


class CandidateFor(Tie):
    """A group or organisation was considered as a party to an agreement, by one criterion of selection."""

    default_visibility: ClassVar[Visibility] = Visibility.OFFICER

    kind: Literal["candidate_for"] = "candidate_for"
    criterion: Annotated[str, Coded("selection_criterion")] | None = None
    score: Annotated[int, Field(ge=1, le=5)] | None = None


TIE_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "belongs_to": (frozenset({"person"}), GROUPS),
    "holds_post": (frozenset({"person"}), frozenset({"post"})),
    "represents": (frozenset({"person"}), GROUPS),
    "member_of": (ACTORS, NETWORKS | {"community_of_practice"}),
    "appointed_to": (frozenset({"person", "post", "organization", "group"}), frozenset({"body"})),
    "links": (ACTORS, GROUPS),
    "manages": (frozenset({"person"}), NETWORKS),
    "collaborates_with": (ACTORS, ACTORS),
    "shares_resource": (ACTORS, ACTORS | {"province_network"}),
    "party_to": (ACTORS, frozenset({"agreement"})),
    "offers_resource": (ACTORS, frozenset({"province_network"})),
    "needs_resource": (ACTORS, frozenset({"province_network"})),
    "works_on": (ACTORS, WORK),
    "responsible_for": (ACTORS, frozenset({"task"})),
    "participated_in": (ACTORS, frozenset({"activity"})),
    "serves": (GROUPS | {"service"}, frozenset({"population_group"})),
    "operates_in": (GROUPS, frozenset({"area"})),
    "covers": (frozenset({"agreement"}), WORK | {"task"}),
    "concerns": (frozenset({"activity"}), WORK),
    "stakeholder_of": (GROUPS | {"population_group"}, frozenset({"issue"})),
    "supersedes": (frozenset({"instrument"}), frozenset({"instrument"})),
    "assessed_in": (NETWORKS | {"issue"}, frozenset({"assessment_round"})),
    "candidate_for": (GROUPS, frozenset({"agreement"})),
}
"""Kinds of node each kind of tie may join: (sources, targets)."""


def seat_kind(holder_kind: str) -> SeatKind:
    """What kind of seat a node of a kind holds; the three are never mixed."""
    if holder_kind == "person":
        return SeatKind.PERSON
    return SeatKind.EX_OFFICIO if holder_kind == "post" else SeatKind.REPRESENTATIVE
