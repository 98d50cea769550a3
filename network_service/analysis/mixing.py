"""Who is tied to whom across sectors: inside and outside, pair by pair."""

from dataclasses import dataclass

from network_service.analysis.engine.choice import NUMPY
from network_service.analysis.result import Method, method
from network_service.analysis.sectors import LeftOut, SectorPair, Sectors, Share
from network_service.analysis.unknown import NO_TIE_WITH_SECTORS, ONE_SECTOR
from network_service.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class EIIndex:
    """The E-I index with what it must be read beside: the counts, and the density inside and outside of sectors.

    `value` is `None` where there is no tie to count, and `reason` says so.
    """

    value: float | None
    external: int
    internal: int
    internal_density: Share
    external_density: Share
    left_out: LeftOut
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class MixingMatrix:
    """Declared ties of collaboration from sector (row) to sector (column), in the order of `sectors`."""

    sectors: tuple[str, ...]
    arcs: tuple[tuple[int, ...], ...]
    left_out: LeftOut
    method: Method


@dataclass(frozen=True, slots=True)
class SectorPairs:
    """Every unordered pair of the sectors present, each sector with itself included; `first` <= `second`."""

    sectors: tuple[str, ...]
    pairs: tuple[SectorPair, ...]
    left_out: LeftOut
    method: Method


@dataclass(frozen=True, slots=True)
class SectorPairCoverage:
    """How many pairs of the sectors present have a tie; `value` is `None` below two sectors, and `reason` says so."""

    value: float | None
    pairs: Share
    unconnected: tuple[tuple[str, str], ...]
    method: Method
    reason: str | None = None


def mixing_matrix(snapshot: Snapshot) -> MixingMatrix:
    """Count the declared ties of collaboration from each sector to each.

    Formula: e(s, t) = arcs of D from an actor of s to one of t. Normalisation: none, counts. Cost: O(n + m). Sectors
    are those present, in the order of their codes.

    Isolates count only in that their sector gets a row. Disconnected networks are no special case. Strength does not
    enter. Actors of unknown sector are left out with their arcs, and counted. Without a known sector, so in an empty
    network too, the matrix has no rows.

    >>> from network_service.analysis.example import eight_actors
    >>> mixing_matrix(eight_actors()).arcs
    ((0, 0, 1, 0, 0), (0, 0, 0, 0, 0), (0, 0, 2, 1, 1), (0, 0, 1, 2, 0), (1, 1, 2, 0, 2))

    Source: Newman 2003, Phys. Rev. E 67, 026126.
    """
    sectors = Sectors.of(snapshot)
    counts, left_out = sectors.count(snapshot.directed)
    about = method(
        snapshot,
        "mixing_matrix",
        definition="arcs from sector to sector",
        network="D",
        normalisation="none",
        source="Newman 2003, Phys. Rev. E 67, 026126",
        **NUMPY,
    )
    return MixingMatrix(sectors.codes, tuple(tuple(row) for row in counts.tolist()), left_out, about)


def sector_pairs(snapshot: Snapshot) -> SectorPairs:
    """Count the ties inside each sector and between each two, beside the number possible.

    Formula: ties of U between s and t / (n_s n_t), inside s / (n_s (n_s - 1) / 2). Normalisation: the number possible
    stands beside each count. Cost: O(n + m + k^2), k sectors.

    Isolates count in the number possible. Disconnected networks are no special case. Strength and direction do not
    enter. Actors of unknown sector are left out with their ties, and counted. An empty network has no pairs.

    >>> from network_service.analysis.example import eight_actors
    >>> [(pair.first, pair.second, pair.ties) for pair in sector_pairs(eight_actors()).pairs if pair.ties.present > 1]
    [('civil_society', 'state', Share(present=2, possible=4))]

    Source: block densities, Wasserman and Faust 1994, p. 389.
    """
    sectors = Sectors.of(snapshot)
    pairs, left_out = sectors.pairs(snapshot.undirected)
    about = method(
        snapshot,
        "sector_pairs",
        definition="ties between sectors / ties possible",
        network="U",
        normalisation="n_s n_t between, n_s (n_s - 1) / 2 inside",
        source="Wasserman and Faust 1994, p. 389",
        **NUMPY,
    )
    return SectorPairs(sectors.codes, pairs, left_out, about)


