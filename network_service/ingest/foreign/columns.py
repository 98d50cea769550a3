"""Which column of a foreign table means what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from network_service.domain.thai.text import clean
from network_service.ingest.fault import Fault, Note, shown
from network_service.ingest.foreign.mapping import NOT_READ, ColumnMapping
from network_service.ingest.foreign.network import DIRECTION, KEY, NAME, SOURCE, TARGET, TYPE, Table
from network_service.ingest.foreign.words import meaning_of_headers
from network_service.ingest.raw import CellValue, RawRow
from network_service.ingest.sheets.refused import refusal_of
from network_service.ingest.sheets.wording import heading_form
from network_service.ingest.values import as_text

_STRUCTURE = frozenset({KEY, NAME, TYPE, SOURCE, TARGET, DIRECTION, "sector", "province"})
"""Meanings that decide what a row makes, whether or not they fill a field of it."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by what they mean, and the others; `refused` are those that may not be there at all."""

    table: Table
    places: Mapping[str, int]
    unread: tuple[str, ...]
    refused: tuple[Fault, ...]
    used: set[str] = field(default_factory=set)
    """Meanings that some row was read for; a column of another sheet of ours than its row's says nothing."""

    def cell(self, row: RawRow, meaning: str) -> CellValue:
        """What a row says in the column of that meaning; `None` where there is no such column."""
        place = self.places.get(meaning)
        return row.cells[place] if place is not None and place < len(row.cells) else None

    def text(self, row: RawRow, meaning: str) -> str:
        """What a row says there as a text; empty where it says nothing, or nothing that is text or number."""
        return text_of(self.cell(row, meaning))

    def header(self, meaning: str) -> str:
        """The header of the column of that meaning, as it stands in the file."""
        return self.table.headers[self.places[meaning]]

    def letters(self, meaning: str) -> str:
        """The letters of that column, where the table's columns have any."""
        return self.table.letters[self.places[meaning]] if self.table.letters else ""

    def notes(self) -> list[Note]:
        """What was read as what, and what was not; asked for once the rows are sorted."""
        read = [meaning for meaning in self.places if meaning in self.used or meaning in _STRUCTURE]
        named = [(shown(self.header(meaning)), meaning) for meaning in read]
        left = [
            meaning for meaning in self.places if meaning not in read and _has_content(self.table, self.places[meaning])
        ]
        unread = (*self.unread, *(shown(self.header(meaning)) for meaning in left))
        pairs = ", ".join(f"{header} = {meaning}" for header, meaning in named if header != meaning)
        found = [Note("foreign_columns", {"part": self.table.title, "pairs": pairs})] if pairs else []
        if unread:
            found.append(Note("foreign_unread", {"part": self.table.title, "columns": unread}))
        return found


def columns_of(table: Table, part: str, mapping: ColumnMapping, sheet: str) -> Columns:
    """What each column means: as somebody said, as the format says, or by its header.

    Of two columns of one meaning the first counts, unless somebody or the format says so of the other. Columns that may
    not be there are refused as on the named sheet of ours.
    """
    known = meaning_of_headers(part)
    said = [mapping.meaning(part, header) for header in table.headers]
    meanings = [
        one or table.meaning.get(header) or known.get(heading_form(header))
        for one, header in zip(said, table.headers, strict=True)
    ]
    places: dict[str, int] = {}
    stated = [header in table.meaning for header in table.headers]
    for index in sorted(range(len(meanings)), key=lambda place: (said[place] is None, not stated[place])):
        meaning = meanings[index]
        if meaning is not None and meaning != NOT_READ:
            places.setdefault(meaning, index)
    refused = [
        fault for index in range(len(meanings)) if (fault := _refused(table, index, sheet, meanings)) is not None
    ]
    gone = {fault.value for fault in refused}
    places = {meaning: place for meaning, place in places.items() if shown(clean(table.headers[place])) not in gone}
    taken = set(places.values())
    left = [index for index, one in enumerate(meanings) if index not in taken and one != NOT_READ]
    unread = [name for index in left if (name := shown(clean(table.headers[index]))) and name not in gone]
    return Columns(table, dict(sorted(places.items(), key=lambda item: item[1])), tuple(unread), tuple(refused))


_cleaned = lru_cache(maxsize=50_000)(clean)
"""A table names the same few nodes and types many times."""


def text_of(cell: CellValue) -> str:
    """A cell as a key or name: whole numbers without decimals, so that 7 of one sheet is 7.0 of another."""
    if isinstance(cell, str):
        return _cleaned(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return as_text(cell) if isinstance(cell, int | float) else ""


def _refused(table: Table, index: int, sheet: str, meanings: Sequence[str | None]) -> Fault | None:
    """A column that may not be there, whatever somebody says it means; one passed over on purpose is no matter."""
    if meanings[index] == NOT_READ:
        return None
    header = clean(table.headers[index])
    reason = refusal_of(header, sheet)
    if reason is None or not _has_content(table, index):
        return None
    row, letters = table.header_row, table.letters
    cell = f"{letters[index]}{row}" if row is not None and letters else ""
    return Fault(f"column.{reason}", table.title, row, shown(header), shown(header), cell=cell)


def _has_content(table: Table, place: int) -> bool:
    return any(place < len(row.cells) and row.cells[place] is not None for row in table.rows)
