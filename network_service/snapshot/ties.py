"""Ties between actors in layers: as declared, with agreements projected to ties between their parties."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import Layer
from network_service.snapshot.model import LAYERS, Actors, Ties, index_array
from network_service.snapshot.reading import Reading

Row = tuple[str, str, Layer, float]

_COLLABORATION = ["source", "target", "frequency", "mutual"]


def read_ties(reading: Reading, actors: Actors, networks: frozenset[object], lens: Lens) -> tuple[Ties, dict[str, int]]:
    """The ties a lens shows between the actors shown, and the counts of what it hides by reason."""
    rows: list[Row] = [
        (one, other, Layer.COLLABORATION, float("nan") if frequency is None else float(frequency))
        for source, target, frequency, mutual in reading.rows(["collaborates_with"], _COLLABORATION)
        for one, other in ((source, target), (target, source))[: 2 if mutual else 1]
    ]
    rows += [
        (source, target, Layer.RESOURCE, float("nan"))
        for source, target in reading.rows(["shares_resource"], ["source", "target"])
        if target not in networks
    ]
    rows += _projected(reading, lens.large_agreement)
    return _shown(rows, actors, lens)


def _projected(reading: Reading, large_agreement: int) -> list[Row]:
    """Every two parties of an agreement in force, once an agreement."""
    in_force = set(reading.columns(["agreement"], ["id"])["id"])
    parties: dict[str, set[str]] = {}
    for actor, agreement in reading.rows(["party_to"], ["source", "target"]):
        if agreement in in_force:
            parties.setdefault(agreement, set()).add(actor)
    return [
        (one, other, Layer.LARGE_AGREEMENT if len(members) > large_agreement else Layer.AGREEMENT, float("nan"))
        for members in parties.values()
        for one, other in combinations(sorted(members), 2)
    ]


def _shown(rows: list[Row], actors: Actors, lens: Lens) -> tuple[Ties, dict[str, int]]:
    """Keep the ties the lens shows, in one order; each hidden tie is counted under the first reason that hides it."""
    place = actors.index
    source = index_array(place.get(row[0], -1) for row in rows)
    target = index_array(place.get(row[1], -1) for row in rows)
    layer = np.fromiter((LAYERS.index(row[2]) for row in rows), dtype=np.int8)
    strength = np.fromiter((row[3] for row in rows), dtype=np.float64)
    counts: dict[str, int] = {}
    keep = np.ones(len(rows), dtype=bool)

    def hide(reason: str, which: NDArray[np.bool_]) -> None:
        counts[reason] = int((keep & which).sum())
        keep[which] = False

    hide("ties_of_other_layers", ~np.isin(layer, [LAYERS.index(shown) for shown in lens.layers]))
    hide("ties_to_hidden_actors", (source < 0) | (target < 0))
    if lens.minimum_strength is not None:
        hide("ties_of_unknown_strength", np.isnan(strength))
        hide("ties_too_weak", strength < lens.minimum_strength)
    order = np.lexsort((strength[keep], target[keep], source[keep], layer[keep]))
    return Ties(source[keep][order], target[keep][order], layer[keep][order], strength[keep][order]), counts
