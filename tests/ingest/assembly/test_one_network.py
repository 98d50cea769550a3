"""A province has one network, whatever id or name a later file gives it; its own export always comes back."""

import json
from typing import Any

from network_service.ingest.imported import Imported
from network_service.ingest.json_file import read_json
from network_service.messages import messages_in
from tests.ingest.workbooks import NETWORK, PROVINCE, by_id, faults, imported, of_kind

WITH_ID = ["id", "province", "name"]
STORED = by_id(imported(Actors=[["level", "name"], ["group", "ก"]]))
(STORED_ID,) = (record.id for record in STORED.values() if record.kind == "province_network")


def from_json(*records: dict[str, Any], known: Any = None) -> Imported:
    head = {"format": "network-service", "format_version": 1, "province": PROVINCE, "records": records}
    return read_json(json.dumps(head).encode(), PROVINCE, known or {})


def network(number: int, name: str) -> dict[str, Any]:
    record_id = f"00000000-0000-4000-8000-{number:012}"
    return {"id": record_id, "kind": "province_network", "province": PROVINCE, "name": name}


def test_a_code_that_is_not_the_stored_networks_is_a_fault_that_names_the_stored_one():
    found = imported(STORED, network=[WITH_ID, ["N1", PROVINCE, "เครือข่าย"]], Actors=[["level", "name"], ["group", "ข"]])
    assert faults(found) == [("network.stored", "A2")]
    assert NETWORK[1][1] in found.faults[0].sentence(messages_in("th"))
    assert (found.read, found.accepted, found.records) == (2, 0, ())


def test_another_name_without_an_id_renames_the_stored_network():
    found = imported(STORED, network=[WITH_ID, [None, PROVINCE, "ชื่อใหม่"]])
    assert found.faults == ()
    assert [(one.id, one.name) for one in of_kind(found, "province_network")] == [(STORED_ID, "ชื่อใหม่")]


def test_the_stored_networks_id_is_taken_with_any_name():
    found = imported(STORED, network=[WITH_ID, [STORED_ID, PROVINCE, "ชื่อใหม่"]])
    assert found.faults == ()


def test_a_code_is_free_where_the_store_has_no_network():
    found = imported(network=[WITH_ID, ["N1", PROVINCE, "เครือข่าย"]])
    assert found.faults == ()
    assert imported(by_id(found), network=[WITH_ID, ["N1", PROVINCE, "ชื่อใหม่"]]).faults == ()


def test_json_brings_no_second_network_either():
    one, other = network(1, "ก"), network(2, "ข")
    stored = by_id(from_json(one))
    told = [(fault.code, fault.row) for fault in from_json(other, known=stored).faults]
    assert told == [("json.network_stored", 1)]
    assert [(fault.code, fault.row) for fault in from_json(one, other).faults] == [("network.second_row", 2)]
    assert from_json(one | {"name": "ค"}, known=stored).faults == ()
