"""What closing a finding would change: the figures of the network as it is, and as it would be."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, partial

from network_service.analysis.connectivity import CutPoints, articulation_points
from network_service.analysis.progress import Progress, untold
from network_service.findings.closing.figures import Figures, efficiency, network_figures, own_figures
from network_service.findings.closing.ground import Ground
from network_service.findings.closing.joining import tie_that_closes
from network_service.findings.closing.naming import part_that_closes
from network_service.findings.closing.proposal import Closing, Proposal
from network_service.findings.finding import Finding, Subject
from network_service.snapshot.with_tie import with_tie

_WORTH_SHARING = 500
"""Actors; in a smaller network all effects together take less than the network takes to another process."""
_TOGETHER = 6
"""Findings a process is given at once, with the network and its measures: .1 s of 2,000 actors and 12,000 ties."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A proposal that closes a finding or begins to, and the figures before and after; both have the same names.

    A tie moves the figures of the network; a part that is named moves but its own: how many linkers a sector has, how
    many sectors a body or sub-network.
    """

    finding: str
    proposal: Proposal
    before: Figures
    after: Figures

    @property
    def changed(self) -> tuple[str, ...]:
        """Names of the figures that would be another, in order."""
        return tuple(name for name, value in self.before.items() if self.after[name] != value)


class Effects:
    """Works out effects in one network; what is the same for all findings is worked out once."""

    def __init__(self, ground: Ground) -> None:
        """For the network, measures and numbers of this ground."""
        self._ground = ground

    def of(self, finding: Finding, *, with_efficiency: bool = False) -> Effect | None:
        """What closing this finding would change; `None` where nothing in the network at hand could close it.

        .05 s for 2,000 actors and 12,000 ties, .03 s more with the global efficiency; up to .4 s where the stand-in of
        a single point is to be found among a hundred neighbours.
        """
        ends = tie_that_closes(finding, self._ground)
        if ends is not None:
            return self._of_tie(finding, ends, with_efficiency)
        proposal = part_that_closes(finding, self._ground)
        return None if proposal is None else self._of_part(finding, proposal)

    def of_all(
        self,
        findings: Sequence[Finding],
        *,
        with_efficiency: bool = False,
        executor: Executor | None = None,
        progress: Progress = untold,
    ) -> tuple[Effect, ...]:
        """The effects of closing each finding on its own, in their order; those that nothing could close are left out.

        `progress` is told after each finding, after some of them with an `executor`; what it raises ends the work.
        """
        shared = executor if len(self._ground.snapshot.actors) >= _WORTH_SHARING else None
        together = _TOGETHER if shared else 1
        parts = [findings[first : first + together] for first in range(0, len(findings), together)]
        compute = partial(_of_some, self, with_efficiency=with_efficiency)
        found: list[Effect] = []
        done = 0
        for part, effects in zip(parts, shared.map(compute, parts) if shared else map(compute, parts), strict=True):
            found.extend(effects)
            done += len(part)
            progress(done, len(findings))
        return tuple(found)

    def _of_tie(self, finding: Finding, ends: tuple[int, int], with_efficiency: bool) -> Effect:
        ground = self._ground
        made = with_tie(ground.snapshot, *ends)
        points = articulation_points(made)
        before = {**own_figures(finding, ground, ground.snapshot, self._points), **self._network}
        after = {**own_figures(finding, ground, made, points), **network_figures(made, points)}
        if with_efficiency:
            before["global_efficiency"], after["global_efficiency"] = self._efficiency, efficiency(made)
        return Effect(finding.id, Proposal(Closing.TIE, tuple(map(ground.subject, ends))), before, after)

    def _of_part(self, finding: Finding, proposal: Proposal) -> Effect:
        snapshot, [actor], of = self._ground.snapshot, proposal.actors, proposal.of
        assert of is not None
        sector = snapshot.actors.sectors[snapshot.actors.index[actor.id]]
        name, present = _parts(proposal.kind, of, self._ground)
        joined = {*present, actor.id if proposal.kind is Closing.LINKER else sector}
        return Effect(finding.id, proposal, {name: len(present)}, {name: len(joined)})

    @property
    def _points(self) -> CutPoints:
        return self._ground.measures.articulation_points

    @cached_property
    def _network(self) -> Figures:
        return network_figures(self._ground.snapshot, self._points)

    @cached_property
    def _efficiency(self) -> float | None:
        return efficiency(self._ground.snapshot)


def _of_some(effects: Effects, findings: Sequence[Finding], *, with_efficiency: bool) -> list[Effect]:
    found = (effects.of(finding, with_efficiency=with_efficiency) for finding in findings)
    return [effect for effect in found if effect is not None]


def _parts(kind: Closing, of: Subject, ground: Ground) -> tuple[str, set[str | None]]:
    """The figure that naming somebody moves, and what it counts: linkers of a sector, or sectors of a body."""
    snapshot = ground.snapshot
    match kind:
        case Closing.LINKER:
            return "linkers_of_the_sector", {linker.id for linker in snapshot.linkers if linker.sector == of.id}
        case Closing.SEAT:
            return "sectors_on_the_body", {seat.sector for seat in snapshot.seats if seat.body == of.id} - {None}
    network = next(network for network in snapshot.sub_networks if network.id == of.id)
    index, sectors = snapshot.actors.index, snapshot.actors.sectors
    return "sectors_in_the_sub_network", {sectors[index[one]] for one in network.members if one in index} - {None}
