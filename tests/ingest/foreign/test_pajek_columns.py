"""Partitions and vectors of Pajek join the vertices of their network by order."""

import pytest

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.foreign.pajek import read_pajek, read_pajek_files
from network_service.ingest.foreign.pajek_columns import read_partition, read_vector, with_partition, with_vector
from network_service.ingest.raw import CellTrouble
from tests.ingest.foreign.read_tables import column

NETWORK = b'*Vertices 3\n2 "b"\n1 "a"\n9 "z"\n*Arcs\n1 2\n'


def test_classes_and_numbers_are_read_one_for_each_vertex():
    assert read_partition(b"*Vertices 3\r\n 4\r\n 8\r\n 8\r\n") == (4, 8, 8)
    assert read_vector(b"*Vertices 3\n0.35 8.9 100.0\n") == (0.35, 8.9, 100.0)
    assert read_vector(b"*Vector v\n*Vertices 2\n1E-2\n-3") == (0.01, -3)


def test_classes_have_the_names_that_comments_give_them():
    assert read_partition(b"% 1 = state\n%2 = business\n*Vertices 3\n2\n1\n0\n") == ("business", "state", None)


def test_columns_join_by_the_number_of_the_vertex_and_not_by_its_line():
    network = with_vector(
        with_partition(read_pajek(NETWORK), b"*Vertices 3\n1\n2\n3\n", "size"), b"*vertices 3\n.5\n1\n2", "x"
    )
    (table,) = network.nodes
    assert column(table, "label") == ["a", "b", None, "z"]
    assert column(table, "size") == [1, 2, 3, None]
    assert column(table, "x") == [0.5, 1, 2, None]


def test_files_of_one_network_are_read_together_and_columns_are_called_by_them():
    files = [
        ("x/a.sector.clu", b"% 1 = state\n*Vertices 3\n1\n0\n1\n"),
        ("a.net", NETWORK),
        ("size.vec", b"*Vertices 3\n1\n2.5\n3"),
    ]
    (table,) = read_pajek_files(files).nodes
    assert table.headers == ("number", "label", "sector", "size")
    assert column(table, "sector") == ["state", None, "state", None]
    assert column(table, "size") == [1, 2.5, 3, None]


def test_a_second_column_of_a_name_is_numbered():
    network = read_pajek(b"*Vertices 1\n")
    for _ in range(3):
        network = with_partition(network, b"*Vertices 1\n5\n", "size")
    assert network.nodes[0].headers == ("number", "size", "size (2)", "size (3)")


def test_what_is_no_class_is_a_trouble_in_its_row():
    assert read_partition(b"*Vertices 2\n1.5\nx\n") == (
        CellTrouble("value.not_a_number", "1.5"),
        CellTrouble("value.not_a_number", "x"),
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"1\n2\n", "unreadable.not_pajek"),
        (b"*Vertices\n1\n", "unreadable.pajek_count"),
        (b"*Vertices 2\n1\n", "unreadable.column_length"),
        (b"*Vertices 2\n1\n2\n3\n", "unreadable.column_too_long"),
        (b"*Vertices 4\n1\n2\n3\n4\n", "unreadable.column_length"),
        (b"% nothing\n", "unreadable.column_length"),
    ],
)
def test_a_partition_that_does_not_fit_is_refused(content: bytes, code: str):
    with pytest.raises(UnreadableFile) as refused:
        with_partition(read_pajek(b"*Vertices 3\n"), content, "p")
    assert refused.value.code == code


def test_a_partition_that_says_it_is_huge_is_refused_by_its_count():
    with pytest.raises(RefusedForSafety):
        read_partition(b"*Vertices 99999999999\n")
