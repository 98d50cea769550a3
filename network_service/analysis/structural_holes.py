"""How far an actor's contacts are apart from one another: Burt's constraint, effective size, efficiency, hierarchy."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.triangles import triangles
from network_service.analysis.unknown import NO_CONTACT, unknown_values
from network_service.analysis.weights import MINIMUM_COVER, filled_strengths
from network_service.snapshot.model import Edges, Snapshot, Strength

_BURT = "Burt 1992, Structural Holes, Harvard University Press"

_DEFINITIONS = {
    "constraint": ("sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2", "none", f"{_BURT}, p. 54-55"),
    "effective_size": ("sum over contacts j of (1 - sum over q of p_iq m_jq)", "none", f"{_BURT}, p. 52"),
    "efficiency": ("effective size / contacts", "contacts", f"{_BURT}, p. 53"),
    "hierarchy": (
        "sum over contacts j of c_ij/C ln(c_ij/C) / (N ln N), C the mean of c_ij; 1 with one contact",
        "N ln N",
        f"{_BURT}, p. 70-71; one contact after Burt 1991, STRUCTURE 4.2",
    ),
}


@dataclass(frozen=True, slots=True)
class StructuralHoles:
    """What the contacts of each actor among themselves leave it, from one pass over the triangles."""

    constraint: ActorMeasure
    effective_size: ActorMeasure
    efficiency: ActorMeasure
    hierarchy: ActorMeasure

    @property
    def of_actors(self) -> dict[str, ActorMeasure]:
        """The four measures by name, in the order of a table's columns."""
        measures = (self.constraint, self.effective_size, self.efficiency, self.hierarchy)
        return {measure.method.measure: measure for measure in measures}


def structural_holes(snapshot: Snapshot) -> StructuralHoles:
    """Whether an actor joins contacts who are not tied to one another, or is closed in among contacts who are.

    Formula, in U with every tie of weight 1, over the N contacts j of i and the contacts q they share: p_ij = 1/N(i);
    constraint = sum of c_ij = (p_ij + sum of p_iq p_qj)^2; effective size = sum of (1 - sum of p_iq m_jq) with m_jq = 1
    for tied j, q, which is Borgatti's N - 2t/N with t the ties among contacts; efficiency = effective size / N;
    hierarchy = sum of c_ij/C ln(c_ij/C) / (N ln N) with C the mean of c_ij. Normalisation: constraint none (0 to
    1.125, which is two contacts who know only each other), effective size 1 to N, efficiency 1/N to 1, hierarchy 0 (all
    contacts constrain alike) to 1. Cost: O(m^1.5) for all four; .01 s for 2,000 actors and 12,000 ties, .1 s for 20,000
    and 120,000.

    An isolate has no contacts: `None` in all four, not 0, as it is not free. With one contact all constraint comes from
    it: constraint 1, effective size 1, efficiency 1, hierarchy 1 (0/0 in the formula; 1 is Burt's own convention).
    Disconnected networks are no special case. Strength and direction do not enter; a tie declared from either side, or
    from both, is one. An empty network has no values.

    >>> from network_service.analysis.example import eight_actors
    >>> found = structural_holes(eight_actors())
    >>> [round(value, 4) for value in found.constraint.values]
    [0.8351, 1.0, 0.5347, 0.3333, 0.3767, 0.5, 0.5, 1.0]
    >>> [round(value, 4) for value in found.effective_size.values]
    [1.0, 1.0, 2.3333, 3.0, 3.5, 2.0, 2.0, 1.0]
    >>> [round(value, 4) for value in found.hierarchy.values]
    [0.003, 1.0, 0.0468, 0.0, 0.0449, 0.0, 0.0, 1.0]

    Source: Burt 1992, ch. 2; Borgatti 1997, Connections 20(1), 35-38. p_qj is the share in all ties of q, as in Burt,
    igraph and networkx; UCINET's default looks at the ties among the contacts alone.
    """
    weights = np.ones(len(snapshot.undirected))
    return _measures(snapshot, "", weights, {})


