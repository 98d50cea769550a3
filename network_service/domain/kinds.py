"""Every kind of record in one table, and the way from plain data to a typed record."""

from collections.abc import Mapping

from network_service.domain import nodes, ties
from network_service.domain.merged import Merged
from network_service.domain.record import Record

NODE_TYPES: dict[str, type[Record]] = {
    "person": nodes.Person,
    "group": nodes.Group,
    "organization": nodes.Organization,
    "post": nodes.Post,
    "province_network": nodes.ProvinceNetwork,
    "sub_network": nodes.SubNetwork,
    "body": nodes.Body,
    "community_of_practice": nodes.CommunityOfPractice,
    "meeting": nodes.Meeting,
    "agreement": nodes.Agreement,
    "agreement_stage": nodes.AgreementStage,
    "instrument": nodes.Instrument,
    "issue": nodes.Issue,
    "plan": nodes.Plan,
    "service": nodes.Service,
    "activity": nodes.Activity,
    "task": nodes.Task,
    "area": nodes.Area,
    "population_group": nodes.PopulationGroup,
    "assessment_round": nodes.AssessmentRound,
    "rating": nodes.Rating,
    "merged": Merged,
}
"""Record types of nodes by kind."""

TIE_TYPES: dict[str, type[Record]] = {
    "belongs_to": ties.BelongsTo,
    "holds_post": ties.HoldsPost,
    "represents": ties.Represents,
    "member_of": ties.MemberOf,
    "appointed_to": ties.AppointedTo,
    "links": ties.Links,
    "manages": ties.Manages,
    "collaborates_with": ties.CollaboratesWith,
    "shares_resource": ties.SharesResource,
    "offers_resource": ties.OffersResource,
    "needs_resource": ties.NeedsResource,
    "party_to": ties.PartyTo,
    "works_on": ties.WorksOn,
    "responsible_for": ties.ResponsibleFor,
    "participated_in": ties.ParticipatedIn,
    "serves": ties.Serves,
    "operates_in": ties.OperatesIn,
    "covers": ties.Covers,
    "concerns": ties.Concerns,
    "stakeholder_of": ties.StakeholderOf,
    "supersedes": ties.Supersedes,
    "assessed_in": ties.AssessedIn,
    "candidate_for": ties.CandidateFor,
}
"""Record types of ties by kind."""

RECORD_TYPES = NODE_TYPES | TIE_TYPES
"""Record types of all kinds."""


def record_from(data: Mapping[str, object]) -> Record:
    """The typed record of plain data with a `kind`; `KeyError` for an unknown kind, pydantic's error for bad fields."""
    return RECORD_TYPES[str(data["kind"])].model_validate(data)
