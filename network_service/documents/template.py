"""The empty workbook that an office fills: drop-downs, help at every header, example rows that fit one another."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from network_service.documents.choice_lists import Stored
from network_service.documents.whole_file import whole_file
from network_service.documents.workbook_layout import Row, WorkbookLayout
from network_service.ingest.sheets.column import Column, Sheet
from network_service.ingest.sheets.declaration import SHEETS, STEPS
from network_service.ingest.sheets.wording import column_wording, example_rows
from network_service.ingest.values import Written, read_value, write_value
from network_service.messages import messages_in

CORE = 0
"""The step of the sheets that come before all building steps."""
EVERY_STEP = (CORE, *STEPS)
"""The steps of a template of all sheets."""

_ONLY_IN_EXPORTS = frozenset({"source_key"})
"""Columns that an office has no use for: they keep what an export could not say otherwise."""
_NETWORK = "network"


def _nothing_stored(_: frozenset[str]) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a template for one province begins with: rows by sheet, names to choose from, and what is said of them."""

    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    stored: Stored = _nothing_stored
    lines: tuple[str, ...] = ()


def sheets_of(steps: Collection[int]) -> tuple[Sheet, ...]:
    """The sheets of a template for some steps, 0 being the core: the network's first, which names the province."""
    return tuple(sheet for sheet in SHEETS if sheet.step in steps or sheet.code == _NETWORK)


def write_template(
    path: Path, language: str, steps: Collection[int] = (CORE,), beginning: Beginning | None = None
) -> None:
    """Write the template for some steps in `th` or `en`.

    Its example rows are marked, and are passed over when it is read. The network's row needs none where it is filled.
    """
    begun = beginning or Beginning()
    sheets = sheets_of(steps)
    lines = list(begun.lines)
    if CORE not in steps:
        lines.append(messages_in(language).text("template.core_first"))
    with whole_file(path) as written:
        layout = WorkbookLayout(language, sheets, stored=begun.stored, live=True, left_out=_ONLY_IN_EXPORTS)
        layout.explain(lines, sorted(steps))
        for sheet in sheets:
            rows = begun.rows.get(sheet.code, ())
            count = 0 if rows and sheet.code == _NETWORK else example_rows(sheet.code)
            columns = layout.columns(sheet)
            layout.fill(sheet, rows, [_example(sheet, columns, language, row) for row in range(count)])
        workbook = layout.finish()
        workbook.save(written)


def _example(sheet: Sheet, columns: Sequence[Column], language: str, number: int) -> Row:
    row: dict[str, Written] = {}
    for column in columns:
        text = column_wording(sheet.code, column.code).example(number).in_language(language)
        row[column.code] = write_value(column, read_value(column, text), language) if text else None
    return row
