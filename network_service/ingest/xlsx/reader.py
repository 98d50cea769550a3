"""A workbook file, read into cells with places."""

from collections.abc import Callable
from pathlib import Path

from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.raw import RawSheet, Workbook
from network_service.ingest.xlsx.archive import opened
from network_service.ingest.xlsx.parts import read_index
from network_service.ingest.xlsx.sheet import Tally, read_sheet


def read_workbook(
    source: Path | bytes, *, limits: Limits = LIMITS, wanted: Callable[[str], bool] = lambda _: True
) -> Workbook:
    """Read the sheets whose title is wanted; the others are named, but their content is not looked at.

    `UnreadableFile` where the file is something else, `RefusedForSafety` where it breaks a limit.
    """
    with opened(source, limits) as archive:
        index = read_index(archive, limits)
        tally = Tally(limits)
        sheets = []
        for part in index.sheets:
            if not wanted(part.title):
                sheets.append(RawSheet(part.title, hidden=part.hidden, read=False))
                continue
            content = read_sheet(archive, part, index, tally)
            merged = tuple(content.merged)
            sheets.append(RawSheet(part.title, tuple(content.rows), part.hidden, merged, content.formulas))
    return Workbook(tuple(sheets))
