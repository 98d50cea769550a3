"""Ties made, ended, strengthened or weakened, of the whole network or of one layer."""

from dataclasses import dataclass
from enum import StrEnum
from math import isnan

from network_service.domain.vocabulary import Layer
from network_service.snapshot.model import LAYERS, Edges, Snapshot, simple_edges

Pair = tuple[str, str]


class TieMove(StrEnum):
    """What became of a tie; a strength that was not known, or no longer is, made it neither stronger nor weaker."""

    MADE = "made"
    ENDED = "ended"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    STRENGTH_LEARNT = "strength_learnt"
    STRENGTH_LOST = "strength_lost"


@dataclass(frozen=True, slots=True)
class TieChange:
    """One tie between two actors, the smaller id first, with its strength before and after where it is known.

    `with_member` says that it came or went because an end joined or left.
    """

    move: TieMove
    ends: Pair
    names: Pair
    before: float | None
    after: float | None
    with_member: bool


@dataclass(frozen=True, slots=True)
class TieChanges:
    """What became of the ties of a layer, or of U where `layer` is `None`; `sizes` are their numbers."""

    layer: Layer | None
    sizes: tuple[int, int]
    changes: tuple[TieChange, ...]

    def of(self, move: TieMove) -> tuple[TieChange, ...]:
        """The ties of which one thing became."""
        return tuple(one for one in self.changes if one.move is move)


def compare_ties(before: Snapshot, after: Snapshot, layer: Layer | None = None) -> TieChanges:
    """Undirected ties by the ids of their ends, of a layer or of U; strength is the greatest over both directions.

    In U a tie is the same tie when it goes on in another layer. Under a minimum strength one that falls below it ends.
    """
    old, new = _strengths(before, layer), _strengths(after, layer)
    names = dict(zip(before.actors.ids, before.actors.names, strict=True))
    names |= dict(zip(after.actors.ids, after.actors.names, strict=True))
    both = before.actors.index.keys() & after.actors.index.keys()
    changes = []
    for ends in sorted(old.keys() | new.keys()):
        move = _move(ends, old, new)
        if move is not None:
            told = (names[ends[0]], names[ends[1]])
            with_member = move in (TieMove.MADE, TieMove.ENDED) and not both.issuperset(ends)
            changes.append(TieChange(move, ends, told, old.get(ends), new.get(ends), with_member))
    return TieChanges(layer, (len(old), len(new)), tuple(changes))


def _move(ends: Pair, old: dict[Pair, float | None], new: dict[Pair, float | None]) -> TieMove | None:
    if ends not in old:
        return TieMove.MADE
    if ends not in new:
        return TieMove.ENDED
    before, after = old[ends], new[ends]
    if before == after:
        return None
    if before is None or after is None:
        return TieMove.STRENGTH_LEARNT if before is None else TieMove.STRENGTH_LOST
    return TieMove.STRENGTHENED if after > before else TieMove.WEAKENED


def _strengths(snapshot: Snapshot, layer: Layer | None) -> dict[Pair, float | None]:
    """Strength of each tie by its ends; ids are in order, so that the smaller comes first."""
    ids, edges = snapshot.actors.ids, snapshot.undirected if layer is None else _of_layer(snapshot, layer)
    return {
        (min(ids[one], ids[other]), max(ids[one], ids[other])): None if isnan(strength) else strength
        for one, other, strength in zip(
            edges.source.tolist(), edges.target.tolist(), edges.strength.tolist(), strict=True
        )
    }


def _of_layer(snapshot: Snapshot, layer: Layer) -> Edges:
    ties = snapshot.ties
    own = ties.layer == LAYERS.index(layer)
    return simple_edges(len(snapshot.actors), ties.source[own], ties.target[own], ties.strength[own], directed=False)
