"""Orders, certificates and minutes, which of them superseded which, and who was considered for an agreement."""

import hashlib
from datetime import date

from examples.ledger import Key, Ledger
from examples.sample_province.entries import fields_of, write_table, write_tie_table
from examples.sample_province.tables import rows

FOUNDING_ORDER = "o901"
"""The order that certified the members with whom the network began."""
WITHOUT_PAPER = frozenset({"arts", "ricemills", "roadsafe"})
"""Certified members of whom nobody noted which paper certified them."""


def write_instruments(ledger: Ledger) -> None:
    """The instruments; where a scan of the signed one is on file, its hash is that of an invented text."""
    for row in rows("instruments"):
        fields = fields_of(ledger, "instrument", row)
        if "file_sha256" in fields:
            fields["file_sha256"] = hashlib.sha256(f"invented scan of {row['name']}".encode()).hexdigest()
        ledger.node(("instrument", row["key"]), "instrument", row["name"], **fields)


def write_supersessions(ledger: Ledger) -> None:
    """Which order took the place of which, and which agreements had candidates."""
    write_tie_table(ledger, "supersessions", "supersedes")
    write_tie_table(ledger, "candidates", "candidate_for")


def write_stages(ledger: Ledger) -> None:
    """The stages of the agreements that have stages."""
    write_table(ledger, "agreement_stages", "agreement_stage")


def paper_of(actor: str, certified_on: date) -> Key | None:
    """The newest order or certificate of the day on which a member was certified."""
    papers = [
        row
        for row in rows("instruments")
        if (row["instrument_kind"] == "certificate" or row["key"] == FOUNDING_ORDER)
        and date.fromisoformat(row["signed_on"]) <= certified_on
    ]
    return ("instrument", papers[-1]["key"]) if papers and actor not in WITHOUT_PAPER else None
