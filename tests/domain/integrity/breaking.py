"""For each rule over the whole network, records that break it once and nothing else."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from network_service.domain.kinds import record_from
from network_service.domain.record import Record
from tests.domain.strategies import PROVINCE

DAY = date(2026, 10, 1)
"""What counts as today."""
NOBODY = str(uuid.uuid5(uuid.NAMESPACE_OID, "nobody"))
"""An id that no record has."""


@dataclass(frozen=True)
class Broken:
    """Records that break a rule between them.

    `spots` are record and field of all that have part in it. The last stands last in a workbook: there it is told, by
    the code `told_as` where a reader finds it before the rule is asked.
    """

    records: tuple[Record, ...]
    spots: tuple[tuple[str, str], ...]
    told_as: str = ""


def _id(key: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"broken {key}"))


def _node(kind: str, key: str, **fields: Any) -> Record:
    name = {} if kind in ("person", "meeting", "agreement_stage", "rating") else {"name": f"ทดลอง {key}"}
    name = {"given_name": f"ทดลอง{key}"} if kind == "person" else name
    return record_from({"kind": kind, "id": _id(key), "province": PROVINCE, **name, **fields})


def _tie(kind: str, key: str, source: Record, target: Record, **fields: Any) -> Record:
    ends = {"source": source.id, "target": target.id}
    return record_from({"kind": kind, "id": _id(key), "province": PROVINCE, **ends, **fields})


def _missing() -> Broken:
    part = _node("organization", "missing", parent=NOBODY)
    return Broken((part,), ((part.id, "parent"),), "reference.unknown")


def _other_kind() -> Broken:
    group = _node("group", "other-kind")
    post = _node("post", "other-kind-post", organization=group.id)
    return Broken((group, post), ((group.id, "kind"), (post.id, "organization")), "reference.wrong_kind")


def _second_network() -> Broken:
    """The first is that of the network which it is put into."""
    second = _node("province_network", "second")
    return Broken((second,), ((second.id, "name"),), "network.second_row")


def _parents() -> Broken:
    keys = ("parent-a", "parent-b", "parent-c")
    offices = [_node("organization", key, parent=_id(keys[(place + 1) % 3])) for place, key in enumerate(keys)]
    return Broken(tuple(offices), tuple((office.id, "parent") for office in offices))


def _supersession() -> Broken:
    one, other = (_node("instrument", key, instrument_kind="minutes") for key in ("circle-a", "circle-b"))
    there, back = _tie("supersedes", "circle-1", one, other), _tie("supersedes", "circle-2", other, one)
    return Broken((one, other, there, back), ((there.id, "target"), (back.id, "target")))


def _signed_later() -> Broken:
    newer = _node("instrument", "signed-a", instrument_kind="minutes", signed_on=date(2025, 1, 1))
    older = _node("instrument", "signed-b", instrument_kind="minutes", signed_on=date(2025, 1, 2))
    tie = _tie("supersedes", "signed", newer, older)
    return Broken((newer, older, tie), ((newer.id, "signed_on"), (older.id, "signed_on"), (tie.id, "target")))


def _stage_of_other_kind() -> Broken:
    agreement = _node("agreement", "stage-kind", agreement_kind="grant")
    stage = _node("agreement_stage", "stage-kind-stage", agreement=agreement.id, stage="settlement")
    return Broken((agreement, stage), ((agreement.id, "agreement_kind"), (stage.id, "stage")))


def _political_capital() -> Broken:
    person, office = _node("person", "political"), _node("organization", "political-office")
    tie = _tie("shares_resource", "political-tie", person, office, resource_kind="political_capital")
    return Broken((person, office, tie), ((tie.id, "resource_kind"),))


def _memberships(key: str, *said: dict[str, Any]) -> list[Record]:
    actor = _node("organization", key)
    network = _node("sub_network", f"{key}-network", sub_network_kind="area_data")
    ties = [_tie("member_of", f"{key}-{number}", actor, network, **fields) for number, fields in enumerate(said)]
    return [actor, network, *ties]


def _member_twice() -> Broken:
    records = _memberships(
        "twice",
        {"status": "invited", "valid_from": date(2025, 1, 1), "valid_to": date(2025, 3, 1)},
        {"status": "self_declared", "valid_from": date(2025, 2, 28)},
    )
    return Broken(tuple(records), ((records[2].id, "valid_from"), (records[3].id, "valid_from")))


def _seats(key: str, role: str, *holders: Record) -> list[Record]:
    body = _node("body", f"{key}-body", body_kind="steering_committee")
    return [body, *(_tie("appointed_to", f"{key}-{n}", one, body, role=role) for n, one in enumerate(holders))]


def _seat_twice() -> Broken:
    holder = _node("person", "seat")
    _, one, other = records = _seats("seat", "member", holder, holder)
    return Broken((holder, *records), ((one.id, "valid_from"), (other.id, "valid_from")))


def _area_level() -> Broken:
    area = _node("area", "level", area_code="9801", area_level="subdistrict")
    return Broken((area,), ((area.id, "area_level"),))


def _rating(key: str, field: str, **fields: Any) -> Broken:
    rating = _node("rating", key, **fields)
    return Broken((rating,), ((rating.id, field),))


def _two_things() -> Broken:
    person = _node("person", "rated")
    rating = _node("rating", "rated-rating", rating_kind="acceptance", subject=person.id, target_sector="state")
    return Broken((person, rating), ((rating.id, "target_sector"),))


def _merged_circle() -> Broken:
    keys = ("merged-a", "merged-b", "merged-c")
    gone = [_node("merged", key, was="organization", into=_id(keys[(place + 1) % 3])) for place, key in enumerate(keys)]
    return Broken(tuple(gone), tuple((one.id, "into") for one in gone))


def _merged_otherwise() -> Broken:
    person = _node("person", "merged-person")
    gone = _node("merged", "merged-task", was="task", into=person.id)
    return Broken((person, gone), ((gone.id, "was"),))


def _belonging(key: str, field: str, office: dict[str, Any], tie: dict[str, Any]) -> Broken:
    person, where = _node("person", key), _node("organization", f"{key}-office", **office)
    belongs = _tie("belongs_to", f"{key}-tie", person, where, **tie)
    return Broken((person, where, belongs), ((where.id, field), (belongs.id, field)))


def _uncertified() -> Broken:
    records = _memberships("uncertified", {"status": "certified"})
    return Broken(tuple(records), ((records[2].id, "certified_by"),))


def _goes_back() -> Broken:
    records = _memberships(
        "back",
        {"status": "suspended", "valid_from": date(2025, 1, 1), "valid_to": date(2025, 3, 1)},
        {"status": "invited", "valid_from": date(2025, 3, 1)},
    )
    return Broken(tuple(records), ((records[2].id, "status"), (records[3].id, "status")))


def _cites_expired() -> Broken:
    order = _node("instrument", "expired", instrument_kind="order", number="77", year=2025, valid_to=DAY)
    body = _node("body", "expired-body", body_kind="executive_committee", order_number="ที่ ๗๗/๒๕๖๘")
    return Broken((order, body), ((order.id, "valid_to"), (body.id, "order_number")))


def _cites_superseded() -> Broken:
    old, new = (_node("instrument", f"superseded-{key}", instrument_kind="certificate") for key in ("old", "new"))
    supersedes = _tie("supersedes", "superseded", new, old, valid_from=DAY)
    members = _memberships("superseded-member", {"status": "certified", "certified_by": old.id})
    return Broken((old, new, supersedes, *members), ((supersedes.id, "target"), (members[2].id, "certified_by")))


def _due_after_term() -> Broken:
    """Settlement may be two months late: 30 November is the last day of the term's end on 30 September."""
    agreement = _node("agreement", "due", agreement_kind="performance_contract", valid_to=date(2026, 10, 1))
    fields = {"agreement": agreement.id, "stage": "settlement"}
    late = _node("agreement_stage", "due-late", due_on=date(2026, 12, 1), **fields)
    in_time = _node("agreement_stage", "due-in-time", due_on=date(2026, 11, 30), **fields)
    return Broken((agreement, in_time, late), ((agreement.id, "valid_to"), (late.id, "due_on")))


