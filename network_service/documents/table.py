"""Tables for other programs: CSV that Thai Excel opens rightly, and plain .xlsx; no cell is ever run as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from network_service.documents.sheet_writer import SheetStyle, new_workbook, require_fitting
from network_service.documents.whole_file import whole_file
from network_service.ingest.formula_guard import guard

_NOT_IN_TITLES = re.compile(r"[\\/*?:\[\]]")
Cell = str | int | float | bool | date | None


def write_csv(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a CSV file: UTF-8 with the mark by which Excel knows it, lines as RFC 4180 has them.

    Texts that a spreadsheet would run get a leading apostrophe; unknown values are empty cells; days are ISO.
    """
    with whole_file(path) as written, written.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_plain(header) for header in headers])
        writer.writerows([_plain(cell) for cell in row] for row in rows)


def write_table_xlsx(
    path: Path,
    title: str,
    headers: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    language: str = "th",
    mark: str = "",
) -> None:
    """Write one table as .xlsx: frozen headers, a filter, texts typed as texts; `mark` stands on every printed page."""
    kept = [list(row) for row in rows]
    require_fitting(headers)
    require_fitting(value for row in kept for value in row)
    with whole_file(path) as written:
        workbook = new_workbook()
        sheet = workbook.create_sheet(_NOT_IN_TITLES.sub("-", title)[:31])
        style = SheetStyle(sheet, language, mark)
        style.columns([_width(header) for header in headers])
        style.header(headers)
        for row in kept:
            style.row(row)
        style.finish()
        workbook.save(written)


def _plain(cell: Cell) -> str | int | float | None:
    """What the CSV writer writes as it should: `None` as nothing, numbers so that they read back to the last digit."""
    if isinstance(cell, str):
        return guard(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return cell.isoformat() if isinstance(cell, date) else cell


def _width(header: str) -> float:
    return max(14.0, min(48.0, 1.6 * len(header)))
