"""Measures before and after: of the network, and the actors whose place in it moved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from network_service.analysis.measures import Figure, Measures
from network_service.analysis.result import ActorMeasure

NEAR = 1e-9
"""Exact measures agree between engines to this much: what differs by less has not moved."""


@dataclass(frozen=True, slots=True)
class FigureMove:
    """A measure of the network before and after; `None` is not known, and the reason says why."""

    measure: str
    before: float | None
    after: float | None
    reason_before: str | None
    reason_after: str | None

    @property
    def difference(self) -> float | None:
        """After less before; not known where either is not."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def moved(self) -> bool:
        """Whether it differs, or became known, or no longer is."""
        if self.difference is None:
            return (self.before is None) != (self.after is None)
        return abs(self.difference) > NEAR


@dataclass(frozen=True, slots=True)
class ActorMove:
    """An actor in both snapshots whose value moved."""

    id: str
    name: str
    sector: str | None
    before: float
    after: float

    @property
    def difference(self) -> float:
        """After less before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class ActorMoves:
    """The actors whose value of a measure moved by more than `margin`, the greatest moves first, then by id.

    `not_known` counts the actors of both snapshots of whom one value at least is not known.
    """

    measure: str
    margin: float
    moves: tuple[ActorMove, ...]
    not_known: int


def compare_figures(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> tuple[FigureMove, ...]:
    """The measures of the network (`Measures.of_network`) in the order of the later ones, moved or not.

    Most depend on the number of actors too: density falls as a network grows, though nobody lost a tie.
    """
    names = [*after, *(name for name in before if name not in after)]
    return tuple(_figure_move(name, before.get(name), after.get(name)) for name in names)


def _figure_move(name: str, before: Figure | None, after: Figure | None) -> FigureMove:
    return FigureMove(
        name,
        None if before is None else before.value,
        None if after is None else after.value,
        None if before is None else before.reason,
        None if after is None else after.reason,
    )


def compare_actor_measure(
    before: Measures, after: Measures, measured: Callable[[Measures], ActorMeasure]
) -> ActorMoves:
    """Whose value of a measure moved, such as `lambda measures: measures.betweenness`.

    An estimate is sure within a bound: what two of them differ by counts only beyond both bounds together.
    """
    old, new = measured(before), measured(after)
    earlier = dict(zip(before.snapshot.actors.ids, old.values, strict=True))
    margin = max(NEAR, _bound(old) + _bound(new))
    actors, moves, not_known = after.snapshot.actors, [], 0
    for one, name, sector, now in zip(actors.ids, actors.names, actors.sectors, new.values, strict=True):
        if one not in earlier:
            continue
        was = earlier[one]
        if was is None or now is None:
            not_known += 1
        elif abs(now - was) > margin:
            moves.append(ActorMove(one, name, sector, was, now))
    moves.sort(key=lambda move: (-abs(move.difference), move.id))
    return ActorMoves(new.method.measure, margin, tuple(moves), not_known)


def _bound(measure: ActorMeasure) -> float:
    within = measure.method.parameters.get("within", 0.0)
    return within if isinstance(within, float) else 0.0
