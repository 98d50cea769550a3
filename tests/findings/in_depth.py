"""The measures that the rules of structure read, counted by hand or by another engine than the product's."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import comb

import networkx as nx

from network_service.analysis.betweenness import betweenness
from network_service.analysis.brokerage import Brokerage, brokerage
from network_service.analysis.centralisation import betweenness_centralisation
from network_service.analysis.closeness import distances
from network_service.analysis.communities import Communities, communities
from network_service.analysis.connectivity import Components, CutPoints, articulation_points, components
from network_service.analysis.expected_ties import ExpectedPair, SectorPairsExpected, sector_pairs_expected
from network_service.analysis.mixing import SectorPairs, sector_pairs
from network_service.analysis.result import ActorMeasure, NetworkMeasure, method
from network_service.analysis.sectors import LeftOut, Share
from network_service.snapshot.model import Edges, Snapshot
from tests.findings.networks import measured


@dataclass(frozen=True)
class InDepth:
    """All that the rules of structure read of the measures."""

    components: Components
    articulation_points: CutPoints
    sector_pairs: SectorPairs
    sector_pairs_expected: SectorPairsExpected
    communities: Communities
    brokerage: Brokerage
    reach_2: ActorMeasure
    betweenness: ActorMeasure
    betweenness_centralisation: NetworkMeasure


def in_depth(snapshot: Snapshot, groups: str = "") -> InDepth:
    """The measures of a snapshot; communities such as `g1 g2 | b1 b2`, without them each component is one."""
    simple, about = (
        measured(snapshot),
        method(
            snapshot, "recounted", definition="", network="U", normalisation="", engine="networkx", engine_version=""
        ),
    )
    graph = nx.Graph(_pairs(snapshot.undirected))
    graph.add_nodes_from(range(len(snapshot.actors)))
    others = len(snapshot.actors) - 1
    near = [len(nx.single_source_shortest_path_length(graph, place, cutoff=2)) - 1 for place in range(others + 1)]
    between = nx.betweenness_centrality(graph)
    lead = [max(between.values()) - value for value in between.values()] if between else []
    index = snapshot.actors.index
    divided = [tuple(sorted(index[one] for one in group.split())) for group in groups.split("|") if group.strip()]
    parts = tuple(divided) or simple.components.parts
    number = {actor: place for place, part in enumerate(parts) for actor in part}
    return InDepth(
        simple.components,
        simple.articulation_points,
        simple.sector_pairs,
        _expected(snapshot, graph),
        Communities(parts, tuple(number[place] for place in range(others + 1)), None, None, about),
        _brokerage(snapshot),
        ActorMeasure(tuple(count / others if others else None for count in near), about),
        ActorMeasure(tuple(between[place] for place in range(others + 1)), about),
        NetworkMeasure(sum(lead) / others if others > 1 else None, about),
    )


def by_the_product(snapshot: Snapshot) -> InDepth:
    """The same by the product's own engines."""
    between = betweenness(snapshot)
    return InDepth(
        components(snapshot),
        articulation_points(snapshot),
        sector_pairs(snapshot),
        sector_pairs_expected(snapshot),
        communities(snapshot, seed=1),
        brokerage(snapshot),
        distances(snapshot).reach,
        between,
        betweenness_centralisation(snapshot, between),
    )


def _pairs(edges: Edges) -> Iterator[tuple[int, int]]:
    return zip(edges.source.tolist(), edges.target.tolist(), strict=True)


def _expected(snapshot: Snapshot, graph: "nx.Graph[int]") -> SectorPairsExpected:
    sectors = snapshot.actors.sectors
    members = {sector: sectors.count(sector) for sector in sorted({one for one in sectors if one is not None})}
    tied = [frozenset((sectors[one], sectors[other])) for one, other in graph.edges]
    known = [ends for ends in tied if None not in ends]
    possible = comb(sum(members.values()), 2)
    pairs = []
    for one, other in combinations_with_replacement(members, 2):
        room = comb(members[one], 2) if one == other else members[one] * members[other]
        share = Share(known.count(frozenset((one, other))), room)
        pairs.append(ExpectedPair(one, other, share, room * len(known) / possible if possible else 0.0))
    about = measured(snapshot).components.method
    left_out = LeftOut(sectors.count(None), len(tied) - len(known))
    return SectorPairsExpected(tuple(members), tuple(pairs), Share(len(known), possible), left_out, about)


def _brokerage(snapshot: Snapshot) -> Brokerage:
    """Every way of two steps between actors of known sector, one by one."""
    sectors, arcs = snapshot.actors.sectors, set(_pairs(snapshot.directed))
    across = [None if sector is None else 0 for sector in sectors]
    for one, middle in arcs:
        for start, other in arcs:
            if start != middle or other == one or (one, other) in arcs:
                continue
            i, v, j = sectors[one], sectors[middle], sectors[other]
            if i is None or v is None or j is None or i == j:
                continue
            across[middle] = (across[middle] or 0) + 1
    nothing = tuple(None if sector is None else 0 for sector in sectors)
    found = brokerage(snapshot)
    left_out = LeftOut(sectors.count(None), found.left_out.ties)
    return Brokerage(nothing, nothing, tuple(across), nothing, nothing, tuple(across), left_out, found.method)
