"""What is written is read again: by id, in pages, around a node, by day."""

from datetime import date

import pytest

from network_service.domain.kinds import record_from
from network_service.errors import UnknownRecord, UsageError
from tests.store.records import DAY, ELSEWHERE, PROVINCE, changed, collaboration, node, organization, put, tie, uid

OFFICE, CLUB, FIRM = (organization(name) for name in ("สำนักงานตัวอย่าง", "ชมรมตัวอย่าง", "บริษัทตัวอย่าง"))


def test_an_empty_store_has_revision_0_and_nothing_else(store):
    assert store.revision() == 0
    assert store.provinces() == ()
    assert list(store.records()) == []
    assert list(store.audit()) == []
    assert store.get(uid("nobody")) is None
    assert store.check() == []


def test_every_field_comes_back_as_it_was(store):
    person = record_from(
        {
            "kind": "person",
            "id": uid("สมใจ"),
            "province": PROVINCE,
            "titles": ["ดร.", "นาง"],
            "given_name": "สมใจ",
            "family_name": "สกุลสมมติ",
            "nickname": 'ใจ "เย็น"',
            "last_verified_on": "2026-01-31",
            "valid_from": "2024-02-29",
            "valid_to": "2027-01-01",
            "source_key": "ก-๑",
            "confidence": "documented",
            "visibility": "officer",
            "note": "ย้ายมาจากอำเภออื่น 🙂",
        }
    )
    put(store, person)
    found = store.get(person.id)
    assert (found.record, found.version, found.revision, found.superseded) == (person, 1, 1, None)


def test_records_of_every_kind_come_back(store):
    nodes = [
        node("person", "สมใจ"),
        node("group", "กลุ่มออมทรัพย์"),
        organization("สำนักงาน"),
        node("post", "หัวหน้า", organization=uid("สำนักงาน")),
        node("province_network", "เครือข่าย", synthetic=True),
        node("sub_network", "เครือข่ายย่อย", sub_network_kind="area_data"),
        node("body", "คณะกรรมการ", body_kind="steering_committee"),
        node("agreement", "บันทึกข้อตกลง", agreement_kind="mou", signed_on="2026-01-01"),
    ]
    ties = [
        tie("belongs_to", "สมใจ", "กลุ่มออมทรัพย์"),
        tie("holds_post", "สมใจ", "หัวหน้า"),
        tie("represents", "สมใจ", "สำนักงาน"),
        tie("member_of", "สำนักงาน", "เครือข่าย", status="certified"),
        tie("appointed_to", "หัวหน้า", "คณะกรรมการ", role="chair"),
        tie("links", "สมใจ", "กลุ่มออมทรัพย์", to_sectors=["state", "business"]),
        tie("manages", "สมใจ", "เครือข่ายย่อย", role="deputy"),
        tie("collaborates_with", "กลุ่มออมทรัพย์", "สำนักงาน", frequency=5, topics=["น้ำ"], formal=False),
        tie("shares_resource", "สำนักงาน", "เครือข่าย", resource_kind="place"),
        tie("party_to", "สำนักงาน", "บันทึกข้อตกลง", role="lead"),
    ]
    put(store, *ties, *nodes)
    assert {found.record.id: found.record for found in store.records()} == {r.id: r for r in (*nodes, *ties)}


def test_records_come_in_the_order_of_id_whatever_their_kind_and_province(store):
    records = [organization(f"o{n}", province=(PROVINCE, ELSEWHERE)[n % 2]) for n in range(20)]
    records += [node("group", f"g{n}") for n in range(20)]
    put(store, *records)
    assert [found.record.id for found in store.records()] == sorted(record.id for record in records)


def test_pages_join_without_gap_or_overlap(store):
    put(store, *(organization(f"o{n}") for n in range(23)), *(node("group", f"g{n}") for n in range(9)))
    whole = [found.record.id for found in store.records()]
    joined, after = [], None
    while page := [found.record.id for found in store.records(after=after, limit=5)]:
        assert len(page) <= 5
        joined += page
        after = page[-1]
    assert joined == whole
    assert list(store.records(limit=0)) == []


