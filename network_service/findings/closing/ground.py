"""What proposals are chosen from: who is tied to whom, and who is well placed, worked out once for all findings."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from network_service.findings.finding import Subject
from network_service.findings.managers import lead_managers
from network_service.findings.measured import MeasuredInDepth
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Linker, Manager, Snapshot


@dataclass(frozen=True)
class Ground:
    """A network with its measures and the numbers that it is judged by. Actors are told by their place in it."""

    snapshot: Snapshot
    measures: MeasuredInDepth
    thresholds: Thresholds

    @property
    def neighbours(self) -> tuple[frozenset[int], ...]:
        """Of each actor: those it is tied to in U."""
        return self.snapshot.neighbours

    def partners(self, place: int) -> frozenset[int]:
        """Those with whom an actor collaborates by its own word or theirs: its neighbours in D."""
        arcs = self.snapshot.directed
        ahead, behind = arcs.target[arcs.source == place], arcs.source[arcs.target == place]
        return frozenset((*ahead.tolist(), *behind.tolist()))

    @cached_property
    def rank(self) -> tuple[tuple[int, int, str], ...]:
        """Of each actor: how well placed it is, the smaller the better.

        Who brings together most members of different sectors already (M7 across), then who has most ties, then by id:
        a new tie to such an actor is the shortest way to all others, and asks of nobody what they have not done before.
        """
        across, degrees = self.measures.brokerage.across, self.snapshot.undirected_degrees
        return tuple(
            (-(across[place] or 0), -degrees[place], actor) for place, actor in enumerate(self.snapshot.actors.ids)
        )

    @cached_property
    def by_sector(self) -> dict[str, list[int]]:
        """The actors of each sector, the best placed first."""
        found: dict[str, list[int]] = {}
        for place in sorted(range(len(self.rank)), key=self.rank.__getitem__):
            sector = self.snapshot.actors.sectors[place]
            if sector is not None:
                found.setdefault(sector, []).append(place)
        return found

    @cached_property
    def linking(self) -> frozenset[int]:
        """Actors that are a designated linker or that one speaks for."""
        index = self.snapshot.actors.index
        return frozenset(index[linker.actor] for linker in self.snapshot.linkers if linker.actor in index)

    @cached_property
    def laden(self) -> frozenset[int]:
        """Single points on which so many hang already that no further ones should."""
        most = self.thresholds.cut_off_share * len(self.rank)
        return frozenset(one.actor for one in self.measures.articulation_points.points if len(one.cut_off) > most)

    def best_unladen(self, candidates: Collection[int], besides: Collection[int] = ()) -> int | None:
        """The best placed on whom not too many hang already; where there is none, the best placed."""
        found = self.best((one for one in candidates if one not in self.laden), besides)
        return self.best(candidates, besides) if found is None else found

    def best(self, candidates: Iterable[int], besides: Collection[int] = ()) -> int | None:
        """The best placed of some actors, others left out; `None` where nobody is left."""
        return min((one for one in candidates if one not in besides), key=self.rank.__getitem__, default=None)

    def not_for(self, place: int) -> frozenset[int]:
        """Those whom a new tie of an actor could not go to: itself, and who is tied to it already."""
        return self.neighbours[place] | {place}

    def subject(self, place: int) -> Subject:
        """An actor as subject."""
        return Subject("actor", self.snapshot.actors.ids[place], self.snapshot.actors.names[place])

    def place(self, subject: Subject) -> int | None:
        """Where an actor stands, or the actor that a linker speaks for; `None` where that is not shown."""
        index = self.snapshot.actors.index
        if subject.id in index:
            return index[subject.id]
        return self._speaking(subject, self.snapshot.linkers)

    def place_of_manager(self, subject: Subject) -> int | None:
        """Where the actor stands that a lead manager speaks for; `None` where it is not shown."""
        return self._speaking(subject, lead_managers(self.snapshot))

    def _speaking(self, subject: Subject, roles: Iterable[Linker | Manager]) -> int | None:
        index = self.snapshot.actors.index
        actors = (one.actor for one in roles if one.id == subject.id)
        return next((index[actor] for actor in actors if actor in index), None)
