"""What goes out as GraphML is read back the same by us, and with the same counts and values by networkx and igraph."""

from dataclasses import replace
from pathlib import Path

import igraph
import networkx as nx
import pytest
from hypothesis import given

from network_service.documents.flat_network import FlatNetwork, FlatRow
from network_service.documents.graphml_export import write_graphml
from network_service.ingest.foreign.graphml import read_graphml
from network_service.ingest.limits import LIMITS
from tests.documents.graph_networks import LAW, assert_same, awkward_network, flat_networks


@given(network=flat_networks)
@LAW
def test_what_is_written_is_read_back_and_counted_alike_by_other_programs(
    tmp_path_factory: pytest.TempPathFactory, network: FlatNetwork
):
    path = tmp_path_factory.mktemp("export") / "network.graphml"
    write_graphml(path, network)
    assert_same(read_graphml(path.read_bytes(), LIMITS), network)
    graph, other = nx.read_graphml(path, force_multigraph=True), igraph.Graph.Read_GraphML(str(path))
    assert graph.number_of_nodes() == other.vcount() == len(network.nodes)
    assert graph.number_of_edges() == other.ecount() == len(network.ties)
    for row in network.nodes:
        said = graph.nodes[row.id]
        assert said["label"] == row.label
        assert said.keys() - {"label", "kind"} == row.values.keys()
        assert all(said[code] == value for code, value in row.values.items() if isinstance(value, int | float))


def test_any_text_comes_back_and_other_programs_read_it(tmp_path: Path):
    network, path = awkward_network(), tmp_path / "a.graphml"
    write_graphml(path, network)
    assert_same(read_graphml(path.read_bytes(), LIMITS), network)
    graph = nx.read_graphml(path)
    tie = network.ties[0]
    assert graph.is_multigraph()
    assert graph.edges[tie.source, tie.target, tie.id]["weight"] == 2.5
    assert graph.edges[tie.source, tie.target, tie.id]["valid_from"] == "2024-01-31"
    assert igraph.Graph.Read_GraphML(str(path)).vs["name"] == [row.values["name"] for row in network.nodes]
    assert graph.graph["synthetic"] is True


def test_what_xml_cannot_say_is_left_out(tmp_path: Path):
    network = awkward_network()
    row = FlatRow(network.nodes[0].id, "group", "x", {"name": "a\0b\ud800c\ufffed"})
    write_graphml(tmp_path / "a.graphml", replace(network, nodes=[row], ties=[]))
    assert nx.read_graphml(tmp_path / "a.graphml").nodes[row.id]["name"] == "abcd"


def test_invented_data_says_so_at_the_top_and_other_data_does_not(tmp_path: Path):
    for synthetic in (True, False):
        write_graphml(tmp_path / "a.graphml", replace(awkward_network(), synthetic=synthetic))
        assert ("synthetic data" in (tmp_path / "a.graphml").read_text(encoding="utf-8")) is synthetic
