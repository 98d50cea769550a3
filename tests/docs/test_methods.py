"""The page of methods: what it says was tested was, by the tests it names; what it cites is in its list."""

import ast
import re
import unicodedata

import pytest

from docs.generator.agreement import ROOT, source_of, trials_of
from docs.generator.methods_page import TABLES, VALUES, method_records
from docs.generator.read_rows import data_text, read_rows

PUBLISHED, AGREEMENT = read_rows("published_values"), read_rows("agreement")
# A number that stands by itself: no part of a name such as E8, and no label such as `34:`.
NUMBER = re.compile(r"(?<![\w.])(?:\d+\.\d+|\.\d+|\d+)(?![\w:])")


def ids(row: dict[str, str]) -> str:
    return "-".join(list(row.values())[:2])


def test_every_table_and_number_of_the_prose_is_filled_and_none_is_left_over():
    named = re.findall(r"<!-- (table|value): (\w+) -->", data_text("methods.txt"))
    assert {name for kind, name in named if kind == "table"} == TABLES.keys()
    assert {name for kind, name in named if kind == "value"} == VALUES.keys()


@pytest.mark.parametrize("row", PUBLISHED, ids=ids)
def test_every_published_value_stands_in_the_test_it_names(row: dict[str, str]):
    tree = ast.parse(source_of(row["test"]))
    tested = {abs(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant) and is_number(node.value)}
    told = {float(number) for number in NUMBER.findall(row["values"])}
    assert told
    assert told - tested == set()


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@pytest.mark.parametrize("row", AGREEMENT, ids=ids)
def test_every_comparison_named_is_made_with_the_tolerance_named(row: dict[str, str]):
    assert "def " in source_of(row["test"])
    text = (ROOT / row["test"].partition("::")[0]).read_text(encoding="utf-8")
    assert set(re.findall(r"1e-\d+", row["tolerance"])) <= set(re.findall(r"1e-\d+", text))


def test_networks_are_counted_as_the_tests_say():
    own = "tests/analysis/test_structural_holes.py::test_agrees_with_networkx"
    named = "tests/analysis/test_key_players.py::test_no_set_fragments_more_than_the_one_found"
    unsaid = "tests/analysis/test_betweenness.py::test_agrees_with_networkx"
    assert [trials_of(test) for test in (own, named, unsaid)] == ["60 / 1,000", "60 / 1,000", "100 / 2,000"]


def plain(text: str) -> str:
    """Letters without their marks; the sources of methods have none."""
    text = text.replace("ü", "ue").replace("ö", "oe")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) != "Mn")


def test_every_source_of_a_method_is_in_the_list_of_references():
    cited = {
        (found[1], found[2])
        for records in method_records().values()
        for record in records
        for source in record.source.split(";")
        if (
            found := re.search(
                r"([A-Z][a-z]+)(?: et al\.|, [A-Z][a-z]+ and [A-Z][a-z]+| and [A-Z][a-z]+)? (\d{4})", source
            )
        )
    }
    assert len(cited) > 30
    listed = {
        (plain(found[1]), found[2])
        for line in data_text("references.txt").splitlines()
        if (found := re.match(r"([^,]+), .*?\((\d{4})\)\.", line))
    }
    assert cited - listed == set()


def test_references_are_in_the_order_of_their_authors_and_years():
    lines = data_text("references.txt").splitlines()
    assert lines == sorted(lines, key=lambda line: (plain(line).partition(",")[0], plain(line)))
    assert len(set(lines)) == len(lines)
