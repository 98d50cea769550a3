"""Ties between sectors beside those that the sizes of the sectors, or their activity, would give."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import Method, method
from network_service.analysis.sectors import LeftOut, Sectors, Share
from network_service.snapshot.model import Snapshot

Cells = tuple[tuple[float | None, ...], ...]
"""One figure from sector (row) to sector (column); `None` is not known."""


@dataclass(frozen=True, slots=True)
class ExpectedPair:
    """Ties between two sectors, or inside one, and how many there would be at the density of the whole network."""

    first: str
    second: str
    ties: Share
    expected: float

    @property
    def ratio(self) -> float | None:
        """Ties there are / ties expected; `None` where none is expected."""
        return self.ties.present / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class SectorPairsExpected:
    """Every unordered pair of the sectors present, each sector with itself included; `first` <= `second`.

    `density` is that among the actors of known sector.
    """

    sectors: tuple[str, ...]
    pairs: tuple[ExpectedPair, ...]
    density: Share
    left_out: LeftOut
    method: Method


@dataclass(frozen=True, slots=True)
class MixingMatrixExpected:
    """Declared ties from sector (row) to sector (column), and those expected by two measures of chance."""

    sectors: tuple[str, ...]
    arcs: tuple[tuple[int, ...], ...]
    by_size: Cells
    by_activity: Cells
    left_out: LeftOut
    method: Method

    @property
    def over_size(self) -> Cells:
        """Arcs there are / arcs expected by size; `None` where none is expected."""
        return _ratios(self.arcs, self.by_size)

    @property
    def over_activity(self) -> Cells:
        """Arcs there are / arcs expected by activity; `None` where none is expected."""
        return _ratios(self.arcs, self.by_activity)


def sector_pairs_expected(snapshot: Snapshot) -> SectorPairsExpected:
    """Count the ties inside each sector and between each two, beside the number that their sizes would give.

    Formula, in U: expected = ties possible * density, with n_s n_t possible between two sectors, n_s (n_s - 1) / 2
    inside one, and the density among all actors of known sector; ratio = ties / expected. A ratio below 1 is a pair
    thinner than its sizes would give. Normalisation: ratio 1 is the density of the whole; the expected add up to the
    ties there are. Cost: O(n + m + k^2), k sectors.

    Isolates count in the number possible. Disconnected networks are no special case. Strength and direction do not
    enter. Actors of unknown sector are left out with their ties, and counted. A sector of one actor has no inside:
    expected 0, ratio `None`; so have all pairs of a network without ties. An empty network has no pairs.

    >>> from network_service.analysis.example import eight_actors
    >>> found = sector_pairs_expected(eight_actors())
    >>> [(pair.first, pair.second, round(pair.ratio, 2)) for pair in found.pairs if pair.ties.present > 1]
    [('civil_society', 'state', 1.56)]
    >>> found.density
    Share(present=9, possible=28)

    Source: this service; the block density (Wasserman and Faust 1994, p. 389) over the density of the whole.
    """
    sectors = Sectors.of(snapshot)
    pairs, left_out = sectors.pairs(snapshot.undirected)
    density = Share(sum(pair.ties.present for pair in pairs), sum(pair.ties.possible for pair in pairs))
    about = method(
        snapshot,
        "sector_pairs_expected",
        definition="ties between sectors / (ties possible * density)",
        network="U",
        normalisation="ties possible * density among actors of known sector",
        source="block density of Wasserman and Faust 1994, p. 389, over the density of the whole",
        **NUMPY,
    )
    found = tuple(
        ExpectedPair(pair.first, pair.second, pair.ties, pair.ties.possible * (density.value or 0.0)) for pair in pairs
    )
    return SectorPairsExpected(sectors.codes, found, density, left_out, about)


def mixing_matrix_expected(snapshot: Snapshot) -> MixingMatrixExpected:
    """Count the declared ties of collaboration from each sector to each, beside those expected.

    Formula, in D with m arcs among the N actors of known sector: by size n_s n_t m / (N (N - 1)) from s to t, n_s
    (n_s - 1) m / (N (N - 1)) inside s: who is there; by activity (arcs that leave s) (arcs that reach t) / m: who
    declares much and is declared much, which is what `assortativity` compares with. Normalisation: both add up to m.
    Cost: O(n + m + k^2), k sectors.

    Isolates count in the sizes. Disconnected networks are no special case. Strength does not enter. Actors of unknown
    sector are left out with their arcs, and counted. Without arcs nothing is expected by size, and by activity it is
    not known (0/0). Without a known sector, so in an empty network too, the matrices have no rows.

    >>> from network_service.analysis.example import eight_actors
    >>> found = mixing_matrix_expected(eight_actors())
    >>> found.sectors[2], found.arcs[2][2], found.by_size[2][2], round(found.by_activity[2][2], 6)
    ('civil_society', 2, 0.5, 1.714286)

    Source: Newman 2003, Phys. Rev. E 67, 026126, for the expectation by activity.
    """
    sectors = Sectors.of(snapshot)
    counts, left_out = sectors.count(snapshot.directed)
    arcs, sizes = int(counts.sum()), np.array(sectors.sizes, np.float64)
    possible = np.outer(sizes, sizes) - np.diag(sizes)
    by_size = possible * arcs / max(float(possible.sum()), 1.0)
    by_activity = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / arcs if arcs else None
    about = method(
        snapshot,
        "mixing_matrix_expected",
        definition="arcs from sector to sector beside n_s n_t m / (N (N - 1)) and (arcs out of s) (arcs into t) / m",
        network="D",
        normalisation="m",
        source="Newman 2003, Phys. Rev. E 67, 026126",
        **NUMPY,
    )
    return MixingMatrixExpected(
        sectors.codes,
        tuple(tuple(row) for row in counts.tolist()),
        _cells(by_size),
        _cells(by_activity) if by_activity is not None else ((None,) * len(sectors.codes),) * len(sectors.codes),
        left_out,
        about,
    )


def _cells(matrix: NDArray[np.float64]) -> Cells:
    return tuple(tuple(row) for row in matrix.tolist())


def _ratios(arcs: tuple[tuple[int, ...], ...], expected: Cells) -> Cells:
    return tuple(
        tuple(present / chance if chance else None for present, chance in zip(*rows, strict=True))
        for rows in zip(arcs, expected, strict=True)
    )
