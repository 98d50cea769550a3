"""The times of Gephi's tables: an interval in one cell, as first and last day in two."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from network_service.domain.thai.dates import DateFault, parse_date
from network_service.ingest.foreign.network import Table
from network_service.ingest.raw import CellTrouble, CellValue, RawRow
from network_service.ingest.sheets.wording import heading_form

_HEADERS = frozenset({"timeset", "interval"})
_INTERVAL = re.compile(r"<?\[([^,;\[\]<>]{1,40}),([^,;\[\]<>]{1,40})\]>?")
_ISO = re.compile(r"[0-9]{4}-[0-9]")
_YEAR = re.compile("[12][0-9]{3}")
_ENDLESS = frozenset({"-infinity", "infinity", "+infinity"})


def with_days(table: Table) -> Table:
    """The table with Gephi's intervals of days as two columns; numbers, which may be years or seconds, stay.

    A cell that holds several intervals is a trouble: a record of ours holds in one period.
    """
    place = next((at for at, header in enumerate(table.headers) if heading_form(header) in _HEADERS), None)
    if place is None:
        return table
    first = next((_days(cell) for row in table.rows if (cell := row.cells[place]) is not None), None)
    if first is None:
        return table
    header = table.headers[place]
    start, end = f"{header} (start)", f"{header} (end)"
    return replace(
        table,
        headers=(*table.headers[:place], start, end, *table.headers[place + 1 :]),
        rows=tuple(_divided(row, place) for row in table.rows),
        meaning={**table.meaning, start: "valid_from", end: "valid_to"},
    )


def holds_periods(rows: Sequence[RawRow], places: Collection[int]) -> bool:
    """Whether columns hold nothing but years and days, and each of them some."""
    said = [[row.cells[place] for row in rows if place < len(row.cells)] for place in places]
    texts = [[str(cell).strip() for cell in cells if cell is not None] for cells in said]
    return all(texts) and all(_YEAR.fullmatch(text) or _is_day(text) for column in texts for text in column)


def _is_day(text: str) -> bool:
    try:
        parse_date(text)
    except DateFault:
        return False
    return True


def _divided(row: RawRow, place: int) -> RawRow:
    cell = row.cells[place]
    days: tuple[CellValue, CellValue] = (None, None)
    if isinstance(cell, CellTrouble):
        days = (cell, None)
    elif cell is not None:
        days = _days(cell) or (CellTrouble("value.not_an_interval", str(cell)), None)
    return RawRow(row.number, [*row.cells[:place], *days, *row.cells[place + 1 :]])


def _days(cell: CellValue) -> tuple[str | None, str | None] | None:
    """Both ends of an interval of days, endless ones as nothing; `None` where it is none."""
    found = _INTERVAL.fullmatch(str(cell).strip())
    if found is None:
        return None
    try:
        first, last = (_day(end.strip()) for end in found.groups())
    except DateFault:
        return None
    return (first, last) if first or last else None


def _day(text: str) -> str | None:
    if text.lower() in _ENDLESS:
        return None
    if not _ISO.match(text):
        raise DateFault("date.not_a_date", text)
    return parse_date(text).isoformat()
