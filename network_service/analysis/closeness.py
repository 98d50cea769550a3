"""How near an actor is to all others: everything that one pass over the distances gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.analysis.engine import choice
from network_service.analysis.engine.network import DistanceSums, unweighted
from network_service.analysis.path_lengths import PathLengths, path_lengths, unknown_lengths
from network_service.analysis.result import ActorMeasure, Method, method
from network_service.analysis.unknown import TOO_FEW_ACTORS, WITHOUT_TIES, unknown_values
from network_service.analysis.weights import MINIMUM_COVER, filled_strengths, weighted
from network_service.snapshot.model import Snapshot

STEPS = (2, 3, 4)
"""Steps that reach is told for: one step is degree, and in five a province reaches nearly everybody."""

_DEFINITIONS = {
    "closeness": {
        "definition": "(r - 1) / (n - 1) * (r - 1) / (sum of distances), r = actors in the component",
        "normalisation": "n - 1",
        "source": "Wasserman and Faust 1994, p. 201",
    },
    "harmonic": {
        "definition": "sum of 1/distance / (n - 1)",
        "normalisation": "n - 1",
        "source": "Marchiori and Latora 2000, Physica A 285, 539-546; Boldi and Vigna 2014, Internet Mathematics 10",
    },
    "eccentricity": {
        "definition": "greatest distance to an actor in the component",
        "normalisation": "none",
        "source": "Wasserman and Faust 1994, p. 111",
    },
}
_REACH = {
    "definition": "other actors within so many steps / (n - 1)",
    "normalisation": "n - 1",
    "source": "Borgatti 2006, Computational and Mathematical Organization Theory 12, 21-34",
}


@dataclass(frozen=True, slots=True)
class DistanceMeasures:
    """What one pass over the distances gives, of each actor and of the network."""

    closeness: ActorMeasure
    harmonic: ActorMeasure
    eccentricity: ActorMeasure
    lengths: PathLengths


@dataclass(frozen=True, slots=True)
class StepMeasures(DistanceMeasures):
    """The same counted in steps, with whom an actor reaches in a few of them."""

    reach: ActorMeasure


def distances(snapshot: Snapshot, *, steps: int = 2) -> StepMeasures:
    """Nearness of an actor to the others, with every tie of length 1.

    Formula, in U: closeness = (r - 1)/(n - 1) * (r - 1)/(sum of distances) with r the actors of the component, itself
    included; harmonic = (sum of 1/distance)/(n - 1); eccentricity = greatest distance to an actor of the component;
    reach = actors within `steps` (2, 3 or 4) / (n - 1). Of the network, `lengths`: average path length and diameter =
    mean and greatest distance over the pairs that are connected, with how many they are; global efficiency = mean of
    1/distance over all pairs. Normalisation: closeness, harmonic, reach and efficiency 0 to 1, 1 where all are tied to
    all; the lengths are numbers of ties. Cost: O(n m), 64 actors at a time; .03 s for 2,000 actors and 12,000 ties, 3 s
    for 20,000 and 120,000.

    On a disconnected network the first factor of closeness, the share of the others that can be reached, makes small
    components comparable with large ones; harmonic and efficiency need no such care, as 1/infinity is 0. Eccentricity,
    average path length and diameter only know pairs with a path and may fall when the network comes apart: read them
    beside the share of connected pairs. An isolate has 0 in closeness, harmonic and reach: it is known to reach nobody;
    it counts in n, so it lowers the values of others. It has no eccentricity: `None`. Without a tie average path length
    and diameter are `None` and efficiency is 0. Strength and direction do not enter. Alone (n = 1) there is nobody to
    be near to: all are `None`. An empty network has no values of actors, and `None` for the network.

    >>> from network_service.analysis.example import eight_actors
    >>> found = distances(eight_actors())
    >>> [round(value, 4) for value in found.closeness.values]
    [0.4667, 0.3684, 0.5833, 0.5833, 0.5385, 0.5385, 0.4375, 0.3182]
    >>> [round(value, 4) for value in found.harmonic.values]
    [0.5833, 0.469, 0.6905, 0.6905, 0.7262, 0.619, 0.5595, 0.4095]
    >>> found.eccentricity.values, found.lengths.diameter.value, found.lengths.diameter.connected
    ((4.0, 5.0, 3.0, 3.0, 4.0, 3.0, 4.0, 5.0), 5.0, Share(present=28, possible=28))
    >>> [round(value, 4) for value in found.reach.values]
    [0.7143, 0.5714, 0.8571, 0.8571, 0.7143, 0.8571, 0.5714, 0.2857]
    >>> round(found.lengths.average_path_length.value, 4), round(found.lengths.global_efficiency.value, 4)
    (2.1786, 0.5935)

    Source: Wasserman and Faust 1994, pp. 111, 201; Marchiori and Latora 2000; Latora and Marchiori 2001; reach is
    Borgatti's (2006) and UCINET's. Systems differ on disconnected networks: igraph's own closeness looks at the
    component alone, networkx's default is the one above; networkx refuses eccentricity, igraph gives an isolate 0.
    """
    if steps not in STEPS:
        raise ValueError(f"steps is one of {STEPS}, not {steps}")
    made = choice.distance_sums(unweighted(len(snapshot.actors), snapshot.undirected), steps)
    found = _measures(snapshot, "", made.value, {}, made.maker)
    about = method(snapshot, f"reach_{steps}", network="U", parameters={"steps": steps}, **_REACH, **made.maker)
    others = len(snapshot.actors) - 1
    if others < 1:
        reach = unknown_values(snapshot, about, TOO_FEW_ACTORS)
    else:
        reach = ActorMeasure(tuple(within / others for within in made.value.within), about)
    return StepMeasures(found.closeness, found.harmonic, found.eccentricity, found.lengths, reach)


def distances_weighted(snapshot: Snapshot, *, minimum_cover: float = MINIMUM_COVER) -> DistanceMeasures:
    """Nearness of an actor to the others, where strong ties are short.

    Formula: as `distances`, with the length 1/strength; a tie of unknown strength takes the median of the known, and
    the method says how many do. Reach has no weighted twin: it counts steps. Normalisation: as `distances`, but as a
    length may be as small as 1/5 the values of closeness, harmonic and efficiency go to 5. Cost: O(n m + n^2 log n);
    .9 s for 2,000 actors and 12,000 ties.

    All values are `None` where less than `minimum_cover` of the collaboration ties shown have a frequency, or none is
    shown; how many pairs are connected is said even so. Otherwise isolates, disconnected networks and n are treated as
    `distances` does; of a tie declared twice the greater strength counts. Alone (n = 1): `None`. An empty network has
    no values of actors, and `None` for the network.

    >>> from network_service.analysis.example import eight_actors
    >>> found = distances_weighted(eight_actors())
    >>> [round(value, 4) for value in found.closeness.values]
    [0.8284, 0.5622, 1.2844, 1.1602, 1.0853, 0.9091, 0.8714, 0.7581]
    >>> [round(value, 4) for value in found.harmonic.values]
    [0.986, 0.6193, 1.5954, 1.482, 1.5146, 1.3126, 1.5422, 1.3834]
    >>> round(found.lengths.average_path_length.value, 4), round(found.lengths.diameter.value, 4)
    (1.1393, 2.5333)

    Source: as `distances`; length 1/strength after Newman 2001, Phys. Rev. E 64, 016132.
    """
    known = filled_strengths(snapshot, minimum_cover)
    parameters = {**known.parameters, "length": "1/strength"}
    if known.values is None:
        maker = {"engine": "none", "engine_version": ""}
        methods = _methods(snapshot, "_weighted", parameters, maker)
        lengths = unknown_lengths(snapshot, "_weighted", parameters, maker, known.reason)
        return _unknown(snapshot, methods, known.reason, lengths)
    made = choice.distance_sums(weighted(snapshot, known.values))
    return _measures(snapshot, "_weighted", made.value, parameters, made.maker)


def _measures(
    snapshot: Snapshot, suffix: str, sums: DistanceSums, parameters: Mapping[str, object], maker: Mapping[str, str]
) -> DistanceMeasures:
    methods = _methods(snapshot, suffix, parameters, maker)
    lengths = path_lengths(snapshot, suffix, sums, parameters, maker)
    others = len(snapshot.actors) - 1
    if others < 1:
        return _unknown(snapshot, methods, TOO_FEW_ACTORS, lengths)
    closeness, harmonic, eccentricity = methods
    near = tuple(
        reached / others * reached / total if reached else 0.0
        for reached, total in zip(sums.reached, sums.total, strict=True)
    )
    # Nobody is farther than the farthest only where somebody is reached: an isolate's 0 would look like the centre.
    far = tuple(farthest if reached else None for reached, farthest in zip(sums.reached, sums.farthest, strict=True))
    return DistanceMeasures(
        ActorMeasure(near, closeness),
        ActorMeasure(tuple(inverse / others for inverse in sums.inverse), harmonic),
        ActorMeasure(far, eccentricity, WITHOUT_TIES if None in far else None),
        lengths,
    )


def _unknown(
    snapshot: Snapshot, methods: tuple[Method, Method, Method], reason: str | None, lengths: PathLengths
) -> DistanceMeasures:
    closeness, harmonic, eccentricity = (unknown_values(snapshot, about, reason) for about in methods)
    return DistanceMeasures(closeness, harmonic, eccentricity, lengths)


def _methods(
    snapshot: Snapshot, suffix: str, parameters: Mapping[str, object], maker: Mapping[str, str]
) -> tuple[Method, Method, Method]:
    closeness, harmonic, eccentricity = (
        method(snapshot, name + suffix, network="U", parameters=parameters, **about, **maker)
        for name, about in _DEFINITIONS.items()
    )
    return closeness, harmonic, eccentricity
