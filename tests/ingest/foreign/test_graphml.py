"""GraphML as four programs write it is read whole: counts agree with networkx, igraph and a plain count of lines."""

import warnings

import igraph
import networkx as nx
import pytest

from network_service.errors import UnreadableFile
from network_service.ingest.foreign.graphml import read_graphml
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE, WEIGHT
from network_service.ingest.limits import LIMITS
from network_service.ingest.raw import CellTrouble
from network_service.messages import messages_in
from tests.ingest.foreign.reading import FILES, count, left, meant, rows


def read(name: str):
    return read_graphml((FILES / name).read_bytes(), LIMITS)


def graph(inside: str, head: str = "") -> bytes:
    return f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{head}{inside}</graphml>'.encode()


@pytest.mark.parametrize("name", ["networkx.graphml", "igraph.graphml", "gephi.graphml"])
def test_nodes_ties_and_isolates_agree_with_igraph_and_with_a_count_of_lines(name: str):
    found = count(read(name))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # igraph warns of the ids of Gephi
        other = igraph.Graph.Read_GraphML(str(FILES / name))
    text = (FILES / name).read_text(encoding="utf-8")
    assert found == (other.vcount(), other.ecount(), sum(degree == 0 for degree in other.degree()))
    assert found[:2] == (text.count("<node "), text.count("<edge "))


@pytest.mark.parametrize("name", ["networkx.graphml", "igraph.graphml"])
def test_attributes_agree_with_networkx(name: str):
    network, other = read(name), nx.read_graphml(FILES / name)
    ours = {row.pop("id"): row for row in rows(network.nodes[0])}
    assert ours == dict(other.nodes(data=True))
    ties = sorted((row.pop("source"), row.pop("target"), sorted(row.items())) for row in rows(network.ties[0]))
    assert ties == sorted((*sorted(ends), sorted(said.items())) for *ends, said in other.edges(data=True)) or (
        network.directed
        and ties == sorted((source, target, sorted(said.items())) for source, target, said in other.edges(data=True))
    )
    assert network.directed == other.is_directed()


def test_igraph_names_its_graph_and_its_nodes():
    network = read("igraph.graphml")
    assert network.title == "Ring of five"
    assert meant(network.nodes[0], NAME) == ["A", "B", "C", "D", "E & F", "alone"]
    assert meant(network.ties[0], WEIGHT) == [1.0, 2.0, 3.0, 4.5, 5.0]
    assert network.notes == ()


def test_gephi_mixes_directed_and_undirected_ties_parallel_ones_and_one_to_itself():
    network = read("gephi.graphml")
    assert not network.directed
    assert meant(network.ties[0], DIRECTION) == [None, "directed", None]
    ends = zip(meant(network.ties[0], SOURCE), meant(network.ties[0], TARGET), strict=True)
    assert list(ends) == [("10", "11"), ("10", "11"), ("11", "11")]
    assert meant(network.ties[0], TYPE) == ["ประชุมร่วม", None, None]
    assert meant(network.nodes[0], NAME) == ["ชมรม ก", "บริษัท ข", "ค ที่ไม่มีใครรู้จัก"]
    assert rows(network.nodes[0])[0]["r"] == 153


def test_yed_labels_are_names_arrows_are_directions_and_groups_are_named():
    network = read("yed.graphml")
    nodes = rows(network.nodes[0])
    assert meant(network.nodes[0], KEY) == ["n0", "n0::n0", "n0::n1", "n1", "n2"]
    names = ["สำนักงานจังหวัดสมมติ", "กลุ่มงาน\nยุทธศาสตร์", None, "ชมรมคนรักป่า", "หอการค้าสมมติ"]
    assert meant(network.nodes[0], NAME) == names
    assert nodes[0]["labels"] == "Folder 1"
    assert [row.get("inside") for row in nodes] == [None, "n0", "n0", None, None]
    assert nodes[1]["description"] == "ฝ่ายแผน & งบประมาณ"
    assert [row["sector"] for row in nodes] == ["state", "state", "state", "civil_society", "business"]
    ties = [(row["source"], row["target"], row["directed"]) for row in rows(network.ties[0])]
    assert ties == [
        ("n0::n0", "n0::n1", "undirected"),
        ("n1", "n0", "directed"),
        ("n1", "n0::n0", "mutual"),
        ("n0::n1", "n1", "directed"),
    ]
    assert meant(network.ties[0], TYPE) == [None, "ให้คำปรึกษา", None, None]
    assert count(network) == (5, 4, 1)
    assert "y:ShapeNode" in left(network)
    assert [(note.code, note.parameters.get("count")) for note in network.notes][1:] == [("foreign_nested", 2)]


