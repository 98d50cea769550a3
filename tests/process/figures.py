"""The measures that readiness reads, filled by hand or recounted with networkx and plain loops."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import permutations

import networkx as nx

from network_service.snapshot.model import Snapshot


@dataclass(frozen=True)
class Figures:
    """Plain values; what a test does not say is not known."""

    iqv: float | None = None
    reciprocity: float | None = None
    reach_2: Mapping[str, float | None] = field(default_factory=dict)
    constraint: Mapping[str, float | None] = field(default_factory=dict)
    brokerage: Mapping[str, int | None] = field(default_factory=dict)
    cores: Mapping[str, int] = field(default_factory=dict)
    betweenness: Mapping[str, float | None] = field(default_factory=dict)
    betweenness_centralisation: float | None = None
    efficiency_kept: Mapping[str, float | None] = field(default_factory=dict)
    cut_off: Mapping[str, Collection[str]] = field(default_factory=dict)
    body_groups: tuple[frozenset[str], ...] | None = None


def recounted(snapshot: Snapshot, required: Iterable[str]) -> Figures:
    """The measures of a snapshot, by other code than the product's."""
    ids, sectors = snapshot.actors.ids, snapshot.actors.sectors
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))
    graph.add_edges_from(zip(snapshot.undirected.source.tolist(), snapshot.undirected.target.tolist(), strict=True))
    arcs: nx.DiGraph[int] = nx.DiGraph()
    arcs.add_nodes_from(graph)
    arcs.add_edges_from(zip(snapshot.directed.source.tolist(), snapshot.directed.target.tolist(), strict=True))
    between = nx.betweenness_centrality(graph)
    most = max(between.values(), default=0.0)
    points = {one: _cut_off(graph, one) for one in nx.articulation_points(graph)}
    whole = nx.global_efficiency(graph)
    tried = {*points, *sorted(between, key=lambda one: -between[one])[:20]}
    return Figures(
        iqv=_iqv(Counter(sector for sector in sectors if sector), set(required)),
        reciprocity=nx.overall_reciprocity(arcs) if arcs.size() else None,
        reach_2={ids[one]: _reach(graph, one) for one in graph},
        constraint={ids[one]: _constraint(graph, one) for one in graph},
        brokerage={ids[one]: _brokerage(arcs, one, sectors) for one in graph},
        cores={ids[one]: core for one, core in nx.core_number(graph).items()},
        betweenness={ids[one]: value for one, value in between.items()},
        betweenness_centralisation=sum(most - value for value in between.values()) / (len(graph) - 1)
        if len(graph) > 2
        else None,
        efficiency_kept={
            ids[one]: nx.global_efficiency(graph.subgraph(set(graph) - {one})) / whole for one in tried if whole
        },
        cut_off={ids[one]: frozenset(ids[other] for other in cut) for one, cut in points.items()},
        body_groups=_body_groups(snapshot),
    )


def _cut_off(graph: "nx.Graph[int]", actor: int) -> set[int]:
    rest = graph.subgraph(nx.node_connected_component(graph, actor) - {actor})
    _, *others = sorted(nx.connected_components(rest), key=lambda part: (-len(part), min(part)))
    return set().union(*others)


def _reach(graph: "nx.Graph[int]", actor: int) -> float | None:
    near = nx.single_source_shortest_path_length(graph, actor, cutoff=2)
    return (len(near) - 1) / (len(graph) - 1) if len(graph) > 1 else None


def _constraint(graph: "nx.Graph[int]", actor: int) -> float | None:
    """Burt's sum; networkx's own asks for scipy, which is no dependency."""
    around = set(graph[actor])
    invested = [
        (1 + sum(1 / graph.degree(between) for between in around & set(graph[other]))) / len(around) for other in around
    ]
    return sum(share**2 for share in invested) if around else None


def _brokerage(arcs: "nx.DiGraph[int]", actor: int, sectors: tuple[str | None, ...]) -> int | None:
    if sectors[actor] is None:
        return None
    return sum(
        one != other
        and None not in (sectors[one], sectors[other])
        and not arcs.has_edge(one, other)
        and sectors[one] != sectors[other]
        for one in arcs.predecessors(actor)
        for other in arcs.successors(actor)
    )


def _iqv(members: Counter[str], required: set[str]) -> float | None:
    kinds, size = len(required | members.keys()), members.total()
    if kinds < 2 or not size:
        return None
    return (1 - sum((count / size) ** 2 for count in members.values())) * kinds / (kinds - 1)


def _body_groups(snapshot: Snapshot) -> tuple[frozenset[str], ...]:
    bodies: nx.Graph[str] = nx.Graph()
    bodies.add_nodes_from(body.id for body in snapshot.bodies)
    for one, other in permutations(snapshot.seats, 2):
        if one.person is not None and one.person == other.person and one.body != other.body:
            bodies.add_edge(one.body, other.body)
    return tuple(frozenset(group) for group in nx.connected_components(bodies))
