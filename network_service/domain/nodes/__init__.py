"""The nodes of a province's network, by theme."""

from network_service.domain.nodes.actors import Actor, Group, Named, Organization, Person, Post, Verified
from network_service.domain.nodes.formal import NOTICE_DAYS, Agreement, AgreementStage, Instrument, has_stage
from network_service.domain.nodes.structure import Body, CommunityOfPractice, Meeting, ProvinceNetwork, SubNetwork
from network_service.domain.nodes.surroundings import SMALLEST_CELL, Area, AssessmentRound, PopulationGroup, Rating
from network_service.domain.nodes.work import Activity, Issue, Plan, Service, Task, Work

__all__ = [
    "NOTICE_DAYS",
    "SMALLEST_CELL",
    "Activity",
    "Actor",
    "Agreement",
    "AgreementStage",
    "Area",
    "AssessmentRound",
    "Body",
    "CommunityOfPractice",
    "Group",
    "Instrument",
    "Issue",
    "Meeting",
    "Named",
    "Organization",
    "Person",
    "Plan",
    "PopulationGroup",
    "Post",
    "ProvinceNetwork",
    "Rating",
    "Service",
    "SubNetwork",
    "Task",
    "Verified",
    "Work",
    "has_stage",
]
