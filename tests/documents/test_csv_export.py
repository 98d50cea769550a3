"""A network leaves as two CSV files that read back to the same rows, and in which no cell is a formula."""

import csv
import re
import tempfile
from collections.abc import Collection
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network_service.documents.csv_export import csv_paths, write_csv
from network_service.documents.flat_network import FlatNetwork, FlatRow, flat_network
from network_service.domain.record import Record
from network_service.errors import UsageError
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.foreign.columns import columns_of
from network_service.ingest.foreign.csv_network import read_csv_network
from network_service.ingest.foreign.mapping import ColumnMapping
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE, Table
from network_service.ingest.foreign.translate import translate
from network_service.ingest.foreign.words import NODES, TIES
from network_service.ingest.limits import LIMITS
from network_service.ingest.values import Written
from tests.domain.filled import PROVINCE, filled_province
from tests.domain.strategies import networks, texts

A = "6f1c2f0e-0000-5000-8000-000000000001"


def written_as(value: Written) -> str | None:
    """What a program reads in a cell of this value."""
    if value is None or value == "":
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def rows_of(table: Table) -> list[dict[str, object]]:
    return [dict(zip((header.lower() for header in table.headers), row.cells, strict=True)) for row in table.rows]


def check_round_trip(network: FlatNetwork) -> None:
    """Write the files, read them, and compare each row with what was written."""
    with tempfile.TemporaryDirectory() as folder:
        nodes, ties = write_csv(Path(folder) / "out.csv", network)
        read = read_csv_network([(path.name, path.read_bytes()) for path in (ties, nodes)], LIMITS)
    assert read.form == "own_csv"
    assert read.notes == ()
    (node_table,), (tie_table,) = read.nodes, read.ties
    meant = columns_of(node_table, NODES, ColumnMapping(), "actors")
    assert [meant.header(one) for one in (KEY, NAME, TYPE)] == ["Id", "name", "Kind"]
    assert meant.unread == ()
    meant = columns_of(tie_table, TIES, ColumnMapping(), "collaborations")
    expected = ["Source", "Target", "Type", "Id", "Kind"]
    assert [meant.header(one) for one in (SOURCE, TARGET, DIRECTION, KEY, TYPE)] == expected
    assert meant.unread == ()
    assert rows_of(node_table) == [
        {"id": row.id, "label": written_as(row.label), "kind": row.kind}
        | {column: written_as(row.values.get(column)) for column in network.node_columns}
        for row in network.nodes
    ]
    assert rows_of(tie_table) == [
        {"source": row.source, "target": row.target, "id": row.id, "kind": row.kind}
        | {"type": "Undirected" if row.mutual else "Directed"}
        | {column: written_as(row.values.get(column)) for column in network.tie_columns}
        for row in network.ties
    ]


def check_records(records: Collection[Record], language: str) -> None:
    """Write the records, read them into an empty store, and compare each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = write_csv(Path(folder) / "out.csv", flat_network(records, PROVINCE, language))
        read = read_csv_network([(path.name, path.read_bytes()) for path in paths], LIMITS)
    found = assemble(translate(read, PROVINCE, {}, ColumnMapping(), "x"), PROVINCE, {})
    assert [f"{fault.sheet} {fault.row} {fault.column} {fault.code}" for fault in found.faults] == []
    assert {record.id: record for record in found.records} == {record.id: record for record in records}


@settings(max_examples=20)
@given(networks(), st.sampled_from(["th", "en"]))
def test_any_network_reads_back_to_the_same_rows_and_records(records: list[Record], language: str):
    check_round_trip(flat_network(records, PROVINCE, language))
    check_records(records, language)


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_full_province_reads_back_to_the_same_rows_and_records(language: str):
    check_round_trip(flat_network(filled_province(), PROVINCE, language))
    check_records(filled_province(), language)


def test_a_node_added_by_hand_may_have_a_label_alone(tmp_path: Path):
    nodes, ties = write_csv(tmp_path / "out.csv", network_of("ก", "ข"))
    with nodes.open("a", encoding="utf-8") as file:
        file.write("7,เพิ่มเอง,organization\n")
    read = read_csv_network([(path.name, path.read_bytes()) for path in (nodes, ties)], LIMITS)
    assert [row.cells[3] for row in read.nodes[0].rows] == ["ก", "ข", "เพิ่มเอง"]


def network_of(*names: str) -> FlatNetwork:
    nodes = [FlatRow(f"{place}", "organization", name, {"name": name}) for place, name in enumerate(names)]
    ties = [FlatRow(A, "collaborates_with", "", {"topics": names[0]}, "0", "1", mutual=True)]
    return FlatNetwork(PROVINCE, "x", False, nodes, ties, ("name",), ("topics",), frozenset())


@given(st.lists(texts | st.from_regex(r"'*[=+@＝-][0-9A-Z(]{0,5}", fullmatch=True), min_size=2, max_size=4))
def test_no_cell_is_a_formula_and_every_text_comes_back(names: list[str]):
    network = network_of(*names)
    with tempfile.TemporaryDirectory() as folder:
        for path in write_csv(Path(folder) / "x", network):
            cells = csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
            opened = [cell for row in cells for cell in row if re.match("[=+\\-@\t\r\0＝＋－＠]", cell)]
            assert all(re.fullmatch(r"[+-]?[0-9.,]+%?", cell) for cell in opened)
    check_round_trip(network)


def test_excel_knows_the_files_for_utf_8_and_gephi_knows_the_headers(tmp_path: Path):
    nodes, ties = write_csv(tmp_path / "เครือข่าย.csv", network_of("ก", "ข"))
    assert nodes.read_bytes().startswith(b"\xef\xbb\xbfId,Label,Kind,")
    assert ties.read_bytes() == (
        b"\xef\xbb\xbfSource,Target,Type,Id,Kind,topics\r\n"
        b"0,1,Undirected," + A.encode() + ",collaborates_with,ก\r\n".encode()
    )
    assert {path.name for path in tmp_path.iterdir()} == {"เครือข่าย-nodes.csv", "เครือข่าย-ties.csv"}


def test_the_files_stand_beside_the_path_asked_for():
    assert csv_paths(Path("a/out.csv")) == (Path("a/out-nodes.csv"), Path("a/out-ties.csv"))
    assert csv_paths(Path("out.2026"))[0] == Path("out.2026-nodes.csv")


def test_where_one_file_cannot_be_written_the_other_stays_as_it_was(tmp_path: Path):
    (tmp_path / "out-ties.csv").mkdir()
    (tmp_path / "out-nodes.csv").write_text("before", encoding="utf-8")
    with pytest.raises(UsageError):
        write_csv(tmp_path / "out.csv", network_of("ก", "ข"))
    assert (tmp_path / "out-nodes.csv").read_text(encoding="utf-8") == "before"
