"""Researchers get the ecosystem's object, which its own writers accept."""

from io import BytesIO
from pathlib import Path

import networkx as nx

from network_service.domain.lens import Lens
from network_service.snapshot.build import build_snapshot
from network_service.snapshot.to_networkx import to_networkx
from tests.snapshot.records import DAY, PROVINCE, a_network, members, node, store_with, tie

NET = a_network()
A = node("organization", "ก", sector="state")
B, C = node("group", "ข"), node("group", "ค")


def test_the_graph_has_every_actor_every_edge_and_only_what_is_known(tmp_path: Path):
    ties = [tie("collaborates_with", A, B, frequency=4), tie("shares_resource", B, A, resource_kind="place")]
    with store_with(tmp_path, NET, A, B, C, *members(NET, A, B, C), *ties) as store:
        snapshot = build_snapshot(store, Lens(as_of=DAY, provinces=(PROVINCE,)))
    graph, arcs = to_networkx(snapshot), to_networkx(snapshot, directed=True)
    assert set(graph.nodes) == {A.id, B.id, C.id}
    assert list(graph.edges(data="strength")) in ([(A.id, B.id, 4.0)], [(B.id, A.id, 4.0)])
    assert list(arcs.edges) == [(A.id, B.id)]
    assert graph.nodes[A.id] == {"name": "ก", "level": "organization", "sector": "state"}
    assert graph.graph["content_hash"] == snapshot.content_hash
    written = BytesIO()
    nx.write_graphml(graph, written)
    assert b"strength" in written.getvalue()
