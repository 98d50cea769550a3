"""Pajek's networks: every vertex and line once, with its place, whatever the file mixes."""

import tracemalloc
from dataclasses import replace

import igraph
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.errors import InputError, RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.network import NAME, TYPE
from network_service.ingest.foreign.pajek import read_pajek
from network_service.ingest.limits import LIMITS
from network_service.messages import messages_in
from tests.ingest.foreign.read_tables import DATA, column, counts, nodes, pairs, ties, troubles


def read(text: str):
    return read_pajek(text.encode())


# Counted by hand in the files.
COUNTS = {
    "pajek_mixed.net": (12, 23, 1),
    "pajek_matrix.net": (6, 6, 1),
    "pajek_drawn.net": (4, 3, 1),
    "pajek_windows_874.net": (3, 2, 0),
    "pajek_project.paj": (4, 6, 0),
}


@pytest.mark.parametrize("name", COUNTS)
def test_nodes_ties_and_isolates_are_those_that_one_counts_in_the_file(name: str):
    assert counts(read_pajek((DATA / name).read_bytes())) == COUNTS[name]


@pytest.mark.parametrize("name", ["pajek_mixed.net", "pajek_matrix.net", "pajek_drawn.net"])
def test_counts_agree_with_igraph(name: str):
    graph = igraph.Graph.Read_Pajek(str(DATA / name))
    assert counts(read_pajek((DATA / name).read_bytes())) == (
        graph.vcount(),
        graph.ecount(),
        sum(degree == 0 for degree in graph.degree()),
    )


def test_counts_agree_with_networkx_where_it_reads_the_file_at_all():
    graph = nx.read_pajek(DATA / "pajek_mixed.net")
    assert counts(read_pajek((DATA / "pajek_mixed.net").read_bytes())) == (
        graph.number_of_nodes(),
        graph.number_of_edges(),
        nx.number_of_isolates(graph),
    )


def test_arcs_go_one_way_and_edges_both_ways_in_one_file():
    network = read_pajek((DATA / "pajek_mixed.net").read_bytes())
    directions = [direction for *_, direction, _ in ties(network)]
    assert directions == [None] * 19 + ["undirected"] * 4
    (table,) = network.ties
    assert table.rows[0].number == 17  # as an editor numbers the lines


def test_parallel_lines_and_loops_stay_rows():
    network = read_pajek((DATA / "pajek_mixed.net").read_bytes())
    found = [tie[:2] for tie in ties(network)]
    assert found.count(("3", "7")) == 2
    assert found.count(("3", "3")) == 1


def test_vertices_with_the_same_label_stay_two():
    network = read('*Vertices 3\n1 "A"\n2 "A"\n3 B\n*Arcs\n1 2\n')
    assert nodes(network) == [("1", "A"), ("2", "A"), ("3", "B")]


def test_a_vertex_without_a_line_exists_without_a_name():
    network = read('*Vertices 3\n2 "B"\n*Edges\n1 2\n')
    assert nodes(network) == [("1", None), ("2", "B"), ("3", None)]
    assert counts(network) == (3, 1, 1)


def test_a_file_of_a_count_alone_has_that_many_vertices():
    assert counts(read("*vertices 2536\n*arcs\n1 2536 5\n")) == (2536, 1, 2534)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ('1 "vertex one" 0.3 0.1 box ic White', "vertex one"),
        ("1 vertex1 0.3 0.1", "vertex1"),
        ('1 "say "yes" now"', 'say "yes'),  # a quote before white space ends the text
        ('1 "O"Neill" 0.5', 'O"Neill'),
        (r'1 "a \"b\"" 0.5', 'a "b"'),  # as igraph writes it
        ('1 "never closed', "never closed"),
        ('1 "&#3585;&#32;&#268;"', "ก Č"),  # as Pajek writes without Unicode
        ('1 "&#55296; &#99999999; &amp;"', "&#55296; &#99999999; &amp;"),
        ('1 "[x]"', "[x]"),
        ('1 ""', None),
    ],
)
def test_labels_are_read_quoted_or_not(line: str, label: str | None):
    assert nodes(read(f"*Vertices 1\n{line}\n")) == [("1", label)]


