"""What is written for Kumu is read back to the same nodes and ties, and joins by labels that are unlike each other."""

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from openpyxl import load_workbook

from network_service.documents.flat_network import FlatNetwork, FlatRow, flat_network
from network_service.documents.kumu_export import write_kumu_workbook
from network_service.domain.record import Record
from network_service.domain.thai.text import clean, match_form
from network_service.ingest.foreign.network import DIRECTION, KEY, SOURCE, TARGET, TYPE, WEIGHT, ForeignNetwork
from network_service.ingest.foreign.workbook_network import read_workbook_network
from network_service.ingest.raw import CellValue
from network_service.ingest.reading import read_file
from network_service.ingest.xlsx.reader import read_workbook
from tests.documents.flat_networks import flat_networks
from tests.domain.filled import PROVINCE, filled_province
from tests.ingest.foreign.read_tables import column

ONE, TWO, THREE = (f"{digit}f3b1c52-8a4e-5d7f-9b60-1c2d3e4f5a6b" for digit in "012")
COMMON = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read(path: Path) -> ForeignNetwork:
    return read_workbook_network(read_workbook(path.read_bytes()))


def rows(path: Path, sheet: str) -> list[Sequence[object]]:
    return [list(row) for row in load_workbook(path)[sheet].iter_rows(values_only=True)]


def with_kept_weights(network: FlatNetwork) -> FlatNetwork:
    """The network with weights of twelve digits, as records keep them; a workbook has sixteen."""
    ties = []
    for tie in network.ties:
        weight = tie.values.get("weight")
        kept = float(f"{weight:.12g}") if isinstance(weight, int | float) else None
        assume(kept is None or isfinite(kept))
        ties.append(replace(tie, values={} if kept is None else {"weight": kept}))
    return replace(network, ties=ties)


def small(*nodes: FlatRow, ties: Sequence[FlatRow] = (), synthetic: bool = False) -> FlatNetwork:
    columns = dict.fromkeys(code for node in nodes for code in node.values)
    tied = dict.fromkeys(code for tie in ties for code in tie.values)
    return FlatNetwork("TH-99", "Invented", synthetic, nodes, ties, tuple(columns), tuple(tied), frozenset())


def actor(id_: str, name: str) -> FlatRow:
    return FlatRow(id_, "organization", name, {"name": name})


@COMMON
@given(flat_networks().map(with_kept_weights))
def test_the_same_nodes_and_ties_come_back(tmp_path: Path, network: FlatNetwork):
    write_kumu_workbook(tmp_path / "a.xlsx", network)
    found = read(tmp_path / "a.xlsx")
    assert [key for table in found.nodes for key in column(table, KEY)] == [node.id for node in network.nodes]
    assert [kind for table in found.nodes for kind in column(table, TYPE)] == [node.kind for node in network.nodes]
    said: list[tuple[CellValue, ...]] = []
    for table in found.ties:
        said += zip(*(column(table, one) for one in (KEY, TYPE, SOURCE, TARGET, DIRECTION, WEIGHT)), strict=True)
    directions = {True: "mutual", False: "directed"}
    assert said == [
        (tie.id, tie.kind, tie.source, tie.target, directions[tie.mutual], tie.values.get("weight"))
        for tie in network.ties
    ]


@COMMON
@given(flat_networks())
def test_no_cell_is_a_formula_and_no_two_labels_are_alike(tmp_path: Path, network: FlatNetwork):
    write_kumu_workbook(tmp_path / "a.xlsx", network)
    book = load_workbook(tmp_path / "a.xlsx")
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    labels = [match_form(str(row[0])) for row in rows(tmp_path / "a.xlsx", "Elements")[1:]]
    assert len(labels) == len(set(labels)) == len(network.nodes)


def test_every_record_of_a_whole_province_comes_back_into_an_empty_store_and_beside_itself(tmp_path: Path):
    expected: dict[str, Record] = {record.id: record for record in filled_province()}
    write_kumu_workbook(tmp_path / "a.xlsx", flat_network(expected.values(), PROVINCE, "th"))
    source = read_file(tmp_path / "a.xlsx")
    for known in ({}, expected):
        found = source.assemble(known)
        assert found.faults == ()
        assert {record.id: record for record in found.records} == expected


def test_the_sheets_are_those_that_kumu_reads(tmp_path: Path):
    tie = FlatRow(THREE, "collaborates_with", "", {"topics": "water; land", "note": "since the flood"}, ONE, TWO, True)
    write_kumu_workbook(tmp_path / "a.xlsx", small(actor(ONE, "=1+1"), actor(TWO, "B"), ties=[tie], synthetic=True))
    assert rows(tmp_path / "a.xlsx", "Elements") == [
        ["Label", "Type", "Description", "id"],
        ["=1+1", "organization", None, ONE],
        ["B", "organization", None, TWO],
    ]
    assert rows(tmp_path / "a.xlsx", "Connections") == [
        ["From", "To", "Direction", "Type", "Label", "Strength", "Description", "id"],
        ["=1+1", "B", "mutual", "collaborates_with", "water; land", None, "since the flood", THREE],
    ]
    book = load_workbook(tmp_path / "a.xlsx")
    assert "Synthetic" in str(book.properties.description)
    assert all("Synthetic" in str(sheet.oddHeader.center.text) for sheet in book)


def test_ties_find_their_element_though_another_has_its_name(tmp_path: Path):
    ties = [FlatRow(THREE, "collaborates_with", "", {}, ONE, TWO)]
    write_kumu_workbook(tmp_path / "a.xlsx", small(actor(ONE, "Same"), actor(TWO, "same "), ties=ties))
    found = read_file(tmp_path / "a.xlsx", province="TH-99").assemble({})
    (tie,) = (record for record in found.records if record.id == THREE)
    assert (getattr(tie, "source", None), getattr(tie, "target", None)) == (ONE, TWO)
    names = {record.id: getattr(record, "name", None) for record in found.records}
    assert (names[ONE], names[TWO]) == (clean("Same"), clean("same "))


def test_a_label_changed_in_kumu_is_a_new_name_and_an_element_added_there_is_new(tmp_path: Path):
    write_kumu_workbook(tmp_path / "a.xlsx", small(actor(ONE, "Before"), actor(TWO, "B")))
    book = load_workbook(tmp_path / "a.xlsx")
    book["Elements"]["A2"].value = "After"
    book["Elements"].append(["Added", "group", None, None])
    book["Connections"].append(["Added", "After", "directed"])
    book.save(tmp_path / "b.xlsx")
    found = read_file(tmp_path / "b.xlsx", province="TH-99").assemble({})
    assert found.faults == ()
    names = {record.id: name for record in found.records if (name := getattr(record, "name", None))}
    assert names[ONE] == "After"
    (tie,) = (record for record in found.records if record.kind == "collaborates_with")
    assert (names[getattr(tie, "source", "")], getattr(tie, "target", None)) == ("Added", ONE)
