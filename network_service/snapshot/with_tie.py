"""The network as it would be with one tie more."""

from dataclasses import replace

import numpy as np

from network_service.domain.vocabulary import Layer
from network_service.snapshot.content_hash import content_hash
from network_service.snapshot.model import LAYERS, Snapshot, Ties, index_array


def with_tie(snapshot: Snapshot, one: int, other: int) -> Snapshot:
    """The same network in which two actors collaborate and both say so; how often they would meet is not known.

    `ValueError` where they are one actor, or no actors of the network. Nothing is written anywhere: the content hash is
    that of the network imagined.
    """
    if one == other or not all(0 <= end < len(snapshot.actors) for end in (one, other)):
        raise ValueError(f"no tie between {one} and {other} of {len(snapshot.actors)} actors")
    ties = snapshot.ties
    made = replace(
        snapshot,
        ties=Ties(
            source=np.concatenate((ties.source, index_array((one, other)))),
            target=np.concatenate((ties.target, index_array((other, one)))),
            layer=np.concatenate((ties.layer, np.full(2, LAYERS.index(Layer.COLLABORATION), dtype=np.int8))),
            strength=np.concatenate((ties.strength, np.full(2, np.nan))),
        ),
    )
    return replace(made, content_hash=content_hash(made))
