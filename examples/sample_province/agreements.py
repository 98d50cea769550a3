"""Agreements between members and the resources they let each other use."""

from examples.ledger import Ledger
from examples.sample_province.dice import day_between
from examples.sample_province.entries import fields_of
from examples.sample_province.scene import BEGINS, TODAY
from examples.sample_province.tables import listed, rows


def write_agreements(ledger: Ledger) -> None:
    """The agreements; the term of one is its validity."""
    for row in rows("agreements"):
        fields = fields_of(ledger, "agreement", row)
        ledger.node(("agreement", row["key"]), "agreement", row["name"], **fields, confidence="documented")


def write_parties(ledger: Ledger) -> None:
    """The parties of each agreement, bound as long as it lasts."""
    for row in rows("agreements"):
        for party in listed(row["parties"]):
            key, role = party.split(":")
            ledger.tie(
                "party_to",
                ("actor", key),
                ("agreement", row["key"]),
                role=role,
                valid_from=row["valid_from"],
                valid_to=row["valid_to"],
            )


def write_resources(ledger: Ledger) -> None:
    """What members let each other, or the whole network, use."""
    for row in rows("resources"):
        family = "network" if row["target"] == "network" else "actor"
        since = day_between(BEGINS, TODAY, "resource", row["source"], row["target"], row["resource_kind"])
        ledger.tie(
            "shares_resource",
            ("actor", row["source"]),
            (family, row["target"]),
            resource_kind=row["resource_kind"],
            amount=row["amount"],
            valid_from=since,
        )
