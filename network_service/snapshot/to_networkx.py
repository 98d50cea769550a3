"""The snapshot as the object that researchers know."""

import math
from typing import TypeAlias

import networkx as nx

from network_service.snapshot.model import Edges, Snapshot

Graph: TypeAlias = "nx.Graph[str] | nx.DiGraph[str]"
"""What is handed out: nodes by id, undirected or directed."""


def to_networkx(snapshot: Snapshot, *, directed: bool = False) -> Graph:
    """The headline network as networkx: U by default, the directed collaboration network with `directed=True`.

    Nodes are actor ids with name, level, sector and area_level; edges carry `strength` where it is known. Attributes
    that are not known are left out, as networkx's GraphML and GEXF writers refuse `None`.
    """
    edges: Edges = snapshot.directed if directed else snapshot.undirected
    graph: Graph = nx.DiGraph() if directed else nx.Graph()
    graph.graph.update(content_hash=snapshot.content_hash, revision=snapshot.revision, as_of=str(snapshot.as_of))
    actors = snapshot.actors
    for place, actor in enumerate(actors.ids):
        told = {
            "name": actors.names[place],
            "level": actors.levels[place],
            "sector": actors.sectors[place],
            "area_level": actors.area_levels[place],
        }
        graph.add_node(actor, **{name: value for name, value in told.items() if value is not None})
    for source, target, strength in zip(edges.source, edges.target, edges.strength.tolist(), strict=True):
        known = {} if math.isnan(strength) else {"strength": strength}
        graph.add_edge(actors.ids[source], actors.ids[target], **known)
    return graph
