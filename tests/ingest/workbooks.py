"""Small workbooks for tests: cells by hand, or the parts of the archive by hand where a fault is in the file itself."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook as OpenpyxlWorkbook

from network_service.domain.record import Record
from network_service.ingest.assembly.assemble import assemble
from network_service.ingest.assembly.header import find_layouts
from network_service.ingest.imported import Imported
from network_service.ingest.raw import RawRow, RawSheet, Workbook

PROVINCE = "TH-98"
NETWORK = (["province code", "name"], [PROVINCE, "เครือข่ายจังหวัดตัวอย่าง"])
"""The sheet that most workbooks need."""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "xl/worksheets/sheet1.xml"

Rows = Sequence[Sequence[Any]]


def cells(**sheets: Rows) -> Workbook:
    """A workbook as the reader gives it; sheets by title, rows from 1 on."""
    return Workbook(tuple(RawSheet(title, _rows(rows)) for title, rows in sheets.items()))


def _rows(rows: Rows) -> tuple[RawRow, ...]:
    numbered = ((number, list(row)) for number, row in enumerate(rows, 1))
    return tuple(RawRow(number, row) for number, row in numbered if any(cell is not None for cell in row))


def imported(known: Mapping[str, Record] | None = None, /, *, network: Rows = NETWORK, **sheets: Rows) -> Imported:
    """What comes of those sheets and the network's, for an empty store or the records given."""
    return assemble(find_layouts(cells(Network=network, **sheets)), PROVINCE, known or {})


def by_id(found: Imported) -> dict[str, Record]:
    """The records of an import, as a store would give them."""
    return {record.id: record for record in found.records}


def of_kind(found: Imported, kind: str) -> list[Any]:
    """The records of one kind."""
    return [record for record in found.records if record.kind == kind]


def faults(found: Imported) -> list[tuple[str, str]]:
    """Code and cell of each fault."""
    return [(fault.code, fault.cell) for fault in found.faults]


def xlsx(**sheets: Rows) -> bytes:
    """A real file by openpyxl; sheets as for `cells`."""
    workbook = OpenpyxlWorkbook()
    workbook.remove(workbook.active)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(workbook)


def saved(workbook: OpenpyxlWorkbook) -> bytes:
    """The bytes of an openpyxl workbook."""
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def package(sheet: str = "", **more: bytes | str) -> bytes:
    """A file of one sheet "Actors" with the given markup inside its root, and more parts by path."""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="Actors" sheetId="1" r:id="r1"/></sheets></workbook>',
        SHEET: f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
    }
    return packed(parts | more)


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """An archive of the given parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def text_row(number: int, *texts: str) -> str:
    """The markup of a row of texts."""
    row = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for place, text in enumerate(texts)
    )
    return f'<row r="{number}">{row}</row>'


def day(year: int, month: int, number: int) -> datetime:
    """A date cell as the reader gives it."""
    return datetime(year, month, number)
