"""Ids of another province's records refuse their rows, and what needs those rows, and nothing else."""

import json
from pathlib import Path

from network_service.ingest.imported import Imported
from network_service.ingest.json_file import read_json
from network_service.ingest.reading import read_file
from tests.ingest.workbooks import NETWORK, PROVINCE, faults, xlsx

ELSEWHERE = "00000000-0000-4000-8000-000000000001"
TIE_ELSEWHERE = "00000000-0000-4000-8000-000000000002"


def imported(folder: Path) -> Imported:
    content = xlsx(
        Network=NETWORK,
        Actors=[["id", "level", "name"], [ELSEWHERE, "group", "ก"], [None, "group", "ข"], [None, "group", "ค"]],
        Collaborations=[["id", "from", "to"], [None, "ก", "ข"], [TIE_ELSEWHERE, "ข", "ค"], [None, "ค", "ข"]],
    )
    path = folder / "a.xlsx"
    path.write_bytes(content)
    return read_file(path).assemble({}, {ELSEWHERE, TIE_ELSEWHERE})


def test_a_row_with_the_id_of_another_province_is_refused_and_its_dependants_with_it(tmp_path: Path):
    found = imported(tmp_path)
    assert faults(found) == [
        ("id.of_other_province", "A2"),
        ("reference.refused", "B2"),
        ("id.of_other_province", "A3"),
    ]
    assert [fault.is_consequence for fault in found.faults] == [False, True, False]


def test_every_row_is_still_accounted_for(tmp_path: Path):
    found = imported(tmp_path)
    assert [(count.sheet, count.read, count.accepted, count.refused) for count in found.counts] == [
        ("Network", 1, 1, 0),
        ("Actors", 3, 2, 1),
        ("Collaborations", 3, 1, 2),
    ]
    assert not {ELSEWHERE, TIE_ELSEWHERE} & {record.id for record in found.records}
    assert {record.id for record in found.records} == found.places.keys()


def test_json_with_an_id_of_another_province_is_refused_too():
    group = {"id": ELSEWHERE, "kind": "group", "province": PROVINCE, "name": "ก"}
    other = group | {"id": TIE_ELSEWHERE, "name": "ข"}
    tie = {"id": ELSEWHERE[:-1] + "3", "kind": "collaborates_with", "province": PROVINCE}
    listed = [group, other, tie | {"source": TIE_ELSEWHERE, "target": ELSEWHERE}]
    head = {"format": "network-service", "format_version": 1, "province": PROVINCE, "records": listed}
    found = read_json(json.dumps(head).encode(), PROVINCE, {}, {ELSEWHERE})
    assert [(fault.code, fault.row, fault.column) for fault in found.faults] == [
        ("json.id_of_other_province", 1, "id"),
        ("reference.refused", 3, "target"),
    ]
    assert [record.id for record in found.records] == [TIE_ELSEWHERE]
