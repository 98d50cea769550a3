"""A table of text is divided as its first rows show, and each row stands on the line where it begins."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.errors import NetworkServiceError
from network_service.ingest.foreign.csv_network import read_csv_network
from network_service.ingest.foreign.csv_tables import csv_rows, fitted, unique_headers
from network_service.ingest.limits import LIMITS
from network_service.ingest.raw import CellTrouble, RawRow
from network_service.ingest.xlsx.tally import Tally

cells = st.text(st.sampled_from("กข1,;\t\n\"'=+- x|"), max_size=6)


def rows(text: str) -> list[tuple[int, list[object]]]:
    return [(row.number, list(row.cells)) for row in csv_rows(text, "x.csv", Tally(LIMITS)).rows]


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1;2\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a;b;c\n1;2;3,5\n4;5;6,5\n", ";"),
        ("1;2,5\n3;4,5\n", ";"),
        ('"a;b",c\n"d;e",f\n', ","),
        ("name,topics\nก,x;y;z\nข,x\n", ","),
        ("sep=|\na|b\n", "|"),
        ("a\nb\n", ","),
        ("", ","),
    ],
)
def test_the_separator_is_the_one_that_divides_all_rows_alike(text: str, separator: str):
    assert csv_rows(text, "x", Tally(LIMITS)).separator == separator


def test_a_row_has_the_number_of_the_line_on_which_it_begins():
    assert rows('a,b\n\n"one\ntwo",x\n,,\n"3","4"\n') == [(1, ["a", "b"]), (3, ["one\ntwo", "x"]), (6, ["3", "4"])]
    assert rows("sep=,\na,b\nc,d\n") == [(2, ["a", "b"]), (3, ["c", "d"])]


def test_empty_cells_are_nothing_and_guards_against_formulas_are_taken_off():
    assert rows("a,,\"\",'=1+1,'ก,''=x,'5,\n") == [(1, ["a", None, None, "=1+1", "'ก", "'=x", "'5"])]


def test_characters_that_other_programs_take_for_line_ends_end_no_line():
    assert rows("a\u2028b,c\x85\nd\x0b,e\n") == [(1, ["a\u2028b", "c\x85"]), (2, ["d\x0b", "e"])]


def test_a_row_is_as_wide_as_its_headers_or_a_trouble():
    assert fitted(RawRow(3, ["a"]), 3) == (3, ["a", None, None])
    assert fitted(RawRow(3, ["a", "b", None, "d"]), 2, blamed=1) == (
        3,
        ["a", CellTrouble("cell.too_many", "a | b |  | d")],
    )


def test_no_header_stands_twice():
    assert unique_headers(RawRow(1, [" a ", None, "a", "a (3)", None])) == ("a", "(2)", "a (3)", "a (3) (4)", "(5)")


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_what_a_program_writes_is_read_cell_by_cell(table: list[list[str]], separator: str):
    file = StringIO(newline="")
    file.write(f"sep={separator}\n")
    csv.writer(file, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    expected = []
    for row in table:
        guarded = [one[1:] if one[:1] == "'" and one.lstrip("'")[:1] in tuple("=+-\t") else one for one in row]
        while guarded and not guarded[-1].strip():
            guarded.pop()
        if guarded:
            expected.append([one or None for one in guarded])
    assert [row for _, row in rows(file.getvalue())] == expected


@given(st.text(st.sampled_from("กข1,;\t\n\"'=+-| .FfromtoTSurcegIdLabl"), max_size=120))
def test_any_text_is_a_network_or_a_refusal(text: str):
    try:
        network = read_csv_network([("x.csv", text.encode())], LIMITS)
    except NetworkServiceError:
        return
    for table in (*network.nodes, *network.ties):
        assert len(set(table.headers)) == len(table.headers)
        assert all(len(row.cells) == len(table.headers) for row in table.rows)
    lines = {row.number for table in (*network.nodes, *network.ties) for row in table.rows}
    assert lines <= set(range(1, text.count("\n") + 2))


@given(st.lists(st.lists(st.sampled_from(["ก", "ข", "ค", "1", ""]), max_size=4), max_size=8))
def test_no_row_below_headers_is_lost(body: list[list[str]]):
    for head in ("Source,Target,Weight", "Id,Label,Type"):
        text = "\n".join([head, *(",".join(row) for row in body)]) + "\n"
        network = read_csv_network([("x.csv", text.encode())], LIMITS)
        (table,) = network.ties or network.nodes
        assert [row.number for row in table.rows] == [at for at, row in enumerate(body, 2) if any(row)]
