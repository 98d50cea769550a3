"""What is written as Popolo keeps to the published classes, says who belongs to what, and no more than may be said."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from network_service.documents.popolo_export import write_popolo
from network_service.domain.nodes import Body, Organization, Person, Post, ProvinceNetwork
from network_service.domain.record import Record
from network_service.domain.ties import AppointedTo, BelongsTo, CollaboratesWith, HoldsPost, MemberOf
from network_service.domain.vocabulary import Sector, Visibility
from tests.domain.filled import PROVINCE, filled_province

# The properties of the published JSON schemas that we use, and what each is: `s` a text, `d` a day, `>x` the id of an
# object of a class, `[x]` a list, `{}` an object.
SCHEMAS = {
    "persons": {
        **dict.fromkeys(("id", "name", "given_name", "family_name", "honorific_prefix", "sort_name"), "s"),
    },
    "organizations": {
        **dict.fromkeys(("id", "name", "classification"), "s"),
        **dict.fromkeys(("founding_date", "dissolution_date"), "d"),
        "other_names": "[name]",
        "identifiers": "[identifier]",
        "parent_id": ">organizations",
        "area_id": ">areas",
    },
    "posts": {
        **dict.fromkeys(("id", "label", "role"), "s"),
        **dict.fromkeys(("start_date", "end_date"), "d"),
        "organization_id": ">organizations",
        "area_id": ">areas",
    },
    "memberships": {
        **dict.fromkeys(("id", "label", "role"), "s"),
        **dict.fromkeys(("start_date", "end_date"), "d"),
        "member": "{}",
        "person_id": ">persons",
        "organization_id": ">organizations",
        "post_id": ">posts",
    },
    "areas": {
        **dict.fromkeys(("id", "name", "identifier", "classification"), "s"),
        "parent_id": ">areas",
        "geometry": "{}",
    },
}
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
Written = dict[str, Any]


def written(folder: Path, records: list[Record], language: str = "en") -> tuple[Written, int]:
    count = write_popolo(folder / "a.json", records, "TH-98", language)
    found: Written = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    return found, count


def ill_formed(file: Written) -> list[str]:
    """Every property that the published schemas do not have, or whose value they do not allow."""
    ids = {part: {one["id"] for one in file[part]} for part in SCHEMAS}
    wrong = []
    for part, properties in SCHEMAS.items():
        for one in file[part]:
            for name, value in one.items():
                if not fits(properties.get(name, ""), value, ids):
                    wrong.append(f"{part}.{name} = {value!r}")
    return wrong


def fits(kind: str, value: object, ids: Mapping[str, set[str]]) -> bool:
    if kind.startswith("["):
        return isinstance(value, list) and all(isinstance(one.get(kind[1:-1]), str) for one in value)
    if kind == "{}":
        return isinstance(value, dict)
    if not isinstance(value, str) or not value:
        return False
    if kind.startswith(">"):
        return value in ids[kind[1:]]
    return kind == "s" or (kind == "d" and DAY.fullmatch(value) is not None)


def id_of(number: int) -> str:
    return f"00000000-0000-5000-8000-{number:012}"


NETWORK = ProvinceNetwork(id=id_of(1), province="TH-98", name="Network", synthetic=True)
OFFICE = Organization(id=id_of(2), province="TH-98", name="Office", sector=Sector.STATE, aliases=("The O.",))
PERSON = Person(id=id_of(3), province="TH-98", titles=("ดร.",), given_name="กอ", family_name="สมมุติ", nickname="ก")
POST = Post(id=id_of(4), province="TH-98", name="Head", organization=OFFICE.id)
BODY = Body(id=id_of(5), province="TH-98", name="Committee", body_kind="steering_committee")
NODES: list[Record] = [NETWORK, OFFICE, PERSON, POST, BODY]
TERM = {"valid_from": date(2025, 10, 1), "valid_to": date(2026, 10, 1)}


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_whole_province_keeps_to_the_published_classes(tmp_path: Path, language: str):
    file, count = written(tmp_path, filled_province(), language)
    assert ill_formed(file) == []
    assert all(file[part] for part in SCHEMAS)
    assert 0 < count < len(filled_province())
    assert file["meta"]["province"] == PROVINCE


def test_memberships_say_who_in_what_as_what_and_from_when_to_when(tmp_path: Path):
    ties: list[Record] = [
        BelongsTo(id=id_of(11), province="TH-98", source=PERSON.id, target=OFFICE.id),
        HoldsPost(id=id_of(12), province="TH-98", source=PERSON.id, target=POST.id, **TERM),
        AppointedTo(id=id_of(13), province="TH-98", source=POST.id, target=BODY.id, role="chair"),
        MemberOf(id=id_of(14), province="TH-98", source=OFFICE.id, target=NETWORK.id, status="certified"),
        CollaboratesWith(id=id_of(15), province="TH-98", source=PERSON.id, target=OFFICE.id),
    ]
    file, count = written(tmp_path, NODES + ties)
    days = {"start_date": "2025-10-01", "end_date": "2026-09-30"}
    assert file["memberships"] == [
        {"id": id_of(11), "organization_id": OFFICE.id, "person_id": PERSON.id},
        {
            "id": id_of(12),
            "role": "Head",
            **days,
            "post_id": POST.id,
            "organization_id": OFFICE.id,
            "person_id": PERSON.id,
        },
        {"id": id_of(13), "role": "chair", "organization_id": BODY.id, "post_id": POST.id},
        {
            "id": id_of(14),
            "label": "certified",
            "organization_id": NETWORK.id,
            "member": {"@type": "Organization", "id": OFFICE.id, "name": "Office"},
        },
    ]
    assert count == len(NODES) + 4
    office = next(one for one in file["organizations"] if one["id"] == OFFICE.id)
    assert (office["classification"], office["other_names"]) == ("government", [{"name": "The O."}])
    assert next(one for one in file["organizations"] if one["id"] == BODY.id)["parent_id"] == NETWORK.id


def test_a_person_is_a_name_and_nothing_else(tmp_path: Path):
    file, _ = written(tmp_path, NODES)
    assert file["persons"] == [
        {
            "id": PERSON.id,
            "name": PERSON.display_name,
            "honorific_prefix": "ดร.",
            "given_name": "กอ",
            "family_name": "สมมุติ",
            "sort_name": "กอ สมมุติ",
        }
    ]


@pytest.mark.parametrize("visibility", [Visibility.OFFICER, Visibility.RESTRICTED])
def test_what_is_not_for_all_to_see_is_neither_told_nor_named(tmp_path: Path, visibility: Visibility):
    hidden = OFFICE.model_copy(update={"visibility": visibility})
    tie = BelongsTo(id=id_of(11), province="TH-98", source=PERSON.id, target=OFFICE.id)
    written(tmp_path, [hidden, PERSON, POST, tie])
    assert OFFICE.id not in (tmp_path / "a.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("synthetic", [True, False])
def test_invented_data_says_so(tmp_path: Path, synthetic: bool):
    file, _ = written(tmp_path, [NETWORK.model_copy(update={"synthetic": synthetic})])
    assert (file["meta"]["synthetic"], "note" in file["meta"]) == (synthetic, synthetic)
