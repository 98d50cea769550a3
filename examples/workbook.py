"""Invented records as a workbook that an office could have typed: few ids, only the sheets that say something.

Ids that follow from a row's own words are left out, as offices leave them out: that halves the size, and every import
of the sample shows again that the same words give the same ids.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet.dimensions import ColumnDimension

from examples.ledger import tie_apart
from network_service.documents.record_rows import RecordRows
from network_service.documents.sheet_writer import date_format
from network_service.documents.workbook_layout import Row
from network_service.domain.identity import id_from_key, id_from_name, id_of_tie
from network_service.domain.keys import TIE_APART, node_key
from network_service.domain.nodes import Named, Person
from network_service.domain.record import Record, Tie
from network_service.ingest.assembly.names import person_names
from network_service.ingest.sheets.column import Sheet
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording, sheet_wording, word
from network_service.messages import messages_in

LANGUAGE = "th"
_NO_THEME = b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="none"/>'
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip archive can say


def write_plain_workbook(path: Path, records: Sequence[Record], beside: Iterable[Record] = ()) -> None:
    """Write records in Thai, the same bytes every time; `beside` are those the office has already sent."""
    everything = {record.id: record for record in (*beside, *records)}
    content = RecordRows(records, LANGUAGE, everything.values())
    following = _following(everything.values())
    workbook = Workbook(write_only=True)
    workbook.loaded_theme = _NO_THEME
    opening = workbook.create_sheet(word("explanation").in_language(LANGUAGE))
    opening.append([messages_in(LANGUAGE).text("export.synthetic")])
    for sheet in SHEETS:
        rows = [{**row, "id": None} if row["id"] in following else row for row in content.rows(sheet)]
        if rows:
            _fill(workbook.create_sheet(sheet_wording(sheet.code).title.in_language(LANGUAGE)), sheet, rows)
    made = BytesIO()
    workbook.save(made)
    path.write_bytes(_without_time(made.getvalue()))


def _fill(written: Any, sheet: Sheet, rows: Sequence[Row]) -> None:
    """A sheet without the columns in which no row says anything, but with those that tell parallel ties apart."""
    apart = {field for kind in sheet.kinds for field in TIE_APART.get(kind, ())}
    columns = [
        one
        for one in sheet.columns
        if one.required or one.field in apart or any(row.get(one.code) is not None for row in rows)
    ]
    written.freeze_panes = "A2"
    written.column_dimensions["A"] = ColumnDimension(written, index="A", width=24, min=1, max=len(columns))
    written.append([_bold(written, column_wording(sheet.code, one.code).header.thai) for one in columns])
    for row in rows:
        written.append([_cell(written, row.get(one.code)) for one in columns])


def _bold(written: Any, header: str) -> Any:
    cell = WriteOnlyCell(written, header)
    cell.font = Font(bold=True)
    return cell


def _cell(written: Any, value: object) -> object:
    """A day as the reader's era shows it; everything else as it is."""
    if not isinstance(value, date):
        return value
    cell = WriteOnlyCell(written)
    cell.value = value
    cell.number_format = date_format(LANGUAGE)
    return cell


def _following(records: Iterable[Record]) -> set[str]:
    """Ids that follow from what the records say; of parallel ties none does, as their order would have to tell."""
    found = set()
    ties = {record.id: _told_apart(record) for record in records if isinstance(record, Tie)}
    alike = Counter(ties.values())
    for record in records:
        if record.id in ties:
            told = ties[record.id]
            follows = alike[told] == 1 and id_of_tie(record.province, *told) == record.id
        else:
            follows = _by_own_words(record) == record.id
        if follows:
            found.add(record.id)
    return found


def _told_apart(tie: Tie) -> tuple[str, str, str, str]:
    return tie.kind, tie.source, tie.target, tie_apart(tie)


def _by_own_words(record: Record) -> str:
    key = node_key(record.kind, lambda name: getattr(record, name))
    if key is not None:
        return id_from_key(record.province, record.kind, *key)
    if isinstance(record, Person):
        return id_from_name(record.province, record.kind, person_names((), record.given_name, record.family_name)[0])
    return id_from_name(record.province, record.kind, record.name) if isinstance(record, Named) else ""


def _without_time(content: bytes) -> bytes:
    """The same archive without the times at which it was made."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as made, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            part = _MODIFIED.sub(rb"\g<1>2026-10-01T00:00:00Z", made.read(name))
            kept.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED, compresslevel=9)
    return packed.getvalue()
