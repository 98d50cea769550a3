"""A workbook file, read by openpyxl into cells with places; what it would lose silently is looked for apart."""

import math
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook as OpenpyxlWorkbook

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import CellTrouble, CellValue, RawRow, RawSheet, Workbook
from network_service.ingest.xlsx.archive import DAMAGE, Archive, opened
from network_service.ingest.xlsx.survey import Part, Survey, part_of, survey
from network_service.ingest.xlsx.tally import Tally

_BROKEN = (*DAMAGE, ParseError, InvalidFileException, LookupError, ValueError, TypeError, AttributeError)
"""What openpyxl raises on a workbook that contradicts itself."""
_ESCAPED = re.compile(r"_x(000D)_|_x005F_(?=x[0-9A-Fa-f]{4}_)")
"""A line end as Excel writes it, and an underscore that begins no escape; openpyxl leaves both as they stand."""


def read_workbook(
    source: Path | bytes,
    *,
    limits: Limits = LIMITS,
    wanted: Callable[[str], bool] = lambda _: True,
    told: Callable[[int, int], None] | None = None,
) -> Workbook:
    """Read the sheets whose title is wanted; the others are named, but their content is not looked at.

    `told` hears now and then how many rows were read, and how many all sheets have.

    `UnreadableFile` where the file is something else, `RefusedForSafety` where it breaks a limit.
    """
    with opened(source, limits) as archive, _edge(), warnings.catch_warnings():
        # What openpyxl does not keep when writing is of no matter here, as nothing is written back: it says so of every
        # drop-down that a newer Excel saved, some of it only while rows are read.
        warnings.simplefilter("ignore")
        surveys = _surveyed(archive, limits)
        values = _loaded(archive, data_only=True)
        for title in surveys.get("xl/workbook.xml", Survey(limits, Part.TREE)).titles:
            if wanted(title) and title not in values.sheetnames:
                raise UnreadableFile("unreadable.missing_sheet", sheet=title[:80])
        total = sum(found.last_row for found in surveys.values())
        tally = Tally(limits, (lambda rows: told(rows, total)) if told is not None else None)
        sheets = tuple(
            _read_sheet(archive, sheet, surveys, tally) if wanted(sheet.title) else _passed_over(sheet)
            for sheet in values.worksheets
        )
        return Workbook(sheets)


@contextmanager
def surveyed(source: Path | bytes, *, limits: Limits = LIMITS) -> Iterator[Archive]:
    """The archive of a workbook whose every part was judged as for reading."""
    with opened(source, limits) as archive:
        with _edge():
            _surveyed(archive, limits)
        yield archive


def _surveyed(archive: Archive, limits: Limits) -> dict[str, Survey]:
    """Pass over every part before openpyxl builds anything, and see that each is what its name says."""
    surveys = {}
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            with archive.stream(name) as content:
                surveys[name] = survey(content, part_of(name), limits)
    with archive.stream("[Content_Types].xml") as content:
        for override in fromstring(content.read()):
            name, kind = override.get("PartName", "").lstrip("/"), override.get("ContentType", "")
            expected = {Part.SHEET: "worksheet+xml", Part.TEXTS: "sharedStrings+xml"}.get(part_of(name), "")
            if not kind.endswith(expected):
                raise UnreadableFile("unreadable.damaged")
    return surveys


@contextmanager
def _edge() -> Iterator[None]:
    """Turn the errors of XML and of openpyxl into ours, here and nowhere else."""
    try:
        yield
    except DefusedXmlException as error:
        raise RefusedForSafety("safety.xml_entities") from error
    except _BROKEN as error:
        if isinstance(error.__cause__, DefusedXmlException):  # openpyxl wraps what it meets while opening
            raise RefusedForSafety("safety.xml_entities") from error
        raise UnreadableFile("unreadable.damaged") from error


def _loaded(archive: Archive, *, data_only: bool) -> OpenpyxlWorkbook:
    """Open in quick mode: one row at a time, no drawings, no links to other files."""
    return load_workbook(archive.file(), read_only=True, data_only=data_only, keep_links=False)


def _passed_over(sheet: Any) -> RawSheet:
    return RawSheet(sheet.title, hidden=sheet.sheet_state != "visible", read=False)


def _read_sheet(archive: Archive, sheet: Any, surveys: dict[str, Survey], tally: Tally) -> RawSheet:
    name = sheet._worksheet_path.lstrip("/")  # noqa: SLF001 - openpyxl tells it nowhere else
    found = surveys.get(name)
    if found is None or found.part is not Part.SHEET:
        with archive.stream(name) as content:
            found = survey(content, Part.SHEET, tally.limits)
    formulas = _formulas(archive, sheet.title, tally.limits) if found.has_formula else frozenset()
    rows = []
    for number, cells in _rows(sheet, tally):
        values = [_value(cell) for cell in cells]
        for column in range(len(values)):
            if values[column] is None and (number, column) in formulas:
                values[column] = CellTrouble("cell.formula_without_value", "")
        while values and values[-1] is None:
            values.pop()
        if values:
            tally.row(values)
            rows.append(RawRow(number, values))
    return RawSheet(sheet.title, tuple(rows), sheet.sheet_state != "visible", tuple(found.merged), len(formulas))


def _formulas(archive: Archive, title: str, limits: Limits) -> frozenset[tuple[int, int]]:
    """Places of a sheet's formulas: a second reading, as the first gives nothing for one without a value."""
    sheet = _loaded(archive, data_only=False)[title]
    return frozenset(
        (number, column)
        for number, cells in _rows(sheet, Tally(limits))
        for column, cell in enumerate(cells)
        if cell.data_type == "f"
    )


def _rows(sheet: Any, tally: Tally) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Rows by number, counted as they come; the sheet's own statement of its size is not believed."""
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        tally.row_mark()
        if len(cells) > tally.limits.columns and any(cell.value is not None for cell in cells[tally.limits.columns :]):
            raise RefusedForSafety("safety.too_many_columns", limit=tally.limits.columns)
        yield number, cells[: tally.limits.columns]


def _value(cell: Any) -> CellValue:
    """What a cell holds, in the few types the rest of the house knows."""
    value = cell.value
    if isinstance(value, str) and "_x" in value:
        value = _ESCAPED.sub(lambda found: "\r" if found[1] else "_", value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if cell.data_type == "e":
        return CellTrouble("cell.error", str(value))
    if isinstance(value, float):
        if not math.isfinite(value):
            return CellTrouble("cell.not_a_number", str(value))
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, str | bool | int | datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    return str(value)
