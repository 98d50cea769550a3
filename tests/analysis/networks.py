"""Snapshots made from short lists, for tests of everything that stands on a snapshot."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import nan
from typing import Any, TypeAlias

import numpy as np
from hypothesis import strategies as st

from network_service.domain.lens import Lens
from network_service.domain.vocabulary import Layer
from network_service.snapshot.content_hash import content_hash
from network_service.snapshot.model import LAYERS, Actors, Snapshot, Ties, index_array

SECTORS = ("state", "civil_society", "community", "business", "academic")

Arc: TypeAlias = Sequence[Any]
"""A declared tie: two actors by name, or as two letters."""


def network(
    actors: Iterable[Hashable] | int,
    ties: Iterable[Arc] = (),
    *,
    strengths: Mapping[Any, float] | Sequence[float | None] | None = None,
    sectors: Mapping[Any, str | None] | Sequence[str | None] | None = None,
    layers: Sequence[Layer] | None = None,
    mutual: bool = False,
) -> Snapshot:
    """A snapshot of actors (names, or how many) and declared ties, by default of collaboration without a frequency.

    Actors keep the order given, so that an actor's place is known. `strengths` and `layers` run along the ties, or
    strengths are found by tie; `sectors` run along the actors, or are found by actor. With `mutual` each tie is
    declared from both sides.
    """
    names = list(range(actors)) if isinstance(actors, int) else list(actors)
    place = {name: number for number, name in enumerate(names)}
    declared = list(ties)
    if isinstance(strengths, Mapping):
        known = [strengths.get(tie, nan) for tie in declared]
    else:
        known = [nan if value is None else value for value in strengths or [None] * len(declared)]
    kinds = [LAYERS.index(layer) for layer in layers or [Layer.COLLABORATION] * len(declared)]
    found = [sectors.get(name) for name in names] if isinstance(sectors, Mapping) else sectors or [None] * len(names)
    rows = [(place[a], place[b], kind, value) for (a, b), kind, value in zip(declared, kinds, known, strict=True)]
    if mutual:
        rows += [(b, a, kind, value) for a, b, kind, value in rows]
    rows.sort(key=lambda row: row[:3])
    snapshot = Snapshot(
        lens=Lens(as_of=date(2025, 10, 1), provinces=("TH-99",)),
        revision=1,
        network_names=("Test",),
        synthetic=True,
        actors=Actors(
            ids=tuple(f"id-{number:06}" for number in range(len(names))),
            names=tuple(map(str, names)),
            levels=("organization",) * len(names),
            sectors=tuple(found),
            area_levels=(None,) * len(names),
        ),
        ties=Ties(
            source=index_array(row[0] for row in rows),
            target=index_array(row[1] for row in rows),
            layer=np.array([row[2] for row in rows], dtype=np.int8),
            strength=np.array([row[3] for row in rows], dtype=np.float64),
        ),
        content_hash="",
    )
    return replace(snapshot, content_hash=content_hash(snapshot))


def by_name(snapshot: Snapshot, values: Sequence[float | None]) -> dict[str, float | None]:
    """The values of a measure by the names of the actors."""
    return dict(zip(snapshot.actors.names, values, strict=True))


def permuted(snapshot: Snapshot, order: Sequence[int]) -> Snapshot:
    """The same network with its actors in another order: the actor at place p comes from place `order[p]`."""
    place = np.argsort(np.array(order, dtype=np.int64))
    actors, ties = snapshot.actors, snapshot.ties
    return replace(
        snapshot,
        actors=replace(
            actors,
            names=tuple(actors.names[old] for old in order),
            sectors=tuple(actors.sectors[old] for old in order),
        ),
        ties=replace(
            ties,
            source=place[ties.source].astype(np.int32),
            target=place[ties.target].astype(np.int32),
        ),
    )


def with_isolate(snapshot: Snapshot) -> Snapshot:
    """The same network with one more actor, the last, without ties and of unknown sector."""
    actors = snapshot.actors
    return replace(
        snapshot,
        actors=Actors(
            (*actors.ids, f"id-{len(actors):06}"),
            (*actors.names, "isolate"),
            (*actors.levels, "organization"),
            (*actors.sectors, None),
            (*actors.area_levels, None),
        ),
    )


@st.composite
def networks(draw: st.DrawFn, *, largest: int = 12, strengths_known: bool = False) -> Snapshot:
    """Any small network: empty, one actor, isolates, parts, parallel layers, ties from one side or both, sectors."""
    size = draw(st.integers(0, largest))
    pairs = [(a, b) for a in range(size) for b in range(size) if a != b]
    # Sparse ones too, as dense random networks hardly ever come apart.
    most = draw(st.sampled_from([0, size, 3 * size]))
    ties = draw(st.lists(st.sampled_from(pairs), max_size=most)) if pairs else []
    strength = st.integers(1, 5) if strengths_known else st.one_of(st.none(), st.integers(1, 5), st.integers(1, 5))
    layer = st.sampled_from([Layer.COLLABORATION, Layer.COLLABORATION, Layer.RESOURCE])
    return network(
        size,
        ties,
        strengths=draw(st.lists(strength, min_size=len(ties), max_size=len(ties))),
        layers=draw(st.lists(layer, min_size=len(ties), max_size=len(ties))),
        sectors=draw(st.lists(st.sampled_from((*SECTORS, None)), min_size=size, max_size=size)),
    )
