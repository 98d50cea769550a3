"""All headline measures of a snapshot at once: what findings, maps and the centrality table read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from network_service.analysis.betweenness import betweenness, betweenness_weighted
from network_service.analysis.closeness import DistanceMeasures, distances, distances_weighted
from network_service.analysis.cohesion import density, density_directed, reciprocity
from network_service.analysis.connectivity import (
    Bridges,
    Components,
    CutPoints,
    articulation_points,
    bridges,
    components,
)
from network_service.analysis.degree import degree, degree_count, in_degree, out_degree, strength
from network_service.analysis.mixing import (
    EIIndex,
    MixingMatrix,
    SectorPairCoverage,
    SectorPairs,
    e_i_index,
    mixing_matrix,
    sector_pair_coverage,
    sector_pairs,
)
from network_service.analysis.result import ActorMeasure, NetworkMeasure
from network_service.analysis.weights import MINIMUM_COVER
from network_service.snapshot.model import Snapshot

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Measures:
    """The headline measures of one snapshot, each as its own function gives it."""

    degree: ActorMeasure
    degree_count: ActorMeasure
    in_degree: ActorMeasure
    out_degree: ActorMeasure
    strength: ActorMeasure
    betweenness: ActorMeasure
    betweenness_weighted: ActorMeasure
    distances: DistanceMeasures
    distances_weighted: DistanceMeasures
    components: Components
    articulation_points: CutPoints
    bridges: Bridges
    density: NetworkMeasure
    density_directed: NetworkMeasure
    reciprocity: NetworkMeasure
    e_i_index: EIIndex
    mixing_matrix: MixingMatrix
    sector_pairs: SectorPairs
    sector_pair_coverage: SectorPairCoverage

    @property
    def of_actors(self) -> dict[str, ActorMeasure]:
        """The measures that have a value an actor, by name, in the order of a table's columns."""
        measures = (
            self.degree,
            self.degree_count,
            self.in_degree,
            self.out_degree,
            self.strength,
            self.betweenness,
            self.betweenness_weighted,
            self.distances.closeness,
            self.distances_weighted.closeness,
            self.distances.harmonic,
            self.distances_weighted.harmonic,
        )
        return {measure.method.measure: measure for measure in measures}


@dataclass(frozen=True, slots=True)
class Structure:
    """The measures that findings read, none of which takes long."""

    components: Components
    articulation_points: CutPoints
    sector_pairs: SectorPairs


def measure_structure(snapshot: Snapshot) -> Structure:
    """Compute what findings read and nothing else: no betweenness, no distances."""
    return Structure(components(snapshot), articulation_points(snapshot), sector_pairs(snapshot))


def measure_all(
    snapshot: Snapshot, progress: Callable[[str], None] | None = None, *, minimum_cover: float = MINIMUM_COVER
) -> Measures:
    """Compute every headline measure once.

    `progress` is called with the message code of each measure before it is computed. Betweenness and weighted distances
    take nearly all of the time: 3 s for 2,000 actors and 12,000 ties, many minutes for 20,000 and 120,000.

    >>> from network_service.analysis.example import eight_actors
    >>> measures = measure_all(eight_actors())
    >>> measures.betweenness.values[3], len(measures.of_actors)
    (0.5, 11)
    """

    def told(name: str, compute: Callable[[], Value]) -> Value:
        if progress is not None:
            progress(f"measure.{name}")
        return compute()

    return Measures(
        degree=told("degree", lambda: degree(snapshot)),
        degree_count=told("degree_count", lambda: degree_count(snapshot)),
        in_degree=told("in_degree", lambda: in_degree(snapshot)),
        out_degree=told("out_degree", lambda: out_degree(snapshot)),
        strength=told("strength", lambda: strength(snapshot, minimum_cover=minimum_cover)),
        betweenness=told("betweenness", lambda: betweenness(snapshot)),
        betweenness_weighted=told(
            "betweenness_weighted", lambda: betweenness_weighted(snapshot, minimum_cover=minimum_cover)
        ),
        distances=told("distances", lambda: distances(snapshot)),
        distances_weighted=told(
            "distances_weighted", lambda: distances_weighted(snapshot, minimum_cover=minimum_cover)
        ),
        components=told("components", lambda: components(snapshot)),
        articulation_points=told("articulation_points", lambda: articulation_points(snapshot)),
        bridges=told("bridges", lambda: bridges(snapshot)),
        density=told("density", lambda: density(snapshot)),
        density_directed=told("density_directed", lambda: density_directed(snapshot)),
        reciprocity=told("reciprocity", lambda: reciprocity(snapshot)),
        e_i_index=told("e_i_index", lambda: e_i_index(snapshot)),
        mixing_matrix=told("mixing_matrix", lambda: mixing_matrix(snapshot)),
        sector_pairs=told("sector_pairs", lambda: sector_pairs(snapshot)),
        sector_pair_coverage=told("sector_pair_coverage", lambda: sector_pair_coverage(snapshot)),
    )
