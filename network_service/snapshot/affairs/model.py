"""The affairs of a network on one day: tuples of frozen rows, each ordered, with a content hash of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from network_service.domain.lens import Lens
from network_service.snapshot.affairs.actors import ActorAffairs, PersonAffairs, PostAffairs
from network_service.snapshot.affairs.agreements import AgreementAffairs
from network_service.snapshot.affairs.collaboration import Declared, Flow
from network_service.snapshot.affairs.ended import EndedFlow, EndedWork
from network_service.snapshot.affairs.instruments import Cited, InstrumentAffairs
from network_service.snapshot.affairs.meetings import BodyAffairs, CommunityAffairs, NetworkAffairs
from network_service.snapshot.affairs.memberships import Membership
from network_service.snapshot.affairs.surroundings import AreaAffairs, PopulationAffairs, RatingAffairs
from network_service.snapshot.affairs.terms import Term
from network_service.snapshot.affairs.work import (
    ActivityAffairs,
    IssueAffairs,
    PlanAffairs,
    ServiceAffairs,
    TaskAffairs,
)


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Affairs:
    """What is written, agreed, worked on and met over in a network, as of the lens's day and one revision.

    Nodes are ordered by id. Only what holds on the day is here, save instruments, which may be cited after their end,
    and what tells of the year though it has ended (`ended_flows`, `ended_work`).
    `passed_over` counts, by kind, the ties of which an end no longer holds.
    """

    lens: Lens
    revision: int
    content_hash: str
    networks: tuple[NetworkAffairs, ...] = ()
    memberships: tuple[Membership, ...] = ()
    actors: tuple[ActorAffairs, ...] = ()
    people: tuple[PersonAffairs, ...] = ()
    posts: tuple[PostAffairs, ...] = ()
    instruments: tuple[InstrumentAffairs, ...] = ()
    cited: tuple[Cited, ...] = ()
    agreements: tuple[AgreementAffairs, ...] = ()
    bodies: tuple[BodyAffairs, ...] = ()
    terms: tuple[Term, ...] = ()
    communities: tuple[CommunityAffairs, ...] = ()
    collaboration: tuple[Declared, ...] = ()
    flows: tuple[Flow, ...] = ()
    ended_flows: tuple[EndedFlow, ...] = ()
    issues: tuple[IssueAffairs, ...] = ()
    plans: tuple[PlanAffairs, ...] = ()
    services: tuple[ServiceAffairs, ...] = ()
    tasks: tuple[TaskAffairs, ...] = ()
    activities: tuple[ActivityAffairs, ...] = ()
    ended_work: tuple[EndedWork, ...] = ()
    areas: tuple[AreaAffairs, ...] = ()
    population_groups: tuple[PopulationAffairs, ...] = ()
    ratings: tuple[RatingAffairs, ...] = ()
    passed_over: tuple[tuple[str, int], ...] = ()

    @property
    def as_of(self) -> date:
        """The day that the affairs are told for."""
        return self.lens.as_of

    @cached_property
    def province_networks(self) -> frozenset[str]:
        """Ids of the province networks, as apart from their sub-networks."""
        return frozenset(one.id for one in self.networks if one.kind == "province_network")

    @cached_property
    def actor(self) -> dict[str, ActorAffairs]:
        """Groups and organisations by id, members or not."""
        return {one.id: one for one in self.actors}

    @cached_property
    def instrument(self) -> dict[str, InstrumentAffairs]:
        """Instruments by id."""
        return {one.id: one for one in self.instruments}

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of everything here that has one, by id; restricted ones are masked."""
        named: tuple[Iterable[_Named], ...] = (
            *(self.networks, self.actors, self.people, self.posts, self.instruments, self.agreements, self.bodies),
            *(self.communities, self.issues, self.plans, self.services, self.tasks, self.activities),
            *(self.areas, self.population_groups, self.ended_work),
        )
        return {one.id: one.name for group in named for one in group}

    @cached_property
    def _actor_of_person(self) -> dict[str, str | None]:
        return {one.id: one.actor for one in self.people}

    def sector_of(self, member: str) -> str | None:
        """Sector of a group or organisation, or of the one that a person speaks for, where it is known."""
        found = self.actor.get(self._actor_of_person.get(member, member) or "")
        return None if found is None else found.sector
