"""Who looks out of its sector and who into it: the E-I index sector by sector and actor by actor."""

from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.sectors import LeftOut, Sectors, Share
from network_service.analysis.unknown import NO_OWN_TIE_WITH_SECTORS, NO_TIE_OF_SECTOR
from network_service.snapshot.model import Edges, Snapshot

_ABOUT = {
    "definition": "(E - I) / (E + I)",
    "network": "U",
    "normalisation": "E + I",
    "source": "Krackhardt and Stern 1988, Social Psychology Quarterly 51, 123-140",
    **NUMPY,
}


@dataclass(frozen=True, slots=True)
class SectorEI:
    """One sector's ties out of it and inside it, beside those possible; `value` is `None` where it has neither."""

    sector: str
    value: float | None
    internal: Share
    external: Share


@dataclass(frozen=True, slots=True)
class EIBySector:
    """The E-I index of every sector present, in the order of their codes; `reason` is given where one is `None`."""

    sectors: tuple[SectorEI, ...]
    left_out: LeftOut
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class EIByActor:
    """The E-I index of every actor, with the ties it counts; these are `None` where the actor's sector is not known."""

    index: ActorMeasure
    internal: tuple[int | None, ...]
    external: tuple[int | None, ...]
    left_out: LeftOut


def e_i_by_sector(snapshot: Snapshot) -> EIBySector:
    """Whether each sector's ties look out of it or into it.

    Formula, in U: (E - I) / (E + I) with E the ties between the sector and all others and I those inside it; beside
    them the numbers possible, n_s (N - n_s) and n_s (n_s - 1) / 2, with N the actors of known sector. A tie between two
    sectors counts in both. Normalisation: -1 (all inside) to +1 (all outside). Cost: O(n + m + k^2), k sectors.

    Isolates count in the numbers possible. Disconnected networks are no special case. Strength and direction do not
    enter. Actors of unknown sector are left out with their ties, and counted. A sector without ties has no index:
    `None`. An empty network has no sectors. A small sector has few fellows and many strangers: never show the index
    without both densities.

    >>> from network_service.analysis.example import eight_actors
    >>> for found in e_i_by_sector(eight_actors()).sectors:
    ...     print(found.sector, round(found.value, 3), found.internal, found.external)
    academic 1.0 Share(present=0, possible=0) Share(present=2, possible=7)
    business 1.0 Share(present=0, possible=0) Share(present=1, possible=7)
    civil_society 0.6 Share(present=1, possible=1) Share(present=4, possible=12)
    community 0.0 Share(present=1, possible=1) Share(present=1, possible=12)
    state 0.6 Share(present=1, possible=1) Share(present=4, possible=12)

    Source: Krackhardt and Stern 1988.
    """
    sectors = Sectors.of(snapshot)
    counts, left_out = sectors.count(snapshot.undirected)
    known = sum(sectors.sizes)
    inside = counts.diagonal()
    outside = counts.sum(axis=0) + counts.sum(axis=1) - 2 * inside
    found = tuple(
        SectorEI(
            code,
            (external - internal) / (external + internal) if external + internal else None,
            Share(internal, comb(size, 2)),
            Share(external, size * (known - size)),
        )
        for code, size, internal, external in zip(
            sectors.codes, sectors.sizes, inside.tolist(), outside.tolist(), strict=True
        )
    )
    about = method(snapshot, "e_i_by_sector", **_ABOUT)
    silent = any(sector.value is None for sector in found)
    return EIBySector(found, left_out, about, NO_TIE_OF_SECTOR if silent else None)


def e_i_by_actor(snapshot: Snapshot) -> EIByActor:
    """Whether each actor's ties look out of its sector or into it.

    Formula, in U: (E - I) / (E + I) with E the actor's ties to other sectors and I those to its own. Normalisation: -1
    (all inside) to +1 (all outside). Cost: O(n + m).

    An actor without ties to actors of known sector, so an isolate, has no index: `None`, and 0 ties of both kinds.
    Disconnected networks are no special case. Strength and direction do not enter. Actors of unknown sector are left
    out with their ties, and counted; all their values are `None`. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> found = e_i_by_actor(eight_actors())
    >>> [round(value, 3) for value in found.index.values]
    [1.0, 1.0, 0.333, 0.333, 0.5, 0.0, 0.0, -1.0]

    Source: Krackhardt and Stern 1988.
    """
    number, size, edges = Sectors.of(snapshot).number, len(snapshot.actors), snapshot.undirected
    one, other = number[edges.source], number[edges.target]
    known = (one >= 0) & (other >= 0)

    internal, external = (_ties(edges, known & kind, size) for kind in (one == other, one != other))
    there = (number >= 0).tolist()
    values = tuple(
        (outside - inside) / (outside + inside) if outside + inside else None
        for inside, outside in zip(internal, external, strict=True)
    )
    about = method(snapshot, "e_i_by_actor", **_ABOUT)
    return EIByActor(
        ActorMeasure(values, about, NO_OWN_TIE_WITH_SECTORS if None in values else None),
        tuple(count if told else None for count, told in zip(internal, there, strict=True)),
        tuple(count if told else None for count, told in zip(external, there, strict=True)),
        LeftOut(there.count(False), int((~known).sum())),
    )


def _ties(edges: Edges, kept: NDArray[np.bool_], size: int) -> list[int]:
    """Of each actor: its ties among those kept."""
    found: list[int] = np.bincount(np.concatenate((edges.source[kept], edges.target[kept])), minlength=size).tolist()
    return found
