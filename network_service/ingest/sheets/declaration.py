"""All sheets of our workbook, in the order in which an office fills them."""

from network_service.ingest.sheets.column import Column, Sheet, ValueType, day, refers, term, text, texts

_ID = Column("id", ValueType.ID, "")
_COMMON = (
    day("valid_from"),
    Column("valid_to", ValueType.LAST_DAY, "valid_to"),
    text("source_instrument"),
    text("recorded_by"),
    term("confidence", "confidence"),
    term("visibility", "visibility"),
    text("note"),
    text("source_key"),
)
_VERIFIED = (day("last_verified_on"), text("verifier"))
_MEMBERSHIP = (
    Column("membership_status", ValueType.STATUS, "status", vocabulary="membership_status", part="member_of"),
    Column("member_from", ValueType.DATE, "valid_from", part="member_of"),
    Column("member_until", ValueType.LAST_DAY, "valid_to", part="member_of"),
)


def _sheet(code: str, kinds: str, *columns: Column, members: bool = False) -> Sheet:
    return Sheet(code, tuple(kinds.split()), (_ID, *columns, *_COMMON), members)


SHEETS = (
    _sheet(
        "network",
        "province_network",
        text("province", "", required=True),
        text("name", required=True),
        text("purpose"),
        Column("synthetic", ValueType.YES_NO, "synthetic"),
    ),
    _sheet(
        "actors",
        "organization group",
        term("level", "actor_level", "kind", required=True, choices="organization group"),
        text("name", required=True),
        text("name_english"),
        texts("aliases"),
        term("sector", "sector"),
        term("area_level", "area_level"),
        text("district"),
        refers("parent", "parent", required=False),
        *_MEMBERSHIP,
        *_VERIFIED,
        members=True,
    ),
    _sheet(
        "people",
        "person",
        Column("titles", ValueType.TITLES, "titles"),
        text("given_name", required=True),
        text("family_name"),
        text("nickname"),
        *_MEMBERSHIP,
        *_VERIFIED,
    ),
    _sheet("posts", "post", text("name", required=True), refers("organization", "organization", required=False)),
    _sheet(
        "affiliations",
        "belongs_to represents holds_post",
        refers("person", "source"),
        term("relation", "kind", "kind", required=True, choices="belongs_to represents holds_post"),
        refers("target", "target"),
    ),
    _sheet(
        "sub_networks",
        "sub_network",
        text("name", required=True),
        term("sub_network_kind", "sub_network_kind", required=True),
        text("purpose"),
    ),
    _sheet(
        "memberships",
        "member_of",
        refers("member", "source"),
        refers("network", "target", required=False),
        term("status", "membership_status"),
    ),
    _sheet(
        "bodies",
        "body",
        text("name", required=True),
        term("body_kind", "body_kind", required=True),
        text("order_number"),
        text("purpose"),
    ),
    _sheet(
        "seats",
        "appointed_to",
        refers("body", "target"),
        refers("holder", "source"),
        term("seat_kind", "seat_kind", ""),
        term("role", "body_role"),
        text("order_number"),
        text("clause"),
    ),
    _sheet(
        "linkers",
        "links",
        refers("linker", "source"),
        refers("group", "target"),
        Column("to_sectors", ValueType.TERMS, "to_sectors", vocabulary="sector"),
        day("accepted_on"),
    ),
    _sheet(
        "managers",
        "manages",
        refers("person", "source"),
        refers("network", "target", required=False),
        term("role", "manager_role"),
        term("sector", "sector"),
    ),
    _sheet(
        "collaborations",
        "collaborates_with",
        refers("from", "source"),
        refers("to", "target"),
        term("frequency", "frequency"),
        texts("topics"),
        Column("formal", ValueType.YES_NO, "formal"),
    ),
    _sheet(
        "resources",
        "shares_resource",
        refers("from", "source"),
        refers("to", "target", required=False),
        term("resource_kind", "resource_kind", required=True),
        text("amount"),
    ),
    _sheet(
        "agreements",
        "agreement",
        text("name", required=True),
        term("agreement_kind", "agreement_kind", required=True),
        text("objective"),
        day("signed_on"),
    ),
    _sheet(
        "parties",
        "party_to",
        refers("party", "source"),
        refers("agreement", "target"),
        term("role", "party_role"),
    ),
)
"""The sheets of the workbook."""

NODE_REFERENCES = {
    "parent": frozenset({"organization"}),
    "organization": frozenset({"organization"}),
}
"""Kinds that a node's field may name; for the ends of ties see `TIE_ENDS`."""

TIE_APART = {"appointed_to": "role", "shares_resource": "resource_kind", "party_to": "role"}
"""Field that tells parallel ties of a kind apart."""
