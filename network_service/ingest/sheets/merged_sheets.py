"""The sheet of records that were merged into others: an export keeps it, so that their ids go on leading there."""

from network_service.domain.kinds import NODE_TYPES
from network_service.ingest.sheets.column import ONLY_IN_EXPORTS, Column, Sheet, ValueType, refers, term, text
from network_service.ingest.sheets.column_groups import COMMON

_WAS = " ".join(kind for kind in NODE_TYPES if kind not in ("province_network", "merged"))

MERGED_SHEETS = (
    Sheet(
        "merged",
        ("merged",),
        (
            # Its id is all that such a record is for: without one the row says nothing.
            Column("id", ValueType.ID, "", required=True),
            text("name", required=True),
            term("was", "kind", required=True, choices=_WAS),
            refers("into"),
            *COMMON,
        ),
        ONLY_IN_EXPORTS,
    ),
)
"""Sheets that only exports have."""
