"""The measures of one snapshot that have a value an actor or a tie, or that one pass over the actors gives."""

from network_service.analysis.betweenness import betweenness_weighted
from network_service.analysis.brokerage import Brokerage, brokerage, brokerage_undirected
from network_service.analysis.closeness import DistanceMeasures, StepMeasures, distances, distances_weighted
from network_service.analysis.clustering import clustering, clustering_weighted
from network_service.analysis.cores import core_number
from network_service.analysis.degree import degree, degree_count, in_degree, out_degree, strength
from network_service.analysis.e_i import EIByActor, e_i_by_actor
from network_service.analysis.edge_betweenness import Betweennesses, betweenness_with_ties
from network_service.analysis.kept import Kept, kept
from network_service.analysis.result import ActorMeasure, TieMeasure
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

LONGEST = ("distances_weighted", "betweenness_weighted", "_betweenness_of_all")
"""What takes nearly all of the time: 2.5 of 3.7 seconds of 2,000 actors and 12,000 ties."""


class ActorMeasures(Kept):
    """The measures of actors and ties; each is what the function of its name gives, by the options."""

    @kept
    def degree(self) -> ActorMeasure:
        """Share of the others that an actor is tied to."""
        return degree(self.snapshot)

    @kept
    def degree_count(self) -> ActorMeasure:
        """Number of actors that an actor is tied to."""
        return degree_count(self.snapshot)

    @kept
    def in_degree(self) -> ActorMeasure:
        """Number of actors that declare a tie to an actor."""
        return in_degree(self.snapshot)

    @kept
    def out_degree(self) -> ActorMeasure:
        """Number of actors that an actor declares a tie to."""
        return out_degree(self.snapshot)

    @kept
    def strength(self) -> ActorMeasure:
        """Sum of the strengths of an actor's ties."""
        return strength(self.snapshot, minimum_cover=self.options.minimum_cover)

    @kept
    def _betweenness_of_all(self) -> Betweennesses:
        return betweenness_with_ties(self.snapshot, executor=self.executor)

    @property
    def betweenness(self) -> ActorMeasure:
        """Share of the pairs of others between which an actor stands."""
        return self._betweenness_of_all.actors

    @property
    def edge_betweenness(self) -> TieMeasure:
        """Share of the pairs between which a tie stands."""
        return self._betweenness_of_all.ties

    @kept
    def betweenness_weighted(self) -> ActorMeasure:
        """The same where strong ties are short."""
        return betweenness_weighted(self.snapshot, minimum_cover=self.options.minimum_cover, executor=self.executor)

    @kept
    def distances(self) -> StepMeasures:
        """What one pass over the distances gives."""
        return distances(self.snapshot)

    @property
    def reach_2(self) -> ActorMeasure:
        """Share of the others within two steps."""
        return self.distances.reach

    @kept
    def distances_weighted(self) -> DistanceMeasures:
        """The same where strong ties are short."""
        return distances_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @kept
    def eigenvector(self) -> ActorMeasure:
        """How well the neighbours of an actor are tied."""
        return eigenvector(self.snapshot)

    @kept
    def eigenvector_weighted(self) -> ActorMeasure:
        """The same by strength."""
        return eigenvector_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @kept
    def pagerank(self) -> ActorMeasure:
        """How often a walk along the ties comes by."""
        return pagerank(self.snapshot)

    @kept
    def pagerank_directed(self) -> ActorMeasure:
        """The same along the ties as they were declared."""
        return pagerank_directed(self.snapshot)

    @kept
    def pagerank_weighted(self) -> ActorMeasure:
        """The same by strength."""
        return pagerank_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @kept
    def katz(self) -> ActorMeasure:
        """Walks of all lengths that end at an actor, long ones counting less."""
        return katz(self.snapshot)

    @kept
    def core_number(self) -> ActorMeasure:
        """The firmest core that an actor is in."""
        return core_number(self.snapshot)

    @kept
    def clustering(self) -> ActorMeasure:
        """Share of the pairs of an actor's neighbours that are tied."""
        return clustering(self.snapshot)

    @kept
    def clustering_weighted(self) -> ActorMeasure:
        """The same by strength."""
        return clustering_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @kept
    def structural_holes(self) -> StructuralHoles:
        """Burt's four measures."""
        return structural_holes(self.snapshot)

    @kept
    def structural_holes_weighted(self) -> StructuralHoles:
        """The same by strength."""
        return structural_holes_weighted(self.snapshot, minimum_cover=self.options.minimum_cover)

    @kept
    def brokerage(self) -> Brokerage:
        """The five roles between sectors, as declared."""
        return brokerage(self.snapshot)

    @kept
    def brokerage_undirected(self) -> Brokerage:
        """The five roles between sectors, without direction."""
        return brokerage_undirected(self.snapshot)

    @kept
    def e_i_by_actor(self) -> EIByActor:
        """The same of each actor."""
        return e_i_by_actor(self.snapshot)

    @kept
    def two_mode(self) -> TwoMode:
        """Centralities of actors and bodies through seats."""
        return two_mode(self.snapshot)

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
        return {self.edge_betweenness.method.measure: self.edge_betweenness}
