"""What is written for FollowTheMoney keeps to its published model, and says who is tied to whom."""

import json
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from network_service.documents.follow_the_money_export import write_follow_the_money
from network_service.domain.nodes import Activity, Body, Group, Organization, Person, Plan, Post, ProvinceNetwork
from network_service.domain.record import Record
from network_service.domain.ties import (
    AppointedTo,
    BelongsTo,
    CollaboratesWith,
    HoldsPost,
    MemberOf,
    ParticipatedIn,
    Represents,
    WorksOn,
)
from network_service.domain.vocabulary import Sector, Visibility
from tests.domain.filled import filled_province

# The part of the published model that we use: what each schema extends, which properties it must have, and which of its
# properties name entities of what schema. Properties of other types are texts, days among them.
EXTENDS = {
    "Thing": (),
    "Interval": (),
    "LegalEntity": ("Thing",),
    "Person": ("LegalEntity",),
    "Organization": ("LegalEntity",),
    "PublicBody": ("Organization",),
    "Company": ("Organization",),
    "Position": ("Thing",),
    "Project": ("Interval", "Thing"),
    "Event": ("Interval", "Thing"),
    "Interest": ("Interval",),
    "Membership": ("Interest",),
    "Representation": ("Interest",),
    "UnknownLink": ("Interest",),
    "ProjectParticipant": ("Interest",),
    "Occupancy": ("Interval",),
}
TEXTS = {
    "Thing": {"name", "alias", "country", "notes"},
    "Interval": {"startDate", "endDate", "summary", "description"},
    "LegalEntity": {"legalForm", "sector", "classification", "registrationNumber", "dissolutionDate"},
    "Person": {"title", "firstName", "lastName"},
    "Position": {"inceptionDate", "dissolutionDate", "subnationalArea"},
    "Project": {"aim"},
    "Interest": {"role", "status"},
}
ENTITIES = {
    "LegalEntity": {"parent": "LegalEntity"},
    "Position": {"organization": "Organization"},
    "Event": {"involved": "LegalEntity"},
    "Membership": {"member": "LegalEntity", "organization": "Organization"},
    "Representation": {"agent": "LegalEntity", "client": "LegalEntity"},
    "UnknownLink": {"subject": "Thing", "object": "Thing"},
    "ProjectParticipant": {"project": "Project", "participant": "LegalEntity"},
    "Occupancy": {"holder": "Person", "post": "Position"},
}
REQUIRED = {
    "Thing": {"name"},
    "Membership": {"member", "organization"},
    "Occupancy": {"holder", "post"},
}
Entity = dict[str, Any]


def ancestors(schema: str) -> set[str]:
    return {schema}.union(*(ancestors(one) for one in EXTENDS[schema]))


def written(folder: Path, records: Collection[Record], language: str = "en") -> tuple[list[Entity], int]:
    count = write_follow_the_money(folder / "a.json", records, "TH-98", language)
    lines = (folder / "a.json").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines], count


def ill_formed(entities: list[Entity]) -> list[str]:
    """Every property that the published model does not have, or whose value it does not allow."""
    schemas = {one["id"]: one["schema"] for one in entities}
    wrong = []
    for one in entities:
        of = ancestors(one["schema"])
        texts = set().union(*(TEXTS.get(schema, set()) for schema in of))
        ranges = {name: kind for schema in of for name, kind in ENTITIES.get(schema, {}).items()}
        required = set().union(*(REQUIRED.get(schema, set()) for schema in of))
        wrong += [f"{one['schema']} without {name}" for name in required - one["properties"].keys()]
        for name, values in one["properties"].items():
            well = isinstance(values, list) and values and all(isinstance(value, str) and value for value in values)
            if name in ranges:
                well = well and all(ranges[name] in ancestors(schemas[value]) for value in values)
            if not well or name not in texts | ranges.keys():
                wrong.append(f"{one['schema']}.{name} = {values!r}")
    return wrong


def id_of(number: int) -> str:
    return f"00000000-0000-5000-8000-{number:012}"


NETWORK = ProvinceNetwork(id=id_of(1), province="TH-98", name="Network", synthetic=True)
OFFICE = Organization(id=id_of(2), province="TH-98", name="Office", sector=Sector.STATE)
SHOP = Organization(id=id_of(3), province="TH-98", name="Shop", sector=Sector.BUSINESS)
CLUB = Group(id=id_of(4), province="TH-98", name="Club", sector=Sector.BUSINESS)
PERSON = Person(id=id_of(5), province="TH-98", titles=("ดร.",), given_name="กอ", family_name="สมมุติ", nickname="ก")
POST = Post(id=id_of(6), province="TH-98", name="Head", organization=OFFICE.id)
BODY = Body(id=id_of(7), province="TH-98", name="Committee", body_kind="steering_committee")
PLAN = Plan(id=id_of(8), province="TH-98", name="Plan")
ACTIVITY = Activity(id=id_of(9), province="TH-98", name="Fair", held_on=date(2026, 1, 2))
NODES: list[Record] = [NETWORK, OFFICE, SHOP, CLUB, PERSON, POST, BODY, PLAN, ACTIVITY]


