"""Our JSON is read with the promises of the workbook, and anything else is refused by name."""

import json

import pytest

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.json_file import read_json
from network_service.ingest.limits import Limits
from tests.ingest.workbooks import PROVINCE, by_id, imported


def records() -> list[dict[str, object]]:
    found = imported(
        Actors=[["level", "name"], ["group", "ก"], ["group", "ข"]], Collaborations=[["from", "to"], ["ก", "ข"]]
    )
    return [record.model_dump(mode="json", exclude_none=True) for record in found.records]


def file(listed: object, **more: object) -> bytes:
    head = {"format": "network-service", "format_version": 1, "province": PROVINCE}
    return json.dumps(head | {"records": listed} | more, ensure_ascii=False).encode()


def codes(content: bytes, known=None) -> list[tuple[str, int | None, str]]:
    return [(fault.code, fault.row, fault.column) for fault in read_json(content, PROVINCE, known or {}).faults]


def test_good_records_are_all_accepted():
    found = read_json(file(records()), PROVINCE, {})
    assert (found.faults, found.read, found.accepted) == ((), 6, 6)


def test_every_fault_names_the_record_and_the_field():
    listed = records()
    group = listed[1]
    assert codes(file([*listed[:1], "x"])) == [("json.not_a_record", 2, "")]
    assert codes(file([{"kind": "club"}])) == [("json.unknown_kind", 1, "kind")]
    assert codes(file([group | {"phone": "081"}])) == [("json.unknown_field", 1, "phone")]
    assert codes(file([group | {"sector": "space"}])) == [("value.refused", 1, "sector")]
    assert codes(file([group | {"name": "ก" * 501}])) == [("value.too_long", 1, "name")]
    assert codes(file([group | {"province": "TH-50"}])) == [("network.other_province", 1, "province")]
    assert codes(file([group | {"valid_from": "2026-01-02", "valid_to": "2026-01-01"}])) == [
        ("record.ends_before_start", 1, "valid_to")
    ]
    assert codes(file([{key: value for key, value in group.items() if key != "name"}])) == [
        ("json.missing_field", 1, "name")
    ]
    common = {key: group[key] for key in ("id", "province")}
    activity = common | {"kind": "activity", "name": "ก", "held_on": "2026-01-02", "ended_on": "2026-01-01"}
    assert codes(file([activity])) == [("activity.ends_before_start", 1, "ended_on")]
    looped = common | {"kind": "collaborates_with", "source": listed[0]["id"], "target": listed[0]["id"]}
    assert ("record.self_tie", 1, "target") in codes(file([looped]))
    assert codes(file([group, group])) == [("id.twice", 2, "id")]


def test_a_record_that_needs_a_refused_one_is_refused_unless_the_store_has_it():
    listed = records()
    listed[1]["sector"] = "space"
    assert codes(file(listed)) == [
        ("value.refused", 2, "sector"),
        ("reference.refused", 3, "source"),
        ("reference.refused", 6, "source"),
    ]
    stored = by_id(read_json(file(records()), PROVINCE, {}))
    assert codes(file(listed), stored) == [("value.refused", 2, "sector")]


def test_ends_must_exist_and_be_of_the_right_kind():
    listed = records()
    tie = listed[-1]
    assert codes(file([tie])) == [("reference.unknown", 1, "source"), ("reference.unknown", 1, "target")]
    assert codes(file([*listed[:-1], tie | {"target": listed[0]["id"]}])) == [("reference.wrong_kind", 6, "target")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unreadable.empty_file"),
        (b"{", "unreadable.not_json"),
        (b"\xff\xfe", "unreadable.not_json"),
        (b"[]", "unreadable.not_our_json"),
        (file({}), "unreadable.not_our_json"),
        (file([], format="other"), "unreadable.not_our_json"),
        (file([], format_version=2), "unreadable.newer_format"),
        (file([]), "unreadable.no_records"),
        (b'{"format": NaN}', "unreadable.not_json"),
        (b'{"format": 1, "format": 2}', "unreadable.not_json"),
        (b'{"format": ' + b"9" * 5_000 + b"}", "unreadable.not_json"),
    ],
)
def test_what_is_not_our_json_is_called_by_what_it_is(content: bytes, code: str):
    with pytest.raises(UnreadableFile) as caught:
        read_json(content, PROVINCE, {})
    assert caught.value.code == code


def test_nesting_without_end_and_too_many_records_are_refused():
    with pytest.raises(RefusedForSafety, match=r"safety\.too_deep"):
        read_json(b"[" * 100_000, PROVINCE, {})
    with pytest.raises(RefusedForSafety, match=r"safety\.too_many_rows"):
        read_json(file(records()), PROVINCE, {}, limits=Limits(rows=5))


def test_what_is_not_read_is_said():
    assert [note.code for note in read_json(file(records(), author="x"), PROVINCE, {}).notes] == ["json_key"]
