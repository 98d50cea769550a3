"""All that readiness is judged on: snapshot, affairs, measures and standards, with what several steps read of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from network_service.domain.thai.sorting import sort_key
from network_service.domain.vocabulary import ManagerRole, Sector
from network_service.process.calendar import months_before
from network_service.process.measured import Measured
from network_service.process.standards import Standards
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Manager, Snapshot


@dataclass(frozen=True)
class Situation:
    """A network on one day. The snapshot's actors are the members that count: groups and organisations, active."""

    snapshot: Snapshot
    affairs: Affairs
    measured: Measured
    standards: Standards

    @property
    def today(self) -> date:
        """The day that is judged."""
        return self.snapshot.as_of

    @cached_property
    def a_year_ago(self) -> date:
        """The first day of what counts as this year."""
        return months_before(self.today, self.standards.recent_months)

    @cached_property
    def sector(self) -> dict[str, str | None]:
        """Sector of each member, by id."""
        return dict(zip(self.snapshot.actors.ids, self.snapshot.actors.sectors, strict=True))

    @cached_property
    def members(self) -> Counter[str]:
        """Number of members of each sector present; those whose sector is not known are in none."""
        return Counter(sector for sector in self.sector.values() if sector is not None)

    @property
    def sector_not_known(self) -> int:
        """Number of members whose sector is not known."""
        return len(self.sector) - self.members.total()

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """The members that each member is tied to in U."""
        ids = self.snapshot.actors.ids
        return {
            actor: frozenset(ids[other] for other in near)
            for actor, near in zip(ids, self.snapshot.neighbours, strict=True)
        }

    @cached_property
    def managers(self) -> tuple[Manager, ...]:
        """The managers of the province network itself."""
        return tuple(one for one in self.snapshot.managers if one.network in self.affairs.province_networks)

    @cached_property
    def leads(self) -> tuple[Manager, ...]:
        """The lead managers of the province network, of whom there should be one."""
        return tuple(one for one in self.managers if one.role == ManagerRole.LEAD)

    @property
    def has_ties(self) -> bool:
        """Whether any tie is recorded: without one nobody can say who has none."""
        return len(self.snapshot.undirected) > 0

    @property
    def lead_actor(self) -> str | None:
        """The member that the one lead manager speaks for; not known where there is no single one, or none shown."""
        actor = self.leads[0].actor if len({lead.id for lead in self.leads}) == 1 else None
        return actor if actor in self.sector else None

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Names of records in the order of the Thai dictionary; a record that has none is told by its id."""
        return tuple(sorted((self.affairs.names.get(one, one) for one in set(ids)), key=sort_key))


def in_vocabulary_order(sectors: Iterable[str]) -> tuple[str, ...]:
    """Sector codes in the order in which the vocabulary has them."""
    wanted = frozenset(sectors)
    return tuple(sector.value for sector in Sector if sector in wanted)
