"""The network itself, its sub-networks, and its members: groups and organisations of eight sectors."""

from datetime import date, timedelta
from itertools import zip_longest
from typing import Any

from examples.ledger import Ledger
from examples.sample_province.dice import chance, day_between
from examples.sample_province.formal import paper_of
from examples.sample_province.scene import BEGINS, NETWORK_NAME, ORDER, TODAY, VERIFIER
from examples.sample_province.tables import Row, listed, rows

NETWORK = ("network", "network")
"""Key of the province network."""
SUB_NETWORKS_BEGIN = date(2024, 12, 1)
INVITED_SINCE = date(2026, 1, 1)
"""Members that joined since then had been asked to."""
LEFT_ON = {"suspended": date(2026, 5, 1), "ended": date(2025, 12, 1)}
CERTIFIED: dict[str, Any] = {"source_instrument": ORDER, "confidence": "documented"}


def write_networks(ledger: Ledger) -> None:
    """The province network, marked as invented, and its four sub-networks."""
    purpose = "ร่วมวางแผนและจัดบริการสาธารณะของจังหวัดโดยทุกภาคส่วน"
    ledger.node(
        NETWORK,
        "province_network",
        NETWORK_NAME,
        name=NETWORK_NAME,
        purpose=purpose,
        meeting_cycle="yearly",
        synthetic=True,
        valid_from=BEGINS,
    )
    for row in rows("sub_networks"):
        ledger.node(
            ("network", row["key"]),
            "sub_network",
            row["name"],
            name=row["name"],
            purpose=row["purpose"],
            meeting_cycle=row["meeting_cycle"],
            sub_network_kind=row["sub_network_kind"],
            valid_from=SUB_NETWORKS_BEGIN,
        )


def write_actors(ledger: Ledger) -> None:
    """The groups and organisations, parents before the units that name them."""
    fields_by_topic = {row["topic"]: row["activity_field"] for row in rows("topics")}
    forms = {row["key"]: row for row in rows("actor_forms")}
    for row in sorted(rows("actors"), key=lambda row: row["parent"] != ""):
        form = forms.get(row["key"], {})
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
            activity_field=fields_by_topic[row["topic"]],
            juristic_id=juristic_id(form.get("juristic_number", "")),
            **{name: form.get(name) for name in ("mission_type", "provider_type", "cso_form")},
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
                status=_in_sub_network(members[key]["status"]),
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


def juristic_id(number: str) -> str:
    """Twelve digits with their check digit. No register gives 098: it would be a province 98, which does not exist."""
    if not number:
        return ""
    total = sum(weight * int(digit) for weight, digit in zip(range(13, 1, -1), number, strict=True))
    return f"{number}{(11 - total % 11) % 10}"


def _district_name(code: str) -> str:
    return next((row["name"] for row in rows("districts") if row["code"] == code), "")


def _write_membership(ledger: Ledger, row: Row) -> None:
    """One member's periods: what it is today, and before that what it was."""
    actor, status, since = ("actor", row["key"]), row["status"], date.fromisoformat(row["joined"])
    periods: list[tuple[str, date]] = [(status, since)]
    if status in LEFT_ON:
        periods = [("certified", since), (status, LEFT_ON[status])]
    elif status == "certified" and since > BEGINS:
        # A member that joined later declared itself first and was certified after two months; the latest were invited.
        periods = [("self_declared", since), (status, since + timedelta(days=60))]
        if since >= INVITED_SINCE:
            periods.insert(0, ("invited", since - timedelta(days=30)))
    ends = [begins for _, begins in periods[1:]]
    for (status, begins), until in zip_longest(periods, ends):
        ledger.tie(
            "member_of",
            actor,
            NETWORK,
            status=status,
            valid_from=begins,
            valid_to=until,
            **proof(ledger, row["key"], status, begins),
        )


def proof(ledger: Ledger, key: str, status: str, begins: date) -> dict[str, Any]:
    """What proves a certified membership: the paper, and the founding order as the old register notes it.

    Of a few neither was noted: that they are certified is all that the register says.
    """
    paper = paper_of(key, begins)
    if status != "certified" or paper is None:
        return {}
    return CERTIFIED | {"certified_by": ledger.id_of(paper)}


def _in_sub_network(status: str) -> str:
    """Nobody certifies members of a sub-network: whom the network certified says of itself that it works there."""
    return "self_declared" if status == "certified" else status
