"""Blueprints and backups of Kumu are read whole; counts agree with a count of their entries and with networkx."""

import json
from dataclasses import replace

import networkx as nx
import pytest

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.kumu_json import read_kumu_json
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE
from network_service.ingest.limits import LIMITS
from network_service.ingest.raw import CellTrouble
from network_service.messages import messages_in
from tests.ingest.foreign.reading import FILES, count, left, meant, rows


def read(name: str):
    return read_kumu_json((FILES / name).read_bytes(), LIMITS)


def of(**project: object):
    return read_kumu_json(json.dumps(project, ensure_ascii=False).encode(), LIMITS)


def test_counts_agree_with_networkx_and_with_the_lists():
    for name, implied in (("kumu_blueprint.json", 1), ("kumu_project.json", 0)):
        network = read(name)
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(meant(network.nodes[0], KEY))
        graph.add_edges_from(zip(meant(network.ties[0], SOURCE), meant(network.ties[0], TARGET), strict=True))
        nodes, ties, isolates = count(network)
        assert (nodes + implied, ties, isolates) == (len(graph), graph.size(), nx.number_of_isolates(graph))
        written = json.loads((FILES / name).read_text(encoding="utf-8"))
        assert (nodes, ties) == (len(written["elements"]), len(written["connections"]))


def test_a_blueprint_names_elements_by_label_or_id():
    network = read("kumu_blueprint.json")
    assert network.directed is None
    names = ["ชมรมคนรักป่า", "สำนักงานสมมติ", "กองทุน ก", "กองทุน ก", "โดดเดี่ยว"]
    assert meant(network.nodes[0], NAME) == names
    assert meant(network.nodes[0], KEY) == [*names[:2], "e3", "e4", names[4]]
    assert meant(network.nodes[0], TYPE) == ["Civil society", "State", "Fund", "Fund", None]
    nodes = rows(network.nodes[0])
    assert (nodes[0]["tags"], nodes[1]["Founded"], nodes[3]["active"]) == ("ป่า; น้ำ\\; ดิน", 2560, True)
    assert meant(network.ties[0], DIRECTION) == ["mutual", "directed", "undirected", None, None, None]
    assert rows(network.ties[0])[1]["Strength"] == 2.5
    assert meant(network.ties[0], TARGET)[4:] == ["ผู้ที่ไม่มีในรายการ", "สำนักงานสมมติ"]
    assert network.notes == ()


def test_labels_lead_to_ids_where_a_connection_goes_by_label_and_the_label_is_only_one_elements():
    elements = [{"id": 1, "label": "a"}, {"id": 2, "label": "b"}, {"id": 3, "label": "b"}]
    network = of(elements=elements, connections=[{"from": "a", "to": "b"}, {"from": 1, "to": 2}])
    assert meant(network.ties[0], SOURCE) == [1, 1]
    assert meant(network.ties[0], TARGET) == ["b", 2]


def test_a_backup_has_fields_maps_reversed_connections_and_leaves_views_and_loops():
    network = read("kumu_project.json")
    assert network.title == "เครือข่ายสมมติ"
    nodes = rows(network.nodes[0])
    assert nodes[0] == {
        "id": "elem-1",
        "label": "ชมรม ก",
        "element type": "Civil society",
        "tags": "ก; ข",
        "budget": 120000,
        "maps": "ภาพรวม; ทุน\\; เงิน",
    }
    assert "maps" not in nodes[2]
    assert meant(network.nodes[0], TYPE) == ["Civil society", "State", "Business"]
    ends = list(zip(meant(network.ties[0], SOURCE), meant(network.ties[0], TARGET), strict=True))
    assert ends == [("elem-1", "elem-2"), ("elem-2", "elem-1"), ("elem-2", "elem-1")]
    assert meant(network.ties[0], TYPE) == ["Funding", None, "Advice"]
    assert rows(network.ties[0])[1]["delayed"] is True
    assert left(network) == ("default_map", "loops", "perspectives")
    told = {note.code: dict(note.parameters) for note in network.notes}
    assert told["foreign_several_graphs"] == {"count": 2}
    assert told["foreign_off_map"] == {"count": 1, "column": "maps"}
    for language in ("th", "en"):
        assert all(note.sentence(messages_in(language)) for note in network.notes)


def test_what_is_no_entry_is_a_row_that_cannot_be_used():
    network = of(elements=["a", {"label": "b"}], connections=[7])
    assert meant(network.nodes[0], NAME)[0] == CellTrouble("foreign.not_an_entry", "a")
    assert rows(network.ties[0]) == [{"from": CellTrouble("foreign.not_an_entry", "7")}]


def test_nothing_that_an_entry_says_is_lost():
    said = {"_id": "x", "id": "y", "label": "a", "type": "b", "ok": False, "attributes": {"type": "c", "label": "d"}}
    (row,) = rows(of(elements=[said]).nodes[0])
    assert row == {
        "id": "x",
        "label": "a",
        "id (id)": "y",
        "type": "b",
        "ok": False,
        "attributes.type": "c",
        "label (label)": "d",
    }
    assert rows(of(elements=[{"label": "a", "attributes": "plain"}]).nodes[0])[0]["attributes"] == "plain"


def test_ids_and_ends_of_any_shape_break_nothing():
    odd = [{"id": value, "label": value} for value in ([1, 2], {"a": 1}, None, True, 1.5, "", [])]
    network = of(elements=odd, connections=[{"from": one["id"], "to": one["id"]} for one in odd])
    assert len(network.nodes[0].rows) == len(network.ties[0].rows) == 7
    assert meant(network.nodes[0], KEY)[:2] == ["1; 2", '{"a": 1}']


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_of_any_width_is_read(encoding: str):
    text = '{"elements": [{"label": "ชมรม"}]}'
    assert meant(read_kumu_json(text.encode(encoding), LIMITS).nodes[0], NAME) == ["ชมรม"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "unreadable.bad_json"),
        (b'{"elements": [NaN]}', "unreadable.bad_json"),
        (b'{"elements": [{"label": "a", "label": "b"}]}', "unreadable.bad_json"),
        (b'{"elements": [{"label": "\xff"}]}', "unreadable.bad_json"),
        (b"[]", "unreadable.not_kumu"),
        (b'{"nodes": []}', "unreadable.not_kumu"),
    ],
)
def test_what_is_no_json_of_kumu_is_refused(content: bytes, code: str):
    with pytest.raises(UnreadableFile) as refused:
        read_kumu_json(content, LIMITS)
    assert refused.value.code == code
    assert messages_in("th").text(code)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'{"elements": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "safety.too_deep"),
        (b'{"elements": [' + b"[]," * 1_600_000 + b"[]]}", "safety.too_many_elements"),
        (b'{"elements": [' + b"1," * 4_600_000 + b"1]}", "safety.too_many_elements"),
    ],
    ids=["deep", "brackets", "values"],
)
def test_what_would_take_memory_without_end_is_refused(content: bytes, code: str):
    with pytest.raises(RefusedForSafety) as refused:
        read_kumu_json(content, LIMITS)
    assert refused.value.code == code


def test_rows_are_counted():
    with pytest.raises(RefusedForSafety, match="too_many_rows"):
        read_kumu_json(b'{"elements": [{}, {}], "connections": [{}]}', replace(LIMITS, rows=2))
