"""What the rules need of the measures: what cannot be read from the snapshot as it stands."""

from typing import Protocol

from network_service.analysis.connectivity import Components, CutPoints
from network_service.analysis.mixing import SectorPairs


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