def tie(kind: type[Record], source: Record, target: Record, **said: object) -> Record:
    return kind.model_validate({"id": id_of(11), "province": "TH-98", "source": source.id, "target": target.id, **said})


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_whole_province_keeps_to_the_published_model(tmp_path: Path, language: str):
    entities, count = written(tmp_path, filled_province(), language)
    assert ill_formed(entities) == []
    assert {one["schema"] for one in entities} >= ENTITIES.keys() - {"LegalEntity"}
    assert len(entities) == len({one["id"] for one in entities}) <= count < len(filled_province())


@pytest.mark.parametrize(
    ("record", "schema"),
    [(OFFICE, "PublicBody"), (SHOP, "Company"), (CLUB, "Organization"), (BODY, "Organization"), (PERSON, "Person")],
)
def test_each_node_has_the_closest_schema(tmp_path: Path, record: Record, schema: str):
    entities, _ = written(tmp_path, NODES)
    assert next(one["schema"] for one in entities if one["id"] == record.id) == schema


@pytest.mark.parametrize(
    ("record", "schema", "said"),
    [
        (tie(BelongsTo, PERSON, CLUB), "Membership", {"member": [PERSON.id], "organization": [CLUB.id]}),
        (tie(HoldsPost, PERSON, POST), "Occupancy", {"holder": [PERSON.id], "post": [POST.id]}),
        (tie(Represents, PERSON, SHOP), "Representation", {"agent": [PERSON.id], "client": [SHOP.id]}),
        (
            tie(MemberOf, SHOP, NETWORK, status="certified"),
            "Membership",
            {"member": [SHOP.id], "organization": [NETWORK.id], "status": ["certified"]},
        ),
        (
            tie(AppointedTo, PERSON, BODY, role="chair", valid_from="2025-10-01", valid_to="2026-10-01"),
            "Membership",
            {
                "member": [PERSON.id],
                "organization": [BODY.id],
                "role": ["chair"],
                "startDate": ["2025-10-01"],
                "endDate": ["2026-09-30"],
            },
        ),
        (
            tie(AppointedTo, POST, BODY, role="chair"),
            "UnknownLink",
            {"subject": [POST.id], "object": [BODY.id], "role": ["chair"]},
        ),
        (
            tie(CollaboratesWith, SHOP, CLUB, topics=["water", "land"]),
            "UnknownLink",
            {"subject": [SHOP.id], "object": [CLUB.id], "role": ["collaborates with"], "summary": ["water; land"]},
        ),
        (tie(WorksOn, CLUB, PLAN), "ProjectParticipant", {"participant": [CLUB.id], "project": [PLAN.id]}),
    ],
)
def test_each_tie_has_the_closest_schema(tmp_path: Path, record: Record, schema: str, said: dict[str, list[str]]):
    entities, _ = written(tmp_path, [*NODES, record])
    found = entities[-1]
    del found["properties"]["description"]
    assert found == {"id": record.id, "schema": schema, "properties": said}


def test_who_took_part_in_an_activity_is_involved_in_it(tmp_path: Path):
    entities, count = written(tmp_path, [*NODES, tie(ParticipatedIn, CLUB, ACTIVITY)])
    (event,) = (one for one in entities if one["schema"] == "Event")
    assert (event["properties"]["involved"], count) == ([CLUB.id], len(NODES) + 1)
    assert event["properties"]["startDate"] == event["properties"]["endDate"] == ["2026-01-02"]


def test_a_person_has_no_country_and_no_nickname(tmp_path: Path):
    entities, _ = written(tmp_path, [PERSON])
    assert entities[0]["properties"] == {
        "name": [PERSON.display_name],
        "title": ["ดร."],
        "firstName": ["กอ"],
        "lastName": ["สมมุติ"],
    }


@pytest.mark.parametrize("visibility", [Visibility.OFFICER, Visibility.RESTRICTED])
def test_what_is_not_for_all_to_see_is_neither_told_nor_named(tmp_path: Path, visibility: Visibility):
    hidden = OFFICE.model_copy(update={"visibility": visibility})
    written(tmp_path, [hidden, PERSON, POST, tie(BelongsTo, PERSON, OFFICE)])
    assert OFFICE.id not in (tmp_path / "a.json").read_text(encoding="utf-8")


def test_each_entity_of_invented_data_says_so(tmp_path: Path):
    entities, _ = written(tmp_path, [*NODES, tie(BelongsTo, PERSON, CLUB)])
    assert all("Synthetic" in str(one["properties"]) for one in entities)
    real, _ = written(tmp_path, [OFFICE])
    assert "Synthetic" not in str(real)
