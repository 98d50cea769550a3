"""Ties between actors in layers: as declared, with agreements projected to ties between their parties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from network_service.domain.agreement_stages import is_signed
from network_service.domain.lens import Lens
from network_service.domain.vocabulary import Layer
from network_service.snapshot.affairs.held import day
from network_service.snapshot.model import LAYERS, Actors, Ties, index_array
from network_service.snapshot.reading import Reading

_COLLABORATION = ["source", "target", "frequency", "mutual"]


@dataclass(frozen=True, slots=True)
class Declared:
    """Ties of one layer by the ids of their ends, as columns: rows in Python cost a third of a whole snapshot."""

    layer: Layer
    source: list[str]
    target: list[str]
    strength: list[float | None]


def read_ties(reading: Reading, actors: Actors, networks: frozenset[object], lens: Lens) -> tuple[Ties, dict[str, int]]:
    """The ties a lens shows between the actors shown, and the counts of what it hides by reason."""
    declared = (_collaboration(reading), _resources(reading, networks), *_agreements(reading, lens.large_agreement))
    return _shown(declared, actors, lens)


def _collaboration(reading: Reading) -> Declared:
    """Each tie as declared, one that is mutual in both directions."""
    columns = reading.columns(["collaborates_with"], _COLLABORATION)
    source, target, strength = columns["source"], columns["target"], columns["frequency"]
    both = [place for place, mutual in enumerate(columns["mutual"]) if mutual]
    return Declared(
        Layer.COLLABORATION,
        source + [target[place] for place in both],
        target + [source[place] for place in both],
        strength + [strength[place] for place in both],
    )


def _resources(reading: Reading, networks: frozenset[object]) -> Declared:
    """Resources that an actor shares with another; what it shares with the network as a whole is no tie."""
    rows = [row for row in reading.rows(["shares_resource"], ["source", "target"]) if row[1] not in networks]
    return _of_pairs(Layer.RESOURCE, rows)


def _agreements(reading: Reading, large_agreement: int) -> Iterator[Declared]:
    """Every two parties of an agreement in force, once an agreement; those of large ones are a layer of their own.

    One that is not signed yet is not in force, though its term has begun; one of which nobody noted whether it is
    signed holds by its term.
    """
    in_force = {
        agreement
        for agreement, kind, stage, signed in reading.rows(
            ["agreement"], ["id", "agreement_kind", "stage", "signed_on"]
        )
        if is_signed(kind, stage, day(signed), reading.day) is not False
    }
    parties: dict[str, set[str]] = {}
    for actor, agreement in reading.rows(["party_to"], ["source", "target"]):
        if agreement in in_force:
            parties.setdefault(agreement, set()).add(actor)
    for layer in (Layer.AGREEMENT, Layer.LARGE_AGREEMENT):
        of_layer = [one for one in parties.values() if (len(one) > large_agreement) == (layer is Layer.LARGE_AGREEMENT)]
        yield _of_pairs(layer, [pair for members in of_layer for pair in combinations(sorted(members), 2)])


def _of_pairs(layer: Layer, pairs: Sequence[tuple[str, ...]]) -> Declared:
    return Declared(layer, [pair[0] for pair in pairs], [pair[1] for pair in pairs], [None] * len(pairs))


def _shown(declared: Sequence[Declared], actors: Actors, lens: Lens) -> tuple[Ties, dict[str, int]]:
    """Keep the ties the lens shows, in one order; each hidden tie is counted under the first reason that hides it."""
    place = actors.index
    source = index_array([place.get(end, -1) for one in declared for end in one.source])
    target = index_array([place.get(end, -1) for one in declared for end in one.target])
    sizes = [len(one.source) for one in declared]
    layer = np.repeat(np.array([LAYERS.index(one.layer) for one in declared], dtype=np.int8), sizes)
    # numpy takes None for nan, which here is "not known".
    strength = np.concatenate([np.array(one.strength, dtype=np.float64) for one in declared])
    counts: dict[str, int] = {}
    keep = np.ones(len(source), dtype=bool)

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
