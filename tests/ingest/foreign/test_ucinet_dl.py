"""UCINET's DL in its many forms: the same network is read from each of them."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import igraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.errors import InputError, RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.network import TYPE
from network_service.ingest.foreign.ucinet_dl import read_ucinet_dl
from network_service.ingest.limits import LIMITS
from network_service.messages import messages_in
from tests.ingest.foreign.read_tables import DATA, column, counts, nodes, pairs, ties, troubles


def read(text: str):
    return read_ucinet_dl(text.encode())


# Counted by hand in the files; a symmetric matrix says each pair once.
COUNTS = {
    "dl_matrix.dl": (5, 6, 0),
    "dl_matrix_labels.dl": (5, 6, 0),
    "dl_matrix_embedded.dl": (5, 4, 0),
    "dl_edges_weighted.dl": (3, 4, 0),
    "dl_edges_embedded.dl": (6, 5, 1),
}


@pytest.mark.parametrize("name", COUNTS)
def test_nodes_ties_and_isolates_are_those_that_one_counts_in_the_file(name: str):
    assert counts(read_ucinet_dl((DATA / name).read_bytes())) == COUNTS[name]


@pytest.mark.parametrize("name", ["dl_matrix.dl", "dl_matrix_labels.dl", "dl_edges_weighted.dl"])
def test_pairs_agree_with_igraph(name: str, tmp_path: Path):
    # igraph wants the size on the first line.
    text = (DATA / name).read_text().replace("dl\nn=", "dl n=")
    (tmp_path / name).write_text(text)
    graph = igraph.Graph.Read_DL(str(tmp_path / name))
    assert pairs(read(text)) == {(str(one.source + 1), str(one.target + 1)): 1 for one in graph.es}
    assert counts(read(text))[0] == graph.vcount()


# The network a->b 2, b->a 2, b->c 1, c->b 1 and the isolate d, in every form that can say it.
SAME = {
    "matrix": 'dl n=4\nlabels: a,b,c,"d"\ndata:\n0 2 0 0\n2 0 1 0\n0 1 0 0\n0 0 0 0\n',
    "matrix by commas": "DL N=4 FORMAT = FULLMATRIX DIAGONAL PRESENT LABELS:\r\na\r\nb\r\nc\r\nd\r\nDATA:\r\n"
    "0,2,0,0\r\n2,0,1,0\r\n0,1,0,0\r\n0,0,0,0",
    "matrix in one line": "dl n=4 labels: a b c d data: 0 2 0 0 2 0 1 0 0 1 0 0 0 0 0 0",
    "without diagonal": "dl n = 4, format = fullmatrix, diagonal = absent\nlabels:\na b c d\n"
    "data:\n2 0 0\n2 1 0\n0 1 0\n0 0 0",
    "labels embedded": "dl n=4\nlabels embedded\ndata:\n  a b c d\na 0 2 0 0\nb 2 0 1 0\nc 0 1 0 0\nd 0 0 0 0\n",
    "row labels embedded": "dl n=4 row labels embedded data:\na 0 2 0 0\nb 2 0 1 0\nc 0 1 0 0\nd 0 0 0 0\n",
    "lower half": "dl n=4 format=lowerhalf labels: a b c d data:\n0\n2 0\n0 1 0\n0 0 0 0\n",
    "lower half without diagonal": "dl n=4 format=lowerhalf diagonal=absent labels: a b c d data:\n2\n0 1\n0 0 0\n",
    "upper half": "dl n=4 format=upperhalf labels: a b c d data:\n0 2 0 0\n0 1 0\n0 0\n0\n",
    "upper half, embedded": "dl n=4 format=upperhalf diagonal absent labels embedded data:\n"
    "a b c d\na 2 0 0\nb 1 0\nc 0\nd",
    "edge list": "dl n=4 format=edgelist1 labels: a b c d data:\n1 2 2\n2 1 2\n2 3\n3 2 1\n",
    "edge list by labels": "dl n=4 format = edgelist1\nlabels:\na b c d\ndata:\na b 2\nb a 2\nb c\nc b 1\n",
}


@pytest.mark.parametrize("form", SAME)
def test_every_form_says_the_same_network(form: str):
    network = read(SAME[form])
    assert nodes(network) == [("1", "a"), ("2", "b"), ("3", "c"), ("4", "d")]
    assert pairs(network) == {("1", "2"): 1, ("2", "1"): 1, ("2", "3"): 1, ("3", "2"): 1}
    assert {(frozenset(tie[:2]), tie[3] or 1) for tie in ties(network)} == {(frozenset("12"), 2), (frozenset("23"), 1)}


def test_lists_of_neighbours_are_ties_without_a_value():
    expected = [("1", "2", None, None), ("1", "3", None, None), ("3", "1", None, None)]
    assert ties(read("dl n=4 format=nodelist1 data:\n1 2 3\n3 1\n")) == expected
    assert ties(read("dl n=4 format=nodelist1b data:\n2 2 3\n0\n1 1\n0\n")) == expected
    named = read('dl n=4 format=nodelist1 labels embedded: data:\n"Ann B" Cy,"Dee"\nDee "Ann B"\n')
    assert nodes(named) == [("1", "Ann B"), ("2", "Cy"), ("3", "Dee"), ("4", None)]
    assert ties(named) == expected


def test_a_symmetric_matrix_says_each_pair_once_and_that_is_noted():
    network = read_ucinet_dl((DATA / "dl_matrix.dl").read_bytes())
    assert {tie[2] for tie in ties(network)} == {"undirected"}
    (note,) = network.notes
    assert (note.code, note.parameters["count"]) == ("dl_symmetric", 6)
    assert "6" in note.sentence(messages_in("th"))


def test_a_matrix_that_is_not_symmetric_in_one_value_is_directed():
    network = read("dl n=2 data:\n0 2\n3 0\n")
    assert ties(network) == [("1", "2", None, 2), ("2", "1", None, 3)]


def test_a_list_is_symmetric_only_if_every_tie_of_it_is_and_none_is_said_twice():
    assert ties(read("dl n=3 format=edgelist1 data:\n2 1 5\n1 2 5\n3 3\n")) == [
        ("2", "1", "undirected", 5),
        ("3", "3", "undirected", None),
    ]
    for more in ("1 3", "1 2 5", "2 3 1\n3 2 2"):
        network = read(f"dl n=3 format=edgelist1 data:\n2 1 5\n1 2 5\n{more}\n")
        assert {tie[2] for tie in ties(network)} == {None}
        assert network.notes == ()


def test_two_modes_are_numbered_one_after_the_other():
    expected = [("1", "3", "undirected"), ("1", "5", "undirected"), ("2", "4", "undirected")]
    forms = (
        "dl nr=2, nc=3\nrow labels:\np q\ncolumn labels:\nx y z\ndata:\n1 0 1\n0 1 0\n",
        "dl nr=2 nc=3 labels embedded data:\nx y z\np 1 0 1\nq 0 1 0\n",
        "dl nr=2 nc=3 format=edgelist2 row labels: p q column labels: x y z data:\n1 1\n1 3\n2 2\n",
        "dl nr=2 nc=3 format=nodelist2 row labels: p q column labels: x y z data:\n1 1 3\n2 2\n",
    )
    for form in forms:
        network = read(form)
        assert nodes(network) == [("1", "p"), ("2", "q"), ("3", "x"), ("4", "y"), ("5", "z")]
        assert column(network.nodes[0], "mode") == [1, 1, 2, 2, 2]
        assert [tie[:3] for tie in ties(network)] == expected


def test_the_same_label_in_both_modes_is_two_nodes():
    network = read("dl nr=2 nc=2 format=edgelist2 labels embedded: data:\na a\nb a\n")
    assert nodes(network) == [("1", "a"), ("2", "b"), ("3", "a"), ("4", None)]
    assert [tie[:2] for tie in ties(network)] == [("1", "3"), ("2", "3")]


def test_several_matrices_are_relations_by_their_labels():
    network = read("dl n=2 nm=2\nmatrix labels:\nhelps,trusts\ndata:\n0 1\n0 0\n\n0 0\n3 0\n")
    assert column(network.ties[0], TYPE) == ["helps", "trusts"]
    assert ties(network) == [("1", "2", None, 1), ("2", "1", None, 3)]
    listed = read("dl n=2 nm=2 format=edgelist1 data:\n1 2\n!\n2 1 3\n")
    assert column(listed.ties[0], TYPE) == ["1", "2"]
    assert [tie[:2] for tie in ties(listed)] == [("1", "2"), ("2", "1")]


def test_loops_and_parallel_ties_stay_rows():
    assert [tie[:2] for tie in ties(read("dl n=2 format=edgelist1 data:\n1 1\n1 2\n1 2\n"))] == [
        ("1", "1"),
        ("1", "2"),
        ("1", "2"),
    ]
    assert ties(read("dl n=2 data:\n5 0\n0 0\n")) == [("1", "1", "undirected", 5)]


def test_zero_and_unknown_values_are_no_ties_and_are_counted():
    listed = read("dl n=2 format=edgelist1 data:\n1 2 0\n2 1 .\n")
    assert [(note.code, note.parameters["count"]) for note in listed.notes] == [("dl_unknown", 1), ("dl_zero", 1)]
    matrix = read("dl n=2 data:\n. 1\n. 0.0\n")
    assert ties(matrix) == [("1", "2", None, 1)]
    assert [(note.code, note.parameters["count"]) for note in matrix.notes] == [("dl_unknown", 2)]


def test_what_cannot_be_used_is_a_trouble_at_its_line_and_never_lost():
    network = read("dl n=2\nformat=edgelist1\ndata:\n1 3\nx 1\n1 2 many\n1 2 3 4\n")
    assert troubles(network) == [
        (4, "node.not_in_file", "3"),
        (5, "node.not_in_file", "x"),
        (6, "value.not_a_number", "many"),
        (7, "value.not_a_number", "3 4"),
    ]
    assert troubles(read("dl n=2\ndata:\n0 x\n1 0\n")) == [(3, "value.not_a_number", "x")]


def test_a_label_with_an_id_in_brackets_is_that_record():
    record_id = "0f3b1c52-8a4e-5d7f-9b60-1c2d3e4f5a6b"
    network = read(f'dl n=2 format=edgelist1\nlabels:\n"Office [{record_id}]"\n"Office"\ndata:\n2 1\n')
    assert nodes(network) == [(record_id, "Office"), ("2", "Office")]
    assert [tie[:2] for tie in ties(network)] == [("2", record_id)]


def test_thai_labels_in_either_encoding():
    text = 'dl n=2\nlabels:\n"สมาคม ก",ข\ndata:\n0 1\n0 0\n'
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp874"):
        assert nodes(read_ucinet_dl(text.encode(encoding))) == [("1", "สมาคม ก"), ("2", "ข")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unreadable.not_dl"),
        ("dlx n=2", "unreadable.not_dl"),
        ("n=2 data: 0", "unreadable.not_dl"),
        ("dl n=2", "unreadable.dl_no_data"),
        ("dl data:\n0", "unreadable.dl_size"),
        ("dl n=2 nm=0 data:\n0", "unreadable.dl_size"),
        ("dl n=2 labels: a b c data:\n0", "unreadable.dl_word"),
        ("dl n=2 datafile=x.txt", "unreadable.dl_word"),
        ("dl labels: a b c n=2 data:\n0", "unreadable.dl_labels"),
        ("dl n=2 format=blockmatrix data:\n0", "unreadable.dl_format"),
        ("dl n=2 data:\n0 1 0", "unreadable.matrix_too_short"),
        ("dl n=2 nm=2 data:\n0 1 0 0", "unreadable.matrix_too_short"),
        ("dl n=2 data:\n0 1 0 0 1", "unreadable.matrix_too_long"),
        ("dl n=2 format=edgelist1 data:\n1 2\n!\n2 1\n", "unreadable.matrix_too_long"),
        ("dl n=2 labels embedded data:\na b\na 0 1\nc 1 0", "unreadable.dl_labels_differ"),
        ("dl n=2 format=edgelist1 labels embedded data:\na b\nb c", "unreadable.dl_labels"),
        ("dl n=2 format=nodelist1b data:\n2 1\n", "unreadable.dl_count"),
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
        "dl n=1000000000 data:\n1",
        "dl nr=100000 nc=90000 data:\n1",
        "dl n=2 nm=99999999999 data:\n1",
        "dl n=" + "9" * 10_000 + " data:",
        "dl n=3 format=edgelist1 data:\n" + "1 " * 60_000,
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


def test_nodes_and_ties_count_together_towards_the_limit_of_rows():
    limits = replace(LIMITS, rows=6)
    full = "dl n=3 data:\n" + "{} " * 9
    read_ucinet_dl(full.format(0, 1, 2, 1, 0, 3, 2, 3, 0).encode(), limits)  # three nodes, three pairs
    for text in (
        full.format(0, 1, 1, 0, 0, 1, 0, 1, 0),
        full.format(*[1] * 9),
        "dl n=3 format=nodelist1 data:\n1 2 3 1 2",
        "dl labels: a b c d e f g data:\n0",
    ):
        with pytest.raises(RefusedForSafety):
            read_ucinet_dl(text.encode(), limits)


@given(
    st.integers(1, 5).flatmap(
        lambda size: st.lists(st.lists(st.integers(0, 2), min_size=size, max_size=size), min_size=size, max_size=size)
    )
)
def test_a_matrix_says_the_same_as_its_edge_list(matrix: list[list[int]]):
    size = len(matrix)
    cells = {(row + 1, at + 1): value for row, line in enumerate(matrix) for at, value in enumerate(line) if value}
    whole = read(f"dl n={size} data:\n" + "\n".join(" ".join(map(str, row)) for row in matrix))
    listed = "\n".join(f"{source},{target},{value}" for (source, target), value in cells.items())
    assert pairs(whole) == pairs(read(f"dl n={size}\nformat=edgelist1\ndata:\n{listed}"))
    assert len(pairs(whole)) == len(cells)


@given(st.text(st.sampled_from('nmrcdatlbesforw1=:," \n!.[]'), max_size=60))
def test_any_text_is_read_or_refused(text: str):
    for start in ("dl ", "dl n=2 format=edgelist1 data:", "dl n=2 labels embedded data:"):
        try:
            counts(read(start + text))
        except (InputError, RefusedForSafety):
            continue
