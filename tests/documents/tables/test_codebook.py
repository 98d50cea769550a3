"""The codebook covers every column of every table, in both languages, and cannot differ from the tables."""

from collections import Counter
from math import inf

import pytest

from network_service.documents.tables.codebook import codebook_table, codebook_text
from network_service.documents.tables.measure_columns import UNIT_OF
from network_service.documents.tables.table import Kind, Unit
from network_service.domain.vocabulary import terms
from tests.documents.tables.made import measures, records, tables

BOOK = codebook_table(tuple(tables().values()), synthetic=True)
ROWS = records(BOOK)
NEAR = 1e-9
# Of a first and a second, a lower and an upper, inside and outside.
ALIKE = {
    "column.interlock.body",
    "column.interlock.body_name",
    "column.network.chance_range",
    "column.sectors.density",
    "column.seed",
}


def test_its_rows_are_the_headers_of_all_tables_and_its_own_in_their_order():
    wanted = [(table.name, header) for table in (*tables().values(), BOOK) for header in table.headers]
    assert [(row["table"], row["column"]) for row in ROWS] == wanted


@pytest.mark.parametrize("what", ["meaning", "missing"])
def test_both_languages_say_everything_each_in_its_own_script(what: str):
    for row in ROWS:
        thai, english = str(row[f"{what}_thai"]), str(row[f"{what}_english"])
        assert any("ก" <= letter <= "๛" for letter in thai), row
        assert english, row
        assert not any("ก" <= letter <= "๛" for letter in english), row


def test_types_and_units_are_those_it_explains():
    assert {row["type"] for row in ROWS} <= {kind.value for kind in Kind}
    assert {row["unit"] for row in ROWS} <= {unit.value for unit in Unit}


def test_codes_stand_with_their_words():
    (sector,) = [row for row in ROWS if (row["table"], row["column"]) == ("centrality", "sector")]
    for code, term in terms("sector").items():
        assert f"{code} = {term.thai} / {term.english}" in str(sector["codes"])


def test_every_code_column_of_the_tables_holds_only_codes_of_its_vocabulary():
    beside = {"brokerage": {"total", "across"}}
    for table in tables().values():
        for place, column in enumerate(table.columns):
            if column.kind is Kind.CODE:
                known = terms(column.vocabulary).keys() | beside.get(column.vocabulary, set())
                found = {str(row[place]) for row in table.rows if row[place] is not None}
                assert {one for cell in found for one in cell.split("; ")} <= known, (table.name, column.code)


def test_every_measure_has_a_unit_and_its_literature():
    told = {*measures().of_actors, *measures().of_ties, *measures().of_network}
    assert told <= UNIT_OF.keys()
    assert {row["name"] for row in records(tables()["network"])} <= UNIT_OF.keys()
    wanted = [row for row in ROWS if row["table"] == "centrality" and row["column"] in measures().of_actors]
    assert all(row["source"] for row in wanted)


def test_shares_lie_between_nought_and_one():
    for table in tables().values():
        for place, column in enumerate(table.columns):
            if column.unit is Unit.SHARE:
                assert all(0 <= row[place] <= 1 for row in table.rows if row[place] is not None), column.code
        if "unit" in table.headers:
            shares = [row["value"] for row in records(table) if row["unit"] == "share" and row["value"] is not None]
            assert all(0 <= share <= 1 for share in shares), table.name


def test_every_figure_lies_within_its_range_and_only_figures_have_one():
    for table in tables().values():
        for place, column in enumerate(table.columns):
            figures = column.kind in {Kind.INTEGER, Kind.NUMBER}
            assert (column.bounds is not None) == figures, (table.name, column.code)
            if column.bounds is not None:
                least, most = (
                    fallback if bound is None else bound
                    for bound, fallback in zip(column.bounds, (-inf, inf), strict=True)
                )
                found = [row[place] for row in table.rows if row[place] is not None]
                assert all(least - NEAR <= one <= most + NEAR for one in found), (table.name, column.code)


def test_ranges_are_intervals():
    ranges = {(row["table"], row["column"]): row["range"] for row in ROWS}
    assert ranges["centrality", "betweenness"] == "[0, 1]"
    assert ranges["centrality", "e_i_by_actor"] == "[-1, 1]"
    assert ranges["centrality", "degree_count"] == "[0, ∞)"
    assert ranges["network", "chance_z"] == "(-∞, ∞)"
    assert ranges["robustness", "robustness"] == "[0, 0.5]"
    assert ranges["centrality", "name"] is None


def test_the_text_explains_every_table_column_type_and_unit():
    text = codebook_text(tuple(tables().values()))
    for table in (*tables().values(), BOOK):
        section = text.split(f"\n## {table.name}\n")[1].split("\n## ")[0]
        lines = [line for line in section.splitlines() if line.startswith("| `")]
        assert [line.split("`")[1] for line in lines] == list(table.headers)
        assert all(line.replace("\\|", "").count("|") == 9 for line in lines)
    for code in (*Kind, *Unit):
        assert f"- `{code.value}`: " in text


def test_no_two_columns_of_a_table_are_explained_alike_but_for_their_language():
    for table in (*tables().values(), BOOK):
        meanings = Counter(
            column.meaning for column in table.columns if not column.code.endswith(("_thai", "_english"))
        )
        alike = {meaning for meaning, count in meanings.items() if count > 1}
        assert alike <= ALIKE, table.name
