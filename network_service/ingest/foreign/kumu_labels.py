"""Kumu's workbooks join connections to elements by label; ids, where a workbook has them, say more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from network_service.domain.identity import is_record_id
from network_service.domain.thai.text import clean, match_form
from network_service.ingest.foreign.columns import text_of
from network_service.ingest.foreign.labels import split_label
from network_service.ingest.foreign.network import KEY, NAME, SOURCE, TARGET, Table
from network_service.ingest.foreign.our_graphs import meaning_of_ours
from network_service.ingest.raw import CellValue, RawRow

ELEMENTS, CONNECTIONS = "Elements", "Connections"
"""Titles of the two sheets."""


def joined_by_id(nodes: Sequence[Table], ties: Sequence[Table]) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
    """The tables with the ids of elements in place of their labels at the ends of ties.

    A label that several elements have, or none with an id, stays: it is judged as any name is.
    """
    ids: dict[str, set[str]] = {}
    for table in nodes:
        for row in table.rows:
            ids.setdefault(match_form(_text(table, row, NAME)), set()).add(_text(table, row, KEY))
    by_label = {label: next(iter(found)) for label, found in ids.items() if len(found) == 1 and "" not in found}
    return tuple(_named(table) for table in nodes), tuple(_joined(table, by_label) for table in ties)


def _named(table: Table) -> Table:
    """Elements of ours under their own names: without the id that made a label unlike the others."""
    place = _place(table, NAME)
    if place is None or not any(is_record_id(_text(table, row, KEY)) for row in table.rows):
        return table
    rows = tuple(_with(row, {place: _name(table, row)}) for row in table.rows)
    return replace(table, rows=rows, meaning={**meaning_of_ours(table.headers), **table.meaning})


def _name(table: Table, row: RawRow) -> CellValue:
    """What a label says of a record of ours; nothing where it only repeats the day of what has no name."""
    cell, key = _cell(table, row, NAME), _text(table, row, KEY)
    if not isinstance(cell, str) or not is_record_id(key):
        return cell
    name, said = split_label(clean(cell))
    held = _cell(table, row, "held_on")
    return None if held is not None and name == held else name if said == key else cell


def _joined(table: Table, by_label: Mapping[str, str]) -> Table:
    ends = [place for end in (SOURCE, TARGET) if (place := _place(table, end)) is not None]
    rows = []
    for row in table.rows:
        texts = {place: text_of(row.cells[place]) for place in ends if place < len(row.cells)}
        found = {place: by_label[form] for place, text in texts.items() if (form := match_form(text)) in by_label}
        rows.append(_with(row, found) if found else row)
    ours = any(is_record_id(_text(table, row, KEY)) for row in table.rows)
    meaning = {**meaning_of_ours(table.headers), **table.meaning} if ours else table.meaning
    return replace(table, rows=tuple(rows), meaning=meaning)


def _place(table: Table, meaning: str) -> int | None:
    places = (place for place, header in enumerate(table.headers) if meaning in (header, table.meaning.get(header)))
    return next(places, None)


def _cell(table: Table, row: RawRow, meaning: str) -> CellValue:
    place = _place(table, meaning)
    return row.cells[place] if place is not None and place < len(row.cells) else None


def _text(table: Table, row: RawRow, meaning: str) -> str:
    return text_of(_cell(table, row, meaning))


def _with(row: RawRow, cells: Mapping[int, CellValue]) -> RawRow:
    return RawRow(row.number, [cells.get(place, cell) for place, cell in enumerate(row.cells)])
