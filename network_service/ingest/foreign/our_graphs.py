"""By what a graph file is known for one that this service wrote, and what its columns then mean."""

from collections.abc import Iterable
from functools import cache

from network_service.ingest.foreign.network import TYPE
from network_service.ingest.json_file import FORMAT
from network_service.ingest.sheets.declaration import SHEETS

MARK = FORMAT
"""The word with which a graph file of ours says who wrote it."""
KIND = "kind"
"""Header of the column with a record's kind, by code."""
LABEL = "label"
"""Header of the column for programs that show a label; our records have their names in other columns."""


def meaning_of_ours(headers: Iterable[str]) -> dict[str, str]:
    """What the columns of a file of ours mean: each header is the code of a column of our sheets, or the kind."""
    return {header: TYPE if header == KIND else header for header in headers if header == KIND or header in _codes()}


@cache
def _codes() -> frozenset[str]:
    return frozenset(column.code for sheet in SHEETS for column in sheet.columns)
