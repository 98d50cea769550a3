"""Every table of the file is either content, which is copied, or known to be made anew."""

import pytest

from network_service.store.raw import ROW_TYPES, Section
from network_service.store.sqlite import SqliteStore
from network_service.store.sqlite.raw import TABLES

NO_CONTENT = {"applied_migration", "maintenance", "filling"}
MADE_ANEW = "searched_"
"""Tables of names that are searched by: they follow from the records."""
OWN_NUMBERS = {("record_version", "number")}
"""Columns that are no content: the order in which rows came to lie in the file."""


@pytest.fixture
def schema(tmp_path):
    with SqliteStore.open(tmp_path / "x.sqlite") as store, store._connections.reading() as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        yield {
            name: [
                row[1] for row in connection.execute(f"PRAGMA table_info({name})") if (name, row[1]) not in OWN_NUMBERS
            ]
            for name in names
            if not name.startswith(("sqlite_", MADE_ANEW))
        }


def test_every_table_is_a_section_or_no_content(schema):
    assert {table.name for table in TABLES.values()} | NO_CONTENT == set(schema)


@pytest.mark.parametrize("section", list(Section))
def test_every_column_of_a_section_is_copied(schema, section):
    assert sorted(schema[TABLES[section].name]) == sorted(ROW_TYPES[section]._fields)
