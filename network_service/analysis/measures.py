"""All measures of one snapshot that a click can wait for, each computed when it is first asked for and kept."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Protocol, TypeVar

from network_service.analysis.assortativity import (
    Assortativity,
    assortativity,
    assortativity_undirected,
    degree_assortativity,
)
from network_service.analysis.brokerage import Brokerage, brokerage, brokerage_undirected
from network_service.analysis.centralisation import (
    betweenness_centralisation,
    closeness_centralisation,
    degree_centralisation,
)
from network_service.analysis.closeness import DistanceMeasures, StepMeasures, distances, distances_weighted
from network_service.analysis.clustering import average_clustering, clustering, clustering_weighted, transitivity
from network_service.analysis.cohesion import density, density_directed, reciprocity
from network_service.analysis.communities import Communities, communities
from network_service.analysis.connectivity import (
    Bridges,
    Components,
    CutPoints,
    articulation_points,
    bridges,
    components,
    connectedness,
    fragmentation,
)
from network_service.analysis.cores import core_number
from network_service.analysis.degree import degree, degree_count, in_degree, out_degree, strength
from network_service.analysis.diversity import Diversity, iqv
from network_service.analysis.e_i import EIByActor, EIBySector, e_i_by_actor, e_i_by_sector
from network_service.analysis.edge_betweenness import (
    Betweennesses,
    betweenness_with_ties,
    betweenness_with_ties_weighted,
)
from network_service.analysis.expected_ties import (
    MixingMatrixExpected,
    SectorPairsExpected,
    mixing_matrix_expected,
    sector_pairs_expected,
)
from network_service.analysis.interlock import Interlock, interlock
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
from network_service.analysis.result import ActorMeasure, Method, NetworkMeasure, TieMeasure
from network_service.analysis.spectral import (
    eigenvector,
    eigenvector_weighted,
    katz,
    pagerank,
    pagerank_directed,
    pagerank_weighted,
)
from network_service.analysis.structural_holes import StructuralHoles, structural_holes, structural_holes_weighted
from network_service.analysis.two_mode import TwoMode, two_mode
from network_service.analysis.weights import MINIMUM_COVER
from network_service.snapshot.model import Snapshot

_Result = TypeVar("_Result")


class Figure(Protocol):
    """One number for the whole network, with how it was made and why it is not known."""

    @property
    def value(self) -> float | None:
        """The figure, or `None` where it is not known."""

    @property
    def method(self) -> Method:
        """How it was made."""

    @property
    def reason(self) -> str | None:
        """Why it is not known."""


@dataclass(frozen=True, slots=True)
class MeasureOptions:
    """The numbers that measures leave to an installation."""

    minimum_cover: float = MINIMUM_COVER
    required_sectors: frozenset[str] = frozenset()
    """Sectors that a network must have; absent ones count in its diversity."""
    seed: int = 1


def untold(measure: str) -> None:
    """Nobody listens."""


def _kept(compute: "Callable[[Measures], _Result]") -> "cached_property[_Result]":
    """A measure computed once, whose message code is told before: some take seconds."""
    code = f"measure.{compute.__name__.strip('_').removesuffix('_of_all')}"

    @wraps(compute)
    def told(measures: "Measures") -> _Result:
        measures.tell(code)
        return compute(measures)

    return cached_property(told)


class Measures:
    """The measures of one snapshot. Each is what the function of its name gives, by the options.

    `tell` is called with the message code of each measure before it is computed. Betweenness and weighted distances
    take nearly all of the time; they are split over `executor` where there is one.

    >>> from network_service.analysis.example import eight_actors
    >>> measures = Measures(eight_actors())
    >>> measures.betweenness.values[3], measures.density.value
    (0.5, 0.32142857142857145)
    """

    def __init__(
        self,
        snapshot: Snapshot,
        options: MeasureOptions | None = None,
        *,
        executor: Executor | None = None,
        tell: Callable[[str], None] = untold,
    ) -> None:
        """Measure this snapshot; nothing is computed yet."""
        self.snapshot = snapshot
        self.options = options or MeasureOptions()
        self.tell = tell
        self._executor = executor

    @_kept
    def degree(self) -> ActorMeasure:
        """Share of the others that an actor is tied to."""
        return degree(self.snapshot)

    @_kept
    def degree_count(self) -> ActorMeasure:
        """Number of actors that an actor is tied to."""
        return degree_count(self.snapshot)

    @_kept
    def in_degree(self) -> ActorMeasure:
        """Number of actors that declare a tie to an actor."""
        return in_degree(self.snapshot)

    @_kept
    def out_degree(self) -> ActorMeasure:
        """Number of actors that an actor declares a tie to."""
        return out_degree(self.snapshot)

    @_kept
    def strength(self) -> ActorMeasure:
        """Sum of the strengths of an actor's ties."""
        return strength(self.snapshot, minimum_cover=self.options.minimum_cover)

    @_kept
    def _betweenness_of_all(self) -> Betweennesses:
        return betweenness_with_ties(self.snapshot, executor=self._executor)

    @_kept
    def _betweenness_weighted_of_all(self) -> Betweennesses:
        cover = self.options.minimum_cover
        return betweenness_with_ties_weighted(self.snapshot, minimum_cover=cover, executor=self._executor)

    @property
    def betweenness(self) -> ActorMeasure:
        """Share of the pairs of others between which an actor stands."""
        return self._betweenness_of_all.actors

    @property
    def edge_betweenness(self) -> TieMeasure:
        """Share of the pairs between which a tie stands."""
        return self._betweenness_of_all.ties

    @property
    def betweenness_weighted(self) -> ActorMeasure:
        """The same where strong ties are short."""
        return self._betweenness_weighted_of_all.actors

    @property
    def edge_betweenness_weighted(self) -> TieMeasure:
        """The same of ties."""
        return self._betweenness_weighted_of_all.ties

    @_kept
    def distances(self) -> StepMeasures:
        """What one pass over the distances gives."""
        return distances(self.snapshot)

    @_kept
    def distances_weighted(self) -> DistanceMeasures:
        """The same where strong ties are short."""
        return distances_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @_kept
    def eigenvector(self) -> ActorMeasure:
        """How well the neighbours of an actor are tied."""
        return eigenvector(self.snapshot)

    @_kept
    def eigenvector_weighted(self) -> ActorMeasure:
        """The same by strength."""
        return eigenvector_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @_kept
    def pagerank(self) -> ActorMeasure:
        """How often a walk along the ties comes by."""
        return pagerank(self.snapshot)

    @_kept
    def pagerank_directed(self) -> ActorMeasure:
        """The same along the ties as they were declared."""
        return pagerank_directed(self.snapshot)

    @_kept
    def pagerank_weighted(self) -> ActorMeasure:
        """The same by strength."""
        return pagerank_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @_kept
    def katz(self) -> ActorMeasure:
        """Walks of all lengths that end at an actor, long ones counting less."""
        return katz(self.snapshot)

    @_kept
    def core_number(self) -> ActorMeasure:
        """The firmest core that an actor is in."""
        return core_number(self.snapshot)

    @_kept
    def clustering(self) -> ActorMeasure:
        """Share of the pairs of an actor's neighbours that are tied."""
        return clustering(self.snapshot)

    @_kept
    def clustering_weighted(self) -> ActorMeasure:
        """The same by strength."""
        return clustering_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @_kept
    def structural_holes(self) -> StructuralHoles:
        """Burt's four measures."""
        return structural_holes(self.snapshot)

    @_kept
    def structural_holes_weighted(self) -> StructuralHoles:
        """The same by strength."""
        return structural_holes_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @_kept
    def brokerage(self) -> Brokerage:
        """The five roles between sectors, as declared."""
        return brokerage(self.snapshot)

    @_kept
    def brokerage_undirected(self) -> Brokerage:
        """The five roles between sectors, without direction."""
        return brokerage_undirected(self.snapshot)

    @_kept
    def components(self) -> Components:
        """The parts between which there is no path."""
        return components(self.snapshot)

    @_kept
    def articulation_points(self) -> CutPoints:
        """The actors without whom others lose their connection."""
        return articulation_points(self.snapshot)

    @_kept
    def bridges(self) -> Bridges:
        """The ties without which others lose their connection."""
        return bridges(self.snapshot)

    @_kept
    def connectedness(self) -> NetworkMeasure:
        """Share of the pairs joined by a path."""
        return connectedness(self.snapshot)

    @_kept
    def fragmentation(self) -> NetworkMeasure:
        """Share of the pairs that no path joins."""
        return fragmentation(self.snapshot)

    @_kept
    def density(self) -> NetworkMeasure:
        """Share of the possible ties."""
        return density(self.snapshot)

    @_kept
    def density_directed(self) -> NetworkMeasure:
        """Share of the possible declarations."""
        return density_directed(self.snapshot)

    @_kept
    def reciprocity(self) -> NetworkMeasure:
        """Share of the declared ties that are declared back."""
        return reciprocity(self.snapshot)

    @_kept
    def transitivity(self) -> NetworkMeasure:
        """Share of the paths of two ties whose ends are tied."""
        return transitivity(self.snapshot)

    @_kept
    def average_clustering(self) -> NetworkMeasure:
        """Mean of the local clustering."""
        return average_clustering(self.snapshot)

    @_kept
    def degree_centralisation(self) -> NetworkMeasure:
        """How far the ties lie with one actor."""
        return degree_centralisation(self.snapshot, self.degree)

    @_kept
    def closeness_centralisation(self) -> NetworkMeasure:
        """How far nearness lies with one actor."""
        return closeness_centralisation(self.snapshot, self.distances.closeness)

    @_kept
    def betweenness_centralisation(self) -> NetworkMeasure:
        """How far standing between others lies with one actor."""
        return betweenness_centralisation(self.snapshot, self.betweenness)

    @_kept
    def iqv(self) -> Diversity:
        """Diversity of sectors."""
        return iqv(self.snapshot, required=self.options.required_sectors)

    @_kept
    def assortativity(self) -> Assortativity:
        """How far declared ties stay inside sectors."""
        return assortativity(self.snapshot)

    @_kept
    def assortativity_undirected(self) -> Assortativity:
        """The same without direction."""
        return assortativity_undirected(self.snapshot)

    @_kept
    def degree_assortativity(self) -> NetworkMeasure:
        """How far actors of many ties are tied to their like."""
        return degree_assortativity(self.snapshot)

    @_kept
    def e_i_index(self) -> EIIndex:
        """Whether ties look out of the sectors or into them."""
        return e_i_index(self.snapshot)

    @_kept
    def e_i_by_sector(self) -> EIBySector:
        """The same of each sector."""
        return e_i_by_sector(self.snapshot)

    @_kept
    def e_i_by_actor(self) -> EIByActor:
        """The same of each actor."""
        return e_i_by_actor(self.snapshot)

    @_kept
    def mixing_matrix(self) -> MixingMatrix:
        """Declared ties from sector to sector."""
        return mixing_matrix(self.snapshot)

    @_kept
    def mixing_matrix_expected(self) -> MixingMatrixExpected:
        """The same beside what chance would give."""
        return mixing_matrix_expected(self.snapshot)

    @_kept
    def sector_pairs(self) -> SectorPairs:
        """Ties between each two sectors."""
        return sector_pairs(self.snapshot)

    @_kept
    def sector_pairs_expected(self) -> SectorPairsExpected:
        """The same beside what the sizes of the sectors would give."""
        return sector_pairs_expected(self.snapshot)

    @_kept
    def sector_pair_coverage(self) -> SectorPairCoverage:
        """Share of the pairs of sectors that a tie joins."""
        return sector_pair_coverage(self.snapshot)

    @_kept
    def communities(self) -> Communities:
        """Groups more tied within than chance would have it."""
        return communities(self.snapshot, seed=self.options.seed)

    @_kept
    def two_mode(self) -> TwoMode:
        """Centralities of actors and bodies through seats."""
        return two_mode(self.snapshot)

    @_kept
    def interlock(self) -> Interlock:
        """Which bodies share people."""
        return interlock(self.snapshot)

    @property
    def of_actors(self) -> dict[str, ActorMeasure]:
        """The measures that have a value an actor, by name, in the order of a table's columns."""
        steps, lengths = self.distances, self.distances_weighted
        measures = (
            *(self.degree, self.degree_count, self.in_degree, self.out_degree, self.strength),
            *(self.betweenness, self.betweenness_weighted),
            *(steps.closeness, lengths.closeness, steps.harmonic, lengths.harmonic, steps.reach),
            *(steps.eccentricity, lengths.eccentricity),
            *(self.eigenvector, self.eigenvector_weighted),
            *(self.pagerank, self.pagerank_weighted, self.pagerank_directed, self.katz),
            *(self.core_number, self.clustering, self.clustering_weighted),
            *self.structural_holes.of_actors.values(),
            *self.structural_holes_weighted.of_actors.values(),
            self.e_i_by_actor.index,
            *(self.two_mode.degree, self.two_mode.betweenness, self.two_mode.closeness),
        )
        return {measure.method.measure: measure for measure in measures}

    @property
    def of_ties(self) -> dict[str, TieMeasure]:
        """The measures that have a value a tie, by name, in the order of the undirected ties."""
        return {measure.method.measure: measure for measure in (self.edge_betweenness, self.edge_betweenness_weighted)}

    @property
    def of_network(self) -> dict[str, Figure]:
        """The measures of the whole network that are one number, by name, in the order of a table's rows."""
        steps, lengths = self.distances.lengths, self.distances_weighted.lengths
        figures: tuple[Figure, ...] = (
            *(self.density, self.density_directed, self.reciprocity, self.transitivity, self.average_clustering),
            *(steps.average_path_length, steps.diameter, steps.global_efficiency),
            *(lengths.average_path_length, lengths.diameter, lengths.global_efficiency),
            *(self.degree_centralisation, self.closeness_centralisation, self.betweenness_centralisation),
            *(self.connectedness, self.fragmentation, self.iqv),
            *(self.assortativity, self.assortativity_undirected, self.degree_assortativity),
            *(self.e_i_index, self.sector_pair_coverage),
        )
        return {figure.method.measure: figure for figure in figures}
