"""How long the ways through the whole network are, from the same pass over the distances as closeness."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from network_service.analysis.connectivity import connected_pairs
from network_service.analysis.engine.network import DistanceSums
from network_service.analysis.result import Method, NetworkMeasure, method
from network_service.analysis.sectors import Share
from network_service.analysis.unknown import NO_TIE, TOO_FEW_ACTORS
from network_service.snapshot.model import Snapshot

_DEFINITIONS = {
    "average_path_length": {
        "definition": "mean distance over the connected pairs",
        "normalisation": "connected pairs",
        "source": "Watts and Strogatz 1998, Nature 393, 440-442",
    },
    "diameter": {
        "definition": "greatest distance over the connected pairs",
        "normalisation": "none",
        "source": "Wasserman and Faust 1994, p. 111",
    },
    "global_efficiency": {
        "definition": "mean of 1/distance over all pairs, 0 for a pair without a path",
        "normalisation": "n (n - 1)",
        "source": "Latora and Marchiori 2001, Phys. Rev. Lett. 87, 198701",
    },
}


@dataclass(frozen=True, slots=True)
class PathMeasure:
    """A length of the ways through the network, over the pairs that have one: `connected` of all pairs.

    The length alone can fall when the network comes apart, as the long ways are the first to go.
    """

    value: float | None
    connected: Share
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PathLengths:
    """What one pass over the distances says of the network as a whole."""

    average_path_length: PathMeasure
    diameter: PathMeasure
    global_efficiency: NetworkMeasure


def path_lengths(
    snapshot: Snapshot, suffix: str, sums: DistanceSums, parameters: Mapping[str, object], maker: Mapping[str, str]
) -> PathLengths:
    """Average path length, diameter and global efficiency from sums of distances; the contract is `distances`'s."""
    average, diameter, efficiency = _methods(snapshot, suffix, parameters, maker)
    size, ways, connected = len(snapshot.actors), sum(sums.reached), connected_pairs(snapshot)
    alone = TOO_FEW_ACTORS if size < 2 else None
    if ways:
        of_pairs = (
            PathMeasure(fsum(sums.total) / ways, connected, average),
            PathMeasure(max(sums.farthest), connected, diameter),
        )
    else:
        of_pairs = (
            PathMeasure(None, connected, average, alone or NO_TIE),
            PathMeasure(None, connected, diameter, alone or NO_TIE),
        )
    mean = None if alone else fsum(sums.inverse) / (size * (size - 1))
    return PathLengths(*of_pairs, NetworkMeasure(mean, efficiency, alone))


def unknown_lengths(
    snapshot: Snapshot, suffix: str, parameters: Mapping[str, object], maker: Mapping[str, str], reason: str | None
) -> PathLengths:
    """The same where distances are not known; how many pairs are connected still is."""
    average, diameter, efficiency = _methods(snapshot, suffix, parameters, maker)
    connected = connected_pairs(snapshot)
    return PathLengths(
        PathMeasure(None, connected, average, reason),
        PathMeasure(None, connected, diameter, reason),
        NetworkMeasure(None, efficiency, reason),
    )


def _methods(
    snapshot: Snapshot, suffix: str, parameters: Mapping[str, object], maker: Mapping[str, str]
) -> tuple[Method, Method, Method]:
    average, diameter, efficiency = (
        method(snapshot, name + suffix, network="U", parameters=parameters, **about, **maker)
        for name, about in _DEFINITIONS.items()
    )
    return average, diameter, efficiency
