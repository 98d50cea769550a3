"""Questions about issues, tasks, areas, groups of the population and what changed, counted by hand."""

from datetime import timedelta

from tests.store.contract.queries.asking import picked, rows
from tests.store.records import DAY, collaboration, node, organization, put, tie, uid


def test_issues_nobody_works_on_are_those_still_open(store):
    put(
        store,
        *(node("issue", name, status="open") for name in ("ว่าง", "มีคน", "เคยมีคน")),
        node("issue", "จบแล้ว", status="completed"),
        node("issue", "ไม่ทราบสถานะ"),
        organization("ก"),
        tie("works_on", "ก", "มีคน"),
        tie("works_on", "ก", "เคยมีคน", valid_to=DAY),
    )
    found = picked(store, "issues/list_without_actor", "name", "status")
    assert sorted(found, key=str) == [("ว่าง", "open"), ("เคยมีคน", "open"), ("ไม่ทราบสถานะ", None)]


def test_sectors_with_a_stake_are_absent_until_an_actor_of_theirs_works_on_the_issue(store):
    put(
        store,
        node("issue", "น้ำ", status="open", stakeholder_sectors=("state", "community", "business")),
        node("issue", "จบแล้ว", status="cancelled", stakeholder_sectors=("state",)),
        node("issue", "ไม่ได้ระบุ", status="open"),
        organization("รัฐ", sector="state"),
        organization("ชุมชน", sector="community"),
        organization("ไม่ทราบ"),
        tie("works_on", "รัฐ", "น้ำ"),
        tie("works_on", "ไม่ทราบ", "น้ำ"),
        tie("works_on", "ชุมชน", "น้ำ", valid_to=DAY),
    )
    assert picked(store, "issues/list_absent_sectors", "name", "sector") == [("น้ำ", "business"), ("น้ำ", "community")]


def test_tasks_are_overdue_from_the_day_after_they_were_due(store):
    put(
        store,
        node("task", "ช้า", status="in_execution", due_on=DAY - timedelta(days=2)),
        node("task", "ช้ากว่า", due_on=DAY - timedelta(days=9)),
        node("task", "วันนี้", status="open", due_on=DAY),
        node("task", "เสร็จ", status="completed", due_on=DAY - timedelta(days=2)),
        organization("ก"),
        tie("responsible_for", "ก", "ช้า", responsibility="accountable"),
        tie("responsible_for", "ก", "ช้ากว่า", responsibility="informed"),
    )
    found = picked(store, "tasks/list_overdue", "name", "days_late", "accountable_name")
    assert found == [("ช้ากว่า", 9, None), ("ช้า", 2, "ก")]


def test_open_tasks_miss_a_part_that_nobody_has(store):
    put(
        store,
        *(node("task", name, status="open") for name in ("มี", "ว่าง", "มีแต่ผู้ทำ")),
        node("task", "เสร็จ", status="completed"),
        organization("ก"),
        tie("responsible_for", "ก", "มี", responsibility="accountable"),
        tie("responsible_for", "ก", "มีแต่ผู้ทำ", responsibility="responsible"),
        tie("responsible_for", "ก", "ว่าง", responsibility="accountable", valid_to=DAY),
    )
    found = picked(store, "tasks/list_without_responsibility", "name", "assigned", responsibility="accountable")
    assert sorted(found) == [("มีแต่ผู้ทำ", 1), ("ว่าง", 0)]


def test_districts_are_empty_where_nobody_works_and_nobody_has_its_seat(store):
    put(
        store,
        *(node("area", name, area_level="district") for name in ("อำเภอว่าง", "อำเภอทำงาน", "อำเภอที่ตั้ง", "อำเภอเคย")),
        node("area", "ตำบลว่าง", area_level="subdistrict"),
        organization("ก", district="ที่ตั้ง"),
        organization("ข", district="เคย", valid_to=DAY),
        tie("operates_in", "ก", "อำเภอทำงาน"),
    )
    found = picked(store, "areas/list_without_actors", "name", area_level="district")
    assert sorted(found) == [("อำเภอว่าง",), ("อำเภอเคย",)]
    assert picked(store, "areas/list_without_actors", "name", area_level="subdistrict") == [("ตำบลว่าง",)]


def test_groups_of_the_population_are_unserved_until_somebody_serves_them(store):
    put(
        store,
        node("area", "อำเภอ"),
        node("population_group", "ผู้สูงอายุ", population_kind="older_persons", persons=120, area=uid("อำเภอ")),
        node("population_group", "เด็ก"),
        node("population_group", "ผู้พิการ"),
        node("service", "เยี่ยมบ้าน"),
        organization("ก"),
        tie("serves", "เยี่ยมบ้าน", "ผู้พิการ"),
        tie("serves", "ก", "เด็ก", valid_to=DAY),
    )
    found = picked(store, "populations/list_unserved", "name", "population_kind", "persons", "area_name")
    assert sorted(found) == [("ผู้สูงอายุ", "older_persons", 120, "อำเภอ"), ("เด็ก", None, None, None)]


def test_changes_are_what_began_or_ended_after_one_day_and_until_the_other(store):
    since, before = DAY - timedelta(days=10), DAY - timedelta(days=5)
    put(
        store,
        organization("เดิม"),
        organization("เริ่มวันแรก", valid_from=since),
        organization("ใหม่", valid_from=before, valid_to=DAY),
        organization("พรุ่งนี้", valid_from=DAY + timedelta(days=1)),
        collaboration("เดิม", "ใหม่", valid_from=before, valid_to=DAY),
        tie("collaborates_with", "ใหม่", "เดิม", valid_from=since, valid_to=since + timedelta(days=1)),
        tie("candidate_for", "เดิม", "ข้อตกลง", valid_from=before),
        node("agreement", "ข้อตกลง", agreement_kind="mou"),
    )
    columns = ("on_day", "change", "kind", "name", "source_name", "target_name")
    assert picked(store, "records/list_changes", *columns, since=since) == [
        ("2026-09-22", "ended", "collaborates_with", None, "ใหม่", "เดิม"),
        ("2026-09-26", "began", "collaborates_with", None, "เดิม", "ใหม่"),
        ("2026-09-26", "began", "organization", "ใหม่", None, None),
        ("2026-10-01", "ended", "collaborates_with", None, "เดิม", "ใหม่"),
        ("2026-10-01", "ended", "organization", "ใหม่", None, None),
    ]
    assert rows(store, "records/list_changes", since=DAY) == []