def _done_too_early() -> Broken:
    """The settlement runs beside the final evaluation and may come first; the second tranche may not wait for it."""
    agreement = _node("agreement", "done", agreement_kind="performance_contract")
    days = {"final_evaluation": 20, "settlement": 10, "midterm_evaluation": 6, "second_tranche": 5}
    final, settled, midterm, second = (
        _node("agreement_stage", f"done-{stage}", agreement=agreement.id, stage=stage, done_on=date(2026, 1, day))
        for stage, day in days.items()
    )
    return Broken((agreement, final, settled, midterm, second), ((midterm.id, "done_on"), (second.id, "done_on")))


def _meeting(key: str, held_on: date, *others: str, **body_fields: Any) -> Broken:
    body = _node("body", key, body_kind="monitoring_committee", **body_fields)
    meeting = _node("meeting", f"{key}-meeting", body=body.id, held_on=held_on)
    return Broken((body, meeting), (*((body.id, field) for field in others), (meeting.id, "held_on")))


def _accountable() -> Broken:
    task, one, other = _node("task", "task"), _node("organization", "task-a"), _node("group", "task-b")
    ties = [_tie("responsible_for", f"task-{who.id}", who, task, responsibility="accountable") for who in (one, other)]
    return Broken((task, one, other, *ties), tuple((tie.id, "responsibility") for tie in ties))


