"""A snapshot as somebody may see it: the actors that are there for them, under the names that they are told."""

from dataclasses import replace

import numpy as np

from network_service.domain.principal import Principal
from network_service.maps.sizes import ActorFigures
from network_service.operations.sight.levels import sees_pseudonyms
from network_service.operations.sight.sight import Sight
from network_service.snapshot.model import Actors, Snapshot, Ties, index_array
from network_service.store.base import StoreReader


def seen_snapshot(
    snapshot: Snapshot, figures: ActorFigures, sight: Sight, store: StoreReader
) -> tuple[Snapshot, ActorFigures]:
    """The snapshot and its figures without the actors that are not seen; figures stay those of the whole network.

    Under pseudonyms the order is that of the pseudonyms: the one of names or ids would tell who is who.
    """
    records = store.get_many(snapshot.actors.ids)
    seen = [
        place
        for place, actor in enumerate(snapshot.actors.ids)
        if actor in records and sight.may_see(records[actor].record)
    ]
    if len(seen) == len(snapshot.actors) and sight.pseudonyms is None:
        return snapshot, figures
    seen.sort(key=lambda place: sight.told(snapshot.actors.ids[place]))
    actors = snapshot.actors
    ids = tuple(sight.told(actors.ids[place]) for place in seen)
    shown = Actors(
        ids=ids,
        names=ids if sight.pseudonyms else tuple(actors.names[place] for place in seen),
        levels=tuple(actors.levels[place] for place in seen),
        sectors=tuple(actors.sectors[place] for place in seen),
        area_levels=tuple(actors.area_levels[place] for place in seen),
    )
    of_them = ActorFigures([figures.betweenness[place] for place in seen], [figures.degrees[place] for place in seen])
    ties = _ties_among(snapshot.ties, seen, len(actors))
    return replace(snapshot, actors=shown, ties=ties, network_names=told_networks(sight.principal, snapshot)), of_them


def told_networks(principal: Principal, snapshot: Snapshot) -> tuple[str, ...]:
    """The names of the networks; none where pseudonyms stand for names."""
    return () if sees_pseudonyms(principal) else snapshot.network_names


def _ties_among(ties: Ties, seen: list[int], size: int) -> Ties:
    """The ties both ends of which are seen, by the places that these have among the seen."""
    place = np.full(size, -1, dtype=np.int32)
    place[index_array(seen)] = np.arange(len(seen), dtype=np.int32)
    source, target = place[ties.source], place[ties.target]
    kept = (source >= 0) & (target >= 0)
    return Ties(source[kept], target[kept], ties.layer[kept], ties.strength[kept])
