"""What the rules need of the measures: what cannot be read from the snapshot as it stands."""

from typing import Protocol

from network_service.analysis.brokerage import Brokerage
from network_service.analysis.communities import Communities
from network_service.analysis.connectivity import Components, CutPoints
from network_service.analysis.expected_ties import SectorPairsExpected
from network_service.analysis.mixing import SectorPairs
from network_service.analysis.result import ActorMeasure, NetworkMeasure


class Measured(Protocol):
    """The measures of the undirected network that the rules read; the bundle of all measures is one."""

    @property
    def components(self) -> Components:
        """The parts between which there is no path."""

    @property
    def articulation_points(self) -> CutPoints:
        """The actors without whom others lose their connection, and whom each cuts off."""

    @property
    def sector_pairs(self) -> SectorPairs:
        """Ties between each two sectors present, beside the number possible."""


class MeasuredInDepth(Measured, Protocol):
    """The measures that the rules of structure read beside those; some of them take a while on a large network."""

    @property
    def sector_pairs_expected(self) -> SectorPairsExpected:
        """Ties between each two sectors, beside those that their sizes would give."""

    @property
    def communities(self) -> Communities:
        """The groups that keep more ties among themselves than chance would give."""

    @property
    def brokerage(self) -> Brokerage:
        """M7: who stands between others in D, by sector."""

    @property
    def reach_2(self) -> ActorMeasure:
        """M13: share of the other actors within two steps."""

    @property
    def betweenness(self) -> ActorMeasure:
        """On how many of the shortest ways each actor lies."""

    @property
    def betweenness_centralisation(self) -> NetworkMeasure:
        """M6: how far reaching each other depends on one actor."""