def _chairs() -> Broken:
    holders = _node("person", "chair-a"), _node("post", "chair-b")
    _, one, other = records = _seats("chair", "chair", *holders)
    return Broken((*holders, *records), ((one.id, "role"), (other.id, "role")))


def _leads() -> Broken:
    network = _node("sub_network", "lead", sub_network_kind="service_delivery")
    people = _node("person", "lead-a"), _node("person", "lead-b")
    ties = [_tie("manages", f"lead-{who.id}", who, network, role="lead") for who in people]
    return Broken((network, *people, *ties), tuple((tie.id, "role") for tie in ties))


def _one(kind: str, key: str, field: str, **fields: Any) -> Broken:
    record = _node(kind, key, **fields)
    return Broken((record,), ((record.id, field),))


CONTRADICTING: dict[str, Broken] = {
    "named_is_missing": _missing(),
    "named_is_of_other_kind": _other_kind(),
    "second_network": _second_network(),
    "parent_in_circle": _parents(),
    "superseded_in_circle": _supersession(),
    "superseded_signed_later": _signed_later(),
    "stage_of_other_kind": _stage_of_other_kind(),
    "political_capital_of_person": _political_capital(),
    "membership_twice_at_once": _member_twice(),
    "seat_twice_at_once": _seat_twice(),
    "area_level_differs": _area_level(),
    "trust_without_sectors": _rating("trust", "target_sector", rating_kind="trust", rater_sector="state"),
    "rating_without_subject": _rating("subject", "subject", rating_kind="competence", rater_sector="state"),
    "rating_of_two_things": _two_things(),
    "merged_in_circle": _merged_circle(),
    "merged_into_other_kind": _merged_otherwise(),
}
"""By the rule's name, what breaks a contradiction."""

DOUBTFUL: dict[str, Broken] = {
    "outlasts_what_it_names": _belonging("outlasts", "valid_to", {"valid_to": DAY}, {}),
    "precedes_what_it_names": _belonging(
        "precedes", "valid_from", {"valid_from": date(2025, 1, 2)}, {"valid_from": date(2025, 1, 1)}
    ),
    "certified_by_nothing": _uncertified(),
    "membership_goes_back": _goes_back(),
    "cites_expired": _cites_expired(),
    "cites_superseded": _cites_superseded(),
    "stage_due_after_term": _due_after_term(),
    "stage_done_too_early": _done_too_early(),
    "meeting_outside_body": _meeting("outside", date(2025, 1, 1), "valid_from", valid_from=date(2025, 1, 2)),
    "meeting_to_come": _meeting("to-come", date(2026, 10, 2)),
    "two_accountable_at_once": _accountable(),
    "two_chairs_at_once": _chairs(),
    "two_lead_managers_at_once": _leads(),
    "area_of_other_province": _one("area", "province", "area_code", area_code="5001"),
    "verified_in_future": _one("group", "verified", "last_verified_on", last_verified_on=date(2026, 10, 2)),
}
"""By the rule's name, what breaks a doubt."""
