"""What is written for UCINET is read back to the same actors by name and the same pairs."""

import re
from collections import Counter
from pathlib import Path

import igraph
from hypothesis import HealthCheck, given, settings

from network_service.documents.flat_network import FlatNetwork, FlatRow, flat_network
from network_service.documents.ucinet_dl_export import write_ucinet_dl
from network_service.domain.thai.text import clean, match_form
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.foreign.mapping import ColumnMapping
from network_service.ingest.foreign.network import WEIGHT
from network_service.ingest.foreign.translate import translate
from network_service.ingest.foreign.ucinet_dl import read_ucinet_dl
from tests.documents.flat_networks import flat_networks
from tests.domain.filled import PROVINCE, filled_province
from tests.ingest.foreign.read_tables import column, nodes, pairs, ties

IDS = [f"{number}f3b1c52-8a4e-5d7f-9b60-1c2d3e4f5a6b" for number in range(4)]


def actors(network: FlatNetwork) -> list[FlatRow]:
    return [node for node in network.nodes if node.kind in ("group", "organization")]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(flat_networks())
def test_the_same_actors_and_pairs_come_back(tmp_path: Path, network: FlatNetwork):
    write_ucinet_dl(tmp_path / "a.dl", network)
    read = read_ucinet_dl((tmp_path / "a.dl").read_bytes())
    kept = actors(network)
    named = nodes(read)
    # Each has its name, and where that is not enough to know it by, its id.
    forms = Counter(match_form(clean(one.label).replace('"', "”")) for one in kept)
    for actor, (key, name) in zip(kept, named, strict=True):
        assert name == (clean(clean(actor.label).replace('"', "”")) or None)
        assert key == actor.id or forms[match_form(name or "")] == 1
    by_key = {key: actor.id for actor, (key, _) in zip(kept, named, strict=True)}
    expected = {
        pair
        for tie in network.ties
        if tie.kind == "collaborates_with" and {tie.source, tie.target} <= {one.id for one in kept}
        for pair in [(tie.source, tie.target), *([(tie.target, tie.source)] if tie.mutual else [])]
    }
    assert {(by_key[source], by_key[target]) for source, target in pairs(read)} == expected
    assert sum(pairs(read).values()) == len(expected)


def _network(*pairs_tied: FlatRow, labels: tuple[str, ...] = ("A", "B", "C", "D")) -> FlatNetwork:
    rows = [FlatRow(one, "organization", label, {}) for one, label in zip(IDS, labels, strict=True)]
    return FlatNetwork("TH-99", "t", True, rows, pairs_tied, (), (), frozenset())


def tie(source: int, target: int, weight: float | None = None, *, mutual: bool = False) -> FlatRow:
    values = {} if weight is None else {"weight": weight}
    return FlatRow("", "collaborates_with", "", values, IDS[source], IDS[target], mutual)


def test_the_file_is_what_ucinet_reads(tmp_path: Path):
    write_ucinet_dl(tmp_path / "a.dl", _network(tie(0, 1, 2.5), tie(2, 1), labels=('Say "A"', "B", "C, d", "b ")))
    assert (tmp_path / "a.dl").read_bytes().decode().split("\r\n") == [
        "dl n=4",
        "format=edgelist1",
        "labels:",
        '"Say ”A”"',
        f'"B [{IDS[1]}]"',
        '"C, d"',
        f'"b [{IDS[3]}]"',
        "data:",
        "1 2 2.5",
        "3 2",
        "",
    ]


def test_of_parallel_ties_one_is_written_and_a_weight_of_zero_is_left_out(tmp_path: Path):
    rows = (tie(0, 1, 1), tie(0, 1, 3), tie(0, 1), tie(1, 2, 0), tie(2, 3, 4, mutual=True))
    write_ucinet_dl(tmp_path / "a.dl", _network(*rows))
    read = read_ucinet_dl((tmp_path / "a.dl").read_bytes())
    assert [one[:2] for one in ties(read)] == [("1", "2"), ("2", "3"), ("3", "4"), ("4", "3")]
    assert column(read.ties[0], WEIGHT) == [3, None, 4, 4]
    assert read.notes == ()


def test_igraph_reads_the_file(tmp_path: Path):
    write_ucinet_dl(tmp_path / "a.dl", _network(tie(0, 1), tie(1, 0), tie(1, 2)))
    # igraph knows neither quotation marks nor the line ends of Windows.
    text = (tmp_path / "a.dl").read_text().replace('"', "")
    (tmp_path / "b.dl").write_text(text, newline="\n")
    graph = igraph.Graph.Read_DL(str(tmp_path / "b.dl"))
    assert graph.vs["name"] == ["A", "B", "C", "D"]
    assert graph.get_edgelist() == [(0, 1), (1, 0), (1, 2)]


def test_a_whole_province_gives_its_actors(tmp_path: Path):
    network = flat_network(filled_province(), PROVINCE, "en")
    write_ucinet_dl(tmp_path / "a.dl", network)
    read = read_ucinet_dl((tmp_path / "a.dl").read_bytes())
    assert [name for _, name in nodes(read)] == [clean(one.label) for one in actors(network)]


def test_a_network_without_actors_has_no_nodes(tmp_path: Path):
    write_ucinet_dl(tmp_path / "a.dl", FlatNetwork("TH-99", "t", False, [], [], (), (), frozenset()))
    assert nodes(read_ucinet_dl((tmp_path / "a.dl").read_bytes())) == []
    assert re.match(rb"dl n=0\r\n", (tmp_path / "a.dl").read_bytes())


def test_a_province_read_again_beside_its_store_makes_no_new_node_or_tie(tmp_path: Path):
    known = {record.id: record for record in filled_province()}
    network = flat_network(known.values(), PROVINCE, "th")
    write_ucinet_dl(tmp_path / "a", network)
    translated = translate(read_ucinet_dl((tmp_path / "a").read_bytes()), PROVINCE, known, ColumnMapping(), "unnamed")
    found = assemble(translated, PROVINCE, known)
    assert found.faults == ()
    new = [record for record in found.records if record.id not in known]
    # Who is in the file counts as a member, as in our own workbook.
    assert {record.kind for record in new} <= {"member_of"}
    assert {row.id for row in actors(network)} <= {record.id for record in found.records}
