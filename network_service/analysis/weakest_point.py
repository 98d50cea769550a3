"""The one actor without whom the rest of the network would stand worst."""

from dataclasses import dataclass

from network_service.analysis.betweenness import pairs_between
from network_service.analysis.condition import Remaining
from network_service.analysis.connectivity import articulation_points
from network_service.analysis.engine import choice
from network_service.analysis.progress import Progress, untold
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.unknown import NO_TIE, TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot

MOST_BETWEEN = 20
"""Actors looked at beside the articulation points; the measure is so defined, and any one may be the weakest."""

_EQUAL = 1e-9  # ratios nearer than this are equal, and the first actor by number counts


@dataclass(frozen=True, slots=True)
class WeakestPoint:
    """The robustness of the network, 1 for the firmest: what is left of its efficiency without its weakest point.

    `of_all` says that nobody else either, looked at or not, leaves less. `value` and `actor` are `None` where it is not
    known, and `reason` says why.
    """

    value: float | None
    actor: int | None
    of_all: bool
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Efficiency:
    """Sums of 1/distance over the pairs of U: all of them, those of each actor; and how many pass through it alone."""

    whole: float
    own: list[float]
    between: list[float]

    def least_ratio(self, actor: int) -> float:
        """What is left without an actor, at least.

        Only pairs whose shortest paths all pass through it lose, each counts 1 in its betweenness, and they are two
        steps apart or more: no more than betweenness / 2 is lost beside its own pairs.
        """
        return self._ratio(self.whole - self.own[actor] - self.between[actor] / 2)

    def ratio(self, efficiency: float) -> float:
        """What is left of the efficiency, given that of the others."""
        others = len(self.own) - 1
        return self._ratio(efficiency * others * (others - 1) / 2)

    def _ratio(self, left: float) -> float:
        actors = len(self.own)
        return left / ((actors - 1) * (actors - 2)) * (actors * (actors - 1)) / self.whole


def weakest_point(
    snapshot: Snapshot,
    *,
    most_between: int = MOST_BETWEEN,
    known: ActorMeasure | None = None,
    progress: Progress = untold,
) -> WeakestPoint:
    """How much of its efficiency the network keeps without the actor it can spare least.

    Formula: least eff(U - v)/eff(U) over the articulation points and the `most_between` actors of greatest betweenness,
    with eff the mean of 1/distance over the pairs of the actors there. Normalisation: 0, all is lost, to 1 and a little
    beyond, as the mean is over fewer pairs. Cost: a betweenness, and a pass over the distances for each actor that
    could still be the weakest: of most it is known from their betweenness that they are not. 1 s for 2,000 actors and
    12,000 ties, half of it the betweenness, which need not be counted again where it is `known`.

    Removing an isolate does no harm; isolates lower the efficiency before and after alike. Disconnected networks are no
    special case, as 1/infinity is 0. Strength and direction do not enter. Below three actors, so in an empty network
    too, and where nobody is tied: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> found = weakest_point(snapshot)
    >>> round(found.value, 4), snapshot.actors.names[found.actor], found.of_all
    (0.682, 'c2', True)

    Source: this service, after Latora and Marchiori 2001, Phys. Rev. Lett. 87, 198701.
    """
    size, whole = len(snapshot.actors), Remaining.of(len(snapshot.actors), snapshot.undirected)
    sums, between = choice.distance_sums(whole.network), pairs_between(snapshot, known)
    about = method(
        snapshot,
        "weakest_point",
        definition="least eff(U - v) / eff(U) over articulation points and the most between",
        network="U",
        normalisation="n (n - 1) of the actors that are there",
        parameters={"most_between": most_between},
        source="after Latora and Marchiori 2001, Phys. Rev. Lett. 87, 198701",
        **sums.maker,
    )
    if size < 3:
        return WeakestPoint(None, None, False, about, TOO_FEW_ACTORS if size else None)
    if not len(snapshot.undirected):
        return WeakestPoint(None, None, False, about, NO_TIE)
    before = _Efficiency(sum(sums.value.inverse) / 2, sums.value.inverse, between.value)
    looked_at = {point.actor for point in articulation_points(snapshot).points}
    looked_at.update(sorted(range(size), key=lambda actor: (-round(between.value[actor], 9), actor))[:most_between])
    value, weakest = _least(snapshot, before, looked_at, progress)
    others = (before.least_ratio(actor) for actor in range(size) if actor not in looked_at)
    return WeakestPoint(value, weakest, all(ratio >= value - _EQUAL for ratio in others), about)


def _least(snapshot: Snapshot, before: _Efficiency, looked_at: set[int], progress: Progress) -> tuple[float, int]:
    """The least ratio and whose it is; who can leave least is tried first, and those who cannot leave less, not."""
    least, weakest = float("inf"), -1
    bounds = sorted((before.least_ratio(actor), actor) for actor in looked_at)
    for done, (bound, actor) in enumerate(bounds, start=1):
        if bound <= least + _EQUAL:
            rest = Remaining.of(len(snapshot.actors), snapshot.undirected, [actor])
            size, sums = rest.network.size, choice.distance_sums(rest.network).value
            ratio = before.ratio(sum(sums.inverse) / (size * (size - 1)))
            if ratio < least - _EQUAL or (ratio <= least + _EQUAL and actor < weakest):
                least, weakest = ratio, actor
        progress(done, len(bounds))
    return least, weakest
