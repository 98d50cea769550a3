"""GEXF of three versions is read whole, with its dates; counts agree with networkx and a plain count of lines."""

import networkx as nx
import pytest

from network_service.errors import UnreadableFile
from network_service.ingest.foreign.gexf import read_gexf
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE, WEIGHT
from network_service.ingest.limits import LIMITS
from network_service.messages import messages_in
from tests.ingest.foreign.reading import FILES, count, left, meant, rows

ALL = ["gephi_1_3.gexf", "primer_1_2.gexf", "rgexf_1_1.gexf", "networkx.gexf"]


def read(name: str):
    return read_gexf((FILES / name).read_bytes(), LIMITS)


def graph(inside: str, attributes: str = "") -> bytes:
    return f'<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph {attributes}>{inside}</graph></gexf>'.encode()


@pytest.mark.parametrize("name", ALL)
def test_nodes_and_ties_agree_with_a_count_of_lines(name: str):
    text = (FILES / name).read_text(encoding="utf-8")
    assert count(read(name))[:2] == (text.count("<node "), text.count("<edge "))


@pytest.mark.parametrize("name", ["primer_1_2.gexf", "networkx.gexf"])
def test_counts_agree_with_networkx(name: str):
    other, network = nx.read_gexf(FILES / name), read(name)
    isolates = sum(1 for _ in nx.isolates(other))
    assert count(network) == (other.number_of_nodes(), other.number_of_edges(), isolates)
    assert network.directed == other.is_directed()


def test_what_networkx_writes_has_the_values_that_networkx_reads():
    other, network = nx.read_gexf(FILES / "networkx.gexf"), read("networkx.gexf")
    assert {row.pop("id"): row for row in rows(network.nodes[0])} == dict(other.nodes(data=True))
    (tie,) = rows(network.ties[0])
    assert (tie.pop("source"), tie.pop("target"), tie) == next(iter(other.edges(data=True)))


def test_gephi_1_3_has_kinds_weights_lists_defaults_and_directions():
    network = read("gephi_1_3.gexf")
    assert network.title is None
    assert not network.directed
    nodes, ties = rows(network.nodes[0]), rows(network.ties[0])
    assert meant(network.nodes[0], NAME) == ["ชมรมรักษ์น้ำ", "สำนักงานสมมติ", "บริษัทตัวอย่าง"]
    assert [row["Sector"] for row in nodes] == ["civil society", "state", "unknown"]
    assert nodes[0]["Topics"] == "water; forest, soil"
    assert nodes[0]["Active"] is True
    assert meant(network.ties[0], TYPE) == ["meets", "funds", "advises", None]
    assert meant(network.ties[0], DIRECTION) == [None, "directed", "mutual", None]
    assert meant(network.ties[0], WEIGHT) == [2.5, None, None, None]
    assert ties[0]["Meetings"] == 12
    assert list(zip(meant(network.ties[0], SOURCE), meant(network.ties[0], TARGET), strict=True))[3] == ("n1", "n1")
    assert meant(network.nodes[0], "valid_from") == ["2024-01-01", "2024-01-01", None]
    assert meant(network.nodes[0], "valid_to") == ["2025-12-31", "2024-12-31", None]
    assert nodes[1]["spells"] == "[2024-01-01, 2024-03-31]; [2024-06-01, 2024-12-31]"
    assert set(left(network)) == {"viz:size", "viz:position", "viz:color"}
    assert [note.code for note in network.notes] == ["foreign_left", "foreign_spells"]


def test_the_primer_has_open_bounds_spells_nested_nodes_and_values_over_time():
    network = read("primer_1_2.gexf")
    nodes = {row["id"]: row for row in rows(network.nodes[0])}
    assert nodes["4"] == {
        "id": "4",
        "label": "Vertex",
        "pid": "3",
        "start": "2009-03-01",
        "end": "2009-03-31",
        "frog": True,
    }
    assert nodes["5"]["pid"] == "2"
    assert nodes["2"]["spells"] == "(, 2009-03-01); [2009-03-05, 2009-03-10]"
    assert (nodes["2"].get("start"), nodes["2"]["end"]) == (None, "2009-03-10")
    assert [nodes[one]["frog"] for one in "0123"] == [True, True, False, True]
    assert nodes["1"]["indegree"] == 1.0
    told = {note.code: dict(note.parameters) for note in network.notes}
    assert told == {
        "foreign_left": {"what": ("description",)},
        "foreign_nested": {"count": 2, "column": "pid"},
        "foreign_spells": {"count": 1, "column": "spells"},
        "foreign_values_over_time": {"columns": ("indegree",), "count": 2},
    }


