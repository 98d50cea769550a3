"""Workbooks of Kumu, NodeXL and Polinode, with the sheets and headings those programs write."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook as Written

from network_service.errors import UnreadableFile
from network_service.ingest.foreign.network import ForeignNetwork
from network_service.ingest.foreign.workbook_network import read_workbook_network
from network_service.ingest.raw import CellValue
from network_service.ingest.xlsx.reader import read_workbook
from tests.ingest.foreign.translated import ends, imported, nodes_of, notes, ties_of
from tests.ingest.workbooks import saved

Sheets = Mapping[str, Sequence[Sequence[CellValue]]]


def read(sheets: Sheets) -> ForeignNetwork:
    book = Written()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    written = BytesIO()
    book.save(written)
    return read_workbook_network(read_workbook(written.getvalue()))


KUMU: Sheets = {
    "Elements": [
        ["Label", "Type", "Tags", "Description"],
        ["Chamber", "Company", "trade|money", "the traders"],
        ["University", "University", None, None],
        ["Alone", None, None, None],
    ],
    "Connections": [
        ["From", "To", "Direction", "Label", "Type", "Strength"],
        ["Chamber", "University", "mutual", "training", "project", 3],
        ["University", "Fund", "directed", None, None, None],
    ],
}
NODEXL: Sheets = {
    "Edges": [
        [None, None, "Visual Properties", None, "Labels", "Other Columns"],
        ["Vertex 1", "Vertex 2", "Color", "Width", "Label", "Relationship", "Edge Weight"],
        ["a", "b", "Red", 1.5, None, "follows", 2],
        ["b", "c", None, None, "again", None, None],
        ["b", "c", None, None, None, None, None],
    ],
    "Vertices": [
        ["", "Visual Properties", None, "Labels", "Graph Metrics"],
        ["Vertex", "Color", "X", "Label", "Degree"],
        ["a", None, 10.5, "Alpha", 1],
        ["b", None, 11, None, 3],
        ["c", None, 12, "Gamma", 2],
        ["d", None, 13, "Delta", 0],
    ],
    "Groups": [["Group", "Vertex Color"], ["G1", "Blue"]],
    "Misc": [["Per-Workbook Setting", "Value"], ["Graph Directedness", "Undirected"]],
}
POLINODE: Sheets = {
    "Nodes": [["Name", "Sector", "Years"], ["One", "business", 3], ["Two", "state", 4]],
    "Edges": [["Source", "Target", "Weight"], ["One", "Two", 2]],
}


def test_a_kumu_workbook_gives_elements_isolates_and_connections():
    found = imported(read(KUMU))
    assert (read(KUMU).form, found.faults) == ("kumu_workbook", ())
    assert sorted(nodes_of(found)) == ["Alone", "Chamber", "Fund", "University"]
    assert [(getattr(tie, "mutual", None), getattr(tie, "topics", ())) for tie in ties_of(found)] == [
        (True, ("training",)),
        (False, ()),
    ]
    assert notes(found)["foreign_unread"] == {"part": "Elements", "columns": ("Tags",)}


def test_a_nodexl_workbook_is_read_below_its_row_of_headings_and_its_setting_of_direction():
    found = imported(read(NODEXL))
    assert (read(NODEXL).form, found.faults) == ("nodexl_workbook", ())
    assert sorted(nodes_of(found)) == ["Alpha", "Delta", "Gamma", "b"]
    assert ends(found) == [("Alpha", "b"), ("b", "Gamma"), ("b", "Gamma")]
    assert all(getattr(tie, "mutual", None) for tie in ties_of(found))
    assert notes(found)["foreign_looks"] == {"columns": ("Color", "Degree", "Width", "X")}
    assert {place.row for place in found.places.values() if place.sheet == "Vertices"} == {3, 4, 5, 6}


def test_a_polinode_workbook_is_nodes_and_edges():
    found = imported(read(POLINODE))
    assert (read(POLINODE).form, len(nodes_of(found)), ends(found)) == ("polinode_workbook", 2, [("One", "Two")])
    assert notes(found)["foreign_unread"]["columns"] == ("Years",)


def test_a_workbook_of_ties_alone_is_enough():
    found = imported(read({"data 2569": [["a title"], ["from", "to"], ["x", "y"]]}))
    assert ends(found) == [("x", "y")]
    assert found.places[ties_of(found)[0].id].row == 3


def test_a_workbook_without_nodes_or_ties_is_refused():
    with pytest.raises(UnreadableFile, match="none_of_ours"):
        read({"Budget": [["Year", "Baht"], [2569, 1]]})


def test_a_column_without_a_header_is_told_by_its_letters():
    rows = {**POLINODE, "Nodes": [["Name", None, "Sector"], ["One", "x", "business", "beyond"], ["Two", None, "state"]]}
    found = imported(read(rows))
    assert notes(found)["foreign_unread"] == {"part": "Nodes", "columns": ("(B)", "(D)")}


def test_rows_above_the_headers_are_told_but_for_those_that_nodexl_always_has():
    found = imported(read({"Nodes": [["Members of 2569"], [], ["Name"], ["One"]], "Edges": [["Source", "Target"]]}))
    assert notes(found)["rows_above_header"] == {"sheet": "Nodes", "row": 3, "count": 1}
    assert "rows_above_header" not in notes(imported(read(NODEXL)))


def test_headings_with_words_that_others_use_are_not_taken_for_headers():
    vertices = [["Label", "Type"], ["Vertex", "Color", "Label"], ["a", "Red", "Alpha"], ["b", None, "Beta"]]
    found = imported(read({**NODEXL, "Vertices": vertices}))
    assert {"Alpha", "Beta"} <= set(nodes_of(found))


def test_a_fault_names_the_cell_also_where_columns_of_looks_were_left_out():
    vertices = [["", "Looks"], ["Vertex", "Color", "Label", "Phone"], ["a", "Red", "ชมรม", "0812345678"]]
    found = imported(read({**NODEXL, "Vertices": vertices}))
    assert [(fault.code, fault.cell) for fault in found.faults] == [("column.office_contact", "D2")]


def test_merged_cells_are_told():
    workbook = Written()
    workbook.active.title = "Nodes"
    for row in (["Name", "Type"], ["One", "club"], ["Two", None]):
        workbook.active.append(row)
    workbook.active.merge_cells("B2:B3")
    workbook.create_sheet("Edges").append(["Source", "Target"])
    found = imported(read_workbook_network(read_workbook(saved(workbook))))
    assert notes(found)["merged_cells"] == {"sheet": "Nodes", "count": 1, "ranges": ("B2:B3",)}