def test_values_labels_and_times_of_lines_are_kept_and_drawing_is_named():
    network = read_pajek((DATA / "pajek_project.paj").read_bytes())
    (table,) = network.ties
    assert column(table, "value") == [1, 0.5, None, None, None, None]
    assert column(table, "note") == ["monthly", None, None, None, None, None]
    assert column(table, "time") == ["1-3", None, None, None, None, None]
    drawn = read_pajek((DATA / "pajek_drawn.net").read_bytes())
    (note,) = drawn.notes
    assert note.parameters["what"] == ("x y z", "shape", "ic", "bc", "x_fact", "c")
    assert "“ic”" in note.sentence(messages_in("en"))


def test_relations_have_names_before_a_list_or_before_a_line():
    network = read_pajek((DATA / "pajek_project.paj").read_bytes())
    (table,) = network.ties
    assert column(table, TYPE) == ["reports to", "trusts", "trusts", "meets", "meets", "meets"]
    assert [tie[:3] for tie in ties(network)[3:]] == [
        ("1", "2", "undirected"),
        ("1", "3", "undirected"),
        ("4", "1", "undirected"),
    ]


def test_partitions_and_vectors_of_a_project_become_columns_of_its_nodes():
    network = read_pajek((DATA / "pajek_project.paj").read_bytes())
    (table,) = network.nodes
    assert column(table, "districts") == [1, 2, 2, 0]
    assert column(table, "budgets") == [1.5, 2, 0, -3.25]
    assert column(table, "time") == ["1-3,5-*", None, None, None]
    assert network.title == "invented offices"
    assert [note.parameters["what"] for note in network.notes] == [("*permutation",)]


def test_windows_874_is_read_and_said():
    network = read_pajek((DATA / "pajek_windows_874.net").read_bytes())
    assert nodes(network) == [("1", "สมาคม ก"), ("2", "สมาคม ข"), ("3", "การประชุม")]
    assert network.title == "เวที"
    assert [note.code for note in network.notes] == ["encoding"]
    assert [
        note.code for note in read_pajek((DATA / "pajek_windows_874.net").read_bytes(), encoding="cp874").notes
    ] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_ends_of_lines_make_no_difference(encoding: str, end: str):
    text = '*NETWORK เวที\n\n% ok\n*VERTICES 2\n1 "สมาคม ก"\n2 "ข"\n*ARCS\n1 2 4\n'
    network = read_pajek(text.replace("\n", end).encode(encoding))
    assert nodes(network) == [("1", "สมาคม ก"), ("2", "ข")]
    assert ties(network) == [("1", "2", None, 4)]
    (table,) = network.ties
    assert table.rows[0].number == 8


def test_two_modes_are_told_in_a_column_and_a_matrix_of_them_has_no_direction():
    network = read('*Vertices 5 2\n1 "w1"\n*Matrix\n1 0 1\n0 2.5 0\n')
    (table,) = network.nodes
    assert column(table, "mode") == [1, 1, 2, 2, 2]
    assert ties(network) == [
        ("1", "3", "undirected", 1),
        ("1", "5", "undirected", 1),
        ("2", "4", "undirected", 2.5),
    ]


@given(
    st.integers(1, 6).flatmap(
        lambda size: st.lists(st.lists(st.integers(0, 2), min_size=size, max_size=size), min_size=size, max_size=size)
    ),
    st.sampled_from([" ", "\n", "\t ", " \r\n"]),
)
def test_a_matrix_says_the_same_as_its_arcs(matrix: list[list[int]], between: str):
    size = len(matrix)
    cells = {(str(row + 1), str(at + 1)): value for row, line in enumerate(matrix) for at, value in enumerate(line)}
    network = read(f"*Vertices {size}\n*Matrix\n" + between.join(str(value) for value in cells.values()))
    assert {tie[:2]: tie[3] for tie in ties(network)} == {pair: value for pair, value in cells.items() if value}
    arcs = "\n".join(f"{source} {target} {value}" for (source, target), value in cells.items() if value)
    assert pairs(read(f"*Vertices {size}\n*Arcs\n{arcs}")) == pairs(network)


