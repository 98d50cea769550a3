"""All that the file holds as plain rows: the tables of each section, and who reads them."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from network_service.store.raw import ROW_TYPES, Head, Position, RawRow, Section

PAGE = 5_000
"""Rows a page and a transaction of filling: 2 MB, and 300 waits for the disk on 1,400,000 records."""


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a section; its columns are the fields of the section's rows."""

    name: str
    section: Section
    key: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns that are content, in the order of the row's fields."""
        return ROW_TYPES[self.section]._fields

    @property
    def rows_after(self) -> str:
        """Rows after a position, in the order of position."""
        key, places = ", ".join(self.key), ", ".join("?" * len(self.key))
        return (
            f"SELECT {', '.join(self.columns)} FROM {self.name}"  # noqa: S608 - constants of this file
            f" WHERE ({key}) > ({places}) ORDER BY {key}"
        )

    @property
    def all_rows(self) -> str:
        """All rows, in the order of position."""
        return f"SELECT {', '.join(self.columns)} FROM {self.name} ORDER BY {', '.join(self.key)}"  # noqa: S608

    @property
    def last(self) -> str:
        """The position of the last row."""
        backwards = ", ".join(f"{column} DESC" for column in self.key)
        return f"SELECT {', '.join(self.key)} FROM {self.name} ORDER BY {backwards} LIMIT 1"  # noqa: S608

    @property
    def insertion(self) -> str:
        """Adds one row."""
        places = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({', '.join(self.columns)}) VALUES ({places})"  # noqa: S608


TABLES: Mapping[Section, Table] = {
    table.section: table
    for table in (
        Table("audit_entry", Section.AUDIT, ("sequence",)),
        Table("record_version", Section.VERSIONS, ("record_id", "version")),
        Table("idempotency_key", Section.KEYS, ("key",)),
        Table("application_entry", Section.ENTRIES, ("collection", "key")),
        Table("application_number", Section.NUMBERS, ("collection",)),
        Table("erased_record", Section.ERASURES, ("record_id", "revision", "at")),
    )
}
"""The table of each section. Their names and columns are constants: nothing from outside enters a statement."""


class SqliteRawReader:
    """Reads the file in the transaction of its connection: one moment, whatever others write meanwhile."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read through a connection that is in a transaction; its moment is now."""
        self._connection = connection
        self._head = head_of(connection)

    @property
    def of_one_moment(self) -> bool:
        """It is."""
        return True

    def head(self) -> Head:
        """Revision, audit head and totals."""
        return self._head

    def pages(self, section: Section, *, after: Position | None = None) -> Iterator[Sequence[RawRow]]:
        """Rows of a section after a position, in pages."""
        table, make = TABLES[section], ROW_TYPES[section]._make
        cursor = (
            self._connection.execute(table.all_rows)
            if after is None
            else self._connection.execute(table.rows_after, after)
        )
        while page := cursor.fetchmany(PAGE):
            yield [make(values) for values in page]


def head_of(connection: sqlite3.Connection) -> Head:
    """Revision, audit head and totals of what a connection sees."""
    last = connection.execute("SELECT revision, digest FROM audit_entry ORDER BY sequence DESC LIMIT 1").fetchone()
    revision, digest = last or (0, "")
    rows = {
        section: connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]  # noqa: S608 - a constant
        for section, table in TABLES.items()
    }
    return Head(revision, digest, rows)
