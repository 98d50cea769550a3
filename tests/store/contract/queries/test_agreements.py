"""Questions about agreements, their parties and stages, counted by hand."""

from datetime import timedelta

from network_service.domain.kinds import record_from
from tests.store.contract.queries.asking import picked, rows
from tests.store.records import DAY, PROVINCE, node, organization, put, tie, uid


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


def with_parties(store):
    """น้ำ has two of the state, one of business and one of no known sector; ป่า one of the state; ว่าง nobody."""
    put(
        store,
        *(node("agreement", name, agreement_kind="mou") for name in ("น้ำ", "ป่า", "ว่าง")),
        node("agreement", "เก่า", agreement_kind="mou", valid_to=DAY),
        *(organization(name, sector="state") for name in ("รัฐ", "รัฐสอง")),
        organization("เอกชน", sector="business"),
        organization("ไม่ทราบ"),
        *(tie("party_to", name, "น้ำ") for name in ("รัฐ", "รัฐสอง", "เอกชน", "ไม่ทราบ")),
        tie("party_to", "รัฐ", "น้ำ", "อีกบทบาท", role="funder"),
        tie("party_to", "รัฐ", "ป่า"),
        tie("party_to", "ไม่ทราบ", "ป่า"),
        tie("party_to", "เอกชน", "ป่า", valid_to=DAY),
        tie("party_to", "รัฐ", "เก่า"),
    )


def test_parties_are_counted_by_sector_those_of_none_first(store):
    with_parties(store)
    found = picked(store, "agreements/count_by_sector", "name", "sector", "parties")
    assert [row for row in found if row[0] == "น้ำ"] == [("น้ำ", None, 1), ("น้ำ", "business", 1), ("น้ำ", "state", 2)]
    assert [row for row in found if row[0] != "น้ำ"] == [("ป่า", None, 1), ("ป่า", "state", 1)]


def test_agreements_of_fewer_than_two_known_sectors_say_how_many_parties_are_of_none_known(store):
    with_parties(store)
    found = picked(store, "agreements/list_single_sector", "name", "sectors", "parties", "unknown")
    assert sorted(found) == [("ป่า", 1, 2, 1), ("ว่าง", 0, 0, 0)]


def stage(name, of, stage, **fields):
    own = {"id": uid(name), "kind": "agreement_stage", "province": PROVINCE, "agreement": uid(of), "stage": stage}
    return record_from({**own, **fields})


def test_stages_are_overdue_until_the_day_they_are_done(store):
    put(
        store,
        node("agreement", "น้ำ", agreement_kind="grant", valid_to=DAY - timedelta(days=1)),
        stage("ค้าง", "น้ำ", "prepare", due_on=DAY - timedelta(days=3)),
        stage("เสร็จช้า", "น้ำ", "submit", due_on=DAY - timedelta(days=40), done_on=DAY + timedelta(days=1)),
        stage("เสร็จ", "น้ำ", "accept_funds", due_on=DAY - timedelta(days=40), done_on=DAY),
        stage("วันนี้", "น้ำ", "deliver", due_on=DAY),
        stage("ไม่มีกำหนด", "น้ำ", "deliver"),
    )
    found = picked(store, "agreements/list_overdue_stages", "stage", "agreement_name", "due_on", "days_late")
    assert found == [("submit", "น้ำ", "2026-08-22", 40), ("prepare", "น้ำ", "2026-09-28", 3)]
    later = picked(store, "agreements/list_overdue_stages", "stage", day=DAY + timedelta(days=1))
    assert later == [("prepare",), ("deliver",)]
