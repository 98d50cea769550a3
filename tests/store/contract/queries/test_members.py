"""Questions about members, networks, managers and linkers, counted by hand."""

from datetime import timedelta

from tests.store.contract.queries.asking import picked
from tests.store.records import DAY, node, organization, put, tie


def members(store, **statuses):
    put(
        store,
        node("province_network", "เครือข่าย"),
        *(organization(name, sector="state") for name in statuses),
        *(tie("member_of", name, "เครือข่าย", status=status) for name, status in statuses.items()),
    )


def test_members_without_certificate_are_listed_by_status(store):
    members(store, เชิญ="invited", แสดงตน="self_declared", รับรอง="certified", พัก="suspended")
    put(
        store,
        node("person", "สมใจ"),
        tie("member_of", "สมใจ", "เครือข่าย", status="self_declared", valid_from=DAY - timedelta(days=1)),
    )
    found = picked(store, "members/list_uncertified", "status", "name", "since")
    assert found == [
        ("invited", "เชิญ", None),
        ("self_declared", "แสดงตน", None),
        ("self_declared", "สมใจ", "2026-09-30"),
    ]


def test_members_were_active_themselves_or_through_their_people_in_what_has_happened(store):
    members(store, ร่วม="certified", ผ่านคน="certified", ไม่เคย="certified", แต่ก่อน="certified", จะร่วม="certified")
    put(
        store,
        node("activity", "เวที", held_on=DAY),
        node("activity", "เวทีหน้า", held_on=DAY + timedelta(days=1)),
        node("person", "สมใจ"),
        tie("represents", "สมใจ", "ผ่านคน"),
        tie("participated_in", "ร่วม", "เวที"),
        tie("participated_in", "แต่ก่อน", "เวที", valid_to=DAY),
        tie("participated_in", "สมใจ", "เวที"),
        tie("participated_in", "จะร่วม", "เวทีหน้า"),
    )
    assert sorted(picked(store, "members/list_never_active", "name")) == [("จะร่วม",), ("ไม่เคย",)]


def test_members_nobody_speaks_for_are_unrepresented(store):
    members(store, มีผู้แทน="certified", เคยมี="certified", สังกัดเท่านั้น="self_declared", พัก="suspended")
    put(
        store,
        node("person", "สมใจ"),
        tie("represents", "สมใจ", "มีผู้แทน"),
        tie("represents", "สมใจ", "เคยมี", valid_to=DAY),
        tie("belongs_to", "สมใจ", "สังกัดเท่านั้น"),
    )
    assert sorted(picked(store, "members/list_unrepresented", "name")) == [("สังกัดเท่านั้น",), ("เคยมี",)]


def test_members_of_each_network_are_counted_by_sector(store):
    put(
        store,
        node("province_network", "เครือข่าย"),
        node("sub_network", "ย่อย", sub_network_kind="area_data"),
        node("community_of_practice", "ชุมชน"),
        *(organization(name, sector="state") for name in ("ก", "ข")),
        organization("ไม่ทราบ"),
        *(tie("member_of", name, "เครือข่าย") for name in ("ก", "ข", "ไม่ทราบ")),
        tie("member_of", "ก", "เครือข่าย", "ซ้ำ", status="certified"),
        tie("member_of", "ก", "ย่อย", status="certified"),
        tie("member_of", "ข", "ย่อย", status="invited"),
    )
    found = picked(store, "networks/count_by_sector", "name", "sub_network_kind", "sector", "members")
    assert [row for row in found if row[0] == "เครือข่าย"] == [
        ("เครือข่าย", None, None, 1),
        ("เครือข่าย", None, "state", 2),
    ]
    assert {row for row in found if row[0] != "เครือข่าย"} == {
        ("ย่อย", "area_data", "state", 1),
        ("ชุมชน", None, None, 0),
    }


def test_networks_without_a_manager_are_listed_too(store):
    put(
        store,
        node("province_network", "เครือข่าย"),
        node("sub_network", "ย่อย", sub_network_kind="area_data"),
        node("person", "สมใจ"),
        tie("manages", "สมใจ", "เครือข่าย", role="lead", sector="state", valid_from=DAY),
        tie("manages", "สมใจ", "ย่อย", valid_to=DAY),
    )
    columns = ("name", "manager_name", "role", "sector", "since")
    assert picked(store, "networks/list_managers", *columns) == [
        ("เครือข่าย", "สมใจ", "lead", "state", "2026-10-01"),
        ("ย่อย", None, None, None, None),
    ]


def test_linkers_stand_with_whom_they_link_and_where_to(store):
    put(
        store,
        organization("ก", sector="state"),
        organization("ข", sector="community"),
        node("person", "สมใจ"),
        tie("links", "สมใจ", "ก", to_sectors=("community", "business"), accepted_on=DAY),
        tie("links", "ข", "ก"),
        tie("links", "สมใจ", "ข", valid_to=DAY),
    )
    found = picked(store, "linkers/list_linked", "name", "kind", "actor_name", "sector", "to_sector", "accepted_on")
    assert sorted(found, key=str) == [
        ("ข", "organization", "ก", "state", None, None),
        ("สมใจ", "person", "ก", "state", "business", "2026-10-01"),
        ("สมใจ", "person", "ก", "state", "community", "2026-10-01"),
    ]
