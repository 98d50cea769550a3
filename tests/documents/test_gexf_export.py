"""What goes out as GEXF is read back the same by us, and with the same counts and values by networkx."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given

from network_service.documents.flat_network import FlatNetwork
from network_service.documents.gexf_export import write_gexf
from network_service.ingest.foreign.gexf import read_gexf
from network_service.ingest.limits import LIMITS
from tests.documents.graph_networks import LAW, assert_same, awkward_network, flat_networks

TIMES = {"valid_from": "start", "valid_to": "end"}


@given(network=flat_networks)
@LAW
def test_what_is_written_is_read_back_and_counted_alike_by_networkx(
    tmp_path_factory: pytest.TempPathFactory, network: FlatNetwork
):
    path = tmp_path_factory.mktemp("export") / "network.gexf"
    write_gexf(path, network)
    assert_same(read_gexf(path.read_bytes(), LIMITS), network)
    graph = nx.read_gexf(path)
    assert graph.number_of_nodes() == len(network.nodes)
    assert graph.number_of_edges() == len(network.ties)
    for row in network.nodes:
        said = graph.nodes[row.id]
        assert said["label"] == row.label
        assert said["kind"] == row.kind
        assert said.keys() - {"label", "kind"} == {TIMES.get(code, code) for code in row.values}
        assert all(said[code] == value for code, value in row.values.items() if isinstance(value, int | float))


def test_any_text_comes_back_and_the_time_line_has_its_days(tmp_path: Path):
    network, path = awkward_network(), tmp_path / "a.gexf"
    write_gexf(path, network)
    assert_same(read_gexf(path.read_bytes(), LIMITS), network)
    graph, tie = nx.read_gexf(path), network.ties[0]
    said = graph.edges[tie.source, tie.target, tie.id]
    assert graph.graph["mode"] == "dynamic"
    assert (said["start"], said["end"], said["weight"], said["topics"]) == ("2024-01-31", "2024-12-31", 2.5, "a; b")
    assert [graph.nodes[row.id]["name"] for row in network.nodes] == [row.values["name"] for row in network.nodes]


def test_days_before_and_after_those_of_a_cell_are_written_in_iso_form_too(tmp_path: Path):
    network = awkward_network()
    early = replace(network.ties[0], values={"valid_from": "1890-05-01", "valid_to": date(2001, 2, 3)})
    write_gexf(tmp_path / "a.gexf", replace(network, ties=[early]))
    text = (tmp_path / "a.gexf").read_text(encoding="utf-8")
    assert 'start="1890-05-01" end="2001-02-03"' in text


def test_invented_data_says_so_at_the_top_and_other_data_does_not(tmp_path: Path):
    for synthetic in (True, False):
        write_gexf(tmp_path / "a.gexf", replace(awkward_network(), synthetic=synthetic))
        assert ("synthetic data" in (tmp_path / "a.gexf").read_text(encoding="utf-8")) is synthetic