def sector_pair_coverage(snapshot: Snapshot) -> SectorPairCoverage:
    """Share of the pairs of different sectors that at least one tie joins.

    Formula: connected pairs / (k(k - 1)/2) in U, with k the sectors present. Normalisation: 0 to 1. Cost:
    O(n + m + k^2).

    A sector whose members all are isolates is present and unconnected. Disconnected networks are no special case.
    Strength and direction do not enter. Actors of unknown sector are left out. Below two sectors, so in an empty
    network too: `None`.

    >>> from network_service.analysis.example import eight_actors
    >>> found = sector_pair_coverage(eight_actors())
    >>> found.value, found.pairs, found.unconnected[0]
    (0.5, Share(present=5, possible=10), ('academic', 'business'))

    Source: this service; a plain count.
    """
    sectors = Sectors.of(snapshot)
    pairs = [pair for pair in sectors.pairs(snapshot.undirected)[0] if pair.first != pair.second]
    unconnected = tuple((pair.first, pair.second) for pair in pairs if not pair.ties.present)
    share = Share(len(pairs) - len(unconnected), len(pairs))
    about = method(
        snapshot,
        "sector_pair_coverage",
        definition="connected sector pairs / sector pairs",
        network="U",
        normalisation="k (k - 1) / 2",
        **NUMPY,
    )
    return SectorPairCoverage(share.value, share, unconnected, about, None if pairs else ONE_SECTOR)


def e_i_index(snapshot: Snapshot) -> EIIndex:
    """Whether ties look out of the sectors or into them.

    Formula: (E - I) / (E + I) with E the ties of U between sectors and I those inside; internal density I / sum of
    n_s(n_s - 1)/2, external density E / sum of n_s n_t over s < t. Normalisation: -1 (all inside) to +1 (all outside).
    Cost: O(n + m + k^2).

    Isolates do not touch the index; they count in the numbers possible. Disconnected networks are no special case.
    Strength and direction do not enter. Actors of unknown sector are left out with their ties, and counted. Without a
    tie between actors of known sector, so in an empty network too: `None`. It depends on the sizes of the sectors, as
    there are more strangers than fellows: never show it without both densities.

    >>> from network_service.analysis.example import eight_actors
    >>> found = e_i_index(eight_actors())
    >>> round(found.value, 6), found.external, found.internal
    (0.333333, 6, 3)
    >>> found.internal_density, found.external_density
    (Share(present=3, possible=3), Share(present=6, possible=25))

    Source: Krackhardt and Stern 1988, Social Psychology Quarterly 51, 123-140.
    """
    pairs, left_out = Sectors.of(snapshot).pairs(snapshot.undirected)
    inside = _together([pair.ties for pair in pairs if pair.first == pair.second])
    outside = _together([pair.ties for pair in pairs if pair.first != pair.second])
    ties = inside.present + outside.present
    about = method(
        snapshot,
        "e_i_index",
        definition="(E - I) / (E + I)",
        network="U",
        normalisation="E + I",
        source="Krackhardt and Stern 1988, Social Psychology Quarterly 51, 123-140",
        **NUMPY,
    )
    return EIIndex(
        value=(outside.present - inside.present) / ties if ties else None,
        external=outside.present,
        internal=inside.present,
        internal_density=inside,
        external_density=outside,
        left_out=left_out,
        method=about,
        reason=None if ties else NO_TIE_WITH_SECTORS,
    )


def _together(shares: list[Share]) -> Share:
    return Share(sum(share.present for share in shares), sum(share.possible for share in shares))
