"""Rows of a foreign table sorted onto the sheets of ours that they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.ingest.assembly.header import Found, Layout
from network_service.ingest.foreign.columns import Columns
from network_service.ingest.raw import CellValue, RawRow
from network_service.ingest.sheets.column import Sheet
from network_service.ingest.sheets.declaration import SHEETS

_SHEETS = {kind: sheet for sheet in SHEETS for kind in sheet.kinds}


class Said(dict[str, tuple[CellValue, str]]):
    """What a row says by column code of ours: the value, and the meaning whose column it was read from."""


@dataclass(slots=True)
class SortedRows:
    """The rows of one table, by sheet and by the columns they say something in.

    A column that a row says nothing in is no column of it: what the store knows there stays.
    """

    columns: Columns
    counted: bool = True
    _groups: dict[tuple[str, tuple[str, ...]], list[RawRow]] = field(default_factory=dict)
    _sources: dict[tuple[str, tuple[str, ...]], Mapping[str, str]] = field(default_factory=dict)

    def add(self, number: int, kind: str, said: Said) -> None:
        """Add a row that makes a record of a kind."""
        sheet = sheet_of(kind)
        codes = tuple(column.code for column in sheet.columns if column.code in said)
        key = (sheet.code, codes)
        self._groups.setdefault(key, []).append(RawRow(number, [said[code][0] for code in codes]))
        self._sources.setdefault(key, {code: said[code][1] for code in codes})

    def tables(self) -> list[Found]:
        """The rows as tables of ours, under the headers that they have in the file."""
        return [self._table(sheet, codes, tuple(rows)) for (sheet, codes), rows in self._groups.items()]

    def _table(self, sheet: str, codes: tuple[str, ...], rows: tuple[RawRow, ...]) -> Found:
        columns, sources = self.columns, self._sources[sheet, codes]
        there = {code: sources[code] for code in codes if sources[code] in columns.places}
        layout = Layout(
            next(one for one in SHEETS if one.code == sheet),
            columns.table.title,
            {code: place for place, code in enumerate(codes)},
            {code: columns.header(meaning) for code, meaning in there.items()},
            rows,
            {code: columns.letters(meaning) for code, meaning in there.items()},
            parallel=True,
        )
        return Found(layout, [], [], counted=self.counted)


def sheet_of(kind: str) -> Sheet:
    """The sheet that has the rows of a kind."""
    return _SHEETS[kind]
