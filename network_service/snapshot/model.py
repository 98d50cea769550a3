"""The snapshot: actors as columns, ties as integer arrays, and the people and bodies around them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import Layer

LAYERS = tuple(Layer)
"""Layers by the number that `Ties.layer` holds."""

Index = NDArray[np.int32]
Strength = NDArray[np.float64]


@dataclass(frozen=True)
class Actors:
    """The actors of the network as columns; an actor's place in them is its index everywhere else.

    Ordered by id. `None` means not known. `levels` are person, group or organization.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    levels: tuple[str, ...]
    sectors: tuple[str | None, ...]
    area_levels: tuple[str | None, ...]

    def __len__(self) -> int:
        """Number of actors."""
        return len(self.ids)

    @cached_property
    def index(self) -> dict[str, int]:
        """Place of each id."""
        return {actor: place for place, actor in enumerate(self.ids)}


@dataclass(frozen=True)
class Ties:
    """Ties between actors as arrays of one length: ends as indices, layer as a number, strength 1-5 or nan.

    Each row is a tie as declared. Agreements are already projected: every two parties of one are a row of the layer
    agreement, the lower index first; rows of that layer have no direction.
    """

    source: Index
    target: Index
    layer: NDArray[np.int8]
    strength: Strength

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.source)


@dataclass(frozen=True)
class Edges:
    """A simple network over the actors: no parallel edges, no loops; strength is the maximum of what was merged.

    Undirected edges have `source` < `target`. Rows are ordered by (source, target). Unknown strength is nan.
    """

    source: Index
    target: Index
    strength: Strength
    directed: bool

    def __len__(self) -> int:
        """Number of edges."""
        return len(self.source)

    def neighbours(self, size: int) -> list[list[int]]:
        """Of each of `size` actors: those at the other ends of its edges, whichever way these point."""
        found: list[list[int]] = [[] for _ in range(size)]
        for one, other in zip(self.source.tolist(), self.target.tolist(), strict=True):
            found[one].append(other)
            found[other].append(one)
        return found


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat on a body, with all the people, organisations and sectors that it stands for.

    `holder` is the id of the person, post or organisation appointed; `person` the person who sits there now, where
    known; `actor` the group or organisation the seat speaks for, where known; `sector` that actor's.
    """

    body: str
    holder: str
    holder_kind: str
    role: str
    person: str | None
    actor: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class BodyInfo:
    """A committee or working group."""

    id: str
    name: str
    body_kind: str


@dataclass(frozen=True, slots=True)
class Linker:
    """A designated linker: the person or organisation, the group it links, and the actor whose ties are its own.

    `actor` is the linker itself where it is a group or organisation; for a person it is the actor it represents in that
    role, else its single current belonging, else `None`: not known.
    """

    id: str
    name: str
    kind: str
    links: str
    actor: str | None
    sector: str | None
    to_sectors: tuple[str, ...]
    accepted: bool


@dataclass(frozen=True, slots=True)
class Manager:
    """A network manager in force."""

    id: str
    name: str
    network: str
    role: str
    actor: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class SubNetworkInfo:
    """A sub-network and the ids of its active members."""

    id: str
    name: str
    sub_network_kind: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the lens hides, counted by the reason, so that it can be said beside every figure."""

    actors_by_level: int = 0
    actors_not_active: int = 0
    ties_to_hidden_actors: int = 0
    ties_of_other_layers: int = 0
    ties_too_weak: int = 0
    ties_of_unknown_strength: int = 0
    roles_not_in_force: int = 0
    """Seats, linkers and managers of which an end no longer holds, though nobody ended them."""

    @property
    def actors(self) -> int:
        """Recorded actors that are not in the picture."""
        return self.actors_by_level + self.actors_not_active

    @property
    def ties(self) -> int:
        """Recorded ties that are not in the picture."""
        return (
            self.ties_to_hidden_actors + self.ties_of_other_layers + self.ties_too_weak + self.ties_of_unknown_strength
        )


@dataclass(frozen=True)
class Snapshot:
    """The network that a lens shows at one revision. Same content, same `content_hash`."""

    lens: Lens
    revision: int
    network_names: tuple[str, ...]
    synthetic: bool
    actors: Actors
    ties: Ties
    content_hash: str
    certified: frozenset[str] = frozenset()
    people: dict[str, str] = field(default_factory=dict)
    """Names of people by id, for those the other parts name."""
    bodies: tuple[BodyInfo, ...] = ()
    seats: tuple[Seat, ...] = ()
    linkers: tuple[Linker, ...] = ()
    managers: tuple[Manager, ...] = ()
    sub_networks: tuple[SubNetworkInfo, ...] = ()
    hidden: Hidden = Hidden()

    @property
    def as_of(self) -> date:
        """The day the network is shown for."""
        return self.lens.as_of

    @cached_property
    def undirected(self) -> Edges:
        """U: the simple union of all layers shown, maximum strength over layers and directions."""
        return simple_edges(len(self.actors), self.ties.source, self.ties.target, self.ties.strength, directed=False)

    @cached_property
    def directed(self) -> Edges:
        """D: the simple directed network of collaboration (L1) as declared."""
        own = self.ties.layer == LAYERS.index(Layer.COLLABORATION)
        ties = self.ties
        return simple_edges(len(self.actors), ties.source[own], ties.target[own], ties.strength[own], directed=True)

    @cached_property
    def undirected_degrees(self) -> tuple[int, ...]:
        """Number of actors each actor is tied to in U."""
        ends = np.concatenate([self.undirected.source, self.undirected.target])
        return tuple(np.bincount(ends, minlength=len(self.actors)).tolist())

    @cached_property
    def neighbours(self) -> tuple[frozenset[int], ...]:
        """Of each actor: those it is tied to in U."""
        return tuple(map(frozenset, self.undirected.neighbours(len(self.actors))))

    def strength_cover(self) -> float | None:
        """Share of the collaboration ties shown that have a frequency; `None` where there is no such tie."""
        own = self.ties.layer == LAYERS.index(Layer.COLLABORATION)
        total = int(own.sum())
        return float(np.isfinite(self.ties.strength[own]).sum()) / total if total else None


def simple_edges(size: int, source: Index, target: Index, strength: Strength, *, directed: bool) -> Edges:
    """Merge parallel ties (and, undirected, the two directions) into one edge of the greatest known strength."""
    apart = source != target
    source, target, strength = source[apart].astype(np.int64), target[apart].astype(np.int64), strength[apart]
    if not directed:
        source, target = np.minimum(source, target), np.maximum(source, target)
    keys, place = np.unique(source * max(size, 1) + target, return_inverse=True)
    merged = np.full(len(keys), -np.inf)
    known = np.isfinite(strength)
    np.maximum.at(merged, place[known], strength[known])
    merged[np.isneginf(merged)] = np.nan
    ends = np.divmod(keys, max(size, 1))
    return Edges(ends[0].astype(np.int32), ends[1].astype(np.int32), merged, directed)


def index_array(values: Iterable[int]) -> Index:
    """Actor indices as the array type of the snapshot."""
    return np.fromiter(values, dtype=np.int32)
