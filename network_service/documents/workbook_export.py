"""Records as our own workbook: lossless, so that reading it back changes nothing."""

from collections.abc import Iterable
from pathlib import Path

from network_service.documents.choice_lists import LONGEST_LIST
from network_service.documents.record_rows import RecordRows
from network_service.documents.sheet_writer import require_fitting
from network_service.documents.whole_file import whole_file
from network_service.documents.workbook_layout import WorkbookLayout
from network_service.domain.record import Record
from network_service.ingest.sheets.declaration import SHEETS
from network_service.messages import messages_in


def write_workbook(path: Path, records: Iterable[Record], language: str) -> None:
    """Write a province's records, in `th` or `en`; invented data is marked on the first sheet and on every page.

    Sheets of the building steps are there only where they have rows.
    """
    content = RecordRows(list(records), language)
    rows = {sheet: list(content.rows(sheet)) for sheet in SHEETS}
    sheets = [sheet for sheet in SHEETS if rows[sheet] or not sheet.step]
    require_fitting(value for sheet in sheets for row in rows[sheet] for value in row.values())
    messages = messages_in(language)
    mark = messages.text("export.synthetic") if content.is_synthetic else ""
    with whole_file(path) as written:
        layout = WorkbookLayout(
            language, sheets, mark=mark, stored=lambda kinds: content.names.offered(kinds, LONGEST_LIST)
        )
        layout.explain([messages.text("export.explanation"), messages.text("export.sheets_left_out")])
        for sheet in sheets:
            layout.fill(sheet, rows[sheet])
        workbook = layout.finish()
        workbook.save(written)
