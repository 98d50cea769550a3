"""The questions of the library, on a small network whose answers were counted by hand."""

from datetime import date, timedelta

import pytest

from network_service.errors import UnknownRecord, UsageError
from network_service.store.query_library import QueryLibrary
from tests.store.records import DAY, ELSEWHERE, PROVINCE, collaboration, node, organization, put, tie, uid

AT = {"province": PROVINCE, "day": DAY}
SAMPLES = {"text": "state", "integer": 2, "date": DAY, "boolean": True}


def rows(store, name, **parameters):
    columns = store.run_query(name, {**AT, **parameters})
    return list(zip(*columns.values(), strict=True))


@pytest.mark.parametrize("name", QueryLibrary().names)
def test_a_query_takes_and_gives_what_its_header_declares(store, name):
    query = QueryLibrary().get(name)
    put(store, organization("สำนักงาน"))
    columns = store.run_query(name, {field.name: SAMPLES[field.type] for field in query.parameters})
    assert list(columns) == [field.name for field in query.columns]


def test_isolates_are_active_members_that_no_tie_joins_to_another(store):
    names = ("เดี่ยว", "ร่วมงาน", "รับทรัพยากร", "คู่สัญญา ก", "คู่สัญญา ข", "สัญญาเดียว", "ผูกกับคนนอก", "ให้ทั้งเครือข่าย")
    members = [organization(name, sector="state") for name in names]
    put(
        store,
        node("province_network", "เครือข่าย"),
        *members,
        organization("ถูกพัก"),
        organization("คนนอก"),
        organization("เคยเป็น"),
        node("agreement", "สองฝ่าย", agreement_kind="mou"),
        node("agreement", "ฝ่ายเดียว", agreement_kind="mou"),
        *(tie("member_of", name, "เครือข่าย", status="certified") for name in names),
        tie("member_of", "ถูกพัก", "เครือข่าย", status="suspended"),
        tie("member_of", "เคยเป็น", "เครือข่าย", valid_to=DAY),
        collaboration("ร่วมงาน", "รับทรัพยากร"),
        collaboration("ผูกกับคนนอก", "คนนอก"),
        collaboration("เดี่ยว", "ร่วมงาน", valid_to=DAY),
        tie("shares_resource", "ร่วมงาน", "รับทรัพยากร", resource_kind="place"),
        tie("shares_resource", "ให้ทั้งเครือข่าย", "เครือข่าย", resource_kind="place"),
        tie("party_to", "คู่สัญญา ก", "สองฝ่าย"),
        tie("party_to", "คู่สัญญา ข", "สองฝ่าย"),
        tie("party_to", "สัญญาเดียว", "ฝ่ายเดียว"),
    )
    found = rows(store, "actors/find_isolates")
    assert {row[2] for row in found} == {"เดี่ยว", "สัญญาเดียว", "ผูกกับคนนอก", "ให้ทั้งเครือข่าย"}
    assert [row[0] for row in found] == sorted(row[0] for row in found)
    assert {row[2] for row in rows(store, "actors/find_isolates", day=DAY - timedelta(days=1))} >= {"เคยเป็น"}
    assert rows(store, "actors/find_isolates", province=ELSEWHERE) == []


def test_unverified_actors_come_with_those_never_verified_first(store):
    put(
        store,
        organization("ไม่เคย"),
        organization("นานแล้ว", last_verified_on="2025-01-05", verifier="ผู้ตรวจ"),
        node("group", "นานกว่า", last_verified_on="2024-01-05"),
        organization("ในวันนั้น", last_verified_on="2026-01-01"),
        organization("เลิกแล้ว", valid_to=DAY),
        node("person", "สมใจ", family_name="สกุลสมมติ", last_verified_on="2025-06-01"),
        node("post", "ตำแหน่ง"),
    )
    found = rows(store, "actors/list_unverified", since=date(2026, 1, 1))
    assert [(row[1], row[2], row[3], row[4]) for row in found] == [
        ("organization", "ไม่เคย", None, None),
        ("group", "นานกว่า", "2024-01-05", None),
        ("organization", "นานแล้ว", "2025-01-05", "ผู้ตรวจ"),
        ("person", "สมใจ สกุลสมมติ", "2025-06-01", None),
    ]


def test_ending_agreements_are_counted_to_their_last_day(store):
    def agreement(name, days, **fields):
        """One whose last day is so many days after the day asked about."""
        return node("agreement", name, agreement_kind="grant", valid_to=DAY + timedelta(days=days + 1), **fields)

    put(
        store,
        agreement("วันนี้", 0),
        agreement("90 วัน", 90),
        agreement("91 วัน", 91),
        agreement("เมื่อวาน", -1),
        agreement("ยังไม่เริ่ม", 10, valid_from=DAY + timedelta(days=1)),
        node("agreement", "ไม่มีกำหนด", agreement_kind="mou"),
        *(organization(name) for name in ("ก", "ข", "ค")),
        *(tie("party_to", name, "90 วัน") for name in ("ก", "ข")),
        tie("party_to", "ข", "90 วัน", "ซ้ำ", role="funder"),
        tie("party_to", "ค", "90 วัน", valid_to=DAY),
    )
    assert [row[1:] for row in rows(store, "agreements/list_ending", days=90)] == [
        ("วันนี้", "grant", "2026-10-01", 0, 0),
        ("90 วัน", "grant", "2026-12-30", 90, 2),
    ]


