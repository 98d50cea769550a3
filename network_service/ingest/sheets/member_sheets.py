"""Sheets of the building steps 1 to 3: composition, linkers, managers."""

from network_service.ingest.sheets.column import day, number, refers, term, terms_of, text, whole
from network_service.ingest.sheets.column_groups import WORK, sheet

MEMBER_SHEETS = (
    sheet(
        "memberships",
        1,
        "member_of",
        refers("member", "source"),
        refers("network", "target", required=False),
        term("status", "membership_status"),
        refers("certified_by", required=False),
    ),
    sheet(
        "areas",
        1,
        "area",
        text("name", required=True),
        term("area_level", "area_level"),
        text("area_code"),
        number("latitude"),
        number("longitude"),
    ),
    sheet("areas_served", 1, "operates_in", refers("actor", "source"), refers("area", "target")),
    sheet(
        "population_groups",
        1,
        "population_group",
        text("name", required=True),
        term("population_kind", "population_group"),
        refers("area", required=False),
        whole("persons"),
        day("counted_on"),
    ),
    sheet(
        "issues",
        1,
        "issue",
        text("name", required=True),
        *WORK,
        terms_of("stakeholder_sectors", "sector"),
        terms_of("obstacles", "obstacle"),
        day("decided_on"),
    ),
    sheet("stakeholders", 1, "stakeholder_of", refers("stakeholder", "source"), refers("issue", "target")),
    sheet(
        "linkers",
        2,
        "links",
        refers("linker", "source"),
        refers("group", "target"),
        terms_of("to_sectors", "sector"),
        day("accepted_on"),
    ),
    sheet(
        "managers",
        3,
        "manages",
        refers("person", "source"),
        refers("network", "target", required=False),
        term("role", "manager_role"),
        term("sector", "sector"),
    ),
)
"""Sheets in the order in which an office fills them."""
