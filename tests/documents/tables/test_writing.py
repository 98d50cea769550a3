"""Files of tables: nothing in a CSV is run, Parquet is typed and explains itself, and its absence is told."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pyarrow import parquet

from network_service.documents.tables.table import Kind
from network_service.documents.tables.writing import write_parquet, write_table_csv
from network_service.errors import MissingPart
from network_service.ingest.formula_guard import unguard
from network_service.messages import LANGUAGES, messages_in
from tests.documents.tables.made import NETWORK, read_csv, tables, tables_of

HOSTILE = ("=HYPERLINK(1)", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1+1", "'=1", 'a\nb;c,"d"')
STARTS = "=+-@\t\r\0＝＋－＠"


@pytest.fixture
def hostile():
    actors = NETWORK.actors
    names = (*HOSTILE[:8],)
    bodies = tuple(replace(body, name=HOSTILE[-1]) for body in NETWORK.bodies)
    return tables_of(replace(NETWORK, actors=replace(actors, ids=names, names=names), bodies=bodies))


def test_hostile_names_cannot_become_formulas_in_any_table(hostile, tmp_path: Path):
    seen = set()
    for table in hostile.values():
        path = tmp_path / f"{table.name}.csv"
        write_table_csv(path, table)
        for told, row in zip(read_csv(path), table.rows, strict=True):
            for column, cell in zip(table.columns, row, strict=True):
                if column.kind not in {Kind.INTEGER, Kind.NUMBER}:
                    assert not told[column.code].startswith(tuple(STARTS)), (table.name, column.code)
                if isinstance(cell, str):
                    assert unguard(told[column.code]) == cell
                    seen.add(cell)
    assert set(HOSTILE) <= seen


def test_parquet_holds_the_same_typed_with_texts_as_they_are(hostile, tmp_path: Path):
    for table in (*tables().values(), *hostile.values()):
        path = tmp_path / "t.parquet"
        write_parquet(path, table)
        back = parquet.read_table(path)
        assert tuple(back.column_names) == table.headers
        assert [tuple(row.values()) for row in back.to_pylist()] == list(table.rows)


def test_parquet_says_in_both_languages_what_a_column_means(tmp_path: Path):
    path = tmp_path / "t.parquet"
    write_parquet(path, tables()["centrality"])
    told = parquet.read_schema(path).field("degree")
    assert str(told.type) == "double"
    assert told.metadata[b"unit"] == b"share"
    for language in LANGUAGES:
        meaning = messages_in(language).text("measure.degree.explained")
        assert told.metadata[f"meaning_{language}".encode()].decode() == meaning


def test_an_empty_table_keeps_its_types(tmp_path: Path):
    path = tmp_path / "t.parquet"
    write_parquet(path, replace(tables()["doubt"], rows=()))
    assert [str(field.type) for field in parquet.read_schema(path)] == [
        *("string", "string", "string", "double", "string", "int64", "bool")
    ]


def test_without_its_library_parquet_is_refused_in_words_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPart) as refused:
        write_parquet(tmp_path / "t.parquet", tables()["doubt"])
    assert "parquet" in messages_in("en").text(refused.value.code, **refused.value.parameters)
    assert list(tmp_path.iterdir()) == []


def test_tables_do_without_the_library_until_parquet_is_asked_for():
    asked = "import sys, network_service.documents.tables.every_table, network_service.documents.tables.writing; "
    subprocess.run([sys.executable, "-c", asked + "sys.exit('pyarrow' in sys.modules)"], check=True)
