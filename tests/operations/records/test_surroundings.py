"""What the rules find around one record is what they find of it in the whole province."""

from datetime import date

import pytest

from network_service.domain.integrity.rules import CONTRADICTIONS, check_network
from network_service.domain.kinds import record_from
from network_service.operations.records.surroundings import contradictions_around
from network_service.store.sqlite.store import SqliteStore
from tests.domain.filled import filled_province
from tests.store.records import changed, node, organization, put, tie, uid


def of(violations, record_id):
    found = (one for one in violations if any(spot.record_id == record_id for spot in one.spots))
    return {(one.code, frozenset(one.spots)) for one in found}


def around(store, record):
    return of(contradictions_around(store, record)[0], record.id)


def in_all(records, record):
    everything = {one.id: one for one in records} | {record.id: record}
    return of(check_network(everything.values(), date.min, CONTRADICTIONS), record.id)


def order(number, **fields):
    return node("instrument", f"คำสั่ง {number}", instrument_kind="order", **fields)


CHAIN = [organization("ก"), organization("ข", parent=uid("ก")), organization("ค", parent=uid("ข"))]
ORDERS = [order(1, signed_on=date(2026, 1, 1)), order(2, signed_on=date(2026, 2, 1)), order(3)]
LATER = [tie("supersedes", "คำสั่ง 2", "คำสั่ง 1"), tie("supersedes", "คำสั่ง 3", "คำสั่ง 2")]
CONTRACT = node("agreement", "สัญญา", agreement_kind="performance_contract")
STAGE = record_from(
    {
        "id": uid("stage"),
        "kind": "agreement_stage",
        "province": "TH-98",
        "agreement": CONTRACT.id,
        "stage": "midterm_evaluation",
    }
)
PERSON = node("person", "สมหญิง")
BODY = node("body", "คณะกรรมการ", body_kind="steering_committee")
SEAT = tie("appointed_to", "สมหญิง", "คณะกรรมการ")
AREA = node("area", "อำเภอ", area_code="9801", area_level="district")
NETWORK = node("province_network", "เครือข่าย")


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (changed(CHAIN[0], parent=uid("ค")), "parent_in_circle"),
        (changed(CHAIN[0], parent=uid("nobody")), "named_is_missing"),
        (changed(CHAIN[0], parent=PERSON.id), "named_is_of_other_kind"),
        (tie("supersedes", "คำสั่ง 1", "คำสั่ง 3"), "superseded_in_circle"),
        (changed(ORDERS[0], signed_on=date(2027, 1, 1)), "superseded_signed_later"),
        (changed(ORDERS[2], signed_on=date(2020, 1, 1)), "superseded_signed_later"),
        (changed(CONTRACT, agreement_kind="grant"), "stage_of_other_kind"),
        (tie("appointed_to", "สมหญิง", "คณะกรรมการ", "again"), "seat_twice_at_once"),
        (tie("offers_resource", "สมหญิง", "เครือข่าย", resource_kind="political_capital"), "political_capital_of_person"),
        (changed(AREA, area_level="province"), "area_level_differs"),
        (node("province_network", "อีกเครือข่าย"), "second_network"),
    ],
)
def test_each_contradiction_of_a_record_is_found_around_it(tmp_path, record, code):
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        records = [*CHAIN, *ORDERS, *LATER, CONTRACT, STAGE, PERSON, BODY, SEAT, AREA, NETWORK]
        put(store, *records)
        found = around(store, record)
        assert found == in_all(records, record)
        assert {one for one, _ in found} == {f"integrity.{code}"}


def test_a_sound_province_has_none_around_any_record(tmp_path):
    records = filled_province()
    with SqliteStore.open(tmp_path / "s.sqlite") as store:
        put(store, *records)
        for record in records[::5]:
            assert around(store, record) == in_all(records, record)
