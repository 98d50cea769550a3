"""Laws of all tables: cells are what their columns say, and are empty only where the codebook says what that means."""

import json
from math import isfinite
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from network_service.documents.table import Cell
from network_service.documents.tables.table import NEVER, Kind, Table
from network_service.documents.tables.writing import write_table_csv
from network_service.snapshot.model import Snapshot
from tests.analysis.networks import network, networks
from tests.documents.tables.made import read_csv, tables, tables_of

NAMES = (
    *("centrality", "ties", "brokerage", "cutpoints", "key_players", "robustness", "mixing", "sectors", "network"),
    *("communities", "community_summary", "bodies", "interlock"),
    *("readiness", "factors", "factor_parts", "considerations", "doubt", "findings"),
)
MOST_IN_A_CELL = 32_767
"""Characters that a cell of a spreadsheet holds."""


def fits(cell: Cell, kind: Kind) -> bool:
    if kind is Kind.BOOLEAN:
        return isinstance(cell, bool)
    if kind is Kind.INTEGER:
        return type(cell) is int
    if kind is Kind.NUMBER:
        return type(cell) in {int, float} and isfinite(cell)
    return isinstance(cell, str) and (kind is not Kind.JSON or isinstance(json.loads(cell), dict))


def faults(table: Table) -> list[tuple[str, str, Cell]]:
    return [
        (table.name, column.code, cell)
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if (column.missing == NEVER if cell is None else not fits(cell, column.kind))
    ]


def test_every_table_is_there_once_and_every_column_once_in_its_table():
    assert tuple(tables()) == NAMES
    for table in tables().values():
        assert len(set(table.headers)) == len(table.headers), table.name
        assert table.headers[-1] == "synthetic"
        assert table.rows, table.name


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_what_their_column_says_and_empty_only_where_it_says_why(name: str):
    assert faults(tables()[name]) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(networks())
def test_the_same_holds_of_any_network(snapshot: Snapshot):
    assert [fault for table in tables_of(snapshot).values() for fault in faults(table)] == []


def test_an_empty_network_gives_headers_only_and_the_figures_that_are_not_known():
    empty = tables_of(network(0, []))
    assert {name for name, table in empty.items() if table.rows} == {"network"}
    assert all(table.headers for table in empty.values())


def test_numbers_of_every_file_read_back_to_the_last_digit(tmp_path: Path):
    for table in tables().values():
        path = tmp_path / f"{table.name}.csv"
        write_table_csv(path, table)
        for told, row in zip(read_csv(path), table.rows, strict=True):
            assert tuple(told) == table.headers
            for column, cell in zip(table.columns, row, strict=True):
                if cell is None:
                    assert told[column.code] == ""
                elif column.kind in {Kind.INTEGER, Kind.NUMBER}:
                    assert float(told[column.code]) == cell


def test_every_file_opens_in_a_spreadsheet(tmp_path: Path):
    for table in tables().values():
        path = tmp_path / f"{table.name}.csv"
        write_table_csv(path, table)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel shows Thai only with the mark"
        assert all(len(cell) <= MOST_IN_A_CELL for row in read_csv(path) for cell in row.values())
