"""Columns that several sheets share, and the one way to declare a sheet."""

from network_service.ingest.sheets.column import Column, Sheet, ValueType, day, term, text

_ID = Column("id", ValueType.ID, "")
COMMON = (
    day("valid_from"),
    Column("valid_to", ValueType.LAST_DAY, "valid_to"),
    text("note"),
    text("source_instrument"),
    text("recorded_by"),
    term("confidence", "confidence"),
    term("visibility", "visibility"),
    text("source_key"),
)
"""The columns at the end of every sheet."""
SELDOM_FILLED = frozenset({"source_instrument", "recorded_by", "confidence", "visibility", "source_key"})
"""The columns at the end of every sheet that few people fill: our workbooks fold them away."""
VERIFIED = (day("last_verified_on"), text("verifier"))
"""When somebody last checked, and who."""
MEMBERSHIP = (
    Column("membership_status", ValueType.STATUS, "status", vocabulary="membership_status", part="member_of"),
    Column("member_from", ValueType.DATE, "valid_from", part="member_of"),
    Column("member_until", ValueType.LAST_DAY, "valid_to", part="member_of"),
)
"""A membership that the row of an actor says along with the actor."""


WORK = (term("status", "work_status"), term("initiator_sector", "sector"), text("objective"))
"""What is said of all work: how far it is, which sector began it, what for."""


def sheet(code: str, step: int, kinds: str, *columns: Column, members: bool = False) -> Sheet:
    """Declare a sheet of a building step: the kinds its rows make and its own columns, between id and common ones."""
    return Sheet(code, tuple(kinds.split()), (_ID, *columns, *COMMON), step, members)
