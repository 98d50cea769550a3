"""All measures of one snapshot that a click can wait for, each computed when it is first asked for and kept."""

from typing import Protocol

from network_service.analysis.assortativity import (
    Assortativity,
    assortativity,
    assortativity_undirected,
    degree_assortativity,
)
from network_service.analysis.centralisation import (
    betweenness_centralisation,
    closeness_centralisation,
    degree_centralisation,
)
from network_service.analysis.clustering import average_clustering, transitivity
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
from network_service.analysis.diversity import Diversity, iqv
from network_service.analysis.e_i import EIBySector, e_i_by_sector
from network_service.analysis.expected_ties import (
    MixingMatrixExpected,
    SectorPairsExpected,
    mixing_matrix_expected,
    sector_pairs_expected,
)
from network_service.analysis.interlock import Interlock, interlock
from network_service.analysis.kept import kept
from network_service.analysis.measures_of_actors import ActorMeasures
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
from network_service.analysis.result import Method, NetworkMeasure


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


class Measures(ActorMeasures):
    """The measures of one snapshot. Each is what the function of its name gives, by the options.

    `tell` is called with the message code of each measure before it is computed. Betweenness and weighted distances
    take nearly all of the time; they are split over `executor` where there is one.

    >>> from network_service.analysis.example import eight_actors
    >>> measures = Measures(eight_actors())
    >>> measures.betweenness.values[3], measures.density.value
    (0.5, 0.32142857142857145)
    """

    @kept
    def components(self) -> Components:
        """The parts between which there is no path."""
        return components(self.snapshot)

    @kept
    def articulation_points(self) -> CutPoints:
        """The actors without whom others lose their connection."""
        return articulation_points(self.snapshot)

    @kept
    def bridges(self) -> Bridges:
        """The ties without which others lose their connection."""
        return bridges(self.snapshot)

    @kept
    def connectedness(self) -> NetworkMeasure:
        """Share of the pairs joined by a path."""
        return connectedness(self.snapshot)

    @kept
    def fragmentation(self) -> NetworkMeasure:
        """Share of the pairs that no path joins."""
        return fragmentation(self.snapshot)

    @kept
    def density(self) -> NetworkMeasure:
        """Share of the possible ties."""
        return density(self.snapshot)

    @kept
    def density_directed(self) -> NetworkMeasure:
        """Share of the possible declarations."""
        return density_directed(self.snapshot)

    @kept
    def reciprocity(self) -> NetworkMeasure:
        """Share of the declared ties that are declared back."""
        return reciprocity(self.snapshot)

    @kept
    def transitivity(self) -> NetworkMeasure:
        """Share of the paths of two ties whose ends are tied."""
        return transitivity(self.snapshot)

    @kept
    def average_clustering(self) -> NetworkMeasure:
        """Mean of the local clustering."""
        return average_clustering(self.snapshot)

    @kept
    def degree_centralisation(self) -> NetworkMeasure:
        """How far the ties lie with one actor."""
        return degree_centralisation(self.snapshot, self.degree)

    @kept
    def closeness_centralisation(self) -> NetworkMeasure:
        """How far nearness lies with one actor."""
        return closeness_centralisation(self.snapshot, self.distances.closeness)

    @kept
    def betweenness_centralisation(self) -> NetworkMeasure:
        """How far standing between others lies with one actor."""
        return betweenness_centralisation(self.snapshot, self.betweenness)

    @kept
    def iqv(self) -> Diversity:
        """Diversity of sectors."""
        return iqv(self.snapshot, required=self.options.required_sectors)

    @kept
    def assortativity(self) -> Assortativity:
        """How far declared ties stay inside sectors."""
        return assortativity(self.snapshot)

    @kept
    def assortativity_undirected(self) -> Assortativity:
        """The same without direction."""
        return assortativity_undirected(self.snapshot)

    @kept
    def degree_assortativity(self) -> NetworkMeasure:
        """How far actors of many ties are tied to their like."""
        return degree_assortativity(self.snapshot)

    @kept
    def e_i_index(self) -> EIIndex:
        """Whether ties look out of the sectors or into them."""
        return e_i_index(self.snapshot)

    @kept
    def e_i_by_sector(self) -> EIBySector:
        """The same of each sector."""
        return e_i_by_sector(self.snapshot)

    @kept
    def mixing_matrix(self) -> MixingMatrix:
        """Declared ties from sector to sector."""
        return mixing_matrix(self.snapshot)

    @kept
    def mixing_matrix_expected(self) -> MixingMatrixExpected:
        """The same beside what chance would give."""
        return mixing_matrix_expected(self.snapshot)

    @kept
    def sector_pairs(self) -> SectorPairs:
        """Ties between each two sectors."""
        return sector_pairs(self.snapshot)

    @kept
    def sector_pairs_expected(self) -> SectorPairsExpected:
        """The same beside what the sizes of the sectors would give."""
        return sector_pairs_expected(self.snapshot)

    @kept
    def sector_pair_coverage(self) -> SectorPairCoverage:
        """Share of the pairs of sectors that a tie joins."""
        return sector_pair_coverage(self.snapshot)

    @kept
    def communities(self) -> Communities:
        """Groups more tied within than chance would have it."""
        return communities(self.snapshot, seed=self.options.seed)

    @kept
    def interlock(self) -> Interlock:
        """Which bodies share people."""
        return interlock(self.snapshot)

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
