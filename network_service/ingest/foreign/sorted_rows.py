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
    _keys: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    _carried: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _sources: dict[tuple[str, tuple[str, ...]], Mapping[str, str]] = field(default_factory=dict)

    def add(self, number: int, kind: str, said: Said) -> None:
        """Add a row that makes a record of a kind."""
        # Most rows of a table say something of the same columns; to look those up again took a quarter of the time.
        shape = (kind, *said)
        key = self._keys.get(shape)
        if key is None:
            sheet = sheet_of(kind)
            key = self._keys[shape] = (sheet.code, tuple(one.code for one in sheet.columns if one.code in said))
            self._sources.setdefault(key, {code: said[code][1] for code in key[1]})
            self.columns.used.update(self._sources[key].values())
        self._groups.setdefault(key, []).append(RawRow(number, [said[code][0] for code in key[1]]))

    def carried(self, kind: str) -> tuple[str, ...]:
        """Columns of a kind's sheet that the table has under our own name, save ids and the ends of ties."""
        found = self._carried.get(kind)
        if found is None:
            found = self._carried[kind] = tuple(
                column.code
                for column in sheet_of(kind).columns
                if column.code in self.columns.places
                and column.field not in ("source", "target")
                and column.code != "id"
            )
        return found

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
