"""What the network works on and how people take part: issues, plans, services, tasks, activities, meetings."""

from examples.ledger import Ledger
from examples.sample_province.dice import below
from examples.sample_province.entries import fields_of, write_table, write_tie_table, write_ties
from examples.sample_province.tables import rows

NODE_TABLES = {
    "issues": "issue",
    "plans": "plan",
    "services": "service",
    "tasks": "task",
    "activities": "activity",
    "communities": "community_of_practice",
}
TIE_TABLES = {
    "stakeholders": "stakeholder_of",
    "work": "works_on",
    "beneficiaries": "serves",
    "coverage": "covers",
    "participations": "participated_in",
    "activity_subjects": "concerns",
    "offers": "offers_resource",
    "needs": "needs_resource",
    "community_people": "member_of",
}
PARTS = ("responsible", "accountable", "consulted", "informed")
"""Columns of the table of tasks, one for each part in a task."""


def write_working(ledger: Ledger) -> None:
    """The work, the activities and the communities of practice, then the meetings of those and of the bodies."""
    for table, kind in NODE_TABLES.items():
        write_table(ledger, table, kind)
    for row in rows("meetings"):
        attendance = 8 + below(17, "attendance", row["body"], row["held_on"])
        key = ("meeting", f"{row['body']} {row['held_on']}")
        earlier = [one for one in rows("meetings") if one["body"] == row["body"] and _year(one) == _year(row)]
        name = f"ครั้งที่ {earlier.index(row) + 1}/{_year(row) + 543}"
        told = fields_of(ledger, "meeting", row) | {"name": name, "attendance": attendance}
        ledger.node(key, "meeting", "", **told)


def write_parts(ledger: Ledger) -> None:
    """Who works on what, who has which part in which task, who came to what, what is offered and needed."""
    for row in rows("tasks"):
        for part in PARTS:
            write_ties(ledger, "responsible_for", row[part], f"task:{row['key']}", responsibility=part)
    for row in rows("communities"):
        since = row["valid_from"]
        write_ties(ledger, "member_of", row["members"], f"community_of_practice:{row['key']}", valid_from=since)
    for table, kind in TIE_TABLES.items():
        write_tie_table(ledger, table, kind)


def _year(row: dict[str, str]) -> int:
    return int(row["held_on"][:4])
