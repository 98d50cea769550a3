"""Questions about bodies, seats, posts and terms, counted by hand."""

from datetime import timedelta

from network_service.domain.kinds import record_from
from tests.store.contract.queries.asking import picked, rows
from tests.store.records import DAY, PROVINCE, node, organization, put, tie, uid


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


def body(name, **fields):
    return node("body", name, body_kind="steering_committee", **fields)


def test_bodies_overlap_by_the_people_who_sit_on_both(store):
    put(
        store,
        *(body(name) for name in ("ก", "ข", "ค")),
        *(node("person", name) for name in ("หนึ่ง", "สอง", "สาม")),
        node("post", "ปลัด"),
        tie("holds_post", "สอง", "ปลัด"),
        tie("appointed_to", "หนึ่ง", "ก"),
        tie("appointed_to", "หนึ่ง", "ก", "อีก", role="secretary"),
        tie("appointed_to", "หนึ่ง", "ข"),
        tie("appointed_to", "สอง", "ก"),
        tie("appointed_to", "ปลัด", "ข"),
        tie("appointed_to", "สาม", "ค"),
        tie("appointed_to", "หนึ่ง", "ค", valid_to=DAY),
    )
    one, other = sorted(["ก", "ข"], key=uid)
    found = picked(store, "bodies/list_overlaps", "body_name", "other_name", "people", at_least=1)
    assert found == [(one, other, 2)]
    assert rows(store, "bodies/list_overlaps", at_least=3) == []


def test_a_sector_is_missed_where_nobody_is_known_to_be_of_it(store):
    put(
        store,
        *(body(name) for name in ("โดยองค์กร", "โดยตำแหน่ง", "โดยผู้แทน", "โดยสังกัด", "ว่าง", "ผู้แทนภาคอื่น")),
        organization("เอกชน", sector="business"),
        organization("รัฐ", sector="state"),
        organization("ไม่ทราบ"),
        node("post", "ผู้จัดการ", organization=uid("เอกชน")),
        *(node("person", name) for name in ("ผู้แทน", "พนักงาน", "สองฐานะ", "ลอย")),
        tie("represents", "ผู้แทน", "เอกชน"),
        tie("belongs_to", "พนักงาน", "เอกชน"),
        tie("belongs_to", "สองฐานะ", "เอกชน"),
        tie("represents", "สองฐานะ", "รัฐ"),
        tie("appointed_to", "เอกชน", "โดยองค์กร"),
        tie("appointed_to", "ผู้จัดการ", "โดยตำแหน่ง"),
        tie("appointed_to", "ผู้แทน", "โดยผู้แทน"),
        tie("appointed_to", "พนักงาน", "โดยสังกัด"),
        *(tie("appointed_to", name, "ผู้แทนภาคอื่น") for name in ("สองฐานะ", "ลอย", "ไม่ทราบ", "รัฐ")),
    )
    found = picked(store, "bodies/list_without_sector", "name", "seats", "unknown", sector="business")
    assert sorted(found) == [("ผู้แทนภาคอื่น", 4, 2), ("ว่าง", 0, 0)]
    assert len(rows(store, "bodies/list_without_sector", sector="state")) == 5


def test_seats_stand_in_the_order_of_an_order_with_who_holds_each_post(store):
    put(
        store,
        body("คณะ"),
        organization("สำนักงาน"),
        *(node("person", name) for name in ("หนึ่ง", "สอง")),
        *(node("post", name) for name in ("ผู้ว่า", "ปลัด")),
        tie("holds_post", "สอง", "ผู้ว่า"),
        tie("holds_post", "หนึ่ง", "ปลัด", valid_to=DAY),
        tie("appointed_to", "ปลัด", "คณะ", role="secretary"),
        tie("appointed_to", "หนึ่ง", "คณะ", role="vice_chair", order_number="1/2569"),
        tie("appointed_to", "ผู้ว่า", "คณะ", role="chair", valid_to=DAY + timedelta(days=1)),
        tie("appointed_to", "สำนักงาน", "คณะ", role="member"),
    )
    columns = ("role", "seat", "name", "person_name", "order_number", "last_day")
    assert picked(store, "bodies/list_seats", *columns, body=uid("คณะ")) == [
        ("chair", "ex_officio", "ผู้ว่า", "สอง", None, "2026-10-01"),
        ("vice_chair", "person", "หนึ่ง", "หนึ่ง", "1/2569", None),
        ("member", "representative", "สำนักงาน", None, None, None),
        ("secretary", "ex_officio", "ปลัด", None, None, None),
    ]


