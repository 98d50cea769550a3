"""Small networks by chance: every kind of record and tie that a question reads, valid or not, known or not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from network_service.domain.kinds import record_from
from network_service.domain.record import Record
from network_service.domain.ties import TIE_ENDS
from network_service.domain.vocabulary import (
    AgreementKind,
    BodyKind,
    BodyRole,
    ManagerRole,
    MembershipStatus,
    ResourceKind,
    Responsibility,
    Sector,
    SubNetworkKind,
    WorkStatus,
)
from tests.store.records import DAY, ELSEWHERE, PROVINCE, uid

SECTORS = (Sector.STATE, Sector.BUSINESS, Sector.COMMUNITY)
RESOURCES = (ResourceKind.BUDGET, ResourceKind.PLACE)
DISTRICTS = ("เหนือ", "ใต้")
NODES = {
    "person": 5, "group": 4, "organization": 8, "post": 4, "province_network": 1, "sub_network": 2, "body": 3,
    "community_of_practice": 1, "meeting": 4, "agreement": 4, "agreement_stage": 3, "issue": 3, "plan": 1,
    "service": 2, "activity": 3, "task": 3, "area": 4, "population_group": 3,
}  # fmt: skip
LEFT_OUT = frozenset({"supersedes", "assessed_in"})  # kinds whose ends are not made here


def random_network(seed: int, ties: int = 90) -> list[Record]:
    """Nodes, then ties between them: the same for the same seed. A few belong to another province."""
    rng = random.Random(seed)
    ids = {kind: [uid(f"{seed} {kind} {number}") for number in range(count)] for kind, count in NODES.items()}
    nodes = [_node(rng, kind, each, ids) for kind in NODES for each in ids[kind]]
    return [*nodes, *_ties(rng, ids, ties, seed)]


def _node(rng: random.Random, kind: str, record_id: str, ids: dict[str, list[str]]) -> Record:
    number = ids[kind].index(record_id)
    name: dict[str, object] = {
        "person": {"given_name": f"คน{number}", "family_name": rng.choice([None, "สมมุติ"])},
        "agreement_stage": {},
        "area": {"name": rng.choice(["", "อำเภอ"]) + rng.choice([*DISTRICTS, f"ที่{number}"])},
    }.get(kind, {"name": f"{kind} {number}"})
    return record_from({**_common(rng, kind, record_id), **name, **_fields(rng, kind, ids)})


def _fields(rng: random.Random, kind: str, ids: dict[str, list[str]]) -> dict[str, object]:
    actor = {
        "sector": rng.choice([None, *SECTORS]),
        "district": rng.choice([None, *DISTRICTS]),
        "last_verified_on": _day(rng),
    }
    made: dict[str, dict[str, object]] = {
        "group": actor,
        "organization": actor,
        "post": {"organization": rng.choice([None, *ids["organization"]])},
        "sub_network": {"sub_network_kind": rng.choice([*SubNetworkKind])},
        "body": {"body_kind": rng.choice([*BodyKind])},
        "meeting": {"body": rng.choice(ids["body"]), "held_on": _day(rng) or DAY},
        "agreement": {"agreement_kind": rng.choice([AgreementKind.MOU, AgreementKind.GRANT])},
        "agreement_stage": {
            "agreement": rng.choice(ids["agreement"]),
            "stage": rng.choice(["prepare", "submit"]),
            "due_on": _day(rng),
            "done_on": _day(rng),
        },
        "issue": {
            "status": rng.choice([None, *WorkStatus]),
            "decided_on": _day(rng),
            "stakeholder_sectors": tuple(rng.sample(SECTORS, rng.randrange(3))),
        },
        "activity": {"held_on": _day(rng)},
        "task": {"status": rng.choice([None, *WorkStatus]), "due_on": _day(rng)},
        "area": {"area_level": rng.choice(["district", "subdistrict"])},
        "population_group": {
            "persons": rng.choice([None, 0, 40]),
            "area": rng.choice([None, *ids["area"]]),
            "population_kind": rng.choice([None, "youth"]),
        },
    }
    return made.get(kind, {})


def _ties(rng: random.Random, ids: dict[str, list[str]], count: int, seed: int) -> Iterator[Record]:
    fields = {
        "member_of": lambda: {"status": rng.choice([*MembershipStatus])},
        "appointed_to": lambda: {"role": rng.choice([*BodyRole])},
        "manages": lambda: {"role": rng.choice([*ManagerRole]), "sector": rng.choice([None, *SECTORS])},
        "links": lambda: {"to_sectors": tuple(rng.sample(SECTORS, rng.randrange(3))), "accepted_on": _day(rng)},
        "collaborates_with": lambda: {
            "frequency": rng.choice([None, 1, 3, 5]),
            "mutual": rng.choice([None, None, True, False]),
        },
        "responsible_for": lambda: {"responsibility": rng.choice([*Responsibility])},
    }
    resource = {"shares_resource", "offers_resource", "needs_resource"}
    # Collaboration and agreements make the paths: a third and a sixth of all.
    kinds = sorted(TIE_ENDS.keys() - LEFT_OUT)
    chosen = ["collaborates_with"] * (count // 3) + ["party_to"] * (count // 6)
    chosen += [rng.choice(kinds) for _ in range(count - len(chosen))]
    for number, kind in enumerate(chosen):
        source, target = (
            rng.choice([each for of in sorted(end) for each in ids.get(of, [])]) for end in TIE_ENDS[kind]
        )
        if source == target:
            continue
        own = fields[kind]() if kind in fields else {}
        if kind in resource:
            own = {"resource_kind": rng.choice(RESOURCES), "amount": rng.choice([None, "1", "2"])}
        common = _common(rng, kind, uid(f"{seed} tie {number}"))
        yield record_from({**common, "source": source, "target": target, **own})


def _common(rng: random.Random, kind: str, record_id: str) -> dict[str, object]:
    starts, ends = sorted([_day(rng) or DAY, _day(rng) or DAY + timedelta(days=50)])
    span = rng.choice(
        [{}, {}, {}, {"valid_from": starts}, {"valid_to": ends}, {"valid_from": starts, "valid_to": ends}]
    )
    whole = span if starts < ends else {}
    elsewhere = kind != "province_network" and rng.random() < 0.04
    return {"id": record_id, "kind": kind, "province": ELSEWHERE if elsewhere else PROVINCE, **whole}


def _day(rng: random.Random) -> date | None:
    """A day near that of the questions, on it or not known: most rules differ by a day."""
    return rng.choice([None, DAY, *(DAY + timedelta(days=rng.randint(-60, 60)) for _ in range(4))])
