"""The core of the workbook: the network, who is in it, and who works with whom."""

from network_service.ingest.sheets.column import Column, ValueType, refers, term, text, texts, yes_no
from network_service.ingest.sheets.column_groups import MEMBERSHIP, VERIFIED, sheet

CORE_SHEETS = (
    sheet(
        "network",
        0,
        "province_network",
        text("province", "", required=True),
        text("name", required=True),
        text("purpose"),
        term("meeting_cycle", "meeting_cycle"),
        yes_no("synthetic"),
    ),
    sheet(
        "actors",
        0,
        "organization group",
        term("level", "actor_level", "kind", required=True, choices="organization group"),
        text("name", required=True),
        text("name_english"),
        texts("aliases"),
        term("sector", "sector"),
        term("area_level", "area_level"),
        text("district"),
        refers("parent", required=False),
        term("activity_field", "activity_field"),
        term("cso_form", "cso_form"),
        term("mission_type", "mission_type"),
        term("provider_type", "provider_type"),
        text("juristic_id"),
        *MEMBERSHIP,
        *VERIFIED,
        members=True,
    ),
    sheet(
        "people",
        0,
        "person",
        Column("titles", ValueType.TITLES, "titles"),
        text("given_name", required=True),
        text("family_name"),
        text("nickname"),
        *MEMBERSHIP,
        *VERIFIED,
    ),
    sheet("posts", 0, "post", text("name", required=True), refers("organization", required=False)),
    sheet(
        "affiliations",
        0,
        "belongs_to represents holds_post",
        refers("person", "source"),
        term("relation", "kind", "kind", required=True, choices="belongs_to represents holds_post"),
        refers("target"),
    ),
    sheet(
        "collaborations",
        0,
        "collaborates_with",
        refers("from", "source"),
        refers("to", "target"),
        term("frequency", "frequency"),
        texts("topics"),
        yes_no("formal"),
    ),
)
"""Sheets in the order in which an office fills them."""
