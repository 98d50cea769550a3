"""The network itself, its sub-networks, and its members: groups and organisations of eight sectors."""

from datetime import date, timedelta
from typing import Any

from examples.ledger import Ledger
from examples.sample_province.dice import chance, day_between
from examples.sample_province.scene import BEGINS, NETWORK_NAME, ORDER, TODAY, VERIFIER
from examples.sample_province.tables import Row, listed, rows

NETWORK = ("network", "network")
"""Key of the province network."""
SUB_NETWORKS_BEGIN = date(2024, 12, 1)
LEFT_ON = {"suspended": date(2026, 5, 1), "ended": date(2025, 12, 1)}
CERTIFIED: dict[str, Any] = {"source_instrument": ORDER, "confidence": "documented"}


def write_networks(ledger: Ledger) -> None:
    """The province network, marked as invented, and its four sub-networks."""
    purpose = "ร่วมวางแผนและจัดบริการสาธารณะของจังหวัดโดยทุกภาคส่วน"
    ledger.node(
        NETWORK, "province_network", NETWORK_NAME, name=NETWORK_NAME, purpose=purpose, synthetic=True, valid_from=BEGINS
    )
    for row in rows("sub_networks"):
        ledger.node(
            ("network", row["key"]),
            "sub_network",
            row["name"],
            name=row["name"],
            purpose=row["purpose"],
            sub_network_kind=row["sub_network_kind"],
            valid_from=SUB_NETWORKS_BEGIN,
        )


def write_actors(ledger: Ledger) -> None:
    """The groups and organisations, parents before the units that name them."""
    for row in sorted(rows("actors"), key=lambda row: row["parent"] != ""):
        fields: dict[str, object] = {name: row[name] for name in ("name", "name_english", "sector", "area_level")}
        if row["parent"]:
            fields["parent"] = ledger.id_of(("actor", row["parent"]))
        ledger.node(
            ("actor", row["key"]),
            row["kind"],
            row["name"],
            **fields,
            aliases=listed(row["aliases"]),
            district=_district_name(row["district"]),
            **verification(row["key"]),
        )


def write_memberships(ledger: Ledger) -> None:
    """Who is a member of the network and of which sub-networks, with what status and since when."""
    members = {row["key"]: row for row in rows("actors")}
    for row in members.values():
        _write_membership(ledger, row)
    for network in rows("sub_networks"):
        for key in listed(network["members"]):
            since = max(date.fromisoformat(members[key]["joined"]), SUB_NETWORKS_BEGIN)
            ledger.tie(
                "member_of",
                ("actor", key),
                ("network", network["key"]),
                status=members[key]["status"],
                valid_from=since,
            )


def verification(key: str) -> dict[str, object]:
    """When a record was last checked: mostly within the year, some long ago, a few never."""
    if chance(5, "never verified", key):
        return {}
    if chance(13, "stale", key):
        day = day_between(BEGINS, TODAY - timedelta(days=380), "verified", key)
    else:
        day = day_between(TODAY - timedelta(days=350), TODAY - timedelta(days=6), "verified", key)
    return {"last_verified_on": day, "verifier": VERIFIER}


def _district_name(code: str) -> str:
    return next((row["name"] for row in rows("districts") if row["code"] == code), "")


def _write_membership(ledger: Ledger, row: Row) -> None:
    """One member's periods: what it is today, and before that what it was."""
    actor, status, since = ("actor", row["key"]), row["status"], date.fromisoformat(row["joined"])
    if status in LEFT_ON:
        change, before, after = LEFT_ON[status], "certified", status
    elif status == "certified" and since > BEGINS:
        # A member that joined later declared itself first and was certified after two months.
        change, before, after = since + timedelta(days=60), "self_declared", status
    else:
        ledger.tie("member_of", actor, NETWORK, status=status, valid_from=since, **_proof(status))
        return
    ledger.tie("member_of", actor, NETWORK, status=before, valid_from=since, valid_to=change, **_proof(before))
    ledger.tie("member_of", actor, NETWORK, status=after, valid_from=change, **_proof(after))


def _proof(status: str) -> dict[str, Any]:
    return CERTIFIED if status == "certified" else {}
