"""Where an exported workbook says what."""

from openpyxl import Workbook

from network_service.domain.record import Record
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.sheets.wording import column_wording, sheet_wording


def cell_of(workbook: Workbook, record: Record, field: str) -> tuple[str, str]:
    """Sheet and cell at which a Thai workbook says a field of a record, found by the id that stands in its row."""
    sheet = next(one for one in SHEETS if record.kind in one.kinds)
    column = sheet.column_of(field)
    assert column is not None
    header = column_wording(sheet.code, column.code).header.thai
    written = workbook[sheet_wording(sheet.code).title.thai]
    cells = [one for row in written.iter_rows() for one in row if one.value is not None]
    (row,) = {one.row for one in cells if one.value == record.id and one.column == 1}
    (letters,) = {one.column_letter for one in cells if one.value == header}
    return written.title, f"{letters}{row}"
