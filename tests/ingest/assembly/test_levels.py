"""An actor changes its level by its id; by its name alone it would silently become two."""

import json

from network_service.ingest.json_file import read_json
from tests.ingest.workbooks import PROVINCE, by_id, faults, imported, of_kind

HEADER = ["id", "level", "name"]
FIRST = imported(
    Actors=[[*HEADER, "sector"], [None, "organization", "ก", "state"]],
    Collaborations=[["from", "to"], ["ก", "ข"]],
    People=[["given name"], ["ข"]],
)
STORED = by_id(FIRST)
(ACTOR,) = of_kind(FIRST, "organization")


def test_another_level_without_an_id_asks_for_the_id():
    assert faults(imported(STORED, Actors=[HEADER, [None, "group", " ก "]])) == [("id.same_name_other_kind", "A2")]
    assert imported(STORED, Actors=[HEADER, [None, "organization", "ก"]]).faults == ()


def test_two_levels_of_one_name_in_one_file_ask_for_ids():
    rows = [HEADER, [None, "group", "ก"], [None, "organization", "ก"]]
    assert faults(imported(Actors=rows)) == [("name.twice", "A3")]
    assert imported(Actors=[HEADER, ["A1", "group", "ก"], [None, "organization", "ก"]]).faults == ()


def test_a_code_of_its_own_makes_another_actor():
    found = imported(STORED, Actors=[HEADER, ["A1", "group", "ก"]])
    assert found.faults == ()
    assert [one.id for one in of_kind(found, "group")] != [ACTOR.id]


def test_the_id_changes_the_level_and_the_rest_stays():
    found = imported(
        STORED, Actors=[HEADER, [ACTOR.id, "group", "ก"]], Resources=[["from", "resource kind"], ["ก", "place"]]
    )
    assert found.faults == ()
    (group,) = of_kind(found, "group")
    assert (group.id, group.sector) == (ACTOR.id, ACTOR.sector)
    assert not of_kind(found, "organization")


def test_after_a_change_of_level_the_name_means_the_same_actor():
    stored = STORED | by_id(imported(STORED, Actors=[HEADER, [ACTOR.id, "group", "ก"]]))
    again = imported(stored, Actors=[HEADER, [None, "group", "ก"]])
    assert (again.faults, [one.id for one in of_kind(again, "group")]) == ((), [ACTOR.id])
    assert faults(imported(stored, Actors=[HEADER, [None, "organization", "ก"]])) == [("id.same_name_other_kind", "A2")]
    assert imported(stored, Actors=[HEADER, [ACTOR.id, "organization", "ก"]]).faults == ()


def test_an_organisation_with_parts_or_posts_stays_one():
    header = [*HEADER, "parent"]
    post = [["name", "organization"], ["หัวหน้า", "ก"]]
    for more in ({"Actors": [header, [None, "organization", "ค", "ก"]]}, {"Posts": post}):
        stored = STORED | by_id(imported(STORED, **more))
        assert faults(imported(stored, Actors=[HEADER, [ACTOR.id, "group", "ก"]])) == [("level.needed", "B2")]
    cured = imported(stored, Actors=[HEADER, [ACTOR.id, "group", "ก"]], Posts=[["name", "organization"], ["หัวหน้า"]])
    assert cured.faults == ()


def test_json_changes_levels_under_the_same_rule():
    group = ACTOR.model_dump(mode="json", exclude={"parent"}) | {"kind": "group"}
    head = {"format": "network-service", "format_version": 1, "province": PROVINCE, "records": [group]}
    content = json.dumps(head).encode()
    assert read_json(content, PROVINCE, STORED).faults == ()
    stored = STORED | by_id(imported(STORED, Posts=[["name", "organization"], ["หัวหน้า", "ก"]]))
    assert [(fault.code, fault.column) for fault in read_json(content, PROVINCE, stored).faults] == [
        ("level.needed", "kind")
    ]