def test_of_values_over_time_the_latest_counts_wherever_it_stands():
    values = '<attvalue for="a" value="2" start="2024-02-01"/><attvalue for="a" value="1" start="2024-01-01"/>'
    for said in (values, "".join(f"<attvalue {one}" for one in reversed(values.split("<attvalue ")[1:]))):
        network = read_gexf(graph(f'<nodes><node id="x"><attvalues>{said}</attvalues></node></nodes>'), LIMITS)
        assert rows(network.nodes[0]) == [{"id": "x", "a": "2"}]


def test_version_1_1_names_attributes_by_id_and_times_may_be_numbers():
    network = read("rgexf_1_1.gexf")
    nodes = rows(network.nodes[0])
    assert (nodes[0]["age"], nodes[0]["groups"]) == (40, "a; b\\;c")
    assert (nodes[1]["start time"], nodes[1]["end time"]) == ("10.0", "12.5")
    assert "valid_from" not in network.nodes[0].meaning.values()
    assert [note.code for note in network.notes] == ["foreign_times"]
    assert not network.directed


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ('start="2024-05-31T20:00:00Z" end="2024-06-30T16:59:59+00:00"', "2024-06-01", "2024-06-30"),
        ('start="2024-06-01T08:00:00" endopen="2024-07-01T00:00:00"', "2024-06-01", "2024-06-30"),
        ('startopen="2024-05-31" endopen="2024-07-01"', "2024-06-01", "2024-06-30"),
        ('timestamp="2024-06-01"', "2024-06-01", "2024-06-01"),
        ('timestamps="&lt;[2024-06-03, 2024-06-01]&gt;"', "2024-06-01", "2024-06-03"),
        ('start="-Infinity" end="2024-06-30"', None, "2024-06-30"),
        ('start="2024-02-30"', "2024-02-30", None),
        ('start="9999-12-31T23:00:00Z"', "9999-12-31T23:00:00Z", None),
    ],
)
def test_times_become_first_and_last_days(said: str, first: str | None, last: str | None):
    network = read_gexf(graph(f'<nodes><node id="x" {said}/></nodes>', 'timeformat="dateTime"'), LIMITS)
    (row,) = rows(network.nodes[0])
    assert (row.get("start"), row.get("end")) == (first, last)
    assert set(network.nodes[0].meaning.values()) == {KEY} | ({"valid_from"} if first else set()) | (
        {"valid_to"} if last else set()
    )


def test_without_a_format_times_are_days_where_all_of_them_are():
    for end, means in (("2024-12-31", True), ("12.5", False)):
        network = read_gexf(graph(f'<nodes><node id="x" start="2024-01-01" end="{end}"/></nodes>'), LIMITS)
        assert ("valid_from" in network.nodes[0].meaning.values()) is means


def test_nodes_with_one_id_both_stay_and_rows_carry_their_line():
    network = read_gexf(graph('<nodes>\n<node id="a"/>\n<node id="a"/></nodes>'), LIMITS)
    assert [(row.number, row.cells[0]) for row in network.nodes[0].rows] == [(2, "a"), (3, "a")]


def test_a_value_said_very_often_costs_no_more_than_its_length():
    said = '<attvalue for="a" value="x"/>' * 100_000
    network = read_gexf(graph(f'<nodes><node id="x"><attvalues>{said}</attvalues></node></nodes>'), LIMITS)
    assert rows(network.nodes[0]) == [{"id": "x", "a": "x"}]


def test_a_file_without_a_graph_is_refused():
    with pytest.raises(UnreadableFile, match="no_graph"):
        read_gexf(b"<gexf/>", LIMITS)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_note_has_its_sentence(name: str, language: str):
    for note in read(name).notes:
        assert note.sentence(messages_in(language))