def test_what_cannot_be_used_is_a_trouble_at_its_line_and_never_lost():
    network = read('*Vertices 2\n1 "a"\n1 "b"\n7 "c"\nx\n*Arcs\n1 3\n1\n1 2 many\n0 1\n*Arcslist\n1 2 9\n')
    assert troubles(network) == [
        (3, "node.twice", "1"),
        (4, "node.not_in_file", "7"),
        (5, "node.not_in_file", "x"),
        (7, "node.not_in_file", "3"),
        (8, "node.not_in_file", ""),
        (9, "value.not_a_number", "many"),
        (10, "node.not_in_file", "0"),
        (12, "node.not_in_file", "9"),
    ]
    (table,) = network.nodes
    assert column(table, NAME) == ["a", None, "b", "c", None]
    assert [row.number for row in table.rows] == [2, 1, 3, 4, 5]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hello", "unreadable.not_pajek"),
        ("*Arcs\n1 2\n", "unreadable.not_pajek"),
        ("*Network x\n", "unreadable.not_pajek"),
        ("*Network x\n1 2\n", "unreadable.not_pajek"),
        ("*Vertices\n", "unreadable.pajek_count"),
        ("*Vertices many\n", "unreadable.pajek_count"),
        ("*Vertices 1\n*Vertices 1\n", "unreadable.pajek_networks"),
        ("*Vertices 2\n*Matrix\n1 0 1\n", "unreadable.matrix_too_short"),
        ("*Vertices 2\n*Matrix\n1 0 1 0 1\n", "unreadable.matrix_too_long"),
        ("*Vertices 1\n*Partition p\n*Vertices 1\n1\n2\n", "unreadable.column_too_long"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_its_reason(text: str, code: str):
    with pytest.raises(UnreadableFile) as refused:
        read(text)
    assert refused.value.code == code
    for language in ("th", "en"):
        assert messages_in(language).text(code, **refused.value.parameters)


@pytest.mark.parametrize(
    "text",
    [
        "*Vertices 99999999999\n",
        "*Vertices " + "9" * 10_000,
        "*Vertices 150000\n*Matrix\n" + "1 " * 10,
        "*Vertices 10\n*Partition p\n*Vertices 99999999999\n",
        "*Vertices 1\n1 " + "x " * 60_000,
    ],
)
def test_what_is_too_large_is_refused_before_memory_is_taken(text: str):
    tracemalloc.start()
    try:
        with pytest.raises(RefusedForSafety):
            read(text)
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


def test_vertices_and_lines_count_together_towards_the_limit_of_rows():
    limits = replace(LIMITS, rows=10)
    lines = "1 2\n" * 5
    assert counts(read_pajek(f"*Vertices 5\n*Arcs\n{lines}".encode(), limits)) == (5, 5, 3)
    for more in ("1 2\n", "*Arcslist\n1 2 3\n", "*Vertices 11\n"):
        with pytest.raises((RefusedForSafety, UnreadableFile)):
            read_pajek(f"*Vertices 5\n*Arcs\n{lines}{more}".encode(), limits)


def test_a_part_that_is_unknown_is_passed_over_and_named():
    network = read('*Vertices 2\n*Events\nTI 1\nAV 2 "x"\n*Arcs\n1 2\n')
    assert counts(network) == (2, 1, 0)
    assert [note.parameters["what"] for note in network.notes] == [("*events",)]


def test_a_partition_of_another_network_is_left_out_and_named():
    network = read("*Vertices 2\n*Partition p\n*Vertices 3\n1\n2\n3\n")
    assert [note.parameters["what"] for note in network.notes] == [("*partition p",)]


@given(st.text(st.sampled_from('*VverticsAaEdgl 123"[]%:\n\r-.&#;'), max_size=80))
def test_any_text_is_read_or_refused(text: str):
    try:
        network = read(f"*Vertices 3\n{text}")
    except (InputError, RefusedForSafety):
        return
    assert counts(network)[0] >= 3
