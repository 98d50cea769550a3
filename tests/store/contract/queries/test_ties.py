"""Questions about ties and resources, counted by hand."""

from tests.store.contract.queries.asking import picked, rows
from tests.store.records import DAY, collaboration, node, organization, put, tie, uid


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


def test_collaboration_is_one_sided_until_the_other_side_declares_it_too(store):
    put(
        store,
        *(organization(name) for name in ("ก", "ข", "ค", "ง", "จ")),
        collaboration("ก", "ข"),
        collaboration("ข", "ก"),
        collaboration("ก", "ค", frequency=2),
        tie("collaborates_with", "ก", "ค", "อีก", frequency=4),
        collaboration("ค", "ก", valid_to=DAY),
        collaboration("ง", "ก", mutual=True),
        collaboration("จ", "ก"),
    )
    found = picked(store, "ties/list_one_sided", "source_name", "target_name", "frequency")
    assert sorted(found) == [("ก", "ค", 4), ("จ", "ก", None)]


def resources(store):
    """ขาด needs a place and a budget; ให้ is tied to it, ผ่าน through ให้ only, ไกล not within two steps."""
    put(
        store,
        node("province_network", "เครือข่าย"),
        *(organization(name) for name in ("ขาด", "ให้", "ผ่าน", "ไกล", "ไกลกว่า")),
        tie("needs_resource", "ขาด", "เครือข่าย", resource_kind="place", amount="ห้องเดียว"),
        tie("needs_resource", "ขาด", "เครือข่าย", "สอง", resource_kind="budget"),
        *(tie("offers_resource", name, "เครือข่าย", resource_kind="place") for name in ("ให้", "ผ่าน", "ไกล")),
        tie("offers_resource", "ขาด", "เครือข่าย", resource_kind="budget"),
        tie("offers_resource", "ให้", "เครือข่าย", "เก่า", resource_kind="budget", valid_to=DAY),
        collaboration("ขาด", "ให้"),
        collaboration("ผ่าน", "ให้"),
        collaboration("ผ่าน", "ไกล"),
        collaboration("ขาด", "ไกลกว่า", valid_to=DAY),
        collaboration("ไกลกว่า", "ไกล"),
    )


def test_needs_and_offers_stand_side_by_side(store):
    resources(store)
    found = picked(store, "resources/list_needs_and_offers", "resource_kind", "side", "name", "amount")
    assert [row[:2] for row in found] == [("budget", "need"), ("budget", "offer"), *[("place", "need")],
                                          *[("place", "offer")] * 3]  # fmt: skip
    assert found[2] == ("place", "need", "ขาด", "ห้องเดียว")


def test_a_need_is_unmet_where_only_who_needs_it_offers_it(store):
    resources(store)
    assert picked(store, "resources/list_unmet_needs", "resource_kind", "name") == [("budget", "ขาด")]


def test_needs_are_matched_with_offers_within_two_steps(store):
    resources(store)
    columns = ("needing_name", "offering_name", "steps", "amount_needed")
    found = picked(store, "resources/find_matches", *columns, resource_kind="place")
    assert found == [("ขาด", "ให้", 1, "ห้องเดียว"), ("ขาด", "ผ่าน", 2, "ห้องเดียว")]
    assert rows(store, "resources/find_matches", resource_kind="budget") == []


def test_a_common_agreement_is_one_step_towards_a_match(store):
    resources(store)
    put(
        store,
        node("agreement", "น้ำ", agreement_kind="mou"),
        *(tie("party_to", name, "น้ำ") for name in ("ขาด", "ไกล")),
    )
    found = picked(store, "resources/find_matches", "offering_name", "steps", resource_kind="place")
    assert sorted(found) == [("ผ่าน", 2), ("ให้", 1), ("ไกล", 1)]
