"""The communities found beside divisions that people made: sectors and sub-networks."""

from dataclasses import dataclass

import numpy as np

from network_service.analysis.communities import Communities
from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.partitions import agreement
from network_service.analysis.result import Method, method
from network_service.analysis.unknown import FEW_SUB_NETWORKS, ONE_SECTOR
from network_service.snapshot.model import Snapshot

_SOURCE = "Hubert and Arabie 1985, Journal of Classification 2, 193-218; Danon et al. 2005, J. Stat. Mech. P09008"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far the communities agree with a division of `codes`, over the actors whose part in it is known.

    `actors` counts, by community (row) and code (column), the actors compared; `left_out` the others. Both figures are
    `None` where there is nothing to compare with, and `reason` says so.
    """

    normalised_mutual_information: float | None
    adjusted_rand: float | None
    codes: tuple[str, ...]
    actors: tuple[tuple[int, ...], ...]
    left_out: int
    method: Method
    reason: str | None = None


def communities_and_sectors(snapshot: Snapshot, found: Communities) -> Comparison:
    """Whether actors keep to their own sector: how far communities are sectors.

    Formula, normalisation and degenerate cases: as `partitions.agreement`. Cost: O(n). Actors of unknown sector are
    left out and counted. Isolates count, each a community of its own. Below two sectors, so in an empty network too:
    `None`.

    >>> from network_service.analysis.communities import communities
    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> compared = communities_and_sectors(snapshot, communities(snapshot, seed=1))
    >>> round(compared.normalised_mutual_information, 4), round(compared.adjusted_rand, 4), compared.actors
    (0.3077, -0.046, ((1, 1, 1, 0, 1), (0, 0, 1, 2, 1)))

    Source: Hubert and Arabie 1985; Danon et al. 2005.
    """
    return _compared(snapshot, found, "communities_and_sectors", snapshot.actors.sectors, ONE_SECTOR)


def communities_and_sub_networks(snapshot: Snapshot, found: Communities) -> Comparison:
    """Whether actors work together as the sub-networks have them: how far communities are sub-networks.

    As `communities_and_sectors`. An actor in no sub-network, or in several, has no single place to compare with: left
    out and counted. Below two sub-networks with such members: `None`.

    >>> from network_service.analysis.communities import communities
    >>> from network_service.analysis.example import eight_actors
    >>> snapshot = eight_actors()
    >>> communities_and_sub_networks(snapshot, communities(snapshot, seed=1)).left_out
    8
    """
    of: dict[str, list[str]] = {}
    for sub_network in snapshot.sub_networks:
        for member in sub_network.members:
            of.setdefault(member, []).append(sub_network.id)
    places = (of.get(actor, []) for actor in snapshot.actors.ids)
    single = tuple(place[0] if len(place) == 1 else None for place in places)
    return _compared(snapshot, found, "communities_and_sub_networks", single, FEW_SUB_NETWORKS)


def _compared(
    snapshot: Snapshot, found: Communities, name: str, division: tuple[str | None, ...], nothing: str
) -> Comparison:
    known = [(number, code) for number, code in zip(found.membership, division, strict=True) if code is not None]
    codes = tuple(sorted({code for _, code in known}))
    column = {code: place for place, code in enumerate(codes)}
    counts = np.zeros((len(found.groups), len(codes)), np.int64)
    for number, code in known:
        counts[number, column[code]] += 1
    about = method(
        snapshot,
        name,
        definition="2 I / (H + H); (R - E) / (M - E) over pairs of actors",
        network="U",
        normalisation="mean of the entropies; index expected by chance",
        parameters=found.method.parameters,
        seed=found.method.seed,
        source=_SOURCE,
        **NUMPY,
    )
    same = agreement([number for number, _ in known], [code for _, code in known]) if len(codes) > 1 else None
    return Comparison(
        normalised_mutual_information=None if same is None else same.normalised_mutual_information,
        adjusted_rand=None if same is None else same.adjusted_rand,
        codes=codes,
        actors=tuple(tuple(row) for row in counts.tolist()),
        left_out=len(division) - len(known),
        method=about,
        reason=nothing if same is None else None,
    )
