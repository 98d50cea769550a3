"""What is written for Pajek is read back to the same nodes and ties, and Pajek's own rules are kept."""

from collections import Counter
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from network_service.documents.flat_network import FlatNetwork, FlatRow, flat_network
from network_service.documents.pajek_export import partition_path, write_pajek
from network_service.domain.thai.text import clean
from network_service.errors import UsageError
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.foreign.mapping import ColumnMapping
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE, WEIGHT
from network_service.ingest.foreign.pajek import read_pajek
from network_service.ingest.foreign.pajek_columns import read_partition, with_partition
from network_service.ingest.foreign.translate import translate
from tests.documents.flat_networks import flat_networks
from tests.domain.filled import PROVINCE, filled_province
from tests.ingest.foreign.read_tables import column

ONE, TWO = "0f3b1c52-8a4e-5d7f-9b60-1c2d3e4f5a6b", "1f3b1c52-8a4e-5d7f-9b60-1c2d3e4f5a6b"
COMMON = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def nodes_written(network: FlatNetwork) -> list[tuple[object, ...]]:
    return [(node.id, node.kind, clean(node.label) or None) for node in network.nodes]


def ties_written(network: FlatNetwork) -> Counter[tuple[object, ...]]:
    return Counter(
        (tie.id, tie.kind, tie.source, tie.target, "undirected" if tie.mutual else None, tie.values.get("weight"))
        for tie in network.ties
    )


@COMMON
@given(flat_networks())
def test_the_same_nodes_and_ties_come_back(tmp_path: Path, network: FlatNetwork):
    write_pajek(tmp_path / "a.net", network)
    read = read_pajek((tmp_path / "a.net").read_bytes())
    (nodes,), (ties,) = read.nodes, read.ties
    assert list(zip(*(column(nodes, one) for one in (KEY, TYPE, NAME)), strict=True)) == nodes_written(network)
    meanings = (KEY, TYPE, SOURCE, TARGET, DIRECTION, WEIGHT)
    assert Counter(zip(*(column(ties, one) for one in meanings), strict=True)) == ties_written(network)
    assert read.title == (clean(network.title) or None)
    assert read.notes == ()


@COMMON
@given(flat_networks())
def test_sectors_are_classes_that_join_by_name(tmp_path: Path, network: FlatNetwork):
    write_pajek(tmp_path / "a.net", network)
    classes = (tmp_path / "a.sector.clu").read_bytes()
    codes = {"ภาครัฐ": "state", "business": "business"}
    expected = [codes.get(str(node.values.get("sector"))) for node in network.nodes]
    assert list(read_partition(classes)) == expected
    joined = with_partition(read_pajek((tmp_path / "a.net").read_bytes()), classes, "sector")
    assert column(joined.nodes[0], "sector") == expected


def test_a_whole_province_comes_back_with_every_node_and_tie(tmp_path: Path):
    network = flat_network(filled_province(), PROVINCE, "th")
    write_pajek(tmp_path / "a.net", network)
    (nodes,), (ties,) = (read := read_pajek((tmp_path / "a.net").read_bytes())).nodes, read.ties
    assert column(nodes, KEY)[: len(network.nodes)] == [node.id for node in network.nodes]
    assert sorted(column(ties, KEY)) == sorted(tie.id for tie in network.ties)
    kinds = {tie.kind: number for number, tie in enumerate(network.ties)}
    assert set(column(ties, TYPE)) == kinds.keys()


def _small(**changes: object) -> FlatNetwork:
    nodes = [FlatRow(ONE, "organization", 'Office "A"', {"sector": "state"}), FlatRow(TWO, "group", "ชมรม", {})]
    ties = [FlatRow(ONE, "collaborates_with", "", {"weight": 2.5}, ONE, TWO, mutual=True)]
    said = {"province": "TH-99", "title": "Invented", "synthetic": True, "nodes": nodes, "ties": ties}
    return FlatNetwork(**{**said, **changes}, node_columns=(), tie_columns=(), numbers=frozenset())  # type: ignore[arg-type]


def test_the_file_is_what_pajek_reads(tmp_path: Path):
    write_pajek(tmp_path / "a.net", _small())
    assert (tmp_path / "a.net").read_bytes().startswith(b"\xef\xbb\xbf*Network Invented\r\n% synthetic")
    lines = (tmp_path / "a.net").read_text(encoding="utf-8-sig").splitlines()
    assert lines[-5:] == [
        "*Vertices 2",
        '1 "Office &#34;A&#34;"',
        '2 "ชมรม"',
        '*Edges :1 "collaborates_with"',
        "1 2 2.5",
    ]
    assert (tmp_path / "a.sector.clu").read_text().splitlines()[-3:] == ["*Vertices 2", "1", "0"]


def test_networkx_reads_the_file(tmp_path: Path):
    write_pajek(tmp_path / "a.net", _small(synthetic=False))
    graph = nx.read_pajek(tmp_path / "a.net", encoding="utf-8-sig")
    assert set(graph) == {"Office &#34;A&#34;", "ชมรม"}
    assert graph.number_of_edges() == 1


def test_an_end_that_is_no_node_of_ours_is_a_vertex_named_by_its_id(tmp_path: Path):
    other = "2f3b1c52-8a4e-5d7f-9b60-1c2d3e4f5a6b"
    write_pajek(tmp_path / "a.net", _small(ties=[FlatRow(ONE, "member_of", "", {}, ONE, other)]))
    (nodes,) = read_pajek((tmp_path / "a.net").read_bytes()).nodes
    assert column(nodes, NAME)[-1] == other


def test_a_comment_that_does_not_fit_is_not_believed(tmp_path: Path):
    write_pajek(tmp_path / "a.net", _small())
    text = (tmp_path / "a.net").read_text(encoding="utf-8-sig")
    edited = text.replace("1 2 2.5", "2 1 2.5").replace("*Vertices 2", "*Vertices 3")
    (nodes,), (ties,) = (read := read_pajek(edited.encode())).nodes, read.ties
    assert column(nodes, KEY) == [ONE, TWO, "3"]
    assert column(ties, KEY) == [None]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.net", "a.sector.clu"), ("a.NET", "a.sector.clu"), ("a.b", "a.b.sector.clu"), ("a", "a.sector.clu")],
)
def test_the_partition_stands_beside_the_network(name: str, expected: str):
    assert partition_path(Path("x") / name) == Path("x") / expected


def test_nothing_is_left_where_the_network_cannot_be_written(tmp_path: Path):
    (tmp_path / "a.net").mkdir()
    with pytest.raises(UsageError):
        write_pajek(tmp_path / "a.net", _small())
    assert list(tmp_path.iterdir()) == [tmp_path / "a.net"]


def test_a_province_read_again_beside_its_store_makes_no_new_node_or_tie(tmp_path: Path):
    known = {record.id: record for record in filled_province()}
    network = flat_network(known.values(), PROVINCE, "th")
    write_pajek(tmp_path / "a", network)
    translated = translate(read_pajek((tmp_path / "a").read_bytes()), PROVINCE, known, ColumnMapping(), "unnamed")
    found = assemble(translated, PROVINCE, known)
    assert found.faults == ()
    new = [record for record in found.records if record.id not in known]
    # Who is in the file counts as a member, as in our own workbook.
    assert {record.kind for record in new} <= {"member_of"}
    assert {row.id for row in (*network.nodes, *network.ties)} <= {record.id for record in found.records}
