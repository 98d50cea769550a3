"""The people of the sample, every one invented: where they belong, whom they represent, what posts they hold."""

from datetime import date

from examples.ledger import Ledger
from examples.sample_province.actors import NETWORK, proof, verification
from examples.sample_province.scene import BEGINS
from examples.sample_province.tables import listed, rows


def write_people(ledger: Ledger) -> None:
    """Persons and posts; a post exists whether anybody holds it or not."""
    for row in rows("people"):
        ledger.node(
            ("person", row["key"]),
            "person",
            f"{row['given_name']} {row['family_name']}",
            titles=listed(row["titles"]),
            given_name=row["given_name"],
            family_name=row["family_name"],
            nickname=row["nickname"],
            **verification(f"person {row['key']}"),
        )
    for row in rows("posts"):
        organization = ledger.id_of(("actor", row["organization"]))
        ledger.node(("post", row["key"]), "post", row["name"], name=row["name"], organization=organization)


def write_belongings(ledger: Ledger) -> None:
    """Belonging, representation, own membership, and who holds or held which post."""
    for row in rows("people"):
        person = ("person", row["key"])
        for actor in listed(row["belongs_to"]):
            ledger.tie("belongs_to", person, ("actor", actor))
        for actor in listed(row["represents"]):
            ledger.tie("represents", person, ("actor", actor), valid_from=BEGINS)
        if row["own_membership"]:
            status, since = row["own_membership"], date(2025, 1, 6)
            told = proof(ledger, row["key"], status, since)
            ledger.tie("member_of", person, NETWORK, status=status, valid_from=since, **told)
    for row in rows("posts"):
        post = ("post", row["key"])
        if row["former_holder"]:
            former = ("person", row["former_holder"])
            ledger.tie("holds_post", former, post, valid_from=row["former_since"], valid_to=row["since"])
        if row["holder"]:
            ledger.tie("holds_post", ("person", row["holder"]), post, valid_from=row["since"])


def write_roles(ledger: Ledger) -> None:
    """The designated linkers, and the managers of the network and of its sub-networks."""
    for row in rows("linkers"):
        linker = ("person" if row["linker_kind"] == "person" else "actor", row["linker"])
        ledger.tie(
            "links",
            linker,
            ("actor", row["links"]),
            to_sectors=listed(row["to_sectors"]),
            accepted_on=row["accepted_on"],
            valid_from=row["accepted_on"],
            valid_to=row["until"],
        )
    for row in rows("managers"):
        ledger.tie(
            "manages",
            ("person", row["person"]),
            ("network", row["network"]),
            role=row["role"],
            sector=row["sector"],
            valid_from=row["since"],
        )
