"""What the texts of the library may say: read only, one province, fixed names, declared parameters, nothing built."""

import ast
import re

import pytest

from network_service.domain.kinds import NODE_TYPES, TIE_TYPES
from network_service.store.query_library import QueryLibrary
from tests.house.tree import modules

LIBRARY = QueryLibrary()
QUERIES = [LIBRARY.get(name) for name in LIBRARY.names]
WRITING = re.compile(
    r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|LOAD|FOREACH|INSERT|UPDATE|REPLACE|ATTACH|PRAGMA|VACUUM|ALTER)\b"
)
EXECUTING = frozenset({"execute", "query"})
"""What runs a text in either store."""


def bare(text):
    """The text without comments and what is quoted, so that words in them count for nothing."""
    return re.sub(r"--[^\n]*|//[^\n]*|'[^']*'", "''", text)


@pytest.fixture(params=QUERIES, ids=LIBRARY.names)
def query(request):
    return request.param


def test_both_texts_use_exactly_the_parameters_declared(query):
    declared = {field.name for field in query.parameters}
    assert set(re.findall(r"(?<!:):([a-z_]+)", bare(query.sql))) == declared
    assert set(re.findall(r"\$([a-z_]+)", bare(query.cypher))) == declared
    assert {"province", "day"} <= declared


def test_cypher_returns_the_columns_declared(query):
    # The last one at the beginning of a line: those of subqueries stand within.
    returned = bare(query.cypher).rpartition("\nRETURN")[2].partition("\nORDER BY")[0]
    items, depth = [""], 0
    for sign in returned:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            items.append("")
        else:
            items[-1] += sign
    assert [item.split()[-1] for item in items] == [field.name for field in query.columns]


def test_nothing_is_written_and_no_procedure_is_called(query):
    for text in (query.sql, query.cypher):
        assert not WRITING.search(bare(text)), query.name
    assert re.fullmatch(r"(\s*\(\w*\) \{)*", "".join(re.findall(r"\bCALL\b( ?\S+ ?\S*)", bare(query.cypher))))
    assert "apoc" not in query.cypher.lower()


def test_labels_and_types_are_constants_of_the_domain(query):
    text = bare(query.cypher)
    types = {one for found in re.findall(r"\[\w*:([A-Z_|]+)", text) for one in found.split("|")}
    assert types <= {kind.upper() for kind in TIE_TYPES}
    assert set(re.findall(r"\(\w*:(\w+)", text)) == {"NetworkNode"}
    assert "$(" not in text
    kinds = {kind for found in re.findall(r"kind (?:=|IN|NOT IN) (\([^)]*\)|'\w+')", query.sql) for kind in
             re.findall(r"'(\w+)'", found)}  # fmt: skip
    assert kinds <= NODE_TYPES.keys() | TIE_TYPES.keys()


def test_both_texts_name_the_same_kinds(query):
    """A kind that one text forgot is found here, whether or not some network shows it."""
    known = NODE_TYPES.keys() | TIE_TYPES.keys()
    in_sql = set(re.findall(r"'(\w+)'", re.sub(r"--[^\n]*", "", query.sql))) & known
    in_cypher = set(re.findall(r"'(\w+)'", query.cypher)) & known
    in_cypher |= {one.lower() for found in re.findall(r"\[\w*:([A-Z_|]+)", query.cypher) for one in found.split("|")}
    assert in_sql == in_cypher


def test_sql_reads_the_two_views_and_what_it_defines(query):
    text = bare(query.sql)
    own = set(re.findall(r"(\w+) (?:\([\w, ]+\) )?AS (?:NOT )?(?:MATERIALIZED )?\(", text))
    read = set(re.findall(r"\b(?:FROM|JOIN) (\w+)", text))
    assert read <= own | {"current_node", "current_tie", "json_each"}


def test_both_texts_end_in_an_order_and_what_grows_is_bounded(query):
    for text in (query.sql, query.cypher):
        assert "ORDER BY" in bare(text).rpartition("\n}")[2].rpartition("\n)")[2]
    if "*" in re.sub(r"count\(\*\)", "", bare(query.cypher)) or "RECURSIVE" in query.sql:
        assert "LIMIT 1000" in query.sql
        assert "LIMIT 1000" in query.cypher
        assert re.search(r"\*1\.\.4\]|\{1,4\}", query.cypher)


def test_a_query_is_only_ever_run_as_it_was_read():
    """No text is a piece of another: `.sql` and `.cypher` stand nowhere but as arguments of what runs them."""
    found = []
    for module in modules("network_service"):
        if module.place.endswith(("store/query_library.py", "sqlite/migrations.py")):
            continue
        parents = {child: parent for parent in ast.walk(module.tree) for child in ast.iter_child_nodes(parent)}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr in {"sql", "cypher"}:
                parent = parents[node]
                called = parent.func if isinstance(parent, ast.Call) else None
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if node is called or name not in EXECUTING:
                    found.append(f"{module.place}:{node.lineno}")
    assert found == []
