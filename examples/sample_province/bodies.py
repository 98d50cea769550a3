"""The five bodies and their seats, of all three kinds: a named person, whoever holds a post, an organisation."""

from collections import Counter

from examples.ledger import Ledger
from examples.sample_province.tables import rows


def write_bodies(ledger: Ledger) -> None:
    """The bodies, each set up by an order of the governor."""
    for row in rows("bodies"):
        ledger.node(("body", row["key"]), "body", row["name"], **{name: row[name] for name in row if name != "key"})


def write_seats(ledger: Ledger) -> None:
    """The seats in the order of the appointing order, which numbers them 1.1, 1.2 and so on."""
    bodies = {row["key"]: row for row in rows("bodies")}
    seats: Counter[str] = Counter()
    for row in rows("seats"):
        body = bodies[row["body"]]
        seats[row["body"]] += 1
        family = row["holder_kind"] if row["holder_kind"] in {"person", "post"} else "actor"
        order = body["order_number"]
        ledger.tie(
            "appointed_to",
            (family, row["holder"]),
            ("body", row["body"]),
            role=row["role"],
            order_number=order,
            clause=f"1.{seats[row['body']]}",
            confidence="documented",
            source_instrument=f"คำสั่งจังหวัดตัวอย่าง ที่ {order}",
            valid_from=row["since"] or body["valid_from"],
            valid_to=row["until"],
        )