def test_filters_keep_what_they_name(store):
    put(store, OFFICE, node("group", "กลุ่ม"), organization("ไกล", province=ELSEWHERE))

    def names(**filters):
        return {found.record.name for found in store.records(**filters)}

    assert names(province=ELSEWHERE) == {"ไกล"}
    assert names(kinds=["group"]) == {"กลุ่ม"}
    assert names(province=PROVINCE, kinds=["organization"]) == {OFFICE.name}
    assert names(province="TH-50") == set()
    with pytest.raises(UsageError) as error:
        names(kinds=["hamster"])
    assert error.value.code == "store.unknown_kind"


def test_a_day_keeps_what_holds_on_it(store):
    put(store, changed(OFFICE, valid_from=date(2026, 1, 1), valid_to=date(2026, 2, 1)), CLUB)
    on = {day: {found.record.name for found in store.records(as_of=day)} for day in map(date.fromisoformat, DAYS)}
    assert [OFFICE.name in names for names in on.values()] == [False, True, True, False]
    assert all(CLUB.name in names for names in on.values())


DAYS = ("2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01")


def test_several_records_are_fetched_at_once_and_the_absent_left_out(store):
    put(store, OFFICE, CLUB)
    found = store.get_many([OFFICE.id, uid("nobody"), CLUB.id, OFFICE.id])
    assert {key: value.record for key, value in found.items()} == {OFFICE.id: OFFICE, CLUB.id: CLUB}
    assert store.get_many([]) == {}


def test_neighbours_are_the_ties_of_a_node_in_both_directions(store):
    there, back = collaboration(OFFICE.name, CLUB.name), collaboration(CLUB.name, OFFICE.name)
    resource = tie("shares_resource", FIRM.name, OFFICE.name, resource_kind="budget", valid_to=DAY)
    put(store, OFFICE, CLUB, FIRM, there, back, resource, collaboration(CLUB.name, FIRM.name))
    found = [neighbour.record for neighbour in store.neighbours(OFFICE.id)]
    assert found == sorted([there, back, resource], key=lambda record: record.id)
    assert [n.record for n in store.neighbours(OFFICE.id, kinds=["shares_resource"])] == [resource]
    assert resource not in [n.record for n in store.neighbours(OFFICE.id, as_of=DAY)]
    assert store.neighbours(OFFICE.id, revision=0) == []
    assert store.neighbours(uid("nobody")) == []


def test_provinces_are_those_that_have_records_now(store):
    put(store, OFFICE, organization("ไกล", province=ELSEWHERE))
    assert store.provinces() == (ELSEWHERE, PROVINCE)
    put(store, organization("ไกล", province=PROVINCE))
    assert store.provinces() == (PROVINCE,)


def test_a_revision_that_is_still_to_come_is_unknown(store):
    put(store, OFFICE)
    for read in (
        lambda: store.get(OFFICE.id, revision=2),
        lambda: list(store.records(revision=2)),
        lambda: store.neighbours(OFFICE.id, revision=-1),
        lambda: store.scan(["organization"], ["id"], provinces=[PROVINCE], as_of=DAY, revision=2),
    ):
        with pytest.raises(UnknownRecord) as error:
            read()
        assert error.value.code == "store.unknown_revision"


def test_an_id_that_no_store_could_hold_finds_nothing_or_is_refused(store):
    for strange in ("", "'; DROP TABLE record_version; --", "ก" * 10_000, "a\x00b", "%"):
        assert store.get(strange) is None
        assert store.history(strange) == []
    with pytest.raises(UsageError):
        store.get("\ud800")


def test_it_says_what_it_is(store):
    put(store, OFFICE, CLUB)
    told = store.describe()
    assert told["revision"] == "1"
    assert told["records"] == "2"
    assert all(isinstance(value, str) for value in told.values())
