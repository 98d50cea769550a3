"""Sheets of building step 5: sub-networks, bodies, seats and meetings."""

from network_service.ingest.sheets.column import Column, ValueType, day, refers, term, text, whole
from network_service.ingest.sheets.column_groups import sheet

STRUCTURE_SHEETS = (
    sheet(
        "sub_networks",
        5,
        "sub_network",
        text("name", required=True),
        term("sub_network_kind", "sub_network_kind", required=True),
        text("purpose"),
        term("meeting_cycle", "meeting_cycle"),
    ),
    sheet(
        "communities",
        5,
        "community_of_practice",
        text("name", required=True),
        text("purpose"),
        term("meeting_cycle", "meeting_cycle"),
        day("lesson_published_on"),
    ),
    sheet(
        "bodies",
        5,
        "body",
        text("name", required=True),
        term("body_kind", "body_kind", required=True),
        text("order_number"),
        text("purpose"),
        term("meeting_cycle", "meeting_cycle"),
    ),
    sheet(
        "seats",
        5,
        "appointed_to",
        refers("body", "target"),
        refers("holder", "source"),
        term("seat_kind", "seat_kind", ""),
        term("role", "body_role"),
        text("order_number"),
        text("clause"),
    ),
    sheet(
        "meetings",
        5,
        "meeting",
        refers("body"),
        Column("held_on", ValueType.DATE, "held_on", required=True),
        text("name"),
        whole("attendance"),
        refers("minutes", required=False),
    ),
)
"""Sheets in the order in which an office fills them."""
