"""A workbook file, read by calamine into cells with places; what it would lose silently is looked for apart."""

import math
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import chain, repeat
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import CellTrouble, CellValue, RawRow, RawSheet, Workbook, column_letters
from network_service.ingest.xlsx.archive import DAMAGE, Archive, opened
from network_service.ingest.xlsx.survey import Part, Place, Survey, part_of, survey
from network_service.ingest.xlsx.tally import Tally

_BROKEN = (*DAMAGE, ParseError, CalamineError, LookupError, ValueError, TypeError, AttributeError)
"""What is raised on a workbook that contradicts itself."""
_BOOK = "xl/workbook.xml"
_BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"})
"""Errors that calamine knows; a sheet with another one, such as #SPILL!, it does not read at all."""


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
    with opened(source, limits) as archive, _edge():
        surveys = _surveyed(archive, limits)
        parts = _parts_of_sheets(archive)
        total = sum(found.last_row for found in surveys.values())
        tally = Tally(limits, (lambda rows: told(rows, total)) if told is not None else None)
        with CalamineWorkbook.from_filelike(archive.file()) as book:
            sheets = []
            for about in book.sheets_metadata:
                part = parts.pop(about.name, "")
                if about.typ is not SheetTypeEnum.WorkSheet:
                    continue
                hidden = about.visible is not SheetVisibleEnum.Visible
                if not wanted(about.name):
                    sheets.append(RawSheet(about.name, hidden=hidden, read=False))
                    continue
                if not archive.has(part):
                    raise UnreadableFile("unreadable.missing_sheet", sheet=about.name[:80])
                found = surveys.get(part)
                if found is None or found.part is not Part.SHEET:
                    found = _survey(archive, part, Part.SHEET, limits)
                troubles = _troubles(about.name, found)
                rows = tuple(_rows(book.get_sheet_by_name(about.name), troubles, tally))
                sheets.append(RawSheet(about.name, rows, hidden, tuple(found.merged), found.formulas))
        if parts:  # sheets that calamine does not know of
            raise UnreadableFile("unreadable.damaged")
        return Workbook(tuple(sheets))


@contextmanager
def surveyed(source: Path | bytes, *, limits: Limits = LIMITS) -> Iterator[Archive]:
    """The archive of a workbook whose every part was judged as for reading."""
    with opened(source, limits) as archive:
        with _edge():
            _surveyed(archive, limits)
        yield archive


def _surveyed(archive: Archive, limits: Limits) -> dict[str, Survey]:
    """Pass over every part before anything is built, and see that each is what its name says."""
    surveys = {}
    for name in archive.names:
        if name.endswith((".xml", ".rels")):
            surveys[name] = _survey(archive, name, part_of(name), limits)
    with archive.stream("[Content_Types].xml") as content:
        for override in fromstring(content.read()):
            name, kind = override.get("PartName", "").lstrip("/"), override.get("ContentType", "")
            expected = {Part.SHEET: "worksheet+xml", Part.TEXTS: "sharedStrings+xml"}.get(part_of(name), "")
            if not kind.endswith(expected):
                raise UnreadableFile("unreadable.damaged")
    return surveys


def _survey(archive: Archive, name: str, part: Part, limits: Limits) -> Survey:
    with archive.stream(name) as content:
        return survey(content, part, limits)


class _Named(NamedTuple):
    """A sheet as the workbook's index names it: by what relation it leads to its part."""

    title: str
    relation: str


def _parts_of_sheets(archive: Archive) -> dict[str, str]:
    """The part of each sheet by its title; two sheets of one title are a workbook that contradicts itself."""
    with archive.stream(_BOOK_RELATIONS) as content:
        targets = {one.get("Id", ""): one.get("Target", "") for one in fromstring(content.read())}
    with archive.stream(_BOOK) as content:
        named = [_named(sheet.attrib) for sheet in fromstring(content.read()).iterfind("{*}sheets/{*}sheet")]
    parts = {one.title: posixpath.normpath(posixpath.join("/xl", targets[one.relation])).lstrip("/") for one in named}
    if len(parts) < len(named):
        raise UnreadableFile("unreadable.damaged")
    return parts


def _named(attributes: dict[str, str]) -> _Named:
    return _Named(attributes["name"], next((value for key, value in attributes.items() if key.endswith("}id")), ""))


@contextmanager
def _edge() -> Iterator[None]:
    """Turn the errors of XML and of calamine into ours, here and nowhere else."""
    try:
        yield
    except DefusedXmlException as error:
        raise RefusedForSafety("safety.xml_entities") from error
    except _BROKEN as error:
        raise UnreadableFile("unreadable.damaged") from error


def _rows(sheet: CalamineSheet, troubles: Mapping[Place, CellTrouble], tally: Tally) -> Iterator[RawRow]:
    """Rows with content, counted as they come; calamine gives all of them, and columns from the first used one on."""
    troubled = sorted(troubles, reverse=True)
    begin = sheet.start[1] if sheet.start is not None else 0
    last = sheet.end[0] + 1 if sheet.end is not None else 0
    most = tally.limits.columns
    empty: Sequence[object] = ()
    met: dict[str, str] = {}
    for number, given in enumerate(chain(sheet.iter_rows(), repeat(empty)), start=1):
        if number > last and not troubled:
            return
        tally.row_mark()
        values: list[CellValue] = [None] * begin
        values += [_value(value) for value in given]
        # Most cells of a column say what one above says: keeping each text once saves a third of the memory.
        values = [met.setdefault(value, value) if isinstance(value, str) else value for value in values]
        while troubled and troubled[-1][0] == number:
            place = troubled.pop()
            values += [None] * (place[1] + 1 - len(values))
            values[place[1]] = troubles[place]
        while values and values[-1] is None:
            values.pop()
        if not values:
            continue
        if len(values) > most:
            raise RefusedForSafety("safety.too_many_columns", limit=most)
        tally.row(values)
        yield RawRow(number, values)


def _troubles(title: str, found: Survey) -> dict[Place, CellTrouble]:
    """The cells of which calamine gives nothing though something stands in them."""
    troubles = {place: CellTrouble("cell.formula_without_value", "") for place in found.unvalued}
    for (row, column), error in found.errors.items():
        if error not in _ERRORS:
            cell = f"{column_letters(column)}{row}"
            raise UnreadableFile("unreadable.error_cell", sheet=title[:80], cell=cell, error=error[:20])
        troubles[row, column] = CellTrouble("cell.error", error)
    return troubles


def _value(value: object) -> CellValue:
    """What a cell holds, in the few types the rest of the house knows."""
    if isinstance(value, str):
        return value if value and not value.isspace() else None
    if isinstance(value, float):
        if not math.isfinite(value):
            return CellTrouble("cell.not_a_number", str(value))
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if value is None or isinstance(value, bool | int | datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    return str(value)