def test_overlapping_people_are_counted_by_name_and_by_post(store):
    put(
        store,
        *(node("body", name, body_kind="steering_committee") for name in ("คณะ ก", "คณะ ข", "คณะ ค")),
        node("person", "สมใจ"),
        node("person", "สมหมาย"),
        node("post", "ผู้อำนวยการ"),
        tie("holds_post", "สมใจ", "ผู้อำนวยการ"),
        tie("appointed_to", "สมใจ", "คณะ ก", role="chair"),
        tie("appointed_to", "ผู้อำนวยการ", "คณะ ข", role="member"),
        tie("appointed_to", "สมใจ", "คณะ ค", role="adviser", valid_to=DAY),
        tie("appointed_to", "สมหมาย", "คณะ ก", role="member"),
        tie("appointed_to", "สมหมาย", "คณะ ก", "อีกบทบาท", role="secretary"),
    )
    found = rows(store, "bodies/list_overlapping_people", at_least=2)
    assert {row[1:3] + row[4:] for row in found} == {
        ("สมใจ", 2, "คณะ ก", "chair", "person"),
        ("สมใจ", 2, "คณะ ข", "member", "ex_officio"),
    }
    assert {row[0] for row in rows(store, "bodies/list_overlapping_people", at_least=1)} == {uid("สมใจ"), uid("สมหมาย")}


def test_ties_between_two_sectors_are_listed_by_layer(store):
    sectors = {"รัฐ": "state", "รัฐสอง": "state", "เอกชน": "business", "ประชา": "civil_society"}
    put(
        store,
        *(organization(name, sector=sector) for name, sector in sectors.items()),
        organization("ไม่ทราบ"),
        node("agreement", "ข้อตกลงน้ำ", agreement_kind="mou"),
        collaboration("รัฐ", "เอกชน", frequency=4),
        collaboration("เอกชน", "รัฐสอง"),
        collaboration("รัฐ", "รัฐสอง"),
        collaboration("รัฐ", "ประชา"),
        collaboration("รัฐ", "ไม่ทราบ"),
        tie("shares_resource", "เอกชน", "รัฐ", resource_kind="budget"),
        *(tie("party_to", name, "ข้อตกลงน้ำ") for name in ("รัฐ", "เอกชน", "ประชา")),
    )
    found = rows(store, "ties/list_between_sectors", sector="state", other_sector="business")
    one, other = sorted(["รัฐ", "เอกชน"], key=uid)
    assert [row[0] for row in found] == ["agreement", "collaboration", "collaboration", "resource"]
    assert {(row[0], row[2], row[4], row[5], row[6]) for row in found} == {
        ("agreement", one, other, None, "ข้อตกลงน้ำ"),
        ("collaboration", "รัฐ", "เอกชน", 4, None),
        ("collaboration", "เอกชน", "รัฐสอง", None, None),
        ("resource", "เอกชน", "รัฐ", None, "budget"),
    }
    within = rows(store, "ties/list_between_sectors", sector="state", other_sector="state")
    assert [(row[2], row[4]) for row in within] == [("รัฐ", "รัฐสอง")]


def test_a_query_that_is_not_in_the_library_is_unknown(store):
    for name in ("actors/none", "../../etc/passwd", "actors/find_isolates.sql", ""):
        with pytest.raises(UnknownRecord):
            store.run_query(name, AT)


def test_parameters_are_exactly_those_declared(store):
    with pytest.raises(UsageError) as error:
        store.run_query("agreements/list_ending", {"province": PROVINCE})
    assert (error.value.code, error.value.parameters["names"]) == ("query.missing_parameters", "day, days")
    with pytest.raises(UsageError) as error:
        store.run_query("actors/find_isolates", {**AT, "limit": 3})
    assert (error.value.code, error.value.parameters["names"]) == ("query.extra_parameters", "limit")
    with pytest.raises(UsageError) as error:
        store.run_query("agreements/list_ending", {**AT, "days": "เก้าสิบ"})
    assert (error.value.code, error.value.parameters["name"]) == ("query.wrong_type", "days")


def test_a_value_is_never_part_of_the_text(store):
    put(store, organization("สำนักงาน"))
    for value in ("' OR 1 = 1 --", "x'; DROP TABLE record_version; --", '"', "%"):
        assert rows(store, "actors/find_isolates", province=value) == []
    assert store.check() == []
