"""What readiness needs of the measures, as plain values by actor id; whoever joins the rooms makes one of the results.

A measure that is not known of an actor is `None`; an actor that the network does not show is in no mapping. The network
is U but for `reciprocity` and `brokerage`, which are those of D.
"""

from collections.abc import Collection, Mapping
from typing import Protocol


class Measured(Protocol):
    """The figures of one snapshot that steps, factors and considerations read."""

    @property
    def iqv(self) -> float | None:
        """M12: diversity of sectors, over the required and the present ones."""

    @property
    def reciprocity(self) -> float | None:
        """M2: share of the declared ties that are declared back."""

    @property
    def reach_2(self) -> Mapping[str, float | None]:
        """M13: share of the other actors within two steps."""

    @property
    def constraint(self) -> Mapping[str, float | None]:
        """M8: Burt's constraint; `None` for isolates."""

    @property
    def brokerage(self) -> Mapping[str, int | None]:
        """M7 across sectors: gatekeeper, representative and liaison together."""

    @property
    def cores(self) -> Mapping[str, int]:
        """M9: core number."""

    @property
    def betweenness(self) -> Mapping[str, float | None]:
        """Betweenness, by which the most central state actor is found."""

    @property
    def betweenness_centralisation(self) -> float | None:
        """M6."""

    @property
    def efficiency_kept(self) -> Mapping[str, float | None]:
        """M10: global efficiency without an actor over that with it, for the actors it was computed of."""

    @property
    def cut_off(self) -> Mapping[str, Collection[str]]:
        """M11: the actors that each articulation point cuts off from the largest part that remains."""

    @property
    def body_groups(self) -> tuple[frozenset[str], ...] | None:
        """M14: the bodies joined, however indirectly, by people who sit on several; one group where all are."""
