"""Questions about actors and what ties them, on networks whose answers were counted by hand."""

from datetime import date, timedelta

from tests.store.contract.queries.asking import picked, rows
from tests.store.records import DAY, ELSEWHERE, collaboration, node, organization, put, tie, uid


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


def around(store):
    """ใจกลาง is tied to four by each layer and direction; ไกล only to two of those four; คนนอก to nobody of them."""
    put(
        store,
        *(organization(name, sector="state") for name in ("ใจกลาง", "ก", "ข", "ค", "ง", "ไกล", "คนนอก", "เลิกแล้ว")),
        node("person", "สมใจ"),
        node("agreement", "น้ำ", agreement_kind="mou"),
        node("agreement", "ป่าเก่า", agreement_kind="mou", valid_to=DAY),
        collaboration("ใจกลาง", "ก", frequency=5),
        collaboration("ข", "ใจกลาง", frequency=2),
        collaboration("ใจกลาง", "เลิกแล้ว", valid_to=DAY),
        tie("shares_resource", "ใจกลาง", "ค", resource_kind="place"),
        *(tie("party_to", name, "น้ำ") for name in ("ใจกลาง", "ง")),
        tie("party_to", "ใจกลาง", "น้ำ", "อีกบทบาท", role="funder"),
        *(tie("party_to", name, "ป่าเก่า") for name in ("ใจกลาง", "คนนอก")),
        collaboration("ไกล", "ก", frequency=4),
        collaboration("ไกล", "ข", frequency=4),
        collaboration("สมใจ", "ค"),
    )


def test_neighbours_are_listed_by_layer_and_direction(store):
    around(store)
    found = picked(
        store, "actors/list_neighbours", "layer", "direction", "name", "frequency", "about", actor=uid("ใจกลาง")
    )
    assert found == [
        ("agreement", "both", "ง", None, "น้ำ"),
        ("collaboration", "in", "ข", 2, None),
        ("collaboration", "out", "ก", 5, None),
        ("resource", "out", "ค", None, "place"),
    ]
    assert rows(store, "actors/list_neighbours", actor=uid("ใจกลาง"), province=ELSEWHERE) == []
    assert rows(store, "actors/list_neighbours", actor="ไม่มี") == []


def test_shared_neighbours_are_tied_to_both(store):
    around(store)
    found = picked(store, "actors/find_shared_neighbours", "name", actor=uid("ใจกลาง"), other=uid("ไกล"))
    assert sorted(found) == [("ก",), ("ข",)]
    assert picked(store, "actors/find_shared_neighbours", "name", actor=uid("สมใจ"), other=uid("ใจกลาง")) == [("ค",)]
    assert rows(store, "actors/find_shared_neighbours", actor=uid("ง"), other=uid("ไกล")) == []


def test_introductions_are_to_those_not_yet_tied_who_share_enough(store):
    around(store)
    found = picked(store, "actors/list_introductions", "name", "shared", actor=uid("ใจกลาง"), at_least=1)
    assert found == [("ไกล", 2), ("สมใจ", 1)]
    assert picked(store, "actors/list_introductions", "name", actor=uid("ใจกลาง"), at_least=2) == [("ไกล",)]
    of_a_party = picked(store, "actors/list_introductions", "name", actor=uid("ง"), at_least=1)
    assert sorted(of_a_party) == [("ก",), ("ข",), ("ค",)], "an agreement is a tie between its parties"


def test_actors_tied_to_two_sectors_at_once_are_counted_by_neighbour(store):
    sectors = {"รัฐ": "state", "รัฐสอง": "state", "เอกชน": "business", "เชื่อม": "community", "ข้างเดียว": "academic"}
    put(
        store,
        *(organization(name, sector=sector) for name, sector in sectors.items()),
        node("agreement", "น้ำ", agreement_kind="mou"),
        collaboration("เชื่อม", "รัฐ"),
        collaboration("รัฐ", "เชื่อม"),
        tie("shares_resource", "รัฐสอง", "เชื่อม", resource_kind="place"),
        *(tie("party_to", name, "น้ำ") for name in ("เชื่อม", "เอกชน")),
        collaboration("ข้างเดียว", "รัฐ"),
        collaboration("ข้างเดียว", "เอกชน", valid_from=DAY + timedelta(days=1)),
    )
    asked = {"sector": "state", "other_sector": "business"}
    columns = ("name", "in_sector", "in_other_sector")
    assert picked(store, "actors/list_tied_to_sectors", *columns, **asked) == [("เชื่อม", 2, 1)]
    tomorrow = picked(store, "actors/list_tied_to_sectors", *columns, **asked, day=DAY + timedelta(days=1))
    assert sorted(tomorrow) == [("ข้างเดียว", 1, 1), ("เชื่อม", 2, 1)]