def test_a_role_is_missed_where_no_seat_in_force_has_it(store):
    put(
        store,
        *(body(name) for name in ("มีประธาน", "เคยมี", "ว่าง")),
        *(node("person", name) for name in ("หนึ่ง", "สอง")),
        tie("appointed_to", "หนึ่ง", "มีประธาน", role="chair"),
        tie("appointed_to", "หนึ่ง", "เคยมี", role="chair", valid_to=DAY),
        tie("appointed_to", "สอง", "เคยมี", role="member"),
    )
    found = picked(store, "bodies/list_without_role", "name", "seats", role="chair")
    assert sorted(found) == [("ว่าง", 0), ("เคยมี", 1)]


def test_bodies_that_did_not_meet_come_with_those_that_never_met_first(store):
    def meeting(name, of, day):
        own = {"id": uid(name), "kind": "meeting", "province": PROVINCE, "body": uid(of), "held_on": day}
        return record_from(own)

    put(
        store,
        *(body(name) for name in ("ไม่เคย", "นาน", "ล่าสุด", "นัดไว้")),
        meeting("1", "นาน", DAY - timedelta(days=300)),
        meeting("2", "นาน", DAY - timedelta(days=200)),
        meeting("3", "ล่าสุด", DAY - timedelta(days=180)),
        meeting("4", "นัดไว้", DAY - timedelta(days=250)),
        meeting("5", "นัดไว้", DAY + timedelta(days=5)),
    )
    found = picked(store, "bodies/list_without_meeting", "name", "last_held_on", since=DAY - timedelta(days=180))
    assert found == [("ไม่เคย", None), ("นัดไว้", "2026-01-24"), ("นาน", "2026-03-15")]


def test_terms_end_by_their_last_day(store):
    put(
        store,
        body("คณะ"),
        *(node("person", name) for name in ("หนึ่ง", "สอง")),
        node("post", "ปลัด"),
        organization("สำนักงาน"),
        tie("appointed_to", "หนึ่ง", "คณะ", role="chair", valid_to=DAY + timedelta(days=31)),
        tie("holds_post", "สอง", "ปลัด", valid_to=DAY + timedelta(days=1)),
        tie("represents", "สอง", "สำนักงาน", valid_to=DAY + timedelta(days=32)),
        tie("holds_post", "หนึ่ง", "ปลัด", valid_to=DAY),
        tie("belongs_to", "หนึ่ง", "สำนักงาน", valid_to=DAY + timedelta(days=5)),
    )
    columns = ("kind", "source_name", "target_name", "role", "last_day", "days_left")
    assert picked(store, "terms/list_ending", *columns, days=30) == [
        ("holds_post", "สอง", "ปลัด", None, "2026-10-01", 0),
        ("appointed_to", "หนึ่ง", "คณะ", "chair", "2026-10-31", 30),
    ]


def test_posts_are_vacant_when_their_last_holder_left(store):
    put(
        store,
        body("คณะ"),
        organization("สำนักงาน"),
        node("person", "หนึ่ง"),
        node("post", "ว่าง", organization=uid("สำนักงาน")),
        node("post", "เคยมี"),
        node("post", "มีคน"),
        tie("holds_post", "หนึ่ง", "เคยมี", valid_to=DAY),
        tie("holds_post", "หนึ่ง", "มีคน"),
        tie("appointed_to", "เคยมี", "คณะ"),
    )
    found = picked(store, "posts/list_vacant", "name", "organization_name", "bodies")
    assert found == [("เคยมี", None, 1), ("ว่าง", "สำนักงาน", 0)]
