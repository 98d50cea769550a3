"""Rows of a file whose columns are known only at its end: each row as what it says, by column, until it is a table."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice
from math import isfinite, isnan

from network_service.errors import RefusedForSafety
from network_service.ingest.fault import Note, shown
from network_service.ingest.foreign.network import NAME, TYPE, WEIGHT, Table
from network_service.ingest.limits import Limits
from network_service.ingest.raw import CellValue, RawRow
from network_service.ingest.xlsx.tally import Tally

Cells = dict[str, CellValue]
"""What a row says, by the code that the reader gives a column."""

_NAMED = 8
"""Names that a note lists: enough to know what kind of thing it is."""
_OF_NODES = {NAME: ("label", "name"), TYPE: ("type", "kind", "element type")}
"""How programs call these columns, the better word first: what Gephi shows is the label."""
_OF_TIES = {TYPE: ("type", "kind", "connection type", "label", "edge label"), WEIGHT: ("weight",)}
"""The label of a tie mostly says what kind of tie it is; it has no name."""
_LONGEST_WHOLE = 15


class Gathered:
    """Rows of nodes or of ties while a file is read; refuses them as soon as they are too many."""

    def __init__(self, limits: Limits, tally: Tally) -> None:
        """Start from nothing; `tally` counts the rows of all tables of the file."""
        self.limits = limits
        self._tally = tally
        self.rows: list[tuple[int, Cells]] = []

    def open(self, line: int) -> Cells:
        """A new row, whose cells are filled as the file goes on."""
        self._tally.row(())
        cells: Cells = {}
        self.rows.append((line, cells))
        return cells

    def settle(self, values: Mapping[str, Callable[[str], CellValue]], defaults: Mapping[str, str]) -> None:
        """Give the columns their values: the default where a row says nothing, each text read as its column asks."""
        if len(defaults) > self.limits.columns:
            raise RefusedForSafety("safety.too_many_columns", limit=self.limits.columns)
        for _, cells in self.rows:
            for code, default in defaults.items():
                cells.setdefault(code, default)
            for code, cell in cells.items():
                if code in values and isinstance(cell, str):
                    cells[code] = values[code](cell)

    def table(self, title: str, columns: Mapping[str, str], meaning: Mapping[str, str], *, ties: bool) -> Table:
        """The rows under headers: `columns` names the header of each code, `meaning` the meaning of some codes.

        Columns without content go. A header that stands twice is told apart by the code of its column. Where the reader
        does not know what is the name, type or weight, the header's word tells.
        """
        filled = Counter(code for _, cells in self.rows for code, cell in cells.items() if cell is not None)
        codes = [code for code in columns if filled[code]]
        limits = self.limits
        if len(codes) > limits.columns or len(codes) * len(self.rows) > limits.cells:
            raise RefusedForSafety("safety.too_many_columns", limit=limits.columns)
        headers = dict(zip(codes, _apart([(columns[code], code) for code in codes]), strict=True))
        rows = []
        for line, cells in self.rows:
            values = [cells.get(code) for code in codes]
            while values and values[-1] is None:
                values.pop()
            self._count(values)
            rows.append(RawRow(line, values))
        told = {headers[code]: meaning[code] for code in codes if code in meaning}
        free = [headers[code] for code in codes if code not in meaning]
        return Table(
            title,
            tuple(headers.values()),
            tuple(rows),
            told | _by_word(free, told.values(), _OF_TIES if ties else _OF_NODES),
        )

    def _count(self, values: Sequence[CellValue]) -> None:
        # A default is one text in memory however many rows it fills, but each row counts it, as each record will.
        self._tally.characters(sum(len(value) for value in values if isinstance(value, str)))


def number(text: str, *, whole: bool) -> CellValue:
    """A number that a file declares as one; the text as it stands where it is none, or would not come back the same.

    NaN, by which igraph and others write what is unknown, is nothing.
    """
    if whole:
        sound = text.isascii() and text.removeprefix("-").isdigit() and len(text) <= _LONGEST_WHOLE
        return int(text) if sound and str(int(text)) == text else text
    try:
        value = float(text)
    except ValueError:
        return text
    if isnan(value):
        return None
    return value if text.isascii() and "_" not in text and isfinite(value) else text


def joined(texts: Iterable[str]) -> str | None:
    """Several texts as one cell has them: separated by semicolons, with a backslash before a semicolon of their own."""
    pieces = [text.replace("\\", "\\\\").replace(";", "\\;") for one in texts if (text := one.strip())]
    return "; ".join(pieces) or None


def named(names: Iterable[str]) -> tuple[str, ...]:
    """The first few different names, for a note; a hostile file has millions."""
    found = list(islice(dict.fromkeys(names), _NAMED + 1))
    return tuple(shown(name) for name in found[:_NAMED]) + (("…",) if len(found) > _NAMED else ())


def left_out(names: Iterable[str]) -> list[Note]:
    """The one note that names what a file says beside nodes and ties, as the file calls it."""
    what = named(names)
    return [Note("foreign_left", {"what": what})] if what else []


def _apart(wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Headers that all differ: one that is taken already gets the code of its column, and if need be a number."""
    taken: set[str] = set()
    headers = []
    for header, code in wanted:
        chosen, more = header, 1
        code = code.partition(":")[2] or code  # less what the reader puts before the file's own word
        while chosen in taken:
            chosen = f"{header} ({code})" if more == 1 else f"{header} ({code}, {more})"
            more += 1
        taken.add(chosen)
        headers.append(chosen)
    return headers


def _by_word(headers: Sequence[str], taken: Collection[str], words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The first header of each word that says what no column of the file is known to mean."""
    found: dict[str, str] = {}
    for meaning, said in words.items():
        ranked = [header for word in said for header in headers if header.strip().casefold() == word]
        if ranked and meaning not in taken and ranked[0] not in found:
            found[ranked[0]] = meaning
    return found