def test_rows_carry_the_line_on_which_they_begin():
    lines = (FILES / "yed.graphml").read_text(encoding="utf-8").splitlines()
    for row in (*read("yed.graphml").nodes[0].rows, *read("yed.graphml").ties[0].rows):
        assert f'id="{row.cells[0]}"' in lines[row.number - 1]


def test_a_hyperedge_is_a_row_that_cannot_be_used_and_ports_are_named():
    network = read("primer_hyper_and_ports.graphml")
    assert [row["source"] for row in rows(network.ties[0])] == [CellTrouble("foreign.hyperedge", "n0, n1, n2"), "n0"]
    assert rows(network.nodes[0])[2]["desc"] == "a node with a remark"
    assert set(left(network)) == {"desc", "port", "sourceport"}


def test_a_graph_that_says_another_direction_than_the_first_says_it_of_each_edge():
    two = '<graph edgedefault="{}"><node id="{}"/><edge source="{}" target="x"/></graph>'
    network = read_graphml(graph(two.format("undirected", "a", "a") + two.format("directed", "b", "b")), LIMITS)
    assert not network.directed
    assert meant(network.ties[0], DIRECTION) == [None, "directed"]
    assert [note.code for note in network.notes] == ["foreign_several_graphs"]


def test_nodes_with_one_id_both_stay():
    network = read_graphml(graph('<graph><node id="a"/><node id="a"/></graph>'), LIMITS)
    assert meant(network.nodes[0], KEY) == ["a", "a"]


def test_columns_of_one_name_are_told_apart_and_a_key_may_be_declared_late_or_not_at_all():
    inside = '<graph><node id="1"><data key="k">x</data><data key="l">7</data><data key="m">y</data></node></graph>'
    tail = '<key id="k" for="node" attr.name="id"/><key id="l" for="all" attr.name="id" attr.type="int"/>'
    (row,) = rows(read_graphml(graph(inside + tail), LIMITS).nodes[0])
    assert row == {"id": "1", "id (k)": "x", "id (l)": 7, "m": "y"}


def test_values_that_are_not_of_their_type_stay_as_they_stand():
    head = "".join(f'<key id="{one}" for="node" attr.name="{one}" attr.type="{one}"/>' for one in ("int", "double"))
    said = [("007", "INF"), ("12345678901234567890", "๑.๕"), ("7", "NaN"), ("-3", "1e-7"), ("a", "1_0")]
    nodes = "".join(f'<node id="n"><data key="int">{a}</data><data key="double">{b}</data></node>' for a, b in said)
    found = [
        (row.get("int"), row.get("double"))
        for row in rows(read_graphml(graph(f"<graph>{nodes}</graph>", head), LIMITS).nodes[0])
    ]
    assert found == [("007", "INF"), ("12345678901234567890", "๑.๕"), (7, None), (-3, 1e-7), ("a", "1_0")]


def test_a_file_without_a_graph_is_refused():
    with pytest.raises(UnreadableFile, match="no_graph"):
        read_graphml(graph(""), LIMITS)


def test_every_note_has_its_sentence():
    for name in ("yed.graphml", "primer_hyper_and_ports.graphml"):
        for note in read(name).notes:
            for language in ("th", "en"):
                assert note.sentence(messages_in(language))