def structural_holes_weighted(snapshot: Snapshot, *, minimum_cover: float = MINIMUM_COVER) -> StructuralHoles:
    """As `structural_holes`, where an actor is invested in a contact by the strength of their tie.

    Formula: as `structural_holes`, with p_ij = strength of i-j / sum of the strengths of i and m_jq = strength of j-q /
    greatest strength of j; a tie of unknown strength takes the median of the known, and the method says how many do.
    Normalisation: as there. Cost: the same.

    All values are `None` where less than `minimum_cover` of the collaboration ties shown have a frequency, or none is
    shown. Otherwise isolates and single contacts are treated as `structural_holes` does; of a tie declared twice the
    greater strength counts, where Burt adds the two directions up. An empty network has no values. If every tie is
    equally strong the values are those of `structural_holes`.

    >>> from network_service.analysis.example import eight_actors
    >>> [round(value, 4) for value in structural_holes_weighted(eight_actors()).constraint.values]
    [0.8369, 1.0, 0.4321, 0.3889, 0.4153, 0.68, 0.5918, 1.0]

    Source: as `structural_holes`. networkx 3.6.1 gives another effective size of weighted networks, as it divides by
    mistake (its pull request 8906).
    """
    known = filled_strengths(snapshot, minimum_cover)
    if known.values is None:
        methods = _methods(snapshot, "_weighted", known.parameters)
        return StructuralHoles(*(unknown_values(snapshot, about, known.reason) for about in methods))
    return _measures(snapshot, "_weighted", known.values, known.parameters)


def _measures(snapshot: Snapshot, suffix: str, weights: Strength, parameters: Mapping[str, object]) -> StructuralHoles:
    size, edges = len(snapshot.actors), snapshot.undirected
    ends, contacts, local, redundancy = _contacts(size, edges, weights)
    constraint = np.bincount(ends, weights=local, minlength=size)
    effective = contacts - np.bincount(ends, weights=redundancy, minlength=size)
    tied, mean = contacts > 0, constraint / np.maximum(contacts, 1)
    efficiency = np.divide(effective, contacts, out=np.zeros(size), where=tied)
    figures = (constraint, effective, efficiency, _hierarchy(ends, contacts, local / mean[ends]))
    there = tied.tolist()
    return StructuralHoles(
        *(
            ActorMeasure(
                tuple(value if known else None for value, known in zip(values.tolist(), there, strict=True)),
                about,
                None if all(there) else NO_CONTACT,
            )
            for values, about in zip(figures, _methods(snapshot, suffix, parameters), strict=True)
        )
    )


def _contacts(
    size: int, edges: Edges, weights: Strength
) -> tuple[NDArray[np.int64], NDArray[np.int64], Strength, Strength]:
    """Of each tie seen from each end: that end, its contacts, the local constraint and the redundancy of the other.

    The first half of the rows are the ties seen from their sources, the second from their targets.
    """
    half = len(edges)
    ends = np.concatenate((edges.source, edges.target)).astype(np.int64)
    both = np.concatenate((weights, weights))
    total = np.bincount(ends, weights=both, minlength=size)
    greatest = np.zeros(size)
    np.maximum.at(greatest, ends, both)
    contacts = np.bincount(ends, minlength=size)
    share = both / total[ends]  # p_ij
    through, shared = np.zeros(2 * half), np.zeros(2 * half)
    for block in triangles(size, edges):
        for i, q, j, i_q, q_j, i_j in block.turned():
            from_i, from_q = i_q + half * (edges.source[i_q] != i), q_j + half * (edges.source[q_j] != q)
            row = i_j + half * (edges.source[i_j] != i)
            through += np.bincount(row, weights=share[from_i] * share[from_q], minlength=2 * half)
            shared += np.bincount(row, weights=share[from_i] * weights[q_j] / greatest[j], minlength=2 * half)
    return ends, contacts, (share + through) ** 2, shared


def _hierarchy(ends: NDArray[np.int64], contacts: NDArray[np.int64], ratio: Strength) -> Strength:
    several = contacts > 1
    disorder = np.bincount(ends, weights=ratio * np.log(ratio), minlength=len(contacts))
    greatest = contacts * np.log(np.maximum(contacts, 2))
    # Equal constraints leave a remainder of rounding on either side of 0.
    return np.where(several, np.maximum(disorder / np.maximum(greatest, 1), 0.0), 1.0)


def _methods(snapshot: Snapshot, suffix: str, parameters: Mapping[str, object]) -> list[Method]:
    return [
        method(
            snapshot,
            name + suffix,
            definition=definition,
            network="U",
            normalisation=normalisation,
            parameters=parameters,
            source=source,
            **NUMPY,
        )
        for name, (definition, normalisation, source) in _DEFINITIONS.items()
    ]
